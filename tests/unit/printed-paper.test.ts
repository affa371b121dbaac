import { homedir, tmpdir, userInfo } from 'node:os'
import { composePayload } from '@shared/bundle/payload'
import { snapshotSchema } from '@shared/dossier/snapshot'
import { aFigure, anEvent, aParityCell, aParityMatrix, aPurchase } from '@shared/testing/builders'
import { dossierWorld } from '@shared/testing/dossier-world'
import { partialDateSchema } from '@shared/units/time'
import { checkPaper } from '@shared/verification/check-paper'
import { beforeAll, describe, expect, it } from 'vitest'
import { findBrowser } from '../../electron/host/find-browser'
import { printWithBrowser } from '../../electron/paper/print-with-browser'
import { markArtifacts } from '../../renderer/dossier/paper/artifact-marks'
import { mendPdf } from '../../renderer/dossier/paper/mend-pdf'
import { pagesOfPdf } from '../support/corpus-pages'
import { altOf, readTaggedPdf, type TaggedPdf } from '../support/read-tagged-pdf'

/** A dossier printed by a real Chromium, mended, and read back. */
const browser = await findBrowser()
const world = dossierWorld()
const { custody, parts } = world
const { records } = world.snapshot
const [analysis] = records.analyses
const [marked] = records.annotations
if (analysis === undefined || marked === undefined) throw new Error('the world has changed')
const date = (text: string) => partialDateSchema.parse(text)
const purchase = (vendor: string, cents: number) =>
  aPurchase(analysis, {
    vendor,
    date: date('2025-09'),
    annotationIds: [marked.id],
    figures: [aFigure({ cents, printed: `$${cents / 100}`, annotationId: marked.id })],
  })
const matrix = aParityMatrix(analysis, { years: [2024, 2025] })
/** With everything that has a form of its own on paper: charts, a matrix, tables. */
const snapshot = snapshotSchema.parse({
  ...world.snapshot,
  records: {
    ...records,
    purchases: [purchase('A & B', 500_000), purchase('Another <vendor>', 2_500_000)],
    chronologyEvents: [
      anEvent(analysis, { kind: 'deadline', date: date('2025-03-01'), title: 'Answer due' }),
      anEvent(analysis, { date: date('2024'), title: 'Sometime' }),
    ],
    parityMatrices: [matrix],
    parityCells: [aParityCell(matrix)],
  },
})
const payload = composePayload(snapshot, custody, parts.picture)
// The pictures of the small world are one pixel wide, which is no picture on paper.
const html = (payload.texts.get('dossier.html') ?? '').replaceAll('width:1px', 'width:200px')
const mending = { title: payload.tree.title, vouch: payload.tree.vouch, at: payload.tree.custody.at, head: payload.tree.custody.head }

async function print(): Promise<Uint8Array> {
  const printed = await printWithBrowser(new TextEncoder().encode(html), new AbortController().signal)
  if (!printed.ok) throw new Error(`${printed.problem.what} ${printed.problem.remedy}`)
  return mendPdf(printed.value, mending)
}

