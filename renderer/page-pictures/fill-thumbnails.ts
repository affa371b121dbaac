import type { DocumentId } from '@shared/documents/document'

/** What thumbnails are being made of: pages done, and all of the document. */
export type Filling = { readonly documentId: DocumentId; readonly done: number; readonly of: number }

export type FillParts = {
  /** Number of pages of a document; null where it is not there or can't be read. */
  readonly pageCount: (documentId: DocumentId) => Promise<number | null>
  /** Pages that have a thumbnail. */
  readonly pagesWith: (documentId: DocumentId) => Promise<ReadonlySet<number>>
  /** Makes and keeps one. */
  readonly make: (documentId: DocumentId, index: number) => Promise<unknown>
  /** Resolves when there is room for work nobody waits for. */
  readonly quiet: () => Promise<void>
  /** Whether pictures may still be made of documents that nobody has opened. */
  readonly roomForUnopened: () => Promise<boolean>
  /** Rests for some ms. */
  readonly rest: (ms: number) => Promise<void>
  readonly tell: (filling: Filling | null) => void
}

export type ThumbnailFiller = {
  /** A document was opened: its thumbnails are made before all others, from this page on. */
  opened(documentId: DocumentId, page: number): void
  /** A document came in: its thumbnails are made when no opened document lacks any. */
  arrived(documentId: DocumentId): void
  stop(): void
}

type Wanted = { readonly documentId: DocumentId; readonly page: number; readonly opened: boolean }

/**
 * Makes the missing thumbnails of documents, one page at a time, each followed by a rest as long as it took, so that at most
 * half of one processor is used and only while nobody works in the window.
 */
export function createThumbnailFiller(parts: FillParts): ThumbnailFiller {
  const wanted: Wanted[] = []
  const life = new AbortController()
  let running = false

  /** Ends early when something more urgent was asked for meanwhile. */
  const fill = async (subject: Wanted): Promise<void> => {
    const { documentId, page } = subject
    if (!subject.opened && !(await parts.roomForUnopened())) return
    const [count, present] = await Promise.all([parts.pageCount(documentId), parts.pagesWith(documentId)])
    if (count === null) return
    const order = [
      ...Array.from({ length: Math.max(0, count - page) }, (_, at) => page + at),
      ...Array.from({ length: Math.min(page, count) }, (_, at) => page - 1 - at),
    ]
    const missing = order.filter((index) => !present.has(index))
    for (const [at, index] of missing.entries()) {
      await parts.quiet()
      if (life.signal.aborted) return
      if (wanted.at(-1)?.opened === true) {
        wanted.unshift(subject)
        return
      }
      parts.tell({ documentId, done: count - missing.length + at, of: count })
      const began = performance.now()
      await parts.make(documentId, index)
      await parts.rest(performance.now() - began)
    }
  }

  const run = async (): Promise<void> => {
    if (running) return
    running = true
    for (let next = wanted.pop(); next !== undefined && !life.signal.aborted; next = wanted.pop()) await fill(next)
    running = false
    parts.tell(null)
  }

  return {
    opened(documentId, page) {
      const before = wanted.findIndex((one) => one.documentId === documentId)
      if (before >= 0) wanted.splice(before, 1)
      wanted.push({ documentId, page, opened: true })
      void run()
    },
    arrived(documentId) {
      if (wanted.some((one) => one.documentId === documentId)) return
      wanted.unshift({ documentId, page: 0, opened: false })
      void run()
    },
    stop: () => life.abort(),
  }
}
