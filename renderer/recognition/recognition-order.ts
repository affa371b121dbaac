import type { DocumentId } from '@shared/documents/document'
import type { PageIndex } from '@shared/units/pages'

/** Pages of a document that are still to be recognised. */
export type RecognitionTask = {
  readonly documentId: DocumentId
  /** By index. */
  readonly left: readonly PageIndex[]
  /** Pages that the researcher asked for one by one. */
  readonly asked: ReadonlySet<number>
  /** Pages on which marks stand. */
  readonly marked: ReadonlySet<number>
}

export type PagePlace = { readonly documentId: DocumentId; readonly page: PageIndex }

/**
 * The page to recognise next: the one being looked at; then pages that were asked for; then those on which marks stand; then the rest of the
 * document being looked at from that page on; then document by document as they were put into the queue. Null when nothing is left.
 */
export function nextPage(tasks: readonly RecognitionTask[], looking: PagePlace | null): PagePlace | null {
  const own = tasks.find((task) => task.documentId === looking?.documentId)
  if (own !== undefined && looking !== null && own.left.includes(looking.page)) return looking
  for (const kind of ['asked', 'marked'] as const) {
    for (const task of tasks) {
      const page = task.left.find((index) => task[kind].has(index))
      if (page !== undefined) return { documentId: task.documentId, page }
    }
  }
  const first = own?.left.length ? own : tasks.find((task) => task.left.length > 0)
  const page = first?.left.find((index) => looking === null || first !== own || index >= looking.page) ?? first?.left[0]
  return first === undefined || page === undefined ? null : { documentId: first.documentId, page }
}
