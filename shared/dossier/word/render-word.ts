import { strToU8 } from 'fflate'
import { unreachable } from '../../errors/outcome'
import type { Timestamp } from '../../units/time'
import type { Block, ChartBlock, DossierDocument, Inline, PartBlock, QuotationBlock, TableBlock, Tone } from '../document/blocks'
import type { PictureNode } from '../dossier-tree'
import { drawingRun } from './drawings'
import { emfOf } from './emf'
import { emuOf, EVIDENCE_INDENT, INK, PICTURE_PIXEL, RELATION_INK, TEXT_WIDTH } from './look'
import { BODY_RELATIONS, packWord, relations } from './package'
import { type Bookmark, bookmarksOf } from './places'
import { foreignRun, isRightToLeft, runsOf, type Story } from './runs'
import { BULLETS, evidenceEdge, orderedNumber } from './styles'
import { captionWords, columnWidths, tableOf, tableRow } from './tables'
import { type Xml, xml } from '../../markup/xml'

export type WordOptions = {
  /** PNG bytes of a picture by its path; null where there is none. */
  readonly picture: (path: string) => Uint8Array | null
  /** Whether the exhibits lie beside the file in `exhibits/`, so that citations can link to them. */
  readonly exhibitsBeside: boolean
  /** The state of the records, which is the date of the file. */
  readonly at: Timestamp
}

const LANGUAGES: Readonly<Record<DossierDocument['language'], string>> = { en: 'en-US' }
const TONE_STYLES: Readonly<Record<Tone, string | null>> = { plain: null, quiet: 'DossierQuiet', warning: 'DossierWarning', note: 'DossierNote', question: 'DossierQuestion', answer: 'DossierAnswer' }
/** Word has nine levels of headings; a dossier never lies so deep. */
const DEEPEST = 6

/** Where a block stands: the level of the heading over it, and the colour of the edge beside it. */
type Place = { readonly level: number; readonly edge: string | null }

/**
 * The dossier as a Word file: real headings, citations as footnotes, tables with heads, places as bookmarks. The same document gives the
 * same bytes: no clock, no chance, no compression.
 */
