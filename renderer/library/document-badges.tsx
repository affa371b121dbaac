import type { Disclosure } from '@shared/documents/disclosure-standing'
import { Pill } from '../ui/pill'
import type { LibraryRow, Readability } from './library-rows'

const READ_TONES = { 'part text': 'qualifies', picture: 'qualifies', empty: 'absent', 'needs password': 'undercuts', unreadable: 'contradicts' } as const satisfies Readonly<Record<Exclude<Readability, 'text'>, string>>

/** What can be quoted from a document: text of its own, recognised text (how much of each), only a picture, or why nothing. */
export function ReadabilityBadge({ row }: { readonly row: LibraryRow }) {
  const { document, readability } = row
  const words = readability === 'part text' ? `text on ${document.pagesWithText} of ${document.pageCount}` : readability === 'picture' ? 'picture only' : readability === 'empty' ? 'empty pages' : readability
  if (row.recognised > 0) return readability === 'text' ? `text, ${row.recognised} recognised too` : <Pill tone="context">{readability === 'part text' ? `${words}, ${row.recognised} recognised` : `recognised on ${row.recognised} of ${document.pageCount}`}</Pill>
  return readability === 'text' ? words : <Pill tone={READ_TONES[readability]}>{words}</Pill>
}

const OUT_TONES = { disclosed: 'supports', discovered: 'context', 'not recorded': 'absent' } as const satisfies Readonly<Record<Disclosure, string>>

/** Whether a document was disclosed or discovered; dashed where nobody has said. */
export function DisclosureBadge({ disclosure }: { readonly disclosure: Disclosure }) {
  return <Pill tone={OUT_TONES[disclosure]}>{disclosure}</Pill>
}
