import type { ExtractedPage } from '@shared/documents/page'
import { pageIndex } from '@shared/units/pages'
import type { PdfReader } from '../pdf/pdf-reader'

/** Pages asked for at a time; more gain nothing, as pdf.js parses in one thread. */
const IN_FLIGHT = 4

/** How long reading goes on before other work of the thread (a cancel, the database's answers) gets its turn, ms. */
const REST_EVERY = 40

/** Gives the thread's other tasks their turn; a timer would wait at least 4 ms each time (HTML, timer nesting). */
function rest(): Promise<void> {
  return new Promise((go) => {
    const { port1, port2 } = new MessageChannel()
    port1.addEventListener(
      'message',
      () => {
        port1.close()
        go()
      },
      { once: true },
    )
    port1.start()
    port2.postMessage(null)
  })
}

/**
 * Reads all pages of an open document, in order.
 * @param take gets each page in the order of the file, as soon as those before it are there
 * @param signal ends it between pages; the pages taken so far stay taken
 */
export async function readPages(reader: PdfReader, take: (page: ExtractedPage) => void, signal: AbortSignal): Promise<void> {
  const waiting = new Map<number, ExtractedPage>()
  let rested = performance.now()
  let asked = 0
  let taken = 0
  const readOn = async (): Promise<void> => {
    while (asked < reader.pageCount && !signal.aborted) {
      const index = asked
      asked += 1
      waiting.set(index, await reader.extract(pageIndex(index)))
      if (performance.now() - rested > REST_EVERY) {
        rested = performance.now()
        await rest()
      }
      for (let page = waiting.get(taken); page !== undefined; page = waiting.get(taken)) {
        waiting.delete(taken)
        taken += 1
        if (!signal.aborted) take(page)
      }
    }
  }
  await Promise.all(Array.from({ length: IN_FLIGHT }, readOn))
}
