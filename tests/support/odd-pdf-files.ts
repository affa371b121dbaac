import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib'
import { EITHER, FONT, fileOf, latin, NOTICE, type OddPdf, onePage, READY, spread, streamOf, times } from './odd-pdf-parts'

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

const deepTree = 600

/** Files that are built in an odd way: their beginning, their tables, their trees of pages, their encryption. */
export async function oddFiles(): Promise<readonly OddPdf[]> {
  const plain = onePage()
  const text = plain.toString('latin1')
  const odd: OddPdf[] = [
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
    // Larger than what is read whole: such a file is read by range.
    ['larger than eight megabytes', onePage({ more: [streamOf('x'.repeat(9 * 1024 * 1024))] }), ['ready']],
    [
      'a page of 2,000 streams',
      fileOf([
        '<< /Type /Catalog /Pages 2 0 R >>',
        '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 4 0 R >> >> /Contents [${times(2000, (at) => `${5 + at} 0 R`)}] >>`,
        FONT,
        ...Array.from({ length: 2000 }, (_, at) =>
          streamOf(`BT /F1 4 Tf ${spread(at, 600)} ${spread(at + 9, 700)} Td (piece ${at}) Tj ET`),
        ),
      ]),
      READY,
    ],
    [
      'a page tree of 600 levels',
      fileOf([
        '<< /Type /Catalog /Pages 2 0 R >>',
        ...Array.from(
          { length: deepTree },
          (_, at) => `<< /Type /Pages /Count 1 ${at === 0 ? '' : `/Parent ${at + 1} 0 R`} /Kids [${at + 3} 0 R] >>`,
        ),
        `<< /Type /Page /Parent ${deepTree + 1} 0 R /MediaBox [0 0 612 792] >>`,
      ]),
      EITHER,
    ],
    [
      'a tree that counts a million pages and holds one',
      fileOf([
        '<< /Type /Catalog /Pages 2 0 R >>',
        '<< /Type /Pages /Count 1000000 /Kids [3 0 R] >>',
        '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] >>',
      ]),
      EITHER,
    ],
    [
      'a tree that counts fewer pages than it holds',
      fileOf([
        '<< /Type /Catalog /Pages 2 0 R >>',
        '<< /Type /Pages /Count -3 /Kids [3 0 R 3 0 R] >>',
        '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] >>',
      ]),
      EITHER,
    ],
    [
      'encrypted by a handler that nobody knows',
      fileOf(
        [
          '<< /Type /Catalog /Pages 2 0 R >>',
          '<< /Type /Pages /Count 1 /Kids [3 0 R] >>',
          '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] >>',
          '<< /Filter /Adobe.PubSec /V 4 /SubFilter /adbe.pkcs7.s5 >>',
        ],
        { trailer: '/Encrypt 4 0 R /ID [<00> <00>]' },
      ),
      ['unreadable', 'needs-password', 'refused'],
    ],
  ]
  for (const version of ['1.3', '1.4', '1.6', '1.7ext3'] as const) {
    odd.push(
      [`encrypted as of ${version}`, await encrypted(version, 'secret'), ['needs-password']],
      [`encrypted as of ${version} without a password`, await encrypted(version, ''), READY],
    )
  }
  return odd
}
