import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeSegment } from '@shared/anchoring/make-segment'
import type { Annotation } from '@shared/annotations/annotation'
import { annotationSchema } from '@shared/annotations/annotation'
import type { ReadablePage } from '@shared/documents/page-reading'
import { marksToWrite } from '@shared/pdf-marks/marks-to-write'
import { takeOver, wholeMarks } from '@shared/pdf-marks/take-over'
import { aDocument, anAnnotation } from '@shared/testing/builders'
import { pdfRect, quadOfRect } from '@shared/units/geometry'
import { describe, expect, test } from 'vitest'
import { readMarkKeys } from '../../renderer/pdf-marks/mark-keys'
import { writeCopy } from '../../renderer/pdf-marks/write-copy'
import { readMarks } from '../../renderer/pdf/page-marks'
import { corpusBytes, corpusPages, hasCorpus, pagesOfPdf, withPdf } from '../support/corpus-pages'

const original = aDocument()
const has = (program: string): boolean => ['/usr/bin', '/usr/local/bin'].some((folder) => existsSync(join(folder, program)))

type Pages = Awaited<ReturnType<typeof pagesOfPdf>>
const readable =
  (pages: Pages) =>
  (index: number): ReadablePage | undefined => {
    const page = pages[index]
    return page === undefined
      ? undefined
      : {
          page: page.page,
          text: { ...page.text, index, origin: 'embedded', extractor: original.extractor, held: [], words: [] },
          stamp: null,
        }
  }

/** Marks of every kind on the first pages of a document, one of them over two pages. */
function marksOf(pages: Pages): readonly Annotation[] {
  const segment = (index: number, from: number, length: number) => {
    const page = pages[index]
    if (page === undefined) throw new Error('no such page')
    const start = page.text.text.search(/\S/) + from
    return makeSegment({
      documentId: original.id,
      page: page.page,
      text: page.text,
      ranges: [{ start, end: Math.min(start + length, page.text.text.trimEnd().length) }],
      extractor: original.extractor,
    })
  }
  const last = Math.min(1, pages.length - 1)
  const box = pages[0]?.page.box ?? [0, 0, 612, 792]
  const area = pdfRect(box[0] + 50, box[1] + 60, box[0] + 150, box[1] + 90)
  const onText = (pages[0]?.text.text.trim().length ?? 0) > 20
  const { page: first } = pages[0] ?? { page: null }
  if (first === null) throw new Error('no page')
  const bare = {
    documentId: original.id,
    pageIndex: first.index,
    label: first.label,
    stamp: null,
    pageBox: first.box,
    rotation: first.rotation,
    state: 'exact',
    quads: [quadOfRect(area)],
    ranges: [],
    quote: 'written in the margin',
    prefix: '',
    suffix: '',
    textOrigin: 'typed',
    extractor: null,
  } as const
  const words = onText
    ? [
        { kind: 'highlight', segments: [segment(0, 0, 60)], comment: 'Zażółć “gęślą” 漢字\nsecond line', tags: ['date', 'key'] },
        { kind: 'highlight', segments: [segment(0, 10, 40), segment(last, 0, 30)], comment: '' },
        { kind: 'underline', segments: [segment(last, 5, 50)], comment: 'underlined' },
        { kind: 'redaction', segments: [segment(0, 3, 90)], comment: 'in the text', exemptionCodes: ['(b)(5)'] },
      ]
    : []
  const made = [
    ...words,
    { kind: 'area', segments: [bare], comment: 'a box' },
    { kind: 'redaction', segments: [{ ...bare, quote: '' }], comment: '', exemptionCodes: ['(b)(6)', '(b)(7)(E)'] },
    { kind: 'page-note', segments: [{ ...bare, quads: [], quote: '' }], comment: 'a note on the page' },
  ]
  return made.map((one, at) =>
    annotationSchema.parse({ ...anAnnotation(original), author: at % 2 === 0 ? 'Mara Diaz' : 'Óscar', ...one, id: `annotation_test${at}` }),
  )
}

async function readBack(bytes: Uint8Array) {
  const raw = await withPdf(bytes, async (pdf) =>
    (await Promise.all(Array.from({ length: pdf.numPages }, async (_, at) => readMarks(await pdf.getPage(at + 1))))).flat(),
  )
  const keys = await readMarkKeys(bytes)
  return raw.map((mark) => ({
    ...mark,
    reference: keys.get(mark.reference)?.name ?? mark.reference,
    vouch: keys.get(mark.reference)?.vouch ?? null,
  }))
}