const headingsIn = (text: string): readonly { readonly level: number; readonly words: string }[] =>
  [...text.slice(text.indexOf('<main')).matchAll(/<h([1-6])\b[^>]*>(.*?)<\/h\1>/gs)].map(([, level, inside]) => ({
    level: Number(level),
    words: (inside ?? '')
      .replace(/<span class="sign.*?<\/span>/g, '')
      .replace(/<[^>]*>/g, '')
      .replace(/&(amp|lt|gt|quot|#39);/g, (entity) => ({ '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' })[entity] ?? "'")
      .replace(/\s+/g, ' ')
      .trim(),
  }))

describe.skipIf(browser === null)('a printed dossier', () => {
  let bytes: Uint8Array
  let read: TaggedPdf
  beforeAll(async () => {
    bytes = await print()
    read = await readTaggedPdf(bytes)
  })

  it('says the same words as the page, in order', async () => {
    const pages = await pagesOfPdf(bytes)
    const opened = {
      pageCount: pages.length,
      readPage: async (index: number) => pages[index]?.text ?? { text: '', runs: [] },
      close: async () => undefined,
    }
    expect(await checkPaper(payload, async () => ({ ok: true, value: opened }))).toEqual({
      name: 'paper',
      ok: true,
      what: expect.any(String),
    })
  })
  it('is tagged, and names its language and its title', () => {
    expect([read.marked, read.language, read.showsTitle]).toEqual([true, 'en', true])
    expect(read.pdf.getTitle()).toBe(payload.tree.title)
    expect(read.xmp).toContain(`<rdf:li xml:lang="x-default">${payload.tree.title}</rdf:li>`)
  })
  it('has an outline of all headings, each leading to its page', () => {
    expect(read.outline.map(({ title }) => title.replace(/\s+/g, ' ').trim())).toEqual(headingsIn(html).map(({ words }) => words))
    expect(read.outline.filter(({ leads }) => !leads)).toEqual([])
  })
  it('has headings in the order of the page, none of which leaves a level out', () => {
    const levels = read.elements.flatMap(({ type }) => (/^H[1-6]$/.test(type) ? [Number(type[1])] : []))
    expect(levels).toEqual(headingsIn(html).map(({ level }) => level))
    expect(levels.filter((level, at) => level > (levels[at - 1] ?? 0) + 1)).toEqual([])
  })
  it('leads every link to a place that is there: in it, or at a page of an exhibit beside it', () => {
    const exhibits = payload.tree.exhibits.map(({ path }) => path)
    expect(read.links.length).toBeGreaterThan(5)
    const astray = read.links.filter(({ uri, file, page, dest }) =>
      uri !== null
        ? !uri.startsWith('vouch://')
        : file === null
          ? !read.destinations.has(dest ?? '')
          : !exhibits.includes(file) || page === null,
    )
    expect(astray).toEqual([])
    expect(read.links.filter(({ file }) => file !== null).length).toBeGreaterThan(3)
    expect(read.links.filter(({ contents, tagged }) => contents === null || !tagged)).toEqual([])
    expect(read.tabOrders.every((order) => order === 'S')).toBe(true)
  })
  it('says of every picture what it shows', () => {
    const figures = read.elements.filter(({ type }) => type === 'Figure')
    expect(figures.length).toBeGreaterThanOrEqual([...html.matchAll(/<img |<svg /g)].length)
    expect(html).toContain('<svg ')
    expect(figures.map(altOf).filter((alt) => alt === null || alt === '')).toEqual([])
  })
  it('has tables with heads, in rows', () => {
    const inside = (type: string): readonly (string | undefined)[] =>
      read.elements.filter((element) => element.type === type).map(({ parent }) => parent?.type)
    expect(new Set(inside('TR'))).toEqual(
      new Set(inside('TR').filter((parent) => parent !== undefined && /^(Table|THead|TBody|TFoot)$/.test(parent))),
    )
    expect(inside('TH').length).toBeGreaterThan(0)
    expect(new Set([...inside('TH'), ...inside('TD')])).toEqual(new Set(['TR']))
  })
  it('has lists whose items are a label and a body', () => {
    const items = read.elements.filter(({ type }) => type === 'LI')
    expect(items.length).toBeGreaterThan(0)
    expect(new Set(items.flatMap(({ children }) => children.map(({ type }) => type)))).toEqual(new Set(['Lbl', 'LBody']))
    expect(new Set(items.map(({ parent }) => parent?.type))).toEqual(new Set(['L']))
  })
  it('draws nothing that is neither part of the text nor said to be an artifact', () => {
    expect(read.contents.length).toBeGreaterThan(0)
    expect(
      read.contents.map((content) => markArtifacts(content, () => 'form')).filter((content, at) => content !== read.contents[at]),
    ).toEqual([])
    expect(read.contents.flatMap((content) => content.match(/\bB[DM]C\b/g) ?? []).length).toBe(
      read.contents.flatMap((content) => content.match(/\bEMC\b/g) ?? []).length,
    )
  })
  it('says that it is PDF/UA, with what that needs of the file itself', () => {
    expect(read.xmp).toContain('<pdfuaid:part>1</pdfuaid:part>')
    expect(read.everything).not.toMatch(/\/JavaScript|\/Launch|\/Suspects true/)
  })
  it('holds every font that it uses, with the signs that its shapes mean', () => {
    expect(read.fonts.length).toBeGreaterThan(0)
    expect(read.fonts.filter(({ embedded, toUnicode }) => !embedded || !toUnicode)).toEqual([])
  })
  it('tells nothing of the machine, of the person or of the hour', () => {
    const told = [
      homedir(),
      tmpdir(),
      userInfo().username === 'root' ? '/root' : userInfo().username,
      'file:',
      'dossier.invalid',
      'Headless',
      'Mozilla',
      'Skia',
      `D:${new Date().toISOString().slice(0, 10).replaceAll('-', '')}`,
    ]
    expect(told.filter((word) => read.everything.includes(word))).toEqual([])
    expect(read.pdf.getCreationDate()?.toISOString().slice(0, 19)).toBe(payload.tree.custody.at.slice(0, 19))
  })
  it('is the same bytes when it is printed twice', async () => {
    expect(Buffer.from(await print()).equals(bytes)).toBe(true)
  })
})
