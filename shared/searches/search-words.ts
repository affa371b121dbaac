import type { Timestamp } from '../units/time'
import type { CouldHaveHeld, SearchNote } from './search-note'

/** How a recorded search bears on a claim: a relation of its own, never one of those that a document can have. */
export const NOT_FOUND_SIGN = { shape: '∅', word: 'looked and not found' } as const
/** A search that turned something up, which is linked by itself or did not settle the claim. */
export const LOOKED_SIGN = { shape: '⌕', word: 'looked' } as const

/** A search that found nothing, as far as its record says. */
export const isNotFound = (note: Pick<SearchNote, 'hits'>): boolean => note.hits === null || note.hits === 0

/** Whether a search says nothing any more: its whole last day, month or year is over. */
export const isExpired = (note: Pick<SearchNote, 'expires'>, now: Timestamp | string): boolean =>
  note.expires !== undefined && note.expires !== null && now.slice(0, note.expires.length) > note.expires

export const COULD_HAVE_HELD_WORDS: Readonly<Record<CouldHaveHeld, string>> = {
  yes: 'The place could have held it.',
  no: 'The place could not have held it, so that finding nothing there shows nothing.',
  unknown: 'Whether the place could have held it is unknown.',
}