const NAMES = [
  'omb-2025-ai-reporting-guidance.pdf',
  'pypdf-habibi-rotated.pdf',
  'fbi-nics-2015-11-rotated.pdf',
  'doj-2d-cir-response-brief.pdf',
  'opf-annotated-in-acrobat-x.pdf',
  'usda-foia-referral-scan-rotated.pdf',
  'pdfannots-word2column.pdf',
]

describe.skipIf(!hasCorpus)('a copy with marks (skipped where the corpus is not beside the project)', () => {
  for (const name of NAMES) {
    test(`of ${name} reads back the same, and the original is its beginning`, async () => {
      const bytes = corpusBytes(name)
      const pages = await corpusPages(name)
      const marks = marksOf(pages)
      const copied = await writeCopy(
        bytes,
        name,
        marks.flatMap((mark) => marksToWrite(mark, [], (index) => pages[index]?.page)),
      )
      if (!copied.ok) throw new Error(copied.problem.what)
      const copy = copied.value
      expect(Buffer.compare(Buffer.from(copy.subarray(0, bytes.length)), Buffer.from(bytes))).toBe(0)
      const stood = (await readBack(bytes)).length
      const found = await readBack(copy)
      expect(found.length).toBe(stood + marks.flatMap((mark) => mark.segments).length)
      const after = readable(await pagesOfPdf(copy))
      const taken = wholeMarks(found.filter((mark) => mark.vouch !== null)).map((parts) => takeOver(original.id, parts, after, 'Vouch'))
      const same = ({
        kind,
        comment,
        tags,
        exemptionCodes,
        author,
        segments,
      }: Pick<Annotation, 'kind' | 'comment' | 'tags' | 'exemptionCodes' | 'author' | 'segments'>) => ({
        kind,
        comment,
        tags,
        exemptionCodes,
        author,
        segments: segments.map(({ pageIndex, quads, quote, rotation, pageBox }) => ({ pageIndex, quads, quote, rotation, pageBox })),
      })
      const byKind = (a: { kind: string; comment: string }, b: { kind: string; comment: string }): number =>
        `${a.kind}${a.comment}`.localeCompare(`${b.kind}${b.comment}`)
      expect(taken.flatMap((mark) => (mark === null ? [] : [same(mark)])).toSorted(byKind)).toEqual(marks.map(same).toSorted(byKind))
    }, 60_000)
  }
  test('of an encrypted document is refused with the reason', async () => {
    const refused = await writeCopy(corpusBytes('opf-encryption-notextaccess.pdf'), 'locked.pdf', [])
    expect(refused).toMatchObject({ ok: false, problem: { kind: 'pdf-encrypted' } })
  })
  test.skipIf(!has('qpdf') || !has('pdftoppm'))(
    'is sound to qpdf and drawn by poppler (skipped where they are not installed)',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'vouch-copy-'))
      const name = 'omb-2025-ai-reporting-guidance.pdf'
      const pages = await corpusPages(name)
      const copied = await writeCopy(
        corpusBytes(name),
        name,
        marksOf(pages).flatMap((mark) => marksToWrite(mark, [], (index) => pages[index]?.page)),
      )
      if (!copied.ok) throw new Error(copied.problem.what)
      const [before, after] = [join(folder, 'before.pdf'), join(folder, 'after.pdf')]
      writeFileSync(before, corpusBytes(name))
      writeFileSync(after, copied.value)
      expect(execFileSync('qpdf', ['--check', after], { encoding: 'utf8' })).toContain('No syntax or stream encoding errors')
      const picture = (file: string): Buffer => execFileSync('pdftoppm', ['-f', '1', '-l', '1', '-r', '50', file], { maxBuffer: 1 << 26 })
      expect(picture(after).equals(picture(before))).toBe(false)
      expect(execFileSync('pdftotext', [after, '-'], { encoding: 'utf8' })).toBe(
        execFileSync('pdftotext', [before, '-'], { encoding: 'utf8' }),
      )
      rmSync(folder, { recursive: true })
    },
    60_000,
  )
})
