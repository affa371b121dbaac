import { annotationIdSchema } from '@shared/annotations/annotation'
import type { Document } from '@shared/documents/document'
import { anchorNote } from '@shared/foreign-notes/anchor-note'
import type { ForeignNote } from '@shared/foreign-notes/foreign-note'
import { readReadablePages, type TextStores } from '../documents/page-readings'
import type { TextPiece } from '../whole-texts/text-jobs'
import type { FoundNote } from './look-through'

/** Looks for notes in a document, whose held-back words are known by then. */
export async function* lookFor(
  stores: TextStores,
  document: Document,
  notes: readonly ForeignNote[],
): AsyncGenerator<TextPiece<FoundNote>> {
  const [pages, marks] = await Promise.all([
    readReadablePages(stores, document.id),
    stores.db.where('annotations', 'documentId', document.id),
  ])
  const known = new Set([...marks.map((mark): string => mark.id), ...marks.flatMap((mark) => mark.pdfOrigin?.reference ?? [])])
  for (const [at, note] of notes.entries()) {
    const already = [note.reference, ...ownIds(note)].some((name) => known.has(name))
    const found = anchorNote(note, document, pages)
    yield { answers: [found.ok ? { already, found: found.value } : { already, why: found.problem }], done: at + 1 }
  }
}

/** The marks of a library of ours that a note says it is: the mark itself, or that of which it is a part. */
function ownIds({ reference }: ForeignNote): readonly string[] {
  const id = annotationIdSchema.safeParse(reference.replace(/^urn:vouch:/, '')).data
  return id === undefined ? [] : [id, id.replace(/-\d+$/, '')]
}
