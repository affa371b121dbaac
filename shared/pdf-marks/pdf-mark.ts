import { z } from 'zod'
import { ANNOTATION_KINDS } from '../annotations/annotation'
import { textRangeSchema } from '../annotations/segment'
import { type PdfRect, type Quad, quadSchema } from '../units/geometry'
import type { PageIndex } from '../units/pages'
import { list, record } from '../units/strict-schema'

/** Kinds of annotations (ISO 32000-2, 12.5.6) that are taken for somebody's marks. Links, form fields and redactions not applied are none. */
export const MARK_SUBTYPES = [
  'Highlight',
  'Underline',
  'StrikeOut',
  'Squiggly',
  'Square',
  'Circle',
  'Polygon',
  'PolyLine',
  'Line',
  'Ink',
  'Stamp',
  'FreeText',
  'Text',
  'Caret',
] as const
export type MarkSubtype = (typeof MARK_SUBTYPES)[number]

/** What Vouch writes beside a mark in a copy, so that it reads the same mark back. `part` of `parts`: a mark over several pages is several in the file. */
export const vouchKeySchema = record({
  mark: z.string(),
  part: z.int().min(0),
  parts: z.int().min(1),
  kind: z.enum(ANNOTATION_KINDS),
  comment: z.string(),
  tags: list(z.string()),
  exemptionCodes: list(z.string()),
  author: z.string(),
  /** Where it is drawn, as the record has it. */
  quads: list(quadSchema),
  /** The passage in the page's text; null where the words are not of the file's own text. */
  passage: record({ ranges: list(textRangeSchema), quote: z.string() }).nullable(),
  /** The words, where they stand in no text of the file: typed by hand or recognised. */
  typed: z.string().nullable(),
})
export type VouchKey = z.infer<typeof vouchKeySchema>

/** A mark that stands in a PDF already, as the file has it. */
export type PdfMark = {
  /** Names it within the file: its `/NM`, or its object's number. */
  readonly reference: string
  readonly pageIndex: PageIndex
  readonly subtype: MarkSubtype
  /** Reading order of corners as `Quad` has it; the rectangle where the file gives none. */
  readonly quads: readonly Quad[]
  readonly rect: PdfRect
  /** Plain words; what was written in rich text comes as plain. */
  readonly comment: string
  readonly author: string
  /** As printed in the file, `D:20120413145428+01'00'`; empty where it says nothing. */
  readonly modified: string
  readonly created: string
  /** `#rrggbb`, or null. */
  readonly colour: string | null
  readonly replies: readonly { readonly author: string; readonly comment: string }[]
  readonly vouch: VouchKey | null
}

/** `2012-04-13 14:54` of a PDF date (ISO 32000-2, 7.9.4) or an ISO 8601 one, for showing; the date as it stands where it is neither. */
export function pdfDateWords(date: string): string {
  const parts = /^D:(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?/.exec(date) ?? /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d)/.exec(date)
  if (parts === null) return date
  const [, year, month, day, hour, minute] = parts
  return [[year, month, day].filter(Boolean).join('-'), hour === undefined ? '' : `${hour}:${minute ?? '00'}`].filter(Boolean).join(' ')
}
