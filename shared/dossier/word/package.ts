import { strToU8, type Zippable, zipSync } from 'fflate'
import type { Timestamp } from '../../units/time'
import { PAGE } from './look'
import { numberingPart, stylesPart } from './styles'
import { xmlDocument, type Xml, xml } from '../../markup/xml'

/** The parts of a Word file (ECMA-376) and their zip. */

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const MAIN = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

/** The namespaces of the parts with text, by their prefixes. */
const NAMESPACES = {
  w: 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  r: OFFICE,
  wp: 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
  a: 'http://schemas.openxmlformats.org/drawingml/2006/main',
  pic: 'http://schemas.openxmlformats.org/drawingml/2006/picture',
  mc: 'http://schemas.openxmlformats.org/markup-compatibility/2006',
  wpg: 'http://schemas.microsoft.com/office/word/2010/wordprocessingGroup',
  wps: 'http://schemas.microsoft.com/office/word/2010/wordprocessingShape',
}

const withText = (name: 'document' | 'footnotes' | 'hdr' | 'ftr', content: Xml): Xml => {
  const open = xml`w:${name}`
  return xml`<${open}${Object.entries(NAMESPACES).map(([prefix, uri]) => xml` xmlns:${prefix}="${uri}"`)}>${content}</${open}>`
}

type Relation = { readonly id: string; readonly type: string; readonly target: string; readonly outside: boolean }

/** What a part of the package points to, in the order in which it does; the same target twice is one relation. */
export type Relations = { readonly list: readonly Relation[]; add(type: 'image' | 'hyperlink', target: string): string }
/**
 * Relations of a part.
 * @param before those that it has whatever its content is: type and target
 */
export function relations(before: readonly (readonly [type: string, target: string])[] = []): Relations {
  const list: Relation[] = before.map(([type, target], at) => ({ id: `rId${at + 1}`, type: `${OFFICE}/${type}`, target, outside: false }))
  const known = new Map<string, string>()
  return {
    list,
    add(type, target) {
      const key = `${type} ${target}`
      const id = known.get(key) ?? `rId${list.length + 1}`
      if (!known.has(key)) {
        known.set(key, id)
        list.push({ id, type: `${OFFICE}/${type}`, target, outside: type === 'hyperlink' })
      }
      return id
    },
  }
}

const relationsPart = (list: readonly Relation[]): string =>
  xmlDocument(xml`
    <Relationships xmlns="${PACKAGE}/relationships">
      ${list.map(({ id, type, target, outside }) => xml`<Relationship Id="${id}" Type="${type}" Target="${target}"${outside && xml` TargetMode="External"`}/>`)}
    </Relationships>
  `)

/** What a Word package holds beside what is the same in each. */
export type WordContent = {
  readonly title: string
  readonly language: string
  readonly vouch: string
  readonly at: Timestamp
  readonly body: Xml
  readonly footnotes: Xml
  readonly bodyRelations: Relations
  readonly footnoteRelations: Relations
  readonly orderedLists: number
  /** Bytes by their name in `word/`. */
  readonly media: ReadonlyMap<string, Uint8Array>
}

/** What the body of the document always points to, before its own pictures and links. */
export const BODY_RELATIONS = [
  ['styles', 'styles.xml'],
  ['numbering', 'numbering.xml'],
  ['settings', 'settings.xml'],
  ['footnotes', 'footnotes.xml'],
  ['header', 'header1.xml'],
  ['footer', 'footer1.xml'],
] as const
const HEADER = 'rId5'
const FOOTER = 'rId6'

/**
 * Packs the parts. Nothing is compressed and no clock is read, so that the same content gives the same bytes with any version of any
 * library; the bundle's own zip compresses it.
 */
