import Papa from 'papaparse'
import { z } from 'zod'
import { anchorStateSchema, TEXT_ORIGINS } from '../annotations/segment'
import { sha256Schema } from '../units/hashes'

const rowSchema = z.object({
  claim: z.string().default(''),
  /** In `passages.csv`, which has no claims. */
  citation: z.string().default(''),
  quote: z.string(),
  document_sha256: sha256Schema,
  page: z.coerce.number().int().min(1),
  state: anchorStateSchema,
  text_origin: z.enum(TEXT_ORIGINS),
  why: z.string().default(''),
  exhibit: z.string().default(''),
  picture: z.string().default(''),
  sheet: z.string().default(''),
  column: z.string().regex(/^\d*$/).default(''),
})

/** A row of a table of quotations: `row` as a spreadsheet counts, where the header is row 1. */
export type QuotationRow = z.infer<typeof rowSchema> & { readonly table: string; readonly row: number }

/** Reads the rows of a table of quotations that can be checked; the number of the first row that is none. */
export function parseRows(table: string, text: string): { readonly rows: readonly QuotationRow[]; readonly badRow: number | null } {
  const parsed = Papa.parse<Record<string, string>>(text.replace(/^\ufeff/, ''), { header: true, skipEmptyLines: true })
  const rows: QuotationRow[] = []
  for (const [at, row] of parsed.data.entries()) {
    const valid = rowSchema.safeParse(row)
    if (!valid.success) return { rows, badRow: at + 2 }
    rows.push({ ...valid.data, table, row: at + 2 })
  }
  return { rows, badRow: parsed.errors[0]?.row === undefined ? null : parsed.errors[0].row + 2 }
}
