import { deflateSync } from 'node:zlib'
import { deflated, EITHER, FONT, fileOf, latin, NOTICE, type OddPdf, onePage, READY, spread, streamOf, times } from './odd-pdf-parts'

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

/** A picture of so many pixels a side, one colour all over, drawn on a page. */
const picture = (side: number, colours: 'DeviceGray' | 'DeviceRGB', bits: 1 | 8): Buffer =>
  onePage({
    resources: '/XObject << /I 6 0 R >>',
    content: `${NOTICE} q 400 0 0 400 100 100 cm /I Do Q`,
    more: [
      deflated(
        Buffer.alloc(Math.ceil((side * (colours === 'DeviceRGB' ? 3 : 1) * bits) / 8) * side, 0x5a),
        `/Type /XObject /Subtype /Image /Width ${side} /Height ${side} /ColorSpace /${colours} /BitsPerComponent ${bits}`,
      ),
    ],
  })
const compressed = (content: string): Buffer =>
  fileOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 5 0 R >> >> /Contents 4 0 R >>',
    deflated(latin(content)),
    FONT,
  ])
const bomb = deflateSync(Buffer.alloc(60_000_000, 32))

/** Files whose pages draw odd things, or far more of something than anybody would look at. */
export const oddContents = (): readonly OddPdf[] => [
  // First, as it is given up only after a minute, while the others come in beside it.
  ['a state saved 100,000 times', onePage({ content: `${NOTICE} ${'q '.repeat(100_000)}` }), EITHER],
  ['a picture in JBIG2', image('JBIG2Decode'), READY],
  ['a picture in JPEG 2000', image('JPXDecode'), READY],
  ['a picture in CCITT', image('CCITTFaxDecode', '/DecodeParms << /K -1 /Columns 1728 >>'), READY],
  ['a picture in JPEG', image('DCTDecode'), READY],
  ['a picture of a filter that nobody knows', image('MadeUpDecode'), READY],
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
  [
    '200,000 strokes',
    compressed(
      `${NOTICE} 0.3 w\n${times(200_000, (at) => `${spread(at, 600)} ${spread(at + 1, 700)} m ${spread(at + 2, 600)} ${spread(at + 3, 700)} l S`)}`,
    ),
    READY,
  ],
  [
    'a path of 500,000 points',
    compressed(`${NOTICE} 0 0 m\n${times(500_000, (at) => `${spread(at, 600)} ${spread(at + 3, 700)} l`)} S`),
    READY,
  ],
  ['a picture of 100 megapixels', picture(10_000, 'DeviceRGB', 8), READY],
  ['a picture of 100 megapixels in grey', picture(10_000, 'DeviceGray', 8), READY],
  ['a scan of 400 megapixels in black and white', picture(20_000, 'DeviceGray', 1), READY],
  [
    'a picture that says it is 4 million pixels wide',
    onePage({
      resources: '/XObject << /I 6 0 R >>',
      content: `${NOTICE} q 300 0 0 300 100 100 cm /I Do Q`,
      more: [
        streamOf(
          'no such pixels',
          '/Type /XObject /Subtype /Image /Width 4000000 /Height 4000000 /ColorSpace /DeviceRGB /BitsPerComponent 8',
        ),
      ],
    }),
    READY,
  ],
  ['a word of a million letters', onePage({ content: `${NOTICE} BT /F1 1 Tf 20 20 Td (${'a'.repeat(1_000_000)}) Tj ET` }), READY],
  [
    'a font that draws itself',
    onePage({
      page: '/Resources << /Font << /F1 6 0 R >> >>',
      content: 'BT /F1 12 Tf 72 720 Td (aaaa) Tj ET',
      more: [
        '<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1000 1000] /FontMatrix [0.001 0 0 0.001 0 0] /FirstChar 97 /LastChar 97 /Widths [1000] /Encoding << /Type /Encoding /Differences [97 /a] >> /CharProcs << /a 7 0 R >> /Resources << /Font << /F1 6 0 R >> >> >>',
        streamOf('1000 0 d0 BT /F1 1000 Tf (a) Tj ET'),
      ],
    }),
    READY,
  ],
  [
    'a pattern that draws itself',
    onePage({
      resources: '/Pattern << /P 6 0 R >>',
      content: `${NOTICE} /Pattern cs /P scn 0 0 600 700 re f`,
      more: [
        streamOf(
          '/Pattern cs /P scn 0 0 5 5 re f',
          '/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 5 5] /XStep 5 /YStep 5 /Resources << /Pattern << /P 6 0 R >> >>',
        ),
      ],
    }),
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
  [
    '300 soft masks in one another',
    onePage({
      resources: '/ExtGState << /G 6 0 R >>',
      content: `${NOTICE} ${'q /G gs '.repeat(300)} 0 0 600 700 re f ${'Q '.repeat(300)}`,
      more: [
        '<< /Type /ExtGState /SMask << /Type /Mask /S /Luminosity /G 7 0 R >> >>',
        streamOf('1 g 0 0 600 700 re f', '/Type /XObject /Subtype /Form /BBox [0 0 612 792] /Group << /S /Transparency /CS /DeviceGray >>'),
      ],
    }),
    READY,
  ],
  [
    'numbers beyond all bounds',
    onePage({
      content: `${NOTICE} 1e999 -1e999 99999999999999999999 m 1 0 0 1 99999999999999 -99999999999999 cm 0 0 1e30 1e30 re f BT /F1 1e20 Tf (huge) Tj /F1 0 Tf (nothing) Tj /F1 -12 Tf (turned) Tj ET`,
    }),
    READY,
  ],
]
