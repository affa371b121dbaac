import type { ExtractedPage } from '@shared/documents/page'
import { pageIndex } from '@shared/units/pages'
import type { PdfReader } from '../pdf/pdf-reader'

/** Pages asked for at a time; more gain nothing, as pdf.js parses in one thread. */
const IN_FLIGHT = 4

/**
 * Reads all pages of an open document, in order.
 * @param take gets each page in the order of the file, as soon as those before it are there
 * @param signal ends it between pages; the pages taken so far stay taken
 */
export async function readPages(reader: PdfReader, take: (page: ExtractedPage) => void, signal: AbortSignal): Promise<void> {
  const waiting = new Map<number, ExtractedPage>()
  let asked = 0
  let taken = 0
  const readOn = async (): Promise<void> => {
    while (asked < reader.pageCount && !signal.aborted) {
      const index = asked
      asked += 1
      waiting.set(index, await reader.extract(pageIndex(index)))
      for (let page = waiting.get(taken); page !== undefined; page = waiting.get(taken)) {
        waiting.delete(taken)
        taken += 1
        if (!signal.aborted) take(page)
      }
    }
  }
  await Promise.all(Array.from({ length: IN_FLIGHT }, readOn))
}
