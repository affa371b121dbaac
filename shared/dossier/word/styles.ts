import { EVIDENCE_INDENT, INK } from './look'
import { type Xml, xml } from '../../markup/xml'

/** How the Word file looks: named styles, so that an editor can change all headings or quotations at once. Fonts that both Windows and macOS have. */

const SERIF = 'Georgia'
const MONO = 'Courier New'

type Style = {
  readonly id: string
  readonly name: string
  readonly basedOn?: string
  readonly next?: string
  readonly paragraph?: Xml
  readonly run?: Xml
}
const raw = (text: string): Xml => ({ xml: text })
const font = (name: string): Xml => xml`<w:rFonts w:ascii="${name}" w:hAnsi="${name}" w:cs="${name}"/>`
const size = (points: number): Xml => xml`<w:sz w:val="${points * 2}"/><w:szCs w:val="${points * 2}"/>`
const spacing = (before: number, after: number, line = 264): Xml =>
  xml`<w:spacing w:before="${before}" w:after="${after}" w:line="${line}" w:lineRule="auto"/>`
const colour = (value: string): Xml => xml`<w:color w:val="${value}"/>`
const BOLD = raw('<w:b/><w:bCs/>')
const KEEP_NEXT = raw('<w:keepNext/><w:keepLines/>')

const heading = (level: number, paragraph: Xml, run: Xml): Style => ({
  id: `Heading${level}`,
  name: `heading ${level}`,
  next: 'Normal',
  paragraph: xml`${KEEP_NEXT}${paragraph}<w:outlineLvl w:val="${level - 1}"/>`,
  run,
})

