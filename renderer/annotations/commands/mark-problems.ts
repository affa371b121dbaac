import { problem } from '@shared/errors/outcome'

/** Problems that several commands on marks share. */
export const MARK_MISSING = problem('mark-missing', 'The mark is no longer there.', 'It may have been deleted; undo brings it back.')
export const NEEDS_WORDS = problem(
  'no-words',
  'A claim cites this box, so it needs its words.',
  'Unlink it first, or keep the transcription.',
)
