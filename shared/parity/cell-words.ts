import { unreachable } from '../errors/outcome'
import type { ClaimKind } from '../claims/claim'
import { PARITY_STATE_WORDS, type ParityCell, type ParityCounts, type ParityState } from './parity-cell'
import { type ParityAgency, PARITY_BASE_WORDS, type ParityElement } from './parity-matrix'

type Counted = Omit<ParityCounts, 'documentId' | 'sheet'>

const different = (distinct: number): string => (distinct === 1 ? 'one and the same' : `${distinct} different`)

/** What was counted, for a narrow place: how many answer, always with how many different answers these are. */
export function countsShort({ of, answered, withheld, distinct }: Counted): string {
  if (of === 0) return '0 entries'
  return [
    `${answered}/${of}`,
    ...(answered === 0 ? [] : [distinct === 1 ? '1 text' : `${distinct} texts`]),
    ...(withheld === 0 ? [] : [`${withheld} withheld`]),
  ].join(' · ')
}

/** What was counted, as a sentence. */
export function countsWords({ base, of, answered, withheld, distinct }: Counted): string {
  if (of === 0) return `It applied to ${PARITY_BASE_WORDS[base]}, of which there is none.`
  const answers =
    answered === 0
      ? 'none is answered'
      : `${answered} ${answered === 1 ? 'is' : 'are'} answered, with ${different(distinct)} ${distinct === 1 ? 'text' : 'texts'}`
  const notices = withheld === 0 ? '' : `; ${withheld} of these only ${withheld === 1 ? 'says' : 'say'} that it is withheld`
  return `Of ${of} (${PARITY_BASE_WORDS[base]}) ${answers}${notices}.`
}

type Named = { readonly element: Pick<ParityElement, 'label'>; readonly agency: Pick<ParityAgency, 'short'>; readonly year: number }

/** A claim that a cell could be made, in words to be worked over; null for one that nobody looked at. */
export function claimFromCell(
  { state, counts }: { readonly state: ParityState; readonly counts: Counted | null },
  { element, agency, year }: Named,
): { readonly kind: ClaimKind; readonly text: string } | null {
  const list = `The ${agency.short} entries in the ${year} inventory`
  const what = `“${element.label}”`
  const among =
    counts === null || counts.of === 0
      ? ''
      : counts.base === 'all'
        ? ` in all ${counts.of} entries`
        : ` in all ${counts.of} ${PARITY_BASE_WORDS[counts.base]}`
  switch (state) {
    case 'specific': {
      if (counts === null) return { kind: 'finding', text: `${list} answer ${what}.` }
      const marked = counts.withheld === 0 ? '' : `; ${counts.withheld} of these only say “${counts.quote}”`
      return {
        kind: 'finding',
        text: `${list} answer ${what} in ${counts.answered} of ${counts.of} ${PARITY_BASE_WORDS[counts.base].replace('every entry', 'entries')}, with ${different(counts.distinct)} ${counts.distinct === 1 ? 'text' : 'texts'}${marked}.`,
      }
    }
    case 'same-text':
      return {
        kind: 'finding',
        text: `${list} answer ${what} with one and the same text${counts === null ? '' : ` in ${counts.answered} of ${counts.of} ${PARITY_BASE_WORDS[counts.base].replace('every entry', 'entries')}: “${counts.quote}”`}.`,
      }
    case 'withheld':
      return {
        kind: 'finding',
        text: `${list} withhold ${what}${counts === null ? '' : ` wherever they answer (${counts.answered} of ${counts.of}): “${counts.quote}”`}.`,
      }
    case 'blank':
      return { kind: 'absence', text: `${list} leave ${what} blank${among}.` }
    case 'column-omitted':
      return { kind: 'absence', text: `${list} do not have the column for ${what}, though the form asked for it.` }
    case 'not-asked':
      return { kind: 'finding', text: `The form of ${year} did not ask ${agency.short} for ${what}.` }
    case 'not-applicable':
      return { kind: 'finding', text: `${what} applied to none of the ${agency.short} entries in the ${year} inventory.` }
    case 'not-found':
      return { kind: 'absence', text: `${what} of ${agency.short} for ${year} was looked for and not found.` }
    case 'not-looked':
      return null
    default:
      return unreachable(state)
  }
}

/** A cell to be cited in a text: what it says, from which table, and whose reading it is. */
export function cellCitation(
  cell: Pick<ParityCell, 'state' | 'counts' | 'author' | 'at'>,
  { element, agency, year }: Named,
  table: { readonly name: string; readonly sha256: string } | null,
): string {
  const { counts } = cell
  const said = counts === null ? '' : ` ${countsWords(counts)}${counts.quote === '' ? '' : ` “${counts.quote}”`}`
  const where =
    table === null
      ? ''
      : ` (${table.name}${counts === null || counts.column === '' ? '' : `, column “${counts.column}”`}, SHA-256 ${table.sha256.slice(0, 12)})`
  return `${element.label}, ${agency.short} ${year}: ${PARITY_STATE_WORDS[cell.state]}.${said}${where} [${cell.author}, ${cell.at.slice(0, 10)}]`
}
