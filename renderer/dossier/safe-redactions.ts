import type { Annotation } from '@shared/annotations/annotation'
import { goesWithBundle } from '@shared/documents/document'
import type { Workbench } from '../workbench/workbench'
import { checkHeldWords } from './held-words'
import type { ReadRecords } from './read-records'

/**
 * The marks of redactions that can go out beside the cited ones: not those whose stored context repeats words that are held back, so that no word
 * under a redaction goes out, and none of a document whose bytes stay here, of which only the cited words go out.
 */
export async function safeRedactions(stores: Pick<Workbench, 'db' | 'derived'>, { records, redactions }: Pick<ReadRecords, 'records' | 'redactions'>): Promise<readonly Annotation[]> {
  const keptOut = new Set(records.documents.flatMap((document) => (goesWithBundle(document) ? [] : [document.id])))
  const safe: Annotation[] = []
  for (const mark of redactions) if (!keptOut.has(mark.documentId) && (await checkHeldWords(stores, [mark])).ok) safe.push(mark)
  return safe
}
