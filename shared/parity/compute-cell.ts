import { appliesTo } from './bases'
import { answerIn, columnsNamed, folded, type InventoryTable } from './headings'
import type { ParityCounts, ParityState } from './parity-cell'
import { type ParityAgency, type ParityAsked, type ParityBase, PARITY_BASE_WORDS, type ParityElement } from './parity-matrix'
import { isWithheld } from './withheld'

/** One answer, and the rows that give it: places in `table.rows`. */
export type ParityAnswer = { readonly text: string; readonly withheld: boolean; readonly rows: readonly number[] }

/** What a table says of an element: a proposal, until somebody takes it over. */
export type ComputedCell = {
  readonly state: ParityState
  /** Null where nothing was counted: the form did not ask. */
  readonly counts: Omit<ParityCounts, 'documentId' | 'sheet'> | null
  /** Why this state, in a sentence. */
  readonly why: string
  /** The columns that were read, and the different answers in them, the most frequent first; rows that leave them blank. */
  readonly columns: readonly number[]
  readonly answers: readonly ParityAnswer[]
  readonly blank: readonly number[]
}

/** The rows of one agency in one table, with the questions that were asked of them, so that a matrix reads a table once. */
export type AgencyRows = {
  readonly table: InventoryTable
  /** Places of its rows in `table.rows`. */
  readonly rows: readonly number[]
  /** Places of the rows of the whole submission that it is a part of. */
  readonly submission: readonly number[]
  /** Whether the table holds other submissions too: then a column can be left out and still be there. */
  readonly consolidated: boolean
  /** The rows that a base leaves; null where the table cannot tell. */
  readonly within: (base: ParityBase) => readonly number[] | null
}

/** @param own whether the table is the agency's own file: then conditions that it has no column for hold */
export function rowsOfAgency(table: InventoryTable, agency: Pick<ParityAgency, 'rows'>, own: boolean): AgencyRows {
  const holds = agency.rows.map(({ columns, values }) => {
    const found = columnsNamed(table.headings, columns)
    const wanted = new Set(values.map(folded))
    // Thousands of rows name a handful of agencies.
    const known = new Map<string, boolean>()
    return (row: readonly string[]) => {
      if (found.length === 0) return own
      const answer = answerIn(row, found)
      const is = known.get(answer) ?? wanted.has(folded(answer))
      known.set(answer, is)
      return is
    }
  })
  const [first] = holds
  const submission = table.rows.flatMap((row, at) => ((first === undefined ? own : first(row)) ? [at] : []))
  const rows = submission.filter((at) => holds.every((condition) => condition(table.rows[at] ?? [])))
  const kept = new Map<ParityBase, readonly number[] | null>()
  const within = (base: ParityBase): readonly number[] | null => {
    const before = kept.get(base)
    if (before !== undefined) return before
    const applies = appliesTo(table.headings, base)
    const left = applies === null ? null : rows.filter((at) => applies(table.rows[at] ?? []))
    kept.set(base, left)
    return left
  }
  return { table, rows, submission, consolidated: submission.length < table.rows.length, within }
}

const NOTHING = { counts: null, columns: [], answers: [], blank: [] } as const

/** What a year's form says of an element before any table is read: only that it did not ask. */
export function notAsked(asked: Pick<ParityAsked, 'asked' | 'year'>): ComputedCell | null {
  return asked.asked ? null : { state: 'not-asked', why: `The form of ${asked.year} did not ask for it.`, ...NOTHING }
}

/** Computes a cell from the rows of its agency; null where the table has nothing to say of it. */
export function computeCell(of: AgencyRows, element: Pick<ParityElement, 'answer'>, asked: ParityAsked): ComputedCell | null {
  if (of.rows.length === 0) return notAsked(asked)
  const columns = columnsNamed(of.table.headings, asked.columns)
  if (!asked.asked && columns.length === 0) return notAsked(asked)
  const rows = of.within(asked.base)
  if (rows === null) return null
  const column = columns[0] === undefined ? '' : (of.table.headings[columns[0]] ?? '').replace(/\s+/g, ' ').trim()
  const { answers, blank } = answersIn(of.table, rows, columns)
  const answered = rows.length - blank.length
  const withheld = answers.reduce((sum, answer) => sum + (answer.withheld ? answer.rows.length : 0), 0)
  const [most] = answers
  const one = answers.length === 1 && answered > 1
  const quote = answers.find((answer) => answer.withheld)?.text ?? (one ? (most?.text ?? '') : '')
  const common = {
    columns,
    answers,
    blank,
    counts: { column, base: asked.base, of: rows.length, answered, withheld, distinct: answers.length, quote },
  } as const
  const base = PARITY_BASE_WORDS[asked.base]

  if (!asked.asked && answered === 0) return notAsked(asked)
  if (columns.length === 0) return { state: 'column-omitted', why: 'The form asked for it, and the table has no column for it.', ...common }
  if (rows.length === 0) return { state: 'not-applicable', why: `The question applied to ${base}, and there is none.`, ...common }
  if (answered === 0) {
    const leftOut = of.consolidated && !asked.optional && of.submission.every((at) => answerIn(of.table.rows[at] ?? [], columns) === '')
    return leftOut
      ? {
          state: 'column-omitted',
          why: `No row of the whole submission (${of.submission.length}) fills it in, though the form asked for it: its own file seems to leave the column out. Look there.`,
          ...common,
        }
      : {
          state: 'blank',
          why: `The column is there, and blank in every row that the question applied to${asked.optional ? '; it was optional' : ''}.`,
          ...common,
        }
  }
  const unasked = asked.asked ? '' : ` The form of ${asked.year} did not ask for it.`
  if (withheld === answered) return { state: 'withheld', why: `Every answer only says that it is withheld.${unasked}`, ...common }
  if (one && element.answer === 'words') return { state: 'same-text', why: `One text stands in all ${answered} rows.${unasked}`, ...common }
  const same = one ? ' All rows make the same choice.' : ''
  const partly = withheld > 0 ? ` ${withheld} of the ${answered} answers only say that it is withheld.` : ''
  return {
    state: 'specific',
    why: `${answers.length === 1 ? 'One answer' : `${answers.length} different answers`} in ${answered} ${answered === 1 ? 'row' : 'rows'}.${same}${partly}${unasked}`,
    ...common,
  }
}

function answersIn(
  table: InventoryTable,
  rows: readonly number[],
  columns: readonly number[],
): { readonly answers: readonly ParityAnswer[]; readonly blank: readonly number[] } {
  const byText = new Map<string, number[]>()
  const blank: number[] = []
  for (const at of rows) {
    const text = answerIn(table.rows[at] ?? [], columns)
    const before = byText.get(text)
    if (text === '') blank.push(at)
    else if (before === undefined) byText.set(text, [at])
    else before.push(at)
  }
  const answers = [...byText]
    .map(([text, at]) => ({ text, withheld: isWithheld(text), rows: at }))
    .sort((a, b) => b.rows.length - a.rows.length)
  return { answers, blank }
}
