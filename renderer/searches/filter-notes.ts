import type { SearchNote } from '@shared/searches/search-note'
import { isExpired, isNotFound } from '@shared/searches/search-words'

export const NOTE_FILTERS = {
  all: 'All searches',
  'not-found': 'Looked and not found',
  found: 'Found something',
  expired: 'Expired',
  'could-not': 'The place could not have held it',
  unlinked: 'Bears on no claim',
  letter: 'Rests on a document',
} as const
export type NoteFilter = keyof typeof NOTE_FILTERS

const PASSES: Readonly<Record<NoteFilter, (note: SearchNote, day: string) => boolean>> = {
  all: () => true,
  'not-found': isNotFound,
  found: (note) => !isNotFound(note),
  expired: isExpired,
  'could-not': (note) => note.couldHaveHeld === 'no',
  unlinked: (note) => note.claimIds.length === 0,
  letter: (note) => note.annotationId !== undefined,
}

/** The searches that pass a filter and hold every word, newest first. What has expired is shown like all else. */
export function filterNotes(
  notes: readonly SearchNote[],
  { filter, words, day }: { readonly filter: NoteFilter; readonly words: string; readonly day: string },
): readonly SearchNote[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean)
  return notes
    .filter((note) => PASSES[filter](note, day))
    .filter((note) => {
      const text = `${note.where} ${note.words} ${note.result} ${note.by} ${note.wouldHaveShown} ${note.version ?? ''}`.toLowerCase()
      return wanted.every((word) => text.includes(word))
    })
    .toSorted((a, b) => (b.date ?? '').localeCompare(a.date ?? '') || b.createdAt.localeCompare(a.createdAt))
}
