import type { Document, Extractor } from '@shared/documents/document'
import type { ProposalDecision } from '@shared/documents/proposal-decision'
import type { TextCorrection } from '@shared/documents/text-correction'
import { type KeptDifference, touches } from '@shared/text-versions/kept-difference'
import { freedBy, heldRangesOf } from '../redactions/held-ranges'
import { rowsOfPages } from '../storage/rows-of-pages'
import type { Workbench } from '../workbench/workbench'
import { readingRows } from './reading-rows'

/** What the researcher said of a difference. A correction over all of its words is a decision, whoever made it and when. */
export type Standing =
  | { readonly kind: 'open' }
  | { readonly kind: 'kept'; readonly decision: ProposalDecision }
  | { readonly kind: 'corrected'; readonly correction: TextCorrection }

/** A place at which the present version of pdf.js reads other words than the stored text has. */
export type TextDifference = Omit<KeptDifference, 'later' | 'under'> & {
  readonly index: number
  readonly later: string
  readonly standing: Standing
}

/** Where a document's stored text and the present version differ, in the order of the pages. */
export type TextDifferences = {
  readonly differences: readonly TextDifference[]
  /** Page indexes of differences that touch words under a redaction, one for each: their words are shown nowhere. */
  readonly under: readonly number[]
}

const NO_DIFFERENCES: TextDifferences = { differences: [], under: [] }

/**
 * The differences of a document, or of one page of it, with what was decided about them.
 * @param present the version that reads now
 */
export async function readDifferences(
  stores: Pick<Workbench, 'db' | 'derived'>,
  document: Pick<Document, 'id' | 'extractor'>,
  present: Extractor,
  page: number | null = null,
): Promise<TextDifferences> {
  const { id, extractor } = document
  const [from, to] = page === null ? [0, Number.MAX_SAFE_INTEGER] : [page, page]
  const rows = (await rowsOfPages(readingRows(stores.derived), id, from, to))
    // A text that was read anew since, after both copies of it were lost, is another.
    .filter(({ versions }) => versions.earlier === extractor?.version && versions.later === present.version)
  if (rows.length === 0) return NO_DIFFERENCES
  const [decisions, corrections, held] = await Promise.all([
    stores.db.where('proposalDecisions', 'documentId', id),
    stores.db.where('textCorrections', 'documentId', id),
    heldRangesOf(stores, id, rows[0]?.index ?? 0, rows.at(-1)?.index ?? 0),
  ])
  const freed = freedBy(decisions)
  const kept = new Map(
    decisions.filter(({ kind }) => kind === 'reading').map((decision) => [`${decision.pageIndex}:${decision.key}`, decision]),
  )
  const over = corrections.filter(({ origin }) => origin === 'embedded')
  const [differences, under]: [TextDifference[], number[]] = [[], []]
  for (const row of rows) {
    for (const { key, range, words, later, under: redactions } of row.differences) {
      // What was released when the versions were compared may be held back now.
      const hidden =
        later === null ||
        redactions.some((one) => !freed.has(`${row.index}:${one}`)) ||
        (held.get(row.index) ?? []).some((one) => touches(one, range))
      if (hidden) {
        under.push(row.index)
        continue
      }
      const correction = over.find(
        (one) => one.pageIndex === row.index && one.range.start <= range.start && range.end <= one.range.end && range.start < range.end,
      )
      const decision = kept.get(`${row.index}:${key}`)
      const standing: Standing =
        correction !== undefined
          ? { kind: 'corrected', correction }
          : decision !== undefined
            ? { kind: 'kept', decision }
            : { kind: 'open' }
      differences.push({ index: row.index, key, range, words, later, standing })
    }
  }
  return { differences, under }
}

export const isOpen = ({ standing }: TextDifference): boolean => standing.kind === 'open'

/** How many words differ, and on how many pages. */
export function countsOf(differences: readonly TextDifference[]): { readonly words: number; readonly pages: number } {
  return { words: differences.reduce((sum, { words }) => sum + words, 0), pages: new Set(differences.map(({ index }) => index)).size }
}

/** How many words nobody has decided about, by document; only documents with such words. */
export async function undecidedWords(stores: Pick<Workbench, 'db' | 'derived'>, present: Extractor): Promise<ReadonlyMap<string, number>> {
  const ids = await readingRows(stores.derived).orderBy('documentId').uniqueKeys()
  const documents = await Promise.all(ids.map((id) => stores.db.get('documents', String(id))))
  const found = await Promise.all(
    documents
      .filter((document) => document !== undefined)
      .map(async (document) => ({
        id: document.id,
        ...countsOf((await readDifferences(stores, document, present)).differences.filter(isOpen)),
      })),
  )
  return new Map(found.filter(({ words }) => words > 0).map(({ id, words }) => [id, words]))
}
