import { type PdfEngine, pdfjs } from './pdfjs'

/**
 * For reading many documents, some at a time and none kept open: a worker is used again by the next document, so that none waits for one to
 * start. A worker that never answers again is never given back, and another takes its place.
 */
export function pooledEngine(): PdfEngine & { close(): void } {
  const free: pdfjs.PDFWorker[] = []
  return {
    base: document.baseURI,
    take: () => free.pop() ?? new pdfjs.PDFWorker({}),
    giveBack: (worker) => void free.push(worker),
    close: () => {
      for (const worker of free.splice(0)) worker.destroy()
    },
  }
}
