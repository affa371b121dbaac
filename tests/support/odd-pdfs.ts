import { deflateSync } from 'node:zlib'
import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib'
import { hostilePdf } from './hostile-pdf'

/** How an odd file comes out: read, kept with a reason, or turned away with a reason. */
export type Outcome = 'ready' | 'needs-password' | 'unreadable' | 'refused'
export type OddPdf = { readonly name: string; readonly bytes: Buffer; readonly comes: readonly Outcome[] }

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

type OnePage = {
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

const image = (filter: string, extra = ''): Buffer =>
  onePage({
    resources: '/XObject << /I 6 0 R >>',
    content: `${NOTICE} q 300 0 0 300 100 100 cm /I Do Q`,
    more: [
      streamOf(
        '\x00\x01 not what the filter expects \xFF\xD8',
        `/Type /XObject /Subtype /Image /Width 64 /Height 64 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /${filter} ${extra}`,
      ),
    ],
  })

async function encrypted(version: '1.3' | '1.4' | '1.6' | '1.7ext3', userPassword: string): Promise<Buffer> {
  const pdf = await PDFDocument.create({ updateMetadata: false, pdfVersion: version } as never)
  pdf
    .addPage([612, 792])
    .drawText('SYNTHETIC TEST DOCUMENT, encrypted', { x: 72, y: 700, size: 12, font: await pdf.embedFont(StandardFonts.Helvetica) })
  pdf.encrypt({ userPassword, ownerPassword: 'owner', permissions: {} })
  return Buffer.from(await pdf.save({ useObjectStreams: false }))
}

const pagesTree = (count: number): Buffer =>
  fileOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${count} /Kids [${Array.from({ length: count }, (_, at) => `${at + 5} 0 R`).join(' ')}] >>`,
    streamOf(NOTICE),
    FONT,
    ...Array.from(
      { length: count },
      () => '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 4 0 R >> >> /Contents 3 0 R >>',
    ),
  ])

const READY: readonly Outcome[] = ['ready']
const EITHER: readonly Outcome[] = ['ready', 'unreadable', 'refused']

/** Every kind of odd file that the project can make. `away` is where the hostile one would reach. */
export async function oddPdfs(away: string): Promise<readonly OddPdf[]> {
  const plain = onePage()
  const text = plain.toString('latin1')
  const deep = Array.from(
    { length: 1200 },
    (_, at) => `<< /Title (Level ${at}) /Parent ${at + 6} 0 R /First ${at + 8} 0 R /Last ${at + 8} 0 R /Count 1 >>`,
  )
  const bomb = deflateSync(Buffer.alloc(60_000_000, 32))
  const xml =
    '<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;">]><x:xmpmeta xmlns:x="adobe:ns:meta/">&d;</x:xmpmeta>'
  const odd: (readonly [name: string, bytes: Buffer, comes: readonly Outcome[]])[] = [
    ['zero pages', fileOf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Count 0 /Kids [] >>']), ['unreadable', 'refused']],
    ['thousands of pages', pagesTree(3000), READY],
    ['a page of 14,400 points', onePage({ box: '/MediaBox [0 0 14400 14400]' }), READY],
    ['a page beyond 14,400 points', onePage({ box: '/MediaBox [0 0 2000000 2000000]' }), READY],
    ['a page without size', onePage({ box: '/MediaBox [0 0 0 0]' }), READY],
    ['a page whose box is no numbers', onePage({ box: '/MediaBox [(a) null 3 /x]' }), READY],
    ['a page without box', onePage({ box: '' }), READY],
    ['a page turned by 45', onePage({ page: '/Rotate 45' }), READY],
    [
      'empty pages',
      fileOf([
        '<< /Type /Catalog /Pages 2 0 R >>',
        '<< /Type /Pages /Count 2 /Kids [3 0 R 3 0 R] >>',
        '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] >>',
      ]),
      EITHER,
    ],
    ['xref that points nowhere', latin(text.replace(/startxref\n\d+/, 'startxref\n99999999')), READY],
    ['no xref at all', latin(text.slice(0, text.indexOf('xref\n'))), EITHER],
    ['cut short', latin(text.slice(0, Math.floor(text.length * 0.45))), EITHER],
    [
      'header after 500 bytes of mail',
      fileOf(
        [
          '<< /Type /Catalog /Pages 2 0 R >>',
          '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
          '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 5 0 R >> >> /Contents 4 0 R >>',
          streamOf(NOTICE),
          FONT,
        ],
        { junk: `Received: by mail\n${'x'.repeat(480)}\n` },
      ),
      READY,
    ],
    ['header after 2,000 bytes', Buffer.concat([Buffer.alloc(2000, 120), plain]), ['refused']],
    ['a header of version 9.9', latin(text.replace('%PDF-1.7', '%PDF-9.9')), READY],
    ['no bytes', Buffer.alloc(0), ['refused']],
    ['a header and nothing else', latin('%PDF-1.7\n'), ['unreadable']],
    [
      'noise after a header',
      Buffer.concat([latin('%PDF-1.7\n'), Buffer.from(Array.from({ length: 20_000 }, (_, at) => (at * 7919) % 251))]),
      ['unreadable'],
    ],
    ['a picture in JBIG2', image('JBIG2Decode'), READY],
    ['a picture in JPEG 2000', image('JPXDecode'), READY],
    ['a picture in CCITT', image('CCITTFaxDecode', '/DecodeParms << /K -1 /Columns 1728 >>'), READY],
    ['a picture in JPEG', image('DCTDecode'), READY],
    ['a picture of a filter that nobody knows', image('MadeUpDecode'), READY],
    [
      'an XFA form',
      onePage({
        catalog: '/AcroForm << /Fields [] /XFA 6 0 R >> /NeedsRendering true',
        more: [
          streamOf(
            '<xdp:xdp xmlns:xdp="http://ns.adobe.com/xdp/"><template><subform><field name="a"><ui><textEdit/></ui></field></subform></template></xdp:xdp>',
          ),
        ],
      }),
      READY,
    ],
    [
      'a portfolio with an attachment',
      onePage({
        catalog: '/Collection << /View /D >> /Names << /EmbeddedFiles << /Names [(../../run.exe) 6 0 R] >> >>',
        more: ['<< /Type /Filespec /F (../../run.exe) /EF << /F 7 0 R >> >>', streamOf('MZ not a program', '/Type /EmbeddedFile')],
      }),
      READY,
    ],
    [
      'an outline that turns in a circle',
      onePage({
        catalog: '/Outlines 6 0 R',
        more: ['<< /First 7 0 R /Last 7 0 R /Count 1 >>', '<< /Title (Round) /Parent 6 0 R /Next 7 0 R /First 7 0 R /Dest [3 0 R /Fit] >>'],
      }),
      READY,
    ],
    [
      'an outline of 1,200 levels',
      onePage({ catalog: '/Outlines 6 0 R', more: ['<< /First 7 0 R /Last 7 0 R /Count 1 >>', ...deep, '<< /Title (The last) >>'] }),
      READY,
    ],
    [
      'a form that draws itself',
      onePage({
        resources: '/XObject << /X 6 0 R >>',
        content: `${NOTICE} /X Do`,
        more: [
          streamOf(
            'q 0.9 0 0 0.9 1 1 cm /X Do Q',
            '/Type /XObject /Subtype /Form /BBox [0 0 612 792] /Resources << /XObject << /X 6 0 R >> >>',
          ),
        ],
      }),
      EITHER,
    ],
    [
      'a page tree that holds itself',
      fileOf([
        '<< /Type /Catalog /Pages 2 0 R >>',
        '<< /Type /Pages /Count 5 /Kids [2 0 R 3 0 R] >>',
        '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] >>',
      ]),
      EITHER,
    ],
    [
      'objects of one number twice',
      latin(text.replace('xref\n', '4 0 obj\n<< /Length 3 >>\nstream\nq Q\nendstream\nendobj\nxref\n')),
      READY,
    ],
    [
      '100,000 annotations on a page',
      onePage({ page: `/Annots [${'<< /Type /Annot /Subtype /Square /Rect [10 10 20 20] /C [1 0 0] >>\n'.repeat(100_000)}]` }),
      READY,
    ],
    [
      '200,000 pieces of text',
      onePage({ content: `${NOTICE} BT /F1 4 Tf 1 0 0 1 20 20 Tm ${'(ab) Tj 0 0.003 Td '.repeat(200_000)} ET` }),
      READY,
    ],
    [
      'fonts with hostile names',
      onePage({
        resources: '',
        content: NOTICE,
        catalog: '',
        more: [],
        page: '/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /#22#3E#3Cscript#3Ealert#281#29#3C#2Fscript#3E /FontDescriptor << /Type /FontDescriptor /FontName /url#28http#3A#2F#2F127.0.0.1#2Ffont#29 /Flags 4 >> >> >> >>',
      }),
      READY,
    ],
    [
      'a stream that swells to 60 MB',
      Buffer.concat([
        latin(
          '%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Count 1 /Kids [3 0 R] >>\nendobj\n3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R >>\nendobj\n4 0 obj\n',
        ),
        latin(`<< /Filter /FlateDecode /Length ${bomb.length} >>\nstream\n`),
        bomb,
        latin('\nendstream\nendobj\ntrailer\n<< /Root 1 0 R /Size 5 >>\nstartxref\n0\n%%EOF\n'),
      ]),
      EITHER,
    ],
    ['metadata that swells', onePage({ catalog: '/Metadata 6 0 R', more: [streamOf(xml, '/Type /Metadata /Subtype /XML')] }), READY],
    ['labels that are none', onePage({ catalog: '/PageLabels << /Nums [0 << /S /Z /St -5 /P 7 >>] >>' }), READY],
    ['everything that reaches out', await hostilePdf(away), READY],
    // Larger than what is read whole: such a file is read by range.
    ['larger than eight megabytes', onePage({ more: [streamOf('x'.repeat(9 * 1024 * 1024))] }), ['ready']],
  ]
  for (const version of ['1.3', '1.4', '1.6', '1.7ext3'] as const) {
    odd.push(
      [`encrypted as of ${version}`, await encrypted(version, 'secret'), ['needs-password']],
      [`encrypted as of ${version} without a password`, await encrypted(version, ''), READY],
    )
  }
  return odd.map(([name, bytes, comes]) => ({ name: `${name}.pdf`, bytes, comes }))
}
