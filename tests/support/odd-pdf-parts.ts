import { deflateSync } from 'node:zlib'

/** The parts of which odd files are made, byte by byte: libraries that write PDFs refuse to write these. */

/** How an odd file comes out: read, kept with a reason, or turned away with a reason. */
export type Outcome = 'ready' | 'needs-password' | 'unreadable' | 'refused'
export type OddPdf = readonly [name: string, bytes: Buffer, comes: readonly Outcome[]]
export const READY: readonly Outcome[] = ['ready']
export const EITHER: readonly Outcome[] = ['ready', 'unreadable', 'refused']

export const NOTICE = 'BT /F1 12 Tf 72 720 Td (SYNTHETIC TEST DOCUMENT of an odd kind) Tj ET'
export const FONT = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'
export const latin = (text: string): Buffer => Buffer.from(text, 'latin1')
export const streamOf = (content: string, dictionary = ''): string =>
  `<< ${dictionary} /Length ${latin(content).length} >>\nstream\n${content}\nendstream`

/** A file of numbered objects; object 1 is the catalog. */
export function fileOf(objects: readonly string[], { trailer = '', junk = '' } = {}): Buffer {
  let file = `${junk}%PDF-1.7\n`
  const offsets = objects.map((body, at) => {
    const offset = file.length - junk.length
    file += `${at + 1} 0 obj\n${body}\nendobj\n`
    return offset
  })
  const start = file.length - junk.length
  file += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`
  return latin(file)
}

export type OnePage = {
  readonly catalog?: string
  readonly page?: string
  readonly resources?: string
  readonly content?: string
  readonly more?: readonly string[]
  readonly box?: string
}
/** A file of one page; further objects begin at 6. */
export const onePage = ({
  catalog = '',
  page = '',
  resources = '',
  content = NOTICE,
  more = [],
  box = '/MediaBox [0 0 612 792]',
}: OnePage = {}): Buffer =>
  fileOf([
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
    `<< /Type /Page /Parent 2 0 R ${box} /Resources << /Font << /F1 5 0 R >> ${resources} >> /Contents 4 0 R ${page} >>`,
    streamOf(content),
    FONT,
    ...more,
  ])

/** A stream in Flate. */
export function deflated(bytes: Buffer, dictionary = ''): string {
  const small = deflateSync(bytes, { level: 1 }).toString('latin1')
  return `<< ${dictionary} /Filter /FlateDecode /Length ${small.length} >>\nstream\n${small}\nendstream`
}
export const times = (count: number, make: (at: number) => string): string => Array.from({ length: count }, (_, at) => make(at)).join('\n')
/** Numbers that look drawn by lot and are the same each time. */
export const spread = (at: number, to: number): number => ((at * 7919) % (to * 10)) / 10
