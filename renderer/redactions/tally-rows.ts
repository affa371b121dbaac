import type { CodeTally, PageTally } from '@shared/redactions/tally-redactions'
import { NO_CODE } from '@shared/redactions/tally-redactions'
import { wordsOfCode } from '@shared/redactions/exemption-codes'
import type { TallyRow } from './tally-table'

/** Codes as lines of a tally, each with what it stands for. */
export const rowsOfCodes = (codes: readonly CodeTally[]): readonly TallyRow[] =>
  codes.map(({ code, confirmed, proposed }) => ({
    key: code,
    name: code,
    meaning: code === NO_CODE ? 'nothing says why it was withheld' : (wordsOfCode(code) ?? 'not an exemption that Vouch knows'),
    confirmed,
    proposed,
  }))

/** A page as a line of a tally. @param of the document's name, where there are several */
export const rowOfPage = (
  { pageIndex, confirmed, proposed, share }: PageTally,
  key: string,
  of: string | undefined,
  onGo: () => void,
): TallyRow => ({ key, name: `page ${pageIndex + 1}`, meaning: of, confirmed, proposed, share, onGo })