const PARAGRAPHS: readonly Style[] = [
  {
    id: 'Title',
    name: 'Title',
    next: 'Normal',
    paragraph: xml`${KEEP_NEXT}${spacing(0, 240, 252)}`,
    run: xml`${font(SERIF)}${BOLD}${size(22)}`,
  },
  {
    id: 'DossierKind',
    name: 'Dossier Kind',
    next: 'Title',
    paragraph: xml`<w:keepNext/>${spacing(0, 60)}`,
    run: xml`<w:caps/>${colour(INK.quiet)}<w:spacing w:val="20"/>${size(8)}`,
  },
  heading(
    1,
    xml`<w:pBdr><w:top w:val="single" w:sz="4" w:space="10" w:color="${INK.line}"/></w:pBdr>${spacing(520, 160)}`,
    xml`${font(SERIF)}${BOLD}${size(15.5)}`,
  ),
  heading(2, spacing(260, 120), xml`${font(SERIF)}${size(12.5)}`),
  heading(3, spacing(240, 80), xml`${BOLD}${colour(INK.quiet)}${size(10)}`),
  heading(4, spacing(200, 60), xml`${BOLD}${size(10)}`),
  heading(5, spacing(160, 60), xml`${BOLD}${colour(INK.quiet)}${size(9.5)}`),
  heading(6, spacing(160, 60), xml`${colour(INK.quiet)}${size(9.5)}`),
  {
    id: 'DossierOverline',
    name: 'Dossier Overline',
    paragraph: xml`<w:keepNext/>${spacing(280, 20)}`,
    run: xml`${colour(INK.quiet)}${size(9)}`,
  },
  {
    id: 'DossierEvidence',
    name: 'Dossier Evidence',
    paragraph: xml`<w:keepNext/>${spacing(180, 40)}`,
    run: xml`${colour(INK.quiet)}${size(8.5)}`,
  },
  { id: 'Quote', name: 'Quote', paragraph: xml`<w:keepLines/>${spacing(40, 80, 276)}`, run: xml`${font(SERIF)}${size(11)}` },
  { id: 'DossierQuestion', name: 'Dossier Question', paragraph: spacing(0, 200, 288), run: xml`${font(SERIF)}${size(13)}` },
  {
    id: 'DossierAnswer',
    name: 'Dossier Answer',
    paragraph: xml`
    <w:pBdr><w:left w:val="single" w:sz="18" w:space="10" w:color="${INK.link}"/></w:pBdr>
    ${spacing(0, 120, 288)}
    <w:ind w:left="260"/>
  `,
    run: xml`${font(SERIF)}${size(11.5)}`,
  },
  { id: 'DossierQuiet', name: 'Dossier Quiet', run: xml`${colour(INK.quiet)}${size(9)}` },
  { id: 'DossierNote', name: 'Dossier Note', run: size(9.5) },
  {
    id: 'DossierWarning',
    name: 'Dossier Warning',
    paragraph: xml`
    <w:pBdr><w:left w:val="single" w:sz="18" w:space="8" w:color="${INK.warning}"/></w:pBdr>
    <w:shd w:val="clear" w:color="auto" w:fill="F9EBCB"/>
    ${spacing(100, 160)}
    <w:ind w:left="220"/>
  `,
    run: size(9.5),
  },
  {
    id: 'DossierFact',
    name: 'Dossier Fact',
    paragraph: xml`<w:tabs><w:tab w:val="left" w:pos="2400"/></w:tabs>${spacing(0, 40)}<w:ind w:left="2400" w:hanging="2400"/>`,
    run: size(9.5),
  },
  { id: 'ListParagraph', name: 'List Paragraph', paragraph: xml`${spacing(0, 80)}<w:ind w:left="360" w:hanging="300"/>` },
  { id: 'DossierContents', name: 'Dossier Contents', paragraph: spacing(0, 40), run: size(9.5) },
  { id: 'Caption', name: 'caption', paragraph: spacing(60, 120, 252), run: xml`${colour(INK.quiet)}${size(8.5)}` },
  { id: 'DossierCell', name: 'Dossier Cell', paragraph: spacing(0, 0, 252), run: size(8.5) },
  { id: 'DossierAfterTable', name: 'Dossier After Table', paragraph: spacing(0, 0, 200), run: size(5) },
  { id: 'DossierPicture', name: 'Dossier Picture', paragraph: xml`<w:keepNext/>${spacing(60, 40, 240)}` },
  { id: 'FootnoteText', name: 'footnote text', paragraph: spacing(0, 40, 240), run: size(8.5) },
  {
    id: 'Header',
    name: 'header',
    paragraph: xml`<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="4" w:color="${INK.line}"/></w:pBdr>${spacing(0, 0, 240)}`,
    run: xml`${colour(INK.quiet)}${size(8)}`,
  },
  { id: 'Footer', name: 'footer', paragraph: xml`${spacing(0, 0, 240)}<w:jc w:val="right"/>`, run: xml`${colour(INK.quiet)}${size(8)}` },
  {
    id: 'DossierClosing',
    name: 'Dossier Closing',
    paragraph: xml`<w:pBdr><w:top w:val="single" w:sz="4" w:space="8" w:color="${INK.line}"/></w:pBdr>${spacing(400, 0)}`,
    run: xml`${colour(INK.quiet)}${size(8.5)}`,
  },
]
const RUNS: readonly Style[] = [
  { id: 'Hyperlink', name: 'Hyperlink', run: xml`${colour(INK.link)}<w:u w:val="single"/>` },
  { id: 'FootnoteReference', name: 'footnote reference', run: raw('<w:vertAlign w:val="superscript"/>') },
  { id: 'DossierQuietWords', name: 'Dossier Quiet Words', run: colour(INK.quiet) },
  { id: 'DossierCode', name: 'Dossier Code', run: xml`${font(MONO)}<w:noProof/>` },
]

const written = (type: 'paragraph' | 'character', style: Style): Xml =>
  xml`
    <w:style w:type="${type}"${!/^(Title|heading|Quote|List|caption|footnote|header|footer|Hyperlink)/.test(style.name) && xml` w:customStyle="1"`} w:styleId="${style.id}">
      <w:name w:val="${style.name}"/>
      <w:basedOn w:val="${type === 'paragraph' ? 'Normal' : 'DefaultParagraphFont'}"/>
      ${style.next !== undefined && xml`<w:next w:val="${style.next}"/>`}
      <w:qFormat/>
      ${style.paragraph !== undefined && xml`<w:pPr>${style.paragraph}</w:pPr>`}
      ${style.run !== undefined && xml`<w:rPr>${style.run}</w:rPr>`}
    </w:style>
  `

