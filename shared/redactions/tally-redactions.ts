import type { Annotation } from '../annotations/annotation'
import type { Document } from '../documents/document'
import type { Page } from '../documents/page'
import { groupedBy } from '../units/grouped-by'
import { boundsOf, type PdfRect, pdfRect } from '../units/geometry'
import type { RedactionProposal } from './propose-redactions'
import { areaOfRect, unionArea } from './rectangles'
import type { DocumentRedactions } from './redaction-log'

/** Where nothing is printed beside a redaction. */
export const NO_CODE = 'no code'

export type CodeTally = { readonly code: string; readonly proposed: number; readonly confirmed: number }
/** What is withheld of a page: shares of its area under boxes, 0 to 1, counted once where boxes overlap. */
export type PageTally = {
  readonly pageIndex: number
  readonly proposed: number
  readonly confirmed: number
  readonly share: { readonly proposed: number; readonly confirmed: number }
}
export type RedactionTally = {
  readonly codes: readonly CodeTally[]
  readonly pages: readonly PageTally[]
  readonly proposed: number
  readonly confirmed: number
  readonly withoutCode: number
}

/** What is withheld of a document: shares of the area of all its pages together, each page counting the same. */
export type DocumentTally = {
  readonly document: Pick<Document, 'id' | 'name'>
  readonly proposed: number
  readonly confirmed: number
  readonly share: PageTally['share']
  readonly pages: readonly PageTally[]
}
export type LibraryTally = Omit<RedactionTally, 'pages'> & { readonly documents: readonly DocumentTally[] }

/** A code without what stands behind it: `(b)(3) 8 U.S.C. 1202(f)` counts as `(b)(3)`. */
const plain = (code: string): string => code.split(' ')[0] ?? code

/** What is awaited between pieces of counting, as `resting` gives it. */
type Rest = () => Promise<void> | undefined

/** Counts redactions by code and by page, in turns; what is proposed and what a person confirmed are never added up. */
export async function tallyRedactions(
  pages: readonly Pick<Page, 'index' | 'box'>[],
  proposals: readonly RedactionProposal[],
  marks: readonly Annotation[],
  rest: Rest,
): Promise<RedactionTally> {
  const redactions = marks.filter(({ kind }) => kind === 'redaction')
  const codes = new Map<string, { proposed: number; confirmed: number }>()
  const count = (own: readonly string[], which: 'proposed' | 'confirmed'): void => {
    for (const code of new Set(own.length === 0 ? [NO_CODE] : own.map(plain))) {
      const tally = codes.get(code) ?? { proposed: 0, confirmed: 0 }
      tally[which] += 1
      codes.set(code, tally)
    }
  }
  for (const proposal of proposals) count(proposal.codes, 'proposed')
  for (const mark of redactions) count(mark.exemptionCodes, 'confirmed')
  const openOn = groupedBy(proposals, ({ pageIndex }) => pageIndex)
  const doneOn = new Map<number, Annotation[]>()
  for (const mark of redactions) {
    for (const index of new Set<number>(mark.segments.map(({ pageIndex }) => pageIndex))) {
      const own = doneOn.get(index)
      if (own === undefined) doneOn.set(index, [mark])
      else own.push(mark)
    }
  }
  const tallies: PageTally[] = []
  for (const { index, box } of pages) {
    const [open, done] = [openOn.get(index) ?? [], doneOn.get(index) ?? []]
    if (open.length + done.length === 0) continue
    await rest()
    const areas = done.flatMap((mark) => areasOn(mark, index))
    tallies.push({
      pageIndex: index,
      proposed: open.length,
      confirmed: done.length,
      share: {
        proposed: shareOf(
          open.map(({ area }) => area),
          box,
        ),
        confirmed: shareOf(areas, box),
      },
    })
  }
  return {
    codes: [...codes].map(([code, tally]) => ({ code, ...tally })).sort((a, b) => a.code.localeCompare(b.code)),
    pages: tallies,
    proposed: proposals.length,
    confirmed: redactions.length,
    withoutCode:
      proposals.filter((proposal) => proposal.codes.length === 0).length +
      redactions.filter((mark) => mark.exemptionCodes.length === 0).length,
  }
}

/** Counts the redactions of several documents, in turns: by code over all of them, and for each document with its pages. Those without any are left out. */
export async function tallyLibrary(
  documents: readonly (DocumentRedactions & { readonly pageCount: number })[],
  rest: Rest,
): Promise<LibraryTally> {
  const tallies: { readonly document: DocumentTally['document']; readonly pageCount: number; readonly tally: RedactionTally }[] = []
  for (const { document, pageCount, pages, proposals, marks } of documents) {
    if (proposals.length + marks.length === 0) continue
    const tally = await tallyRedactions(pages, proposals, marks, rest)
    if (tally.proposed + tally.confirmed > 0) tallies.push({ document, pageCount, tally })
  }
  const codes = new Map<string, CodeTally>()
  for (const { tally } of tallies) {
    for (const { code, proposed, confirmed } of tally.codes)
      codes.set(code, {
        code,
        proposed: proposed + (codes.get(code)?.proposed ?? 0),
        confirmed: confirmed + (codes.get(code)?.confirmed ?? 0),
      })
  }
  const sum = (of: (tally: RedactionTally) => number): number => tallies.reduce((all, { tally }) => all + of(tally), 0)
  const share = (tally: RedactionTally, pageCount: number, which: 'proposed' | 'confirmed'): number =>
    pageCount === 0 ? 0 : tally.pages.reduce((all, page) => all + page.share[which], 0) / pageCount
  return {
    codes: [...codes.values()].sort((a, b) => a.code.localeCompare(b.code)),
    documents: tallies.map(({ document, pageCount, tally }) => ({
      document,
      proposed: tally.proposed,
      confirmed: tally.confirmed,
      share: { proposed: share(tally, pageCount, 'proposed'), confirmed: share(tally, pageCount, 'confirmed') },
      pages: tally.pages,
    })),
    proposed: sum((tally) => tally.proposed),
    confirmed: sum((tally) => tally.confirmed),
    withoutCode: sum((tally) => tally.withoutCode),
  }
}

const areasOn = (mark: Annotation, index: number): readonly PdfRect[] =>
  mark.segments
    .filter((segment) => segment.pageIndex === index)
    .flatMap((segment) => segment.quads.flatMap((quad) => boundsOf([quad]) ?? []))

/** Share of a page's box that areas cover together, 0 to 1. */
export function shareOf(areas: readonly PdfRect[], [x0, y0, x1, y1]: Page['box']): number {
  const cut = areas
    .map(({ left, bottom, right, top }) => [Math.max(x0, left), Math.max(y0, bottom), Math.min(x1, right), Math.min(y1, top)] as const)
    .filter(([a, b, c, d]) => a < c && b < d)
  const page = areaOfRect(pdfRect(x0, y0, x1, y1))
  return page === 0 ? 0 : unionArea(cut.map(([a, b, c, d]) => pdfRect(a, b, c, d))) / page
}
