import { PDFArray, PDFDict, PDFDocument, PDFName, PDFNumber, PDFString } from '@cantoo/pdf-lib'
import { composePayload } from '@shared/bundle/payload'
import { dossierWorld } from '@shared/testing/dossier-world'
import { describe, expect, it } from 'vitest'
import { createMemoryDesktop } from '../../testing/memory-desktop'
import { messageOf, ok, problem, trouble } from '@shared/errors/outcome'
import { pageHead } from '@shared/dossier/page-head'
import { printedWords } from '@shared/dossier/printed-words'
import type { mendApart } from './mend-apart'
import { mendPdf } from './mend-pdf'
import { printDossier } from './print-dossier'

const { snapshot, custody, parts } = dossierWorld()
const { tree, texts } = composePayload(snapshot, custody, parts.picture)
const html = texts.get('dossier.html') ?? ''

/** As the worker does it. */
const mend: typeof mendApart = ({ printed, mending }, { onPage } = {}) =>
  mendPdf(printed, mending, onPage).then(ok, (thrown: unknown) => trouble(problem('printing-failed', messageOf(thrown), '')))

/** What is read of a PDF that says on one page what the dossier says. */
const saying = (words: string) => async () => {
  const { top, bottom } = pageHead(tree.title, 1, 1)
  return ok({ pageCount: 1, readPage: async () => ({ text: `${top}${words}${bottom}`, runs: [] }), close: async () => undefined })
}
const open = saying(printedWords(html))

/** A PDF as a browser would print it, with one link. */
async function printedWith(uri: string): Promise<Uint8Array> {
  const pdf = await PDFDocument.create()
  pdf.setCreator('Mozilla/5.0 (X11; Linux x86_64)')
  const page = pdf.addPage()
  const link = pdf.context.register(
    pdf.context.obj({ Type: 'Annot', Subtype: 'Link', Rect: [0, 0, 9, 9], A: { S: 'URI', URI: PDFString.of(uri) } }),
  )
  page.node.set(PDFName.of('Annots'), pdf.context.obj([link]))
  return pdf.save()
}

async function printed(uri: string): Promise<{ readonly pdf: PDFDocument; readonly link: PDFDict }> {
  const desktop = createMemoryDesktop()
  const page = await printedWith(uri)
  desktop.switches.printer = () => page
  const answer = await printDossier(desktop, html, tree, { faces: async () => '', mend, open })
  if (!answer.ok) throw new Error(answer.problem.what)
  const pdf = await PDFDocument.load(answer.value, { updateMetadata: false })
  return { pdf, link: pdf.getPage(0).node.lookup(PDFName.of('Annots'), PDFArray).lookup(0, PDFDict) }
}

describe('a dossier that is printed', () => {
  it('leads into an exhibit beside it, at its page, from wherever it lies', async () => {
    const { link } = await printed('https://dossier.invalid/exhibits/EX-001.pdf#page=3')
    const action = link.lookup(PDFName.of('A'), PDFDict)
    expect(action.get(PDFName.of('S'))).toBe(PDFName.of('GoToR'))
    expect(action.lookup(PDFName.of('F'), PDFDict).lookup(PDFName.of('F'), PDFString).decodeText()).toBe('exhibits/EX-001.pdf')
    expect(action.lookup(PDFName.of('D'), PDFArray).lookup(0, PDFNumber).asNumber()).toBe(2)
  })
  it('bears the title, the date and the name of the records, not of the browser', async () => {
    const { pdf } = await printed('vouch://claim/1')
    expect([pdf.getTitle(), pdf.getCreator(), pdf.getProducer()]).toEqual([tree.title, `Vouch ${tree.vouch}`, `Vouch ${tree.vouch}`])
    expect(pdf.getModificationDate()?.getTime()).toBe(Math.floor(Date.parse(tree.custody.at) / 1000) * 1000)
  })
  it('is printed with fonts that the page may use, and no other word', async () => {
    const desktop = createMemoryDesktop()
    const page = await printedWith('vouch://claim/1')
    const given: string[] = []
    desktop.switches.printer = (asked) => {
      given.push(asked)
      return page
    }
    await printDossier(desktop, html, tree, { faces: async () => '@font-face{font-family:"X"}', mend, open })
    expect(given[0]).toContain('font-src data:;')
    expect(given[0]?.replace(' font-src data:;', '').replace('<style>@font-face{font-family:"X"}</style>\n', '')).toBe(html)
  })
  it('says what is being done: that it prints, which page it finishes, which it reads again', async () => {
    const desktop = createMemoryDesktop()
    const page = await printedWith('vouch://claim/1')
    desktop.switches.printer = () => page
    const said: unknown[] = []
    await printDossier(desktop, html, tree, { faces: async () => '', mend, open, onProgress: (...progress) => said.push(progress) })
    expect(said).toEqual([
      ['Printing the PDF', 0, null],
      ['Finishing the PDF', 0, 1],
      ['Reading the PDF again', 1, 1],
    ])
  })
  it('is left out where paper lacks words, as of signs that no font of the computer has', async () => {
    const desktop = createMemoryDesktop()
    const page = await printedWith('vouch://claim/1')
    desktop.switches.printer = () => page
    const words = printedWords(html)
    const lacking = saying(words.replace(words.slice(50, 53), '\u0000\u0000\u0000'))
    expect(await printDossier(desktop, html, tree, { faces: async () => '', mend, open: lacking })).toMatchObject({
      ok: false,
      problem: { kind: 'paper-incomplete', what: expect.stringContaining('□□□'), remedy: expect.stringContaining('font') },
    })
    expect(await printDossier(desktop, html, tree, { faces: async () => '', mend, open: saying(words.slice(0, -9)) })).toMatchObject({
      ok: false,
      problem: { kind: 'paper-incomplete' },
    })
  })
  it('is trouble in words where nothing can print, or what was printed is no PDF', async () => {
    const desktop = createMemoryDesktop()
    expect(await printDossier(desktop, html, tree, { faces: async () => '', mend, open })).toMatchObject({
      ok: false,
      problem: { kind: 'no-browser' },
    })
    desktop.switches.printer = () => new TextEncoder().encode('no PDF')
    expect(await printDossier(desktop, html, tree, { faces: async () => '', mend, open })).toMatchObject({
      ok: false,
      problem: { kind: 'printing-failed' },
    })
  })
})
