import type { Annotation } from '@shared/annotations/annotation'
import type { Segment } from '@shared/annotations/segment'
import type { DocumentId } from '@shared/documents/document'
import { goesWithBundle } from '@shared/documents/document'
import type { TextCorrection } from '@shared/documents/text-correction'
import type { SnapshotRecords } from '@shared/dossier/snapshot'
import { countWorking, type WorkingRecords } from '@shared/dossier/working-records'
import type { Beside } from '@shared/exchange/carried-records'
import type { Workbench } from '../workbench/workbench'
import { checkHeldWords } from './held-words'
import { type HeldWords, heldWordsOf } from './held-stretches'
import type { ReadRecords } from './read-records'

type Stores = Pick<Workbench, 'db' | 'derived'>

export type GoesOut = {
  readonly records: SnapshotRecords
  readonly beside: Beside
  /** Working records that a colleague does not get: they were made on a document that is kept out or can't be looked at, or repeat words under a redaction. */
  readonly stays: number
}

/**
 * Of what was read, that which may go out. No word under a redaction goes out in any form, and of a document whose bytes stay here nothing but the words that
 * are cited. Cited marks are looked at before (`checkHeldWords`). Documents must have been examined.
 * Working records go out where they were read.
 * @param unexamined documents that could not be: what lies under redactions there is not known, so no working record of theirs goes out
 */
export async function whatGoesOut(
  stores: Stores,
  { records, redactions, released, working }: Pick<ReadRecords, 'records' | 'redactions' | 'released' | 'working'>,
  unexamined: ReadonlySet<DocumentId> = new Set(),
): Promise<GoesOut> {
  const keptOut = new Set<DocumentId>(records.documents.flatMap((document) => (goesWithBundle(document) ? [] : [document.id])))
  const held = heldWordsOf(stores)
  const isSafe = async (mark: Annotation): Promise<boolean> =>
    !keptOut.has(mark.documentId) && (await checkHeldWords(stores, mark.segments)).ok
  const cited = records.annotations.flatMap(({ segments }) => segments)
  const corrections = await kept(
    records.textCorrections,
    async (correction) =>
      (!keptOut.has(correction.documentId) || cited.some((segment) => touches(correction, segment))) &&
      !(await repeatsHeld(held, 'textCorrections', correction)),
  )
  const beside = { redactions: await kept(redactions, isSafe), ...(released.length === 0 ? {} : { released }) }
  const stated = { ...records, textCorrections: corrections }
  if (working === null) return { records: stated, beside, stays: 0 }
  const open = async <Table extends keyof WorkingRecords>(
    table: Table,
    made: WorkingRecords[Table],
  ): Promise<WorkingRecords[Table][number][]> =>
    kept<WorkingRecords[Table][number]>(
      made,
      async (record) =>
        !documentsOf(record).some((id) => keptOut.has(id) || unexamined.has(id)) && !(await repeatsHeld(held, table, record)),
    )
  const goes: WorkingRecords = {
    annotations: await kept(await open('annotations', working.annotations), isSafe),
    recognitions: await open('recognitions', working.recognitions),
    textCorrections: await open('textCorrections', working.textCorrections),
    textChoices: await open('textChoices', working.textChoices),
    stampRules: await open('stampRules', working.stampRules),
    documentVersions: await open('documentVersions', working.documentVersions),
    proposalDecisions: await open('proposalDecisions', working.proposalDecisions),
  }
  return { records: stated, beside: { ...beside, working: goes }, stays: countWorking(working) - countWorking(goes) }
}

async function kept<Item>(items: readonly Item[], goes: (item: Item) => Promise<boolean>): Promise<Item[]> {
  const left: Item[] = []
  for (const item of items) if (await goes(item)) left.push(item)
  return left
}

type WorkingRecord = WorkingRecords[keyof WorkingRecords][number]

const documentsOf = (record: WorkingRecord): readonly DocumentId[] =>
  'documentId' in record ? [record.documentId] : [record.earlierId, record.laterId]

const touches = ({ documentId, pageIndex, origin, range }: TextCorrection, segment: Segment): boolean =>
  segment.documentId === documentId &&
  segment.pageIndex === pageIndex &&
  segment.textOrigin === origin &&
  segment.ranges.some(({ start, end }) => range.start < end && start < range.end)

/** Whether a record says words that are held back, in any of its fields that hold words. */
async function repeatsHeld(held: HeldWords, table: keyof WorkingRecords, record: WorkingRecord): Promise<boolean> {
  if (
    table === 'textCorrections' &&
    'range' in record &&
    record.origin === 'embedded' &&
    (await held.liesUnder(record.documentId, record.pageIndex, record.range))
  )
    return true
  const words = wordsIn(record)
  for (const id of documentsOf(record)) if (await held.isSaidIn(id, words)) return true
  return false
}

/** All words that a record holds, but for names of its own making. */
function wordsIn(value: unknown): string {
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return value.map(wordsIn).join(' ')
  return typeof value === 'object' && value !== null ? Object.values(value).map(wordsIn).join(' ') : ''
}
