import { pdfjs } from './pdfjs'

/** Hands pdf.js the byte ranges that it asks for, so that a large file opens without being loaded. */
export class BlobRange extends pdfjs.PDFDataRangeTransport {
  readonly #blob: Blob
  readonly #failed: (reason: unknown) => void
  #aborted = false

  /** @param failed called when the bytes can't be read; pdf.js has no way to be told, so the caller closes the document */
  constructor(blob: Blob, failed: (reason: unknown) => void) {
    super(blob.size, null)
    this.#blob = blob
    this.#failed = failed
  }

  /** @param begin first byte; @param end after the last byte */
  override requestDataRange(begin: number, end: number): void {
    this.#blob
      .slice(begin, end)
      .arrayBuffer()
      .then((buffer) => {
        if (!this.#aborted) this.onDataRange(begin, new Uint8Array(buffer))
      }, this.#failed)
  }

  override abort(): void {
    this.#aborted = true
  }
}
