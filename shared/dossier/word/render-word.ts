import { strToU8 } from 'fflate'
import { unreachable } from '../../errors/outcome'
import { type Xml, xml } from '../../markup/xml'
import type { Timestamp } from '../../units/time'
import type { Block, ChartBlock, DossierDocument, Inline, PartBlock, QuotationBlock, TableBlock, Tone } from '../document/blocks'
import type { PictureNode } from '../dossier-tree'
import { drawingRun } from './drawings'
import { emfOf } from './emf'
import { emuOf, EVIDENCE_INDENT, INK, PICTURE_PIXEL, RELATION_INK } from './look'
import { packWord } from './package'
import { foreignRun, isRightToLeft, runsOf } from './runs'
import { BULLETS, orderedNumber } from './styles'
import { captionWords, columnWidths, tableOf, tableRow } from './tables'
import { addMedia, beginWriting, markPlace, paragraph, type Place, roomAt, type Writing, wordsOf } from './writing'

export type WordOptions = {
  /** PNG bytes of a picture by its path; null where there is none. */
  readonly picture: (path: string) => Uint8Array | null
  /** Whether the exhibits lie beside the file in `exhibits/`, so that citations can link to them. */
  readonly exhibitsBeside: boolean
  /** The state of the records, which is the date of the file. */
  readonly at: Timestamp
}

const LANGUAGES: Readonly<Record<DossierDocument['language'], string>> = { en: 'en-US' }
const TONE_STYLES: Readonly<Record<Tone, string | null>> = {
  plain: null,
  quiet: 'DossierQuiet',
  warning: 'DossierWarning',
  note: 'DossierNote',
  question: 'DossierQuestion',
  answer: 'DossierAnswer',
}
/** Word has nine levels of headings; a dossier never lies so deep. */
const DEEPEST = 6

/**
 * The dossier as a Word file: real headings, citations as footnotes, tables with heads, places as bookmarks. The same document gives the
 * same bytes: no clock, no chance, no compression.
 */
export function renderWord(document: DossierDocument, options: WordOptions): Uint8Array {
  const writing = beginWriting(document, options.exhibitsBeside)
  const render: Render = { writing, picture: options.picture }
  const line = (style: string, content: readonly Inline[]): Xml => paragraph(writing, style, wordsOf(writing, content))
  const top: Place = { level: 0, edge: null }
  const body = [
    line('DossierKind', [document.kind]),
    line('Title', [document.title]),
    ...document.front.flatMap((block) => blockOf(render, block, top)),
    line('Heading1', [document.contents]),
    ...document.parts.flatMap(({ id, heading }) =>
      heading === null ? [] : [line('DossierContents', [{ kind: 'link', to: { kind: 'place', id }, content: heading }])],
    ),
    ...document.parts.flatMap((each) => partOf(render, each, top)),
    line('DossierClosing', document.closing),
  ]
  const { story, footnotes, footnoteRelations, orderedLists, media } = writing
  return packWord({
    title: document.title,
    language: LANGUAGES[document.language],
    vouch: document.vouch,
    at: options.at,
    body: xml`${body}`,
    footnotes: xml`${footnotes}`,
    bodyRelations: story.relations,
    footnoteRelations,
    orderedLists,
    media,
  })
}

type Render = { readonly writing: Writing; readonly picture: WordOptions['picture'] }

function blockOf(render: Render, block: Block, place: Place): readonly Xml[] {
  const { writing } = render
  const words = (content: readonly Inline[]): readonly (Xml | null)[] => wordsOf(writing, content)
  switch (block.kind) {
    case 'part':
      return partOf(render, block, place)
    case 'heading':
      return [paragraph(writing, `Heading${Math.min(DEEPEST, place.level + 1)}`, words(block.content), place)]
    case 'paragraph':
      return [paragraph(writing, TONE_STYLES[block.tone], words(block.content), place)]
    case 'quotation':
      return [quotation(writing, block, place)]
    case 'facts':
      return block.facts.map(({ term, content }) =>
        paragraph(writing, 'DossierFact', [...words([{ kind: 'quiet', content: term }]), xml`<w:r><w:tab/></w:r>`, ...words(content)]),
      )
    case 'list': {
      const list = block.ordered ? orderedNumber(writing.orderedLists) : BULLETS
      if (block.ordered) writing.orderedLists += 1
      return block.items.map((item) => {
        markPlace(writing, item.id)
        return paragraph(writing, 'ListParagraph', words(item.content), null, { list })
      })
    }
    case 'table':
      return table(writing, block, place)
    case 'picture':
      return pictureBlocks(render, block.picture, block.caption, place)
    case 'chart':
      return chartBlocks(writing, block, place)
    default:
      return unreachable(block)
  }
}

