import type { Disclosure } from '@shared/documents/disclosure-standing'
import { isTable, mediaOf } from '@shared/documents/document'
import { Pill } from '../ui/pill'
import type { LibraryRow, Readability } from './library-rows'

const READ_TONES = {
  'part text': 'qualifies',
  picture: 'qualifies',
  empty: 'absent',
  'needs password': 'undercuts',
  unreadable: 'contradicts',
} as const satisfies Readonly<Record<Exclude<Readability, 'text'>, string>>

/** What can be quoted from a document: text of its own, recognised text (how much of each), only a picture, or why nothing; and whether a new version of pdf.js reads other words. */
export function ReadabilityBadge({ row }: { readonly row: LibraryRow }) {
  if (row.otherwise > 0)
    return (
      <Pill tone="qualifies" title="The present version of pdf.js reads them differently; nobody has decided about them">
        {row.otherwise === 1 ? '1 word differs' : `${row.otherwise} words differ`}
      </Pill>
    )
  const { document, readability } = row
  if (isTable(document) && document.status === 'ready') return `table (${mediaOf(document).toUpperCase()})`
  const words =
    readability === 'part text'
      ? `text on ${document.pagesWithText} of ${document.pageCount}`
      : readability === 'picture'
        ? 'picture only'
        : readability === 'empty'
          ? 'empty pages'
          : readability
  if (row.recognised > 0)
    return readability === 'text' ? (
      `text, ${row.recognised} recognised too`
    ) : (
      <Pill tone="context">
        {readability === 'part text' ? `${words}, ${row.recognised} recognised` : `recognised ${row.recognised} of ${document.pageCount}`}
      </Pill>
    )
  return readability === 'text' ? words : <Pill tone={READ_TONES[readability]}>{words}</Pill>
}

const OUT_TONES = { disclosed: 'supports', discovered: 'context', 'not recorded': 'absent' } as const satisfies Readonly<
  Record<Disclosure, string>
>

/** Whether a document was disclosed or discovered; dashed where nobody has said. */
export function DisclosureBadge({ disclosure }: { readonly disclosure: Disclosure }) {
  return <Pill tone={OUT_TONES[disclosure]}>{disclosure}</Pill>
}
