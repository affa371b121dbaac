import { type Problem, problem } from '@shared/errors/outcome'
import { type PageIndex, pageNumberOf } from '@shared/units/pages'

/** A page of which nothing could be recognised. */
export const pageNotRecognised = (name: string, page: PageIndex, why: string): Problem =>
  problem(
    'not-recognised',
    `The text of page ${pageNumberOf(page)} of “${name}” could not be recognised (${why}).`,
    'Try it again, or draw a box on the page and type what it says.',
  )

/** The program was silent for too long and was ended. */
export const recognitionStuck = (name: string, page: PageIndex, seconds: number): Problem =>
  problem(
    'recognition-stuck',
    `Recognising page ${pageNumberOf(page)} of “${name}” was given up: nothing was heard for ${seconds} seconds.`,
    'Try it again, or draw a box on the page and type what it says.',
  )

export const recognitionCancelled = (): Problem =>
  problem('cancelled', 'Recognising was stopped.', 'Nothing was changed; start it again when you like.')