export function renderWord(document: DossierDocument, options: WordOptions): Uint8Array {
  const bookmarks = bookmarksOf(document)
  const bodyRelations = relations(BODY_RELATIONS)
  const footnoteRelations = relations()
  const story: Story = { relations: bodyRelations, bookmarks, exhibitsBeside: options.exhibitsBeside }
  const media = new Map<string, Uint8Array>()
  const notes: Xml[] = []
  let drawings = 0
  let orderedLists = 0
  /** Places whose next paragraph carries their bookmark. */
  let pending: Bookmark[] = []

  const mark = (id: string | null): void => {
    const bookmark = id === null ? undefined : bookmarks.get(id)
    if (bookmark !== undefined) pending.push(bookmark)
  }
  const marks = (): readonly Xml[] => {
    const here = pending
    pending = []
    return here.map(({ name, number }) => xml`<w:bookmarkStart w:id="${number}" w:name="${name}"/><w:bookmarkEnd w:id="${number}"/>`)
  }
  const paragraph = (style: string | null, runs: Xml | readonly (Xml | null)[], place: Place | null = null, more: { readonly list?: number; readonly rightToLeft?: boolean; readonly end?: boolean; /** On the page of what follows. */ readonly keep?: boolean; /** Close under its overline. */ readonly close?: boolean } = {}): Xml => {
    const edge = place?.edge == null ? null : evidenceEdge(place.edge)
    const properties: readonly Xml[] = [
      style !== null && xml`<w:pStyle w:val="${style}"/>`,
      more.keep === true && xml`<w:keepNext/>`,
      more.list !== undefined && xml`<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${more.list}"/></w:numPr>`,
      edge?.border ?? false,
      more.rightToLeft === true && xml`<w:bidi/>`,
      more.close === true && xml`<w:spacing w:before="40"/>`,
      edge?.indent ?? false,
      more.end === true && xml`<w:jc w:val="right"/>`,
    ].filter((each) => typeof each !== 'boolean')
    return xml`<w:p>${properties.length > 0 && xml`<w:pPr>${properties}</w:pPr>`}${marks()}${runs}</w:p>`
  }
  const words = (content: readonly Inline[]): readonly (Xml | null)[] => runsOf(content, story)
  const addMedia = (name: string, bytes: Uint8Array): string => {
    media.set(name, bytes)
    return bodyRelations.add('image', name)
  }
  const roomAt = (place: Place): number => TEXT_WIDTH - (place.edge === null ? 0 : EVIDENCE_INDENT)

  const pictureBlocks = (picture: PictureNode, caption: readonly Inline[] | null, place: Place): readonly Xml[] => {
    const bytes = options.picture(picture.path)
    if (bytes === null) return []
    drawings += 1
    const width = Math.min(picture.width * PICTURE_PIXEL, roomAt(place))
    const drawing = drawingRun({ number: drawings, alt: picture.alt, width: emuOf(width), height: emuOf((width * picture.height) / picture.width), picture: addMedia(`media/${picture.sha256.slice(0, 32)}.png`, bytes), svg: null, marks: picture.marks })
    return [paragraph('DossierPicture', drawing, place), ...(caption === null ? [] : [paragraph('Caption', words(caption), place)])]
  }
  const chartBlocks = (chart: ChartBlock, place: Place): readonly Xml[] => {
    drawings += 1
    const width = roomAt(place)
    const svg = addMedia(`media/chart-${drawings}.svg`, strToU8(chart.svg))
    const drawing = drawingRun({ number: drawings, alt: chart.alt, width: emuOf(width), height: emuOf((width * chart.height) / chart.width), picture: addMedia(`media/chart-${drawings}.emf`, emfOf(chart.svg, chart.width, chart.height)), svg, marks: [] })
    return [paragraph('DossierPicture', drawing, place), paragraph('Caption', words(chart.caption), place)]
  }
  const quotation = ({ words: quoted, instead, citation }: QuotationBlock, place: Place): Xml => {
    const id = notes.length + 1
    notes.push(xml`<w:footnote w:id="${id}"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr><w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> </w:t></w:r>${runsOf(citation, { ...story, relations: footnoteRelations })}</w:p></w:footnote>`)
    const shown = quoted === '' ? words(instead) : [foreignRun('“'), foreignRun(quoted), foreignRun('”')]
    return paragraph('Quote', [...shown, xml`<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="${id}"/></w:r>`], place, { rightToLeft: isRightToLeft(quoted) })
  }
  const table = (block: TableBlock, place: Place): readonly Xml[] => {
    const widths = columnWidths(block, roomAt(place))
    const cell = (content: readonly Inline[], at: number): { content: Xml; width: number } => ({ content: paragraph('DossierCell', words(content), null, { end: block.columns[at]?.align === 'end' }), width: widths[at] ?? 0 })
    const caption = block.caption === null ? [] : [paragraph('Caption', words(block.caption), place.edge === null ? null : place, { keep: true })]
    const rows = [
      tableRow(block.columns.map(({ head }, at) => cell(head, at)), true),
      ...block.groups.flatMap(({ heading, rows }) => [
        ...(heading === null ? [] : [tableRow([{ content: paragraph('DossierCell', runsOf([{ kind: 'strong', content: heading }], story)), width: roomAt(place), span: block.columns.length }], false)]),
        ...rows.map((row) => {
          mark(row.id)
          return tableRow(row.cells.map(cell), false)
        }),
      ]),
    ]
    return [...caption, tableOf(widths, rows, { indent: place.edge === null ? 0 : EVIDENCE_INDENT, rowHeads: block.rowHeads, caption: block.caption === null ? null : captionWords(block.caption) }), paragraph('DossierAfterTable', [])]
  }
  const part = ({ id, role, heading, overline, relation, blocks }: PartBlock, outer: Place): readonly Xml[] => {
    mark(id)
    const edge = role !== 'evidence' ? outer.edge : relation === null ? INK.quiet : RELATION_INK[relation]
    const place: Place = { level: heading === null ? outer.level : outer.level + 1, edge }
    const head = heading === null ? [] : [() => paragraph(`Heading${Math.min(DEEPEST, place.level)}`, words(heading), place, { close: role === 'claim' && overline !== null })]
    const over = overline === null ? [] : [() => paragraph(role === 'claim' ? 'DossierOverline' : 'DossierEvidence', words(overline), place)]
    return [
      // The line that comes first carries the bookmark, so each is written in its turn.
      ...(role === 'claim' ? [...over, ...head] : [...head, ...over]).map((write) => write()),
      ...blocks.flatMap((block) => blockOf(block, place)),
    ]
  }
  const blockOf = (block: Block, place: Place): readonly Xml[] => {
    switch (block.kind) {
      case 'part':
        return part(block, place)
      case 'heading':
        return [paragraph(`Heading${Math.min(DEEPEST, place.level + 1)}`, words(block.content), place)]
      case 'paragraph':
        return [paragraph(TONE_STYLES[block.tone], words(block.content), place)]
      case 'quotation':
        return [quotation(block, place)]
      case 'facts':
        return block.facts.map(({ term, content }) => paragraph('DossierFact', [...words([{ kind: 'quiet', content: term }]), xml`<w:r><w:tab/></w:r>`, ...words(content)]))
      case 'list': {
        const list = block.ordered ? orderedNumber(orderedLists) : BULLETS
        if (block.ordered) orderedLists += 1
        return block.items.map((item) => {
          mark(item.id)
          return paragraph('ListParagraph', words(item.content), null, { list })
        })
      }
      case 'table':
        return table(block, place)
      case 'picture':
        return pictureBlocks(block.picture, block.caption, place)
      case 'chart':
        return chartBlocks(block, place)
      default:
        return unreachable(block)
    }
  }

  const top: Place = { level: 0, edge: null }
  const body = [
    paragraph('DossierKind', words([document.kind])),
    paragraph('Title', words([document.title])),
    ...document.front.flatMap((block) => blockOf(block, top)),
    paragraph('Heading1', words([document.contents])),
    ...document.parts.flatMap(({ id, heading }) => (heading === null ? [] : [paragraph('DossierContents', words([{ kind: 'link', to: { kind: 'place', id }, content: heading }]))])),
    ...document.parts.flatMap((each) => part(each, top)),
    paragraph('DossierClosing', words(document.closing)),
  ]
  return packWord({ title: document.title, language: LANGUAGES[document.language], vouch: document.vouch, at: options.at, body: xml`${body}`, footnotes: xml`${notes}`, bodyRelations, footnoteRelations, orderedLists, media })
}
