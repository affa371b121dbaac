import { deflateSync } from 'node:zlib'
import { FONT, fileOf, latin, NOTICE, onePage, type Outcome, streamOf } from './odd-parts'

type Extreme = readonly [name: string, bytes: Buffer, comes: readonly Outcome[]]

const READY: readonly Outcome[] = ['ready']
const EITHER: readonly Outcome[] = ['ready', 'unreadable', 'refused']

const times = (count: number, make: (at: number) => string): string => Array.from({ length: count }, (_, at) => make(at)).join('\n')
const deflated = (bytes: Buffer, dictionary = ''): string => {
  const small = deflateSync(bytes, { level: 1 }).toString('latin1')
  return `<< ${dictionary} /Filter /FlateDecode /Length ${small.length} >>\nstream\n${small}\nendstream`
}
/** A picture of so many pixels a side, one colour all over, drawn on a page. */
const picture = (side: number, colours: 'DeviceGray' | 'DeviceRGB', bits: 1 | 8): Buffer =>
  onePage({
    resources: '/XObject << /I 6 0 R >>',
    content: `${NOTICE} q 400 0 0 400 100 100 cm /I Do Q`,
    more: [deflated(Buffer.alloc(Math.ceil((side * (colours === 'DeviceRGB' ? 3 : 1) * bits) / 8) * side, 0x5a), `/Type /XObject /Subtype /Image /Width ${side} /Height ${side} /ColorSpace /${colours} /BitsPerComponent ${bits}`)],
  })
const compressed = (content: string): Buffer => fileOf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Count 1 /Kids [3 0 R] >>', '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 5 0 R >> >> /Contents 4 0 R >>', deflated(latin(content)), FONT])
/** Numbers that look drawn by lot and are the same each time. */
const spread = (at: number, to: number): number => ((at * 7919) % (to * 10)) / 10

