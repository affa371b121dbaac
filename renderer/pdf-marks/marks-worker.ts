import { messageOf, type Outcome, ok, trouble } from '@shared/errors/outcome'
import { pageIndex } from '@shared/units/pages'
import { openPdf } from '../pdf/open-pdf'
import type { RawPdfMark } from '../pdf/page-marks'
import { brokenPdf } from '../pdf/pdf-problems'
import { insideWorkerEngine } from '../pdf/pdfjs'
import { type MarkKeys, readMarkKeys } from './mark-keys'
import type { FileMarks, MarksAnswer, MarksJob } from './marks-job'

// A dedicated worker: a page can hold a hundred thousand marks, and the names of marks are found by parsing the whole file.

/** Larger files are not read a second time for the names of their marks, bytes. */
const NAMES_UP_TO = 64 * 1024 * 1024
/** Marks taken of one file: more than anybody made by hand, and few enough for a list. */
const MOST_MARKS = 2000

async function read({ name, blob, password, base }: MarksJob): Promise<Outcome<FileMarks>> {
  const opened = await openPdf(blob, { name, password: password ?? undefined, engine: await insideWorkerEngine(base), textOnly: true })
  if (!opened.ok) return opened
  const raw: RawPdfMark[] = []
  let beyond = 0
  for (let page = 0; page < opened.value.pageCount; page += 1) {
    const found = await opened.value.marks(pageIndex(page))
    const taken = found.slice(0, MOST_MARKS - raw.length)
    raw.push(...taken)
    beyond += found.length - taken.length
  }
  const keys: MarkKeys =
    raw.length === 0 || blob.size > NAMES_UP_TO ? new Map() : await readMarkKeys(new Uint8Array(await blob.arrayBuffer()))
  return ok({
    marks: raw.map((mark) => ({
      ...mark,
      reference: keys.get(mark.reference)?.name ?? mark.reference,
      vouch: keys.get(mark.reference)?.vouch ?? null,
    })),
    beyond,
  })
}

self.addEventListener('message', ({ data }: MessageEvent<MarksJob>) => {
  void read(data)
    .catch((thrown: unknown): MarksAnswer => trouble(brokenPdf(data.name, messageOf(thrown))))
    // pdf.js, once loaded, speaks on the worker's own port.
    .then((answer) => data.port.postMessage(answer, []))
})