/**
 * `word/styles.xml`.
 * @param language of the words, as BCP 47 has it
 */
export const stylesPart = (language: string): Xml =>
  xml`
    <w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
      <w:docDefaults>
        <w:rPrDefault>
          <w:rPr>${font('Arial')}${size(10)}<w:lang w:val="${language}" w:eastAsia="${language}" w:bidi="ar-SA"/></w:rPr>
        </w:rPrDefault>
        <w:pPrDefault><w:pPr>${spacing(0, 120)}</w:pPr></w:pPrDefault>
      </w:docDefaults>
      <w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>
      <w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/></w:style>
      <w:style w:type="table" w:default="1" w:styleId="TableNormal">
        <w:name w:val="Normal Table"/>
        <w:tblPr><w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="120" w:type="dxa"/></w:tblCellMar></w:tblPr>
      </w:style>
      ${PARAGRAPHS.map((style) => written('paragraph', style))}
      ${RUNS.map((style) => written('character', style))}
      <w:style w:type="table" w:customStyle="1" w:styleId="DossierTable">
        <w:name w:val="Dossier Table"/>
        <w:basedOn w:val="TableNormal"/>
        <w:tblPr>
          <w:tblBorders>
            <w:top w:val="single" w:sz="6" w:space="0" w:color="${INK.quiet}"/>
            <w:bottom w:val="single" w:sz="6" w:space="0" w:color="${INK.quiet}"/>
            <w:insideH w:val="single" w:sz="4" w:space="0" w:color="${INK.line}"/>
          </w:tblBorders>
          <w:tblCellMar>
            <w:top w:w="50" w:type="dxa"/>
            <w:left w:w="0" w:type="dxa"/>
            <w:bottom w:w="50" w:type="dxa"/>
            <w:right w:w="120" w:type="dxa"/>
          </w:tblCellMar>
        </w:tblPr>
        <w:tblStylePr w:type="firstRow"><w:rPr>${BOLD}</w:rPr></w:tblStylePr>
        <w:tblStylePr w:type="firstCol"><w:rPr>${BOLD}</w:rPr></w:tblStylePr>
      </w:style>
    </w:styles>
  `

/** The paragraph properties of what stands in a piece of evidence: in from the margin, with an edge in the colour of its relation. */
export const evidenceEdge = (ink: string): { readonly border: Xml; readonly indent: Xml } => ({
  border: xml`<w:pBdr><w:left w:val="single" w:sz="18" w:space="10" w:color="${ink}"/></w:pBdr>`,
  indent: xml`<w:ind w:left="${EVIDENCE_INDENT}"/>`,
})

const level = (format: string, text: string): Xml => xml`
  <w:multiLevelType w:val="singleLevel"/>
  <w:lvl w:ilvl="0">
    <w:start w:val="1"/>
    <w:numFmt w:val="${format}"/>
    <w:lvlText w:val="${text}"/>
    <w:lvlJc w:val="left"/>
    <w:pPr><w:ind w:left="360" w:hanging="300"/></w:pPr>
  </w:lvl>
`

/** The number of lists with points. */
export const BULLETS = 1
/** The number of the ordered list `at`, from 0; each begins with 1. */
export const orderedNumber = (at: number): number => at + 2

/** `word/numbering.xml`, with a numbering of its own for each of so many ordered lists. */
export const numberingPart = (ordered: number): Xml =>
  xml`
    <w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
      <w:abstractNum w:abstractNumId="0">${level('bullet', '•')}</w:abstractNum>
      <w:abstractNum w:abstractNumId="1">${level('decimal', '%1.')}</w:abstractNum>
      <w:num w:numId="${BULLETS}"><w:abstractNumId w:val="0"/></w:num>
      ${Array.from(
        { length: ordered },
        (_, at) => xml`
        <w:num w:numId="${orderedNumber(at)}">
          <w:abstractNumId w:val="1"/>
          <w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>
        </w:num>
      `,
      )}
    </w:numbering>
  `
