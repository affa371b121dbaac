import type { AnnotationKind } from '../annotations/annotation'
import type { TextRange } from '../annotations/segment'
import type { Quad } from '../units/geometry'
import { type Sha256, sha256OfText } from '../units/hashes'
import type { PageIndex } from '../units/pages'

export const NOTE_FORMATS = ['w3c', 'hypothesis', 'xfdf', 'documentcloud'] as const
export type NoteFormat = (typeof NOTE_FORMATS)[number]
export const NOTE_FORMAT_WORDS: Readonly<Record<NoteFormat, string>> = {
  w3c: 'W3C Web Annotations',
  hypothesis: 'Hypothesis',
  xfdf: 'XFDF',
  documentcloud: 'DocumentCloud',
}

/** Where something is drawn: quads in PDF user space, or a rectangle of the page as it is shown, from its upper left corner, in points or in shares of it. */
export type NotePlace =
  | { readonly in: 'quads'; readonly quads: readonly Quad[] }
  | { readonly in: 'points' | 'shares'; readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }

/** One place that a note is about, as far as its format says. Nothing of it: the document as a whole. */
export type NoteTarget = {
  readonly page: PageIndex | null
  /** For a note on a table: the row as its sheet counts it. */
  readonly row: number | null
  readonly quote: { readonly exact: string; readonly prefix: string; readonly suffix: string } | null
  /** Where the quotation stands in the page's text as Vouch counts it: only what Vouch wrote has these. */
  readonly ranges: readonly TextRange[]
  readonly place: NotePlace | null
  /** The words were typed beside a picture: they stand in no text. */
  readonly typed: boolean
}

/** A note that somebody made elsewhere. Nothing of it is believed before it was looked for in the document. */
export type ForeignNote = {
  /** Where it stands in the file, for people: `annotation 3`. */
  readonly where: string
  /** What names it within its format: its id, or what follows from its content. */
  readonly reference: string
  readonly kind: AnnotationKind
  /** What its format calls it. */
  readonly subtype: string
  /** What it is about: a hash names a document, anything else is only a suggestion. */
  readonly document: { readonly sha256: Sha256 | null; readonly name: string }
  readonly author: string
  /** As the file has it. */
  readonly date: string
  /** Plain words. */
  readonly comment: string
  readonly tags: readonly string[]
  readonly exemptionCodes: readonly string[]
  readonly targets: readonly NoteTarget[]
  /** Its quads are what Vouch drew: the words under them are not guessed. */
  readonly own: boolean
}

/** A part of a file that is no note that can be taken in, and why. */
export type RefusedNote = { readonly where: string; readonly why: string }

/** The notes of one file. */
export type ForeignNotes = {
  readonly format: NoteFormat
  /** What wrote the file, as it says. */
  readonly program: string
  readonly notes: readonly ForeignNote[]
  /** Answers that stand in the comment of the note that they answer. */
  readonly replies: number
  readonly refused: readonly RefusedNote[]
}

/** The note with its name in its format; without one it is named by all that it says, so that the same note has the same name again. */
export function named(reference: string, note: Omit<ForeignNote, 'reference'>): ForeignNote {
  const { kind, subtype, document, author, date, comment, targets } = note
  return {
    ...note,
    reference:
      reference === ''
        ? `content:${sha256OfText(JSON.stringify([kind, subtype, document, author, date, comment, targets])).slice(0, 20)}`
        : reference,
  }
}

/** The comment of a note with the answers to it, each with who wrote it. */
export const withAnswers = (comment: string, answers: readonly { readonly author: string; readonly comment: string }[]): string =>
  [
    ...(comment === '' ? [] : [comment]),
    ...answers
      .filter((answer) => answer.comment !== '')
      .map((answer) => `${answer.author === '' ? 'Reply' : answer.author}: ${answer.comment}`),
  ].join('\n\n')
