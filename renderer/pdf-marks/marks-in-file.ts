import type { Annotation } from '@shared/annotations/annotation'
import type { Document, DocumentId } from '@shared/documents/document'
import type { ProposalDecision } from '@shared/documents/proposal-decision'
import type { Outcome } from '@shared/errors/outcome'
import { ok } from '@shared/errors/outcome'
import type { PdfMark } from '@shared/pdf-marks/pdf-mark'
import { wholeMarks } from '@shared/pdf-marks/take-over'
import { newId } from '@shared/units/ids'
import type { DerivedDatabase } from '../storage/derived-database'
import { type DocumentStep, isDone, markDone } from '../storage/document-steps'
import { throughTexts } from '../whole-texts/through-texts'
import type { Workbench } from '../workbench/workbench'
import type { FileMarks } from './marks-job'
import { readPdfMarks } from './read-pdf-marks'

/** The marks that stand in a file, kept so that they are read once. */
type MarksRow = { readonly documentId: DocumentId; readonly marks?: readonly PdfMark[]; readonly marksBeyond?: number }
/** The step in `derived.steps` that says the marks of a file were read. */
export const MARKS_READ: DocumentStep = { step: 'pdf-marks', form: 1 }

const rowsOf = (derived: DerivedDatabase) => derived.rows<MarksRow, string>('documentParts')

/** The marks that were read of a file; null where nobody has looked yet. */
export async function keptMarks(derived: DerivedDatabase, id: DocumentId): Promise<FileMarks | null> {
  const row = await rowsOf(derived).get(id)
  return row?.marks === undefined ? null : { marks: row.marks, beyond: row.marksBeyond ?? 0 }
}

/** What is said of the marks that are not offered; empty where all are. */
export const beyondWords = (beyond: number): string =>
  beyond === 0 ? '' : `${beyond} more ${beyond === 1 ? 'mark stands' : 'marks stand'} in the file than can be taken over from it.`

/** The marks that stand in a file, read now where they were not before. */
export async function marksInFile(workbench: Pick<Workbench, 'db' | 'derived' | 'documents'>, id: DocumentId): Promise<Outcome<FileMarks>> {
  const { derived } = workbench
  const kept = (await isDone(derived, id, MARKS_READ)) ? await keptMarks(derived, id) : null
  if (kept !== null) return ok(kept)
  const read = await readPdfMarks(workbench, id)
  if (!read.ok) return read
  await derived.transaction('rw', rowsOf(derived), derived.steps, async () => {
    await rowsOf(derived).put({
      ...(await rowsOf(derived).get(id)),
      documentId: id,
      marks: read.value.marks,
      marksBeyond: read.value.beyond,
    })
    await markDone(derived, id, MARKS_READ)
  })
  return read
}

/** The marks that nobody has decided about, each with its parts. */
export function offeredMarks(
  marks: readonly PdfMark[],
  annotations: readonly Annotation[],
  decisions: readonly ProposalDecision[],
): readonly (readonly PdfMark[])[] {
  const decided = new Set([
    ...annotations.flatMap((annotation) => annotation.pdfOrigin?.reference ?? []),
    ...decisions.filter(({ kind }) => kind === 'pdf-mark').map(({ key }) => key),
  ])
  return wholeMarks(marks).filter(([first]) => first !== undefined && !decided.has(first.reference))
}

/** Marks of the file as `take-over-pdf-marks` takes them. */
export async function inputOfMarks(stores: Pick<Workbench, 'db' | 'derived'>, document: Document, wholes: readonly (readonly PdfMark[])[]) {
  const program = document.metadata['Creator'] ?? document.metadata['Producer'] ?? ''
  const taken = (await throughTexts(stores, 'file-marks', { documentId: document.id, program }, wholes)) ?? []
  return { documentId: document.id, marks: taken.flatMap((mark) => (mark === null ? [] : [{ ...mark, id: newId('annotation') }])) }
}
