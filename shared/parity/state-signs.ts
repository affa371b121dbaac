import type { ParityState } from './parity-cell'

/** How a state is shown without its word: a shape, and the letter that sets it and stands for it in a chart. No shape is better than another. */
export const PARITY_SIGNS: Readonly<Record<ParityState, { readonly shape: string; readonly letter: string; readonly means: string }>> = {
  specific: { shape: '●', letter: 'S', means: 'The answers differ from row to row, or there is a choice in each.' },
  'same-text': { shape: '≡', letter: 'T', means: 'One text stands in every row that answers.' },
  withheld: { shape: '■', letter: 'W', means: 'Every answer only says that it is withheld; the marking is quoted.' },
  blank: { shape: '○', letter: 'B', means: 'The column is there and empty.' },
  'column-omitted': { shape: '□', letter: 'O', means: 'The form asked, and the column was left out.' },
  'not-asked': { shape: '–', letter: 'N', means: 'The form of that year did not ask.' },
  'not-applicable': { shape: '∅', letter: 'D', means: 'It applied to no entry.' },
  'not-looked': { shape: '·', letter: 'L', means: 'Nobody has looked yet.' },
  'not-found': { shape: '×', letter: 'F', means: 'Somebody looked, and did not find it; the search is recorded.' },
}
