import { onePage, type OddPdf, NOTICE, READY, spread, streamOf, times } from './odd-pdf-parts'

const attached = 5000
const fields = 5000
const entries = 12_000
const deep = Array.from(
  { length: 1200 },
  (_, at) => `<< /Title (Level ${at}) /Parent ${at + 6} 0 R /First ${at + 8} 0 R /Last ${at + 8} 0 R /Count 1 >>`,
)
const xml =
  '<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;">]><x:xmpmeta xmlns:x="adobe:ns:meta/">&d;</x:xmpmeta>'

/** Files whose pages are plain and to which odd things are added: outlines, notes, links, fields, attachments, metadata. */
export const oddAdditions = (): readonly OddPdf[] => [
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
    '100,000 annotations on a page',
    onePage({ page: `/Annots [${'<< /Type /Annot /Subtype /Square /Rect [10 10 20 20] /C [1 0 0] >>\n'.repeat(100_000)}]` }),
    READY,
  ],
  ['metadata that swells', onePage({ catalog: '/Metadata 6 0 R', more: [streamOf(xml, '/Type /Metadata /Subtype /XML')] }), READY],
  ['labels that are none', onePage({ catalog: '/PageLabels << /Nums [0 << /S /Z /St -5 /P 7 >>] >>' }), READY],
  [
    'an outline of 12,000 entries',
    onePage({
      catalog: '/Outlines 6 0 R /PageMode /UseOutlines',
      more: [
        `<< /First 7 0 R /Last ${6 + entries} 0 R /Count ${entries} >>`,
        ...Array.from(
          { length: entries },
          (_, at) => `<< /Title (Entry ${at}) /Parent 6 0 R ${at + 1 < entries ? `/Next ${at + 8} 0 R` : ''} /Dest [3 0 R /Fit] >>`,
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
        `<< /Names [${times(attached, (at) => `(file ${String(at).padStart(5, '0')}) ${8 + at} 0 R`)}] >>`,
        streamOf('words', '/Type /EmbeddedFile'),
        ...Array.from({ length: attached }, (_, at) => `<< /Type /Filespec /F (file ${at}.txt) /EF << /F 7 0 R >> >>`),
      ],
    }),
    READY,
  ],
  [
    '5,000 form fields',
    onePage({
      catalog: '/AcroForm 6 0 R',
      page: `/Annots [${times(fields, (at) => `${7 + at} 0 R`)}]`,
      more: [
        `<< /Fields [${times(fields, (at) => `${7 + at} 0 R`)}] /DA (/F1 8 Tf 0 g) >>`,
        ...Array.from(
          { length: fields },
          (_, at) =>
            `<< /Type /Annot /Subtype /Widget /FT /Tx /T (field ${at}) /V (value ${at}) /DA (/F1 4 Tf 0 g) /P 3 0 R /Rect [${spread(at, 600)} ${spread(at + 5, 700)} ${spread(at, 600) + 9} ${spread(at + 5, 700) + 5}] >>`,
        ),
      ],
    }),
    READY,
  ],
  [
    '20,000 links on a page',
    onePage({
      page: `/Annots [${times(20_000, (at) => `<< /Type /Annot /Subtype /Link /Rect [${spread(at, 600)} ${spread(at + 5, 700)} ${spread(at, 600) + 5} ${spread(at + 5, 700) + 3}] /Dest [3 0 R /Fit] >>`)}]`,
    }),
    READY,
  ],
  [
    '2,000 boxes over words',
    onePage({
      content: `${NOTICE} BT /F1 5 Tf ${times(2000, (at) => `1 0 0 1 ${20 + (at % 20) * 29} ${20 + Math.floor(at / 20) * 7} Tm (word) Tj`)} ET 0 g ${times(2000, (at) => `${19 + (at % 20) * 29} ${19 + Math.floor(at / 20) * 7} 14 6 re f`)}`,
    }),
    READY,
  ],
  [
    'a file attached that is the file',
    onePage({
      catalog: '/Names << /EmbeddedFiles << /Names [(self.pdf) 6 0 R] >> >>',
      more: ['<< /Type /Filespec /F (self.pdf) /EF << /F 6 0 R >> >>'],
    }),
    READY,
  ],
  [
    'a note of a megabyte',
    onePage({
      page: `/Annots [<< /Type /Annot /Subtype /Text /Rect [10 10 30 30] /T (Somebody) /Contents (${'long words '.repeat(100_000)}) >>]`,
    }),
    READY,
  ],
]
