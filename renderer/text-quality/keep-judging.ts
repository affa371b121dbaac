import type { DocumentId } from '@shared/documents/document'
import { EXAMINED } from '../redactions/page-findings'
import { keepDoing } from '../storage/document-steps'
import type { BackgroundTurns } from '../workbench/background-turns'
import type { Workbench } from '../workbench/workbench'
import type { JudgeMessage } from './judge-worker'
import { JUDGED } from './text-quality-rows'

/** Judges the text layer of every document in a worker, once it is known which words of it are held back. Returns the function that stops it. */
export function keepJudging(parts: Pick<Workbench, 'db' | 'derived' | 'imports'> & { readonly turns: BackgroundTurns }): () => void {
  let worker: Worker | null = null
  const judge = (documentId: DocumentId): Promise<boolean> =>
    new Promise((resolve) => {
      const judging = (worker ??= new Worker(new URL('./judge-worker.ts', import.meta.url), { type: 'module', name: 'judge' }))
      judging.onmessage = () => resolve(true)
      // A worker that broke on a document is not trusted with the next.
      judging.onerror = () => {
        judging.terminate()
        worker = null
        resolve(false)
      }
      judging.postMessage({ database: parts.db.name, derived: parts.derived.name, documentId } satisfies JudgeMessage, [])
    })
  const stop = keepDoing(parts, { step: JUDGED, after: EXAMINED }, (documentId) => parts.turns.take(() => judge(documentId)))
  return () => {
    stop()
    worker?.terminate()
  }
}
