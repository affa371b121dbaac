import { type Xml, xml } from '../../markup/xml'
import type { DossierDocument, Inline } from '../document/blocks'
import { EVIDENCE_INDENT, TEXT_WIDTH } from './look'
import { BODY_RELATIONS, type Relations, relations } from './package'
import { type Bookmark, bookmarksOf } from './places'
import { runsOf, type Story } from './runs'
import { evidenceEdge } from './styles'

/** A Word file while it is written: what its blocks gather beside the body. */
export type Writing = {
  readonly story: Story
  readonly footnoteRelations: Relations
  readonly footnotes: Xml[]
  /** Bytes by their name in `word/`. */
  readonly media: Map<string, Uint8Array>
  /** How many drawings and ordered lists there are so far. */
  drawings: number
  orderedLists: number
  /** Places whose next paragraph carries their bookmark. */
  pending: Bookmark[]
}

/** @param exhibitsBeside whether citations can link into `exhibits/` */
export const beginWriting = (document: DossierDocument, exhibitsBeside: boolean): Writing => ({
  story: { relations: relations(BODY_RELATIONS), bookmarks: bookmarksOf(document), exhibitsBeside },
  footnoteRelations: relations(),
  footnotes: [],
  media: new Map(),
  drawings: 0,
  orderedLists: 0,
  pending: [],
})

/** Where a block stands: the level of the heading over it, and the colour of the edge beside it. */
export type Place = { readonly level: number; readonly edge: string | null }

/** The width that is left for what stands there, in twentieths of a point. */
export const roomAt = ({ edge }: Place): number => TEXT_WIDTH - (edge === null ? 0 : EVIDENCE_INDENT)

/** Words of the body as runs. */
export const wordsOf = (writing: Writing, content: readonly Inline[]): readonly (Xml | null)[] => runsOf(content, writing.story)

/** Lets the next paragraph carry the bookmark of a place, where links lead to it. */
export function markPlace(writing: Writing, id: string | null): void {
  const bookmark = id === null ? undefined : writing.story.bookmarks.get(id)
  if (bookmark !== undefined) writing.pending.push(bookmark)
}

function bookmarksHere(writing: Writing): readonly Xml[] {
  const here = writing.pending
  writing.pending = []
  return here.map(({ name, number }) => xml`<w:bookmarkStart w:id="${number}" w:name="${name}"/><w:bookmarkEnd w:id="${number}"/>`)
}

/** Puts a picture beside the body, and gives its relation. */
export function addMedia(writing: Writing, name: string, bytes: Uint8Array): string {
  writing.media.set(name, bytes)
  return writing.story.relations.add('image', name)
}

type ParagraphOptions = {
  /** The number of the list that it is an item of. */
  readonly list?: number
  readonly rightToLeft?: boolean
  /** Set to the end of the line. */
  readonly end?: boolean
  /** On the page of what follows. */
  readonly keep?: boolean
  /** Close under its overline. */
  readonly close?: boolean
}

/** A paragraph in a named style (null for plain text), with the edge of its place. */
export function paragraph(
  writing: Writing,
  style: string | null,
  runs: Xml | readonly (Xml | null)[],
  place: Place | null = null,
  options: ParagraphOptions = {},
): Xml {
  const { list, rightToLeft = false, end = false, keep = false, close = false } = options
  const edge = place === null || place.edge === null ? null : evidenceEdge(place.edge)
  // In the order that the schema of ECMA-376 has (17.3.1.26).
  const properties: readonly Xml[] = [
    style !== null && xml`<w:pStyle w:val="${style}"/>`,
    keep && xml`<w:keepNext/>`,
    list !== undefined && xml`<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${list}"/></w:numPr>`,
    edge !== null && edge.border,
    rightToLeft && xml`<w:bidi/>`,
    close && xml`<w:spacing w:before="40"/>`,
    edge !== null && edge.indent,
    end && xml`<w:jc w:val="right"/>`,
  ].filter((each) => each !== false)
  return xml`<w:p>${properties.length > 0 && xml`<w:pPr>${properties}</w:pPr>`}${bookmarksHere(writing)}${runs}</w:p>`
}