function partOf(render: Render, { id, role, heading, overline, relation, blocks }: PartBlock, outer: Place): readonly Xml[] {
  const { writing } = render
  markPlace(writing, id)
  const edge = role !== 'evidence' ? outer.edge : relation === null ? INK.quiet : RELATION_INK[relation]
  const place: Place = { level: heading === null ? outer.level : outer.level + 1, edge }
  const close = role === 'claim' && overline !== null
  const head =
    heading === null
      ? []
      : [() => paragraph(writing, `Heading${Math.min(DEEPEST, place.level)}`, wordsOf(writing, heading), place, { close })]
  const over =
    overline === null
      ? []
      : [() => paragraph(writing, role === 'claim' ? 'DossierOverline' : 'DossierEvidence', wordsOf(writing, overline), place)]
  return [
    // The line that comes first carries the bookmark, so each is written in its turn.
    ...(role === 'claim' ? [...over, ...head] : [...head, ...over]).map((write) => write()),
    ...blocks.flatMap((block) => blockOf(render, block, place)),
  ]
}

function quotation(writing: Writing, { words: quoted, instead, citation }: QuotationBlock, place: Place): Xml {
  const id = writing.footnotes.length + 1
  writing.footnotes.push(xml`
    <w:footnote w:id="${id}">
      <w:p>
        <w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>
        <w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>
        <w:r><w:t xml:space="preserve"> </w:t></w:r>
        ${runsOf(citation, { ...writing.story, relations: writing.footnoteRelations })}
      </w:p>
    </w:footnote>
  `)
  const shown = quoted === '' ? wordsOf(writing, instead) : [foreignRun('“'), foreignRun(quoted), foreignRun('”')]
  const reference = xml`<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="${id}"/></w:r>`
  return paragraph(writing, 'Quote', [...shown, reference], place, { rightToLeft: isRightToLeft(quoted) })
}

function table(writing: Writing, block: TableBlock, place: Place): readonly Xml[] {
  const room = roomAt(place)
  const widths = columnWidths(block, room)
  const cell = (content: readonly Inline[], at: number): { content: Xml; width: number } => ({
    content: paragraph(writing, 'DossierCell', wordsOf(writing, content), null, { end: block.columns[at]?.align === 'end' }),
    width: widths[at] ?? 0,
  })
  const groupHead = (heading: readonly Inline[]): Xml =>
    tableRow(
      [
        {
          content: paragraph(writing, 'DossierCell', wordsOf(writing, [{ kind: 'strong', content: heading }])),
          width: room,
          span: block.columns.length,
        },
      ],
      false,
    )
  const caption =
    block.caption === null
      ? []
      : [paragraph(writing, 'Caption', wordsOf(writing, block.caption), place.edge === null ? null : place, { keep: true })]
  const rows = [
    tableRow(
      block.columns.map(({ head }, at) => cell(head, at)),
      true,
    ),
    ...block.groups.flatMap(({ heading, rows: inGroup }) => [
      ...(heading === null ? [] : [groupHead(heading)]),
      ...inGroup.map((row) => {
        markPlace(writing, row.id)
        return tableRow(row.cells.map(cell), false)
      }),
    ]),
  ]
  const options = {
    indent: place.edge === null ? 0 : EVIDENCE_INDENT,
    rowHeads: block.rowHeads,
    caption: block.caption === null ? null : captionWords(block.caption),
  }
  return [...caption, tableOf(widths, rows, options), paragraph(writing, 'DossierAfterTable', [])]
}

function pictureBlocks(
  { writing, picture: bytesOf }: Render,
  picture: PictureNode,
  caption: readonly Inline[] | null,
  place: Place,
): readonly Xml[] {
  const bytes = bytesOf(picture.path)
  if (bytes === null) return []
  writing.drawings += 1
  const width = Math.min(picture.width * PICTURE_PIXEL, roomAt(place))
  const drawing = drawingRun({
    number: writing.drawings,
    alt: picture.alt,
    width: emuOf(width),
    height: emuOf((width * picture.height) / picture.width),
    picture: addMedia(writing, `media/${picture.sha256.slice(0, 32)}.png`, bytes),
    svg: null,
    marks: picture.marks,
  })
  return [
    paragraph(writing, 'DossierPicture', drawing, place),
    ...(caption === null ? [] : [paragraph(writing, 'Caption', wordsOf(writing, caption), place)]),
  ]
}

/** A chart as SVG, and as a metafile for programs that do not know it. */
function chartBlocks(writing: Writing, chart: ChartBlock, place: Place): readonly Xml[] {
  writing.drawings += 1
  const { drawings: number } = writing
  const width = roomAt(place)
  const svg = addMedia(writing, `media/chart-${number}.svg`, strToU8(chart.svg))
  const drawing = drawingRun({
    number,
    alt: chart.alt,
    width: emuOf(width),
    height: emuOf((width * chart.height) / chart.width),
    picture: addMedia(writing, `media/chart-${number}.emf`, emfOf(chart.svg, chart.width, chart.height)),
    svg,
    marks: [],
  })
  return [paragraph(writing, 'DossierPicture', drawing, place), paragraph(writing, 'Caption', wordsOf(writing, chart.caption), place)]
}