export function packWord(content: WordContent): Uint8Array {
  const moment = `${content.at.slice(0, 19)}Z`
  const files: Zippable = {}
  const add = (path: string, text: string): void => void (files[path] = strToU8(text))
  const types: readonly (readonly [string, string])[] = [
    ['document', 'document.main'],
    ['styles', 'styles'],
    ['numbering', 'numbering'],
    ['settings', 'settings'],
    ['footnotes', 'footnotes'],
    ['header1', 'header'],
    ['footer1', 'footer'],
  ]
  add(
    '[Content_Types].xml',
    xmlDocument(xml`
      <Types xmlns="${PACKAGE}/content-types">
        <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
        <Default Extension="xml" ContentType="application/xml"/>
        <Default Extension="png" ContentType="image/png"/>
        <Default Extension="emf" ContentType="image/x-emf"/>
        <Default Extension="svg" ContentType="image/svg+xml"/>
        ${types.map(([part, type]) => xml`<Override PartName="/word/${part}.xml" ContentType="${MAIN}.${type}+xml"/>`)}
        <Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>
        <Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/>
      </Types>
    `),
  )
  add(
    '_rels/.rels',
    relationsPart([
      { id: 'rId1', type: `${OFFICE}/officeDocument`, target: 'word/document.xml', outside: false },
      { id: 'rId2', type: `${PACKAGE}/relationships/metadata/core-properties`, target: 'docProps/core.xml', outside: false },
      { id: 'rId3', type: `${OFFICE}/extended-properties`, target: 'docProps/app.xml', outside: false },
    ]),
  )
  add(
    'docProps/core.xml',
    xmlDocument(xml`
    <cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
      <dc:title>${content.title}</dc:title>
      <dc:creator>Vouch ${content.vouch}</dc:creator>
      <dc:language>${content.language}</dc:language>
      <dcterms:created xsi:type="dcterms:W3CDTF">${moment}</dcterms:created>
      <dcterms:modified xsi:type="dcterms:W3CDTF">${moment}</dcterms:modified>
    </cp:coreProperties>
  `),
  )
  add(
    'docProps/app.xml',
    xmlDocument(xml`
    <Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">
      <Application>Vouch</Application>
    </Properties>
  `),
  )
  add('word/document.xml', xmlDocument(withText('document', xml`<w:body>${content.body}${SECTION}</w:body>`)))
  add('word/_rels/document.xml.rels', relationsPart(content.bodyRelations.list))
  add('word/styles.xml', xmlDocument(stylesPart(content.language)))
  add('word/numbering.xml', xmlDocument(numberingPart(content.orderedLists)))
  add('word/settings.xml', xmlDocument(SETTINGS))
  add('word/footnotes.xml', xmlDocument(withText('footnotes', xml`${SEPARATORS}${content.footnotes}`)))
  if (content.footnoteRelations.list.length > 0) add('word/_rels/footnotes.xml.rels', relationsPart(content.footnoteRelations.list))
  add(
    'word/header1.xml',
    xmlDocument(
      withText('hdr', xml`<w:p><w:pPr><w:pStyle w:val="Header"/></w:pPr><w:r><w:t xml:space="preserve">${content.title}</w:t></w:r></w:p>`),
    ),
  )
  add(
    'word/footer1.xml',
    xmlDocument(
      withText(
        'ftr',
        xml`
    <w:p>
      <w:pPr><w:pStyle w:val="Footer"/></w:pPr>
      ${field('PAGE')}
      <w:r><w:t xml:space="preserve"> / </w:t></w:r>
      ${field('NUMPAGES')}
    </w:p>
  `,
      ),
    ),
  )
  for (const [name, bytes] of content.media) files[`word/${name}`] = bytes
  // Zip files state local time: this is the same figures everywhere.
  return zipSync(files, { level: 0, mtime: new Date(1980, 0, 1) })
}

const field = (name: string): Xml => xml`
  <w:r><w:fldChar w:fldCharType="begin"/></w:r>
  <w:r><w:instrText xml:space="preserve"> ${name} </w:instrText></w:r>
  <w:r><w:fldChar w:fldCharType="separate"/></w:r>
  <w:r><w:t>1</w:t></w:r>
  <w:r><w:fldChar w:fldCharType="end"/></w:r>
`

/** The first page has no running head, as the title stands on it. */
const SECTION = xml`
  <w:sectPr>
    <w:headerReference w:type="default" r:id="${HEADER}"/>
    <w:footerReference w:type="default" r:id="${FOOTER}"/>
    <w:footerReference w:type="first" r:id="${FOOTER}"/>
    <w:pgSz w:w="${PAGE.width}" w:h="${PAGE.height}"/>
    <w:pgMar w:top="${PAGE.top}" w:right="${PAGE.side}" w:bottom="${PAGE.bottom}" w:left="${PAGE.side}" w:header="${PAGE.head}" w:footer="${PAGE.head}" w:gutter="0"/>
    <w:titlePg/>
  </w:sectPr>
`

const SETTINGS = xml`
  <w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
    <w:zoom w:percent="100"/>
    <w:defaultTabStop w:val="720"/>
    <w:characterSpacingControl w:val="doNotCompress"/>
    <w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>
    <w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>
  </w:settings>
`

const SEPARATORS = xml`
  <w:footnote w:type="separator" w:id="-1">
    <w:p><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr><w:r><w:separator/></w:r></w:p>
  </w:footnote>
  <w:footnote w:type="continuationSeparator" w:id="0">
    <w:p><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/></w:pPr><w:r><w:continuationSeparator/></w:r></w:p>
  </w:footnote>
`