/** Files that hold far more of something than anybody would read, and some more that are damaged in ways of their own. */
export function extremePdfs(): readonly Extreme[] {
  const attached = 5000
  const fields = 5000
  const entries = 12_000
  const deepTree = 600
  return [
    ['200,000 strokes', compressed(`${NOTICE} 0.3 w\n${times(200_000, (at) => `${spread(at, 600)} ${spread(at + 1, 700)} m ${spread(at + 2, 600)} ${spread(at + 3, 700)} l S`)}`), READY],
    ['a path of 500,000 points', compressed(`${NOTICE} 0 0 m\n${times(500_000, (at) => `${spread(at, 600)} ${spread(at + 3, 700)} l`)} S`), READY],
    ['a picture of 100 megapixels', picture(10_000, 'DeviceRGB', 8), READY],
    ['a picture of 100 megapixels in grey', picture(10_000, 'DeviceGray', 8), READY],
    ['a scan of 400 megapixels in black and white', picture(20_000, 'DeviceGray', 1), READY],
    ['a picture that says it is 4 million pixels wide', onePage({ resources: '/XObject << /I 6 0 R >>', content: `${NOTICE} q 300 0 0 300 100 100 cm /I Do Q`, more: [streamOf('no such pixels', '/Type /XObject /Subtype /Image /Width 4000000 /Height 4000000 /ColorSpace /DeviceRGB /BitsPerComponent 8')] }), READY],
    ['an outline of 12,000 entries', onePage({ catalog: '/Outlines 6 0 R /PageMode /UseOutlines', more: [`<< /First 7 0 R /Last ${6 + entries} 0 R /Count ${entries} >>`, ...Array.from({ length: entries }, (_, at) => `<< /Title (Entry ${at}) /Parent 6 0 R ${at + 1 < entries ? `/Next ${at + 8} 0 R` : ''} /Dest [3 0 R /Fit] >>`)] }), READY],
    ['5,000 attachments', onePage({ catalog: '/Names << /EmbeddedFiles 6 0 R >>', more: [`<< /Names [${times(attached, (at) => `(file ${String(at).padStart(5, '0')}) ${8 + at} 0 R`)}] >>`, streamOf('words', '/Type /EmbeddedFile'), ...Array.from({ length: attached }, (_, at) => `<< /Type /Filespec /F (file ${at}.txt) /EF << /F 7 0 R >> >>`)] }), READY],
    ['5,000 form fields', onePage({ catalog: '/AcroForm 6 0 R', page: `/Annots [${times(fields, (at) => `${7 + at} 0 R`)}]`, more: [`<< /Fields [${times(fields, (at) => `${7 + at} 0 R`)}] /DA (/F1 8 Tf 0 g) >>`, ...Array.from({ length: fields }, (_, at) => `<< /Type /Annot /Subtype /Widget /FT /Tx /T (field ${at}) /V (value ${at}) /DA (/F1 4 Tf 0 g) /P 3 0 R /Rect [${spread(at, 600)} ${spread(at + 5, 700)} ${spread(at, 600) + 9} ${spread(at + 5, 700) + 5}] >>`)] }), READY],
    ['20,000 links on a page', onePage({ page: `/Annots [${times(20_000, (at) => `<< /Type /Annot /Subtype /Link /Rect [${spread(at, 600)} ${spread(at + 5, 700)} ${spread(at, 600) + 5} ${spread(at + 5, 700) + 3}] /Dest [3 0 R /Fit] >>`)}]` }), READY],
    ['2,000 boxes over words', onePage({ content: `${NOTICE} BT /F1 5 Tf ${times(2000, (at) => `1 0 0 1 ${20 + (at % 20) * 29} ${20 + Math.floor(at / 20) * 7} Tm (word) Tj`)} ET 0 g ${times(2000, (at) => `${19 + (at % 20) * 29} ${19 + Math.floor(at / 20) * 7} 14 6 re f`)}` }), READY],
    ['a word of a million letters', onePage({ content: `${NOTICE} BT /F1 1 Tf 20 20 Td (${'a'.repeat(1_000_000)}) Tj ET` }), READY],
    ['a page of 2,000 streams', fileOf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Count 1 /Kids [3 0 R] >>', `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 4 0 R >> >> /Contents [${times(2000, (at) => `${5 + at} 0 R`)}] >>`, FONT, ...Array.from({ length: 2000 }, (_, at) => streamOf(`BT /F1 4 Tf ${spread(at, 600)} ${spread(at + 9, 700)} Td (piece ${at}) Tj ET`))]), READY],
    ['a page tree of 600 levels', fileOf(['<< /Type /Catalog /Pages 2 0 R >>', ...Array.from({ length: deepTree }, (_, at) => `<< /Type /Pages /Count 1 ${at === 0 ? '' : `/Parent ${at + 1} 0 R`} /Kids [${at + 3} 0 R] >>`), `<< /Type /Page /Parent ${deepTree + 1} 0 R /MediaBox [0 0 612 792] >>`]), EITHER],
    ['a tree that counts a million pages and holds one', fileOf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Count 1000000 /Kids [3 0 R] >>', '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] >>']), EITHER],
    ['a tree that counts fewer pages than it holds', fileOf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Count -3 /Kids [3 0 R 3 0 R] >>', '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] >>']), EITHER],
    ['encrypted by a handler that nobody knows', fileOf(['<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Count 1 /Kids [3 0 R] >>', '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] >>', '<< /Filter /Adobe.PubSec /V 4 /SubFilter /adbe.pkcs7.s5 >>'], { trailer: '/Encrypt 4 0 R /ID [<00> <00>]' }), ['unreadable', 'needs-password', 'refused']],
    ['a font that draws itself', onePage({ page: '/Resources << /Font << /F1 6 0 R >> >>', content: 'BT /F1 12 Tf 72 720 Td (aaaa) Tj ET', more: ['<< /Type /Font /Subtype /Type3 /FontBBox [0 0 1000 1000] /FontMatrix [0.001 0 0 0.001 0 0] /FirstChar 97 /LastChar 97 /Widths [1000] /Encoding << /Type /Encoding /Differences [97 /a] >> /CharProcs << /a 7 0 R >> /Resources << /Font << /F1 6 0 R >> >> >>', streamOf('1000 0 d0 BT /F1 1000 Tf (a) Tj ET')] }), READY],
    ['a pattern that draws itself', onePage({ resources: '/Pattern << /P 6 0 R >>', content: `${NOTICE} /Pattern cs /P scn 0 0 600 700 re f`, more: [streamOf('/Pattern cs /P scn 0 0 5 5 re f', '/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 5 5] /XStep 5 /YStep 5 /Resources << /Pattern << /P 6 0 R >> >>')] }), READY],
    ['a pattern of a million tiles', onePage({ resources: '/Pattern << /P 6 0 R >>', content: `${NOTICE} /Pattern cs /P scn 0 0 600 700 re f`, more: [streamOf('0 0 0.1 0.1 re f', '/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 0.5 0.5] /XStep 0.5 /YStep 0.5 /Resources << >>')] }), READY],
    ['300 soft masks in one another', onePage({ resources: '/ExtGState << /G 6 0 R >>', content: `${NOTICE} ${'q /G gs '.repeat(300)} 0 0 600 700 re f ${'Q '.repeat(300)}`, more: ['<< /Type /ExtGState /SMask << /Type /Mask /S /Luminosity /G 7 0 R >> >>', streamOf('1 g 0 0 600 700 re f', '/Type /XObject /Subtype /Form /BBox [0 0 612 792] /Group << /S /Transparency /CS /DeviceGray >>')] }), READY],
    ['a state saved 100,000 times', onePage({ content: `${NOTICE} ${'q '.repeat(100_000)}` }), EITHER],
    ['numbers beyond all bounds', onePage({ content: `${NOTICE} 1e999 -1e999 99999999999999999999 m 1 0 0 1 99999999999999 -99999999999999 cm 0 0 1e30 1e30 re f BT /F1 1e20 Tf (huge) Tj /F1 0 Tf (nothing) Tj /F1 -12 Tf (turned) Tj ET` }), READY],
    ['a file attached that is the file', onePage({ catalog: '/Names << /EmbeddedFiles << /Names [(self.pdf) 6 0 R] >> >>', more: ['<< /Type /Filespec /F (self.pdf) /EF << /F 6 0 R >> >>'] }), READY],
    ['a note of a megabyte', onePage({ page: `/Annots [<< /Type /Annot /Subtype /Text /Rect [10 10 30 30] /T (Somebody) /Contents (${'long words '.repeat(100_000)}) >>]` }), READY],
  ]
}
