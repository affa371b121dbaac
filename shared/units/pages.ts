import { z } from 'zod'
import type { Branded } from './branded'

/** Place of a page in the file, from 0. For arrays and for pdf.js offsets; never shown. */
export type PageIndex = Branded<number, 'page-index'>
/** Place of a page in the file, from 1, as people count and as `evidence.csv` has it. */
export type PageNumber = Branded<number, 'page-number'>
/** The label a PDF gives a page (`iv`, `JA 042`), as a reader application shows it. */
export type PageLabel = Branded<string, 'page-label'>
/** A number stamped on a page (Bates number, filing header), as printed. */
export type PageStamp = Branded<string, 'page-stamp'>

export const pageIndexSchema = z
  .int()
  .min(0)
  .transform((value) => value as PageIndex)
export const pageNumberSchema = z
  .int()
  .min(1)
  .transform((value) => value as PageNumber)
export const pageLabelSchema = z.string().transform((value) => value as PageLabel)
export const pageStampSchema = z.string().transform((value) => value as PageStamp)

/** Gives a number or a text the meaning that whoever calls knows it to have. */
export const pageIndex = (value: number): PageIndex => value as PageIndex
export const pageNumber = (value: number): PageNumber => value as PageNumber
export const pageLabel = (value: string): PageLabel => value as PageLabel
export const pageStamp = (value: string): PageStamp => value as PageStamp

/** From the place in the file, counted from 0, to the number that people count. */
export const pageNumberOf = (index: PageIndex): PageNumber => (index + 1) as PageNumber
export const pageIndexOf = (number: PageNumber): PageIndex => (number - 1) as PageIndex
