import { deflateSync } from 'node:zlib'
import { FONT, fileOf, latin, NOTICE, type OddPdf, onePage, type Outcome, streamOf } from './odd-pdfs'

const times = (count: number, make: (at: number) => string): string => Array.from({ length: count }, (_, at) => make(at)).join('\n')
const objects = (count: number, make: (at: number) => string): readonly string[] => Array.from({ length: count }, (_, at) => make(at))
/** Numbers that look drawn by lot and are the same each time. */
const spread = (at: number, to: number): number => ((at * 7919) % (to * 10)) / 10

/** A stream that is stored small. */
function deflated(content: Buffer, dictionary = ''): string {
  const small = deflateSync(content, { level: 1 }).toString('latin1')
  return `<< ${dictionary} /Filter /FlateDecode /Length ${small.length} >>\nstream\n${small}\nendstream`
}

/** A page that paints very much, stored small. */
const pageThatPaints = (content: string): Buffer =>
  fileOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 5 0 R >> >> /Contents 4 0 R >>',
    deflated(latin(`${NOTICE} ${content}`)),
    FONT,
  ])

const pageOfPicture = (object: string): Buffer =>
  onePage({ resources: '/XObject << /I 6 0 R >>', content: `${NOTICE} q 400 0 0 400 100 100 cm /I Do Q`, more: [object] })

const rectAt = (at: number, width: number, height: number): string => {
  const [x, y] = [spread(at, 600), spread(at + 5, 700)]
  return `/Rect [${x} ${y} ${x + width} ${y + height}]`
}

const COUNT = { attachments: 5000, fields: 5000, entries: 12_000, links: 20_000, streams: 2000, boxes: 2000 } as const
const SCAN = 20_000
const READY: readonly Outcome[] = ['ready']
const EITHER: readonly Outcome[] = ['ready', 'unreadable', 'refused']

/** Files that hold far more of something than anybody would read. */
export function extremePdfs(): readonly OddPdf[] {
  const kinds: readonly (readonly [name: string, bytes: Buffer, comes: readonly Outcome[]])[] = [
    [
      '100,000 strokes',
      pageThatPaints(
        `0.3 w ${times(100_000, (at) => `${spread(at, 600)} ${spread(at + 1, 700)} m ${spread(at + 2, 600)} ${spread(at + 3, 700)} l S`)}`,
      ),
      READY,
    ],
    ['a path of 300,000 points', pageThatPaints(`0 0 m ${times(300_000, (at) => `${spread(at, 600)} ${spread(at + 3, 700)} l`)} S`), READY],
    ['a word of a million letters', pageThatPaints(`BT /F1 1 Tf 20 20 Td (${'a'.repeat(1_000_000)}) Tj ET`), READY],
    [
      'a scan of 400 megapixels',
      pageOfPicture(
        deflated(
          Buffer.alloc((SCAN * SCAN) / 8, 0x5a),
          `/Type /XObject /Subtype /Image /Width ${SCAN} /Height ${SCAN} /ColorSpace /DeviceGray /BitsPerComponent 1`,
        ),
      ),
      READY,
    ],
    [
      'a picture that says it is 4 million pixels wide',
      pageOfPicture(
        streamOf(
          'no such pixels',
          '/Type /XObject /Subtype /Image /Width 4000000 /Height 4000000 /ColorSpace /DeviceRGB /BitsPerComponent 8',
        ),
      ),
      READY,
    ],
    [
      'an outline of 12,000 entries',
      onePage({
        catalog: '/Outlines 6 0 R /PageMode /UseOutlines',
        more: [
          `<< /First 7 0 R /Last ${6 + COUNT.entries} 0 R /Count ${COUNT.entries} >>`,
          ...objects(
            COUNT.entries,
            (at) => `<< /Title (Entry ${at}) /Parent 6 0 R ${at + 1 < COUNT.entries ? `/Next ${at + 8} 0 R` : ''} /Dest [3 0 R /Fit] >>`,
          ),
        ],
      }),
      READY,
    ],
    [
      '5,000 attachments',
      onePage({
        catalog: '/Names << /EmbeddedFiles 6 0 R >>',
        more: [
          `<< /Names [${times(COUNT.attachments, (at) => `(file ${String(at).padStart(5, '0')}) ${8 + at} 0 R`)}] >>`,
          streamOf('words', '/Type /EmbeddedFile'),
          ...objects(COUNT.attachments, (at) => `<< /Type /Filespec /F (file ${at}.txt) /EF << /F 7 0 R >> >>`),
        ],
      }),
      READY,
    ],
    [
      '5,000 form fields',
      onePage({
        catalog: '/AcroForm 6 0 R',
        page: `/Annots [${times(COUNT.fields, (at) => `${7 + at} 0 R`)}]`,
        more: [
          `<< /Fields [${times(COUNT.fields, (at) => `${7 + at} 0 R`)}] /DA (/F1 8 Tf 0 g) >>`,
          ...objects(
            COUNT.fields,
            (at) =>
              `<< /Type /Annot /Subtype /Widget /FT /Tx /T (field ${at}) /V (value ${at}) /DA (/F1 4 Tf 0 g) /P 3 0 R ${rectAt(at, 9, 5)} >>`,
          ),
        ],
      }),
      READY,
    ],
    [
      '20,000 links on a page',
      onePage({
        page: `/Annots [${times(COUNT.links, (at) => `<< /Type /Annot /Subtype /Link ${rectAt(at, 5, 3)} /Dest [3 0 R /Fit] >>`)}]`,
      }),
      READY,
    ],
    [
      '2,000 boxes over words',
      onePage({
        content: `${NOTICE} BT /F1 5 Tf ${times(COUNT.boxes, (at) => `1 0 0 1 ${20 + (at % 20) * 29} ${20 + Math.floor(at / 20) * 7} Tm (word) Tj`)} ET 0 g ${times(COUNT.boxes, (at) => `${19 + (at % 20) * 29} ${19 + Math.floor(at / 20) * 7} 14 6 re f`)}`,
      }),
      READY,
    ],
    [
      'a page of 2,000 streams',
      fileOf([
        '<< /Type /Catalog /Pages 2 0 R >>',
        '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 4 0 R >> >> /Contents [${times(COUNT.streams, (at) => `${5 + at} 0 R`)}] >>`,
        FONT,
        ...objects(COUNT.streams, (at) => streamOf(`BT /F1 4 Tf ${spread(at, 600)} ${spread(at + 9, 700)} Td (piece ${at}) Tj ET`)),
      ]),
      READY,
    ],
    [
      'a pattern of a million tiles',
      onePage({
        resources: '/Pattern << /P 6 0 R >>',
        content: `${NOTICE} /Pattern cs /P scn 0 0 600 700 re f`,
        more: [
          streamOf(
            '0 0 0.1 0.1 re f',
            '/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 0.5 0.5] /XStep 0.5 /YStep 0.5 /Resources << >>',
          ),
        ],
      }),
      READY,
    ],
    ['a state saved 100,000 times', onePage({ content: `${NOTICE} ${'q '.repeat(100_000)}` }), EITHER],
    [
      'a note of a megabyte',
      onePage({
        page: `/Annots [<< /Type /Annot /Subtype /Text /Rect [10 10 30 30] /T (Somebody) /Contents (${'long words '.repeat(100_000)}) >>]`,
      }),
      READY,
    ],
  ]
  return kinds.map(([name, bytes, comes]) => ({ name: `${name}.pdf`, bytes, comes }))
}
