import { keepDoing, markDone } from '../storage/document-steps'
import type { Workbench } from '../workbench/workbench'
import { compareSample, type RecogniseOnce } from './compare-sample'
import { COMPARED, JUDGED } from './text-quality-rows'

/** Compares a sample of each document whose text was judged with what is recognised on its pages. Returns the function that stops it. */
export function keepComparing(parts: Pick<Workbench, 'db' | 'derived' | 'imports' | 'recognition'>): () => void {
  const ending = new AbortController()
  const recognise: RecogniseOnce = async (documentId, page) => {
    if (ending.signal.aborted) return null
    const read = await parts.recognition.recogniseOnce({ documentId, page }, ['eng'], ending.signal)
    return read.ok ? read.value : null
  }
  const stop = keepDoing(parts, { step: COMPARED, after: JUDGED }, async (documentId) => {
    await compareSample(parts, documentId, recognise)
    if (ending.signal.aborted) return false
    await markDone(parts.derived, documentId, COMPARED)
    return true
  })
  return () => {
    ending.abort()
    stop()
  }
}
