import { messageOf, type Outcome, ok, problem, trouble } from '@shared/errors/outcome'
import type { MarkToWrite } from '@shared/pdf-marks/marks-to-write'
import type { PdfRect } from '@shared/units/geometry'
import type { PDFContext, PDFDict, PDFRef } from '@cantoo/pdf-lib'
import { VOUCH_ENTRY } from './mark-keys'

/** Red, green, blue from 0 to 1. A redaction is drawn as a frame: a filled box would hide what the page shows. */
const COLOURS: Readonly<Record<MarkToWrite['kind'], readonly [number, number, number]>> = {
  highlight: [1, 0.88, 0.35],
  underline: [0.12, 0.35, 0.47],
  area: [0.12, 0.35, 0.47],
  redaction: [0.63, 0.18, 0.15],
  'page-note': [1, 0.88, 0.35],
}
/** Print; and for notes neither grow nor turn with the page (ISO 32000-2, table 167). */
const FLAGS = 4
const NOTE_FLAGS = 28
const POPUP = { width: 220, height: 120 }

/**
 * Writes marks into a copy of a PDF as an incremental update: the bytes of the original are the beginning of the copy, untouched.
 * Quads go in the order in which viewers expect them (left top, right top, left bottom, right bottom); each mark has its own
 * appearance, so that readers which draw none themselves show it alike. Problems: `pdf-encrypted`, `pdf-not-writable`.
 */
export async function writeCopy(original: Uint8Array, name: string, marks: readonly MarkToWrite[]): Promise<Outcome<Uint8Array>> {
  const lib = await import('@cantoo/pdf-lib')
  const { PDFArray, PDFDocument, PDFHexString, PDFName, PDFString } = lib
  try {
    const document = await PDFDocument.load(original, {
      updateMetadata: false,
      forIncrementalUpdate: true,
      ignoreEncryption: true,
      parseSpeed: 200,
    })
    if (document.isEncrypted) return trouble(encrypted(name))
    const { context } = document
    const text = (words: string) => PDFHexString.fromText(words)
    for (const mark of marks) {
      const page = document.getPage(mark.pageIndex)
      const { left, bottom, right, top } = mark.rect
      const stamp = PDFString.of(pdfDate(mark.createdAt))
      const pad = mark.subtype === 'Square' ? 1 : 0
      const rect: PdfRect = { ...mark.rect, left: left - pad, bottom: bottom - pad, right: right + pad, top: top + pad }
      const annotation: PDFDict = context.obj({
        Type: 'Annot',
        Subtype: mark.subtype,
        Rect: [rect.left, rect.bottom, rect.right, rect.top],
        C: [...COLOURS[mark.kind]],
        F: mark.subtype === 'Text' ? NOTE_FLAGS : FLAGS,
        P: page.ref,
        ...(mark.subtype === 'Highlight' || mark.subtype === 'Underline' ? { QuadPoints: mark.quads.flatMap((quad) => [...quad]) } : {}),
        ...(mark.subtype === 'Square' ? { BS: { W: 1.5, S: 'S' } } : {}),
        ...(mark.subtype === 'Text' ? { Name: 'Note' } : { AP: { N: appearance(context, mark, rect) } }),
      })
      annotation.set(PDFName.of('T'), text(mark.author))
      // Zotero reads author and tags under its own names, and nowhere else (docs/decisions/0026-notes-of-others.md).
      annotation.set(PDFName.of('Zotero:AuthorName'), text(mark.author))
      if (mark.key.tags.length > 0) annotation.set(PDFName.of('Zotero:Tags'), text(JSON.stringify(mark.key.tags)))
      annotation.set(PDFName.of('Contents'), text(mark.contents))
      annotation.set(PDFName.of('NM'), text(mark.name))
      annotation.set(PDFName.of('M'), stamp)
      annotation.set(PDFName.of('CreationDate'), stamp)
      annotation.set(PDFName.of(VOUCH_ENTRY), text(JSON.stringify(mark.key)))
      const reference: PDFRef = context.register(annotation)
      const popup = context.register(
        context.obj({
          Type: 'Annot',
          Subtype: 'Popup',
          Parent: reference,
          Rect: [right, top - POPUP.height, right + POPUP.width, top],
          Open: false,
          F: NOTE_FLAGS,
        }),
      )
      annotation.set(PDFName.of('Popup'), popup)
      // The page's list may be shared or stand in the page itself: it is written anew, with what was there.
      const before = page.node.lookup(PDFName.of('Annots'))
      page.node.set(PDFName.of('Annots'), context.obj([...(before instanceof PDFArray ? before.asArray() : []), reference, popup]))
    }
    const copy = await document.save({ useObjectStreams: false })
    return startsWith(copy, original) ? ok(copy) : trouble(notWritable(name, 'the original would not have stayed whole'))
  } catch (thrown) {
    return trouble(notWritable(name, messageOf(thrown)))
  }
}

const encrypted = (name: string) =>
  problem(
    'pdf-encrypted',
    `“${name}” is encrypted, so marks cannot be written into a copy of it.`,
    'Print it to a new PDF in another program and import that, or export the dossier: it carries the marks as well.',
  )
const notWritable = (name: string, why: string) =>
  problem(
    'pdf-not-writable',
    `Marks could not be written into a copy of “${name}”: ${why}.`,
    'The original is untouched. Repair the file in another program, or export the dossier: it carries the marks as well.',
  )

/** How a mark is drawn: a form of its own in the page's coordinates (ISO 32000-2, 12.5.5). */
function appearance(context: PDFContext, mark: MarkToWrite, rect: PdfRect): PDFRef {
  const [red, green, blue] = COLOURS[mark.kind]
  const n = (value: number): string => String(Math.round(value * 100) / 100)
  const path = mark.quads.map(([ax, ay, bx, by, cx, cy, dx, dy]) =>
    mark.subtype === 'Underline'
      ? `${n(cx)} ${n(cy)} m ${n(dx)} ${n(dy)} l S`
      : `${n(ax)} ${n(ay)} m ${n(bx)} ${n(by)} l ${n(dx)} ${n(dy)} l ${n(cx)} ${n(cy)} l h f`,
  )
  const { left, bottom, right, top } = mark.rect
  const drawing =
    mark.subtype === 'Square'
      ? `${red} ${green} ${blue} RG 1.5 w ${n(left)} ${n(bottom)} ${n(right - left)} ${n(top - bottom)} re S`
      : `/G gs ${red} ${green} ${blue} ${mark.subtype === 'Underline' ? 'RG 1.2 w' : 'rg'}\n${path.join('\n')}`
  const form = context.flateStream(drawing, {
    Type: 'XObject',
    Subtype: 'Form',
    FormType: 1,
    BBox: [rect.left, rect.bottom, rect.right, rect.top],
    Resources: { ExtGState: { G: { Type: 'ExtGState', BM: 'Multiply' } } },
    Group: { S: 'Transparency' },
  })
  return context.register(form)
}

/** `D:20261122134000Z` */
const pdfDate = (iso: string): string => `D:${iso.replace(/[-:T]/g, '').slice(0, 14)}Z`

const startsWith = (whole: Uint8Array, start: Uint8Array): boolean =>
  whole.length > start.length && start.every((byte, at) => whole[at] === byte)
