import { anchorMarks, type Reanchored } from '@shared/anchoring/anchor-marks'
import type { Annotation } from '@shared/annotations/annotation'
import type { DocumentId } from '@shared/documents/document'
import { readReadablePages, type TextStores } from '../documents/page-readings'

type Watching = { readonly onProgress: (done: number, of: number) => void; readonly signal: AbortSignal }

/**
 * Anchors marks again in the texts in force, document after document, and gives those that would change; nothing is written. Between documents,
 * and after every twenty marks, the window gets its turn. Null when it was cancelled.
 */
export async function anchorAgain(stores: TextStores, marks: readonly Annotation[], { onProgress, signal }: Watching): Promise<readonly Reanchored[] | null> {
  const byDocument = new Map<DocumentId, Annotation[]>()
  for (const mark of marks) byDocument.set(mark.documentId, [...(byDocument.get(mark.documentId) ?? []), mark])
  const found: Reanchored[] = []
  let done = 0
  for (const [documentId, own] of byDocument) {
    const pages = await readReadablePages(stores, documentId)
    for (let at = 0; at < own.length; at += STEP) {
      if (signal.aborted) return null
      const some = own.slice(at, at + STEP)
      // A document whose text is not stored says nothing about its marks.
      if (pages.size > 0) found.push(...anchorMarks(some, pages))
      done += some.length
      onProgress(done, marks.length)
      await new Promise((turn) => setTimeout(turn, 0))
    }
  }
  return found
}

/** Marks anchored at a stretch. */
const STEP = 20
