import { type Annotation, type AnnotationId, annotationIdSchema } from '@shared/annotations/annotation'
import { shortPlaceOf } from '@shared/annotations/place-words'
import type { Balance, BalanceLine } from '@shared/balance/balance'
import type { Document, DocumentId } from '@shared/documents/document'
import type { AnchoredNote } from '@shared/foreign-notes/anchor-note'
import type { ForeignNote, ForeignNotes } from '@shared/foreign-notes/foreign-note'
import { derivedId } from '@shared/units/derived-id'
import { groupedBy } from '@shared/units/grouped-by'
import type { Sha256 } from '@shared/units/hashes'
import { areSimilarNames } from '@shared/versions/similar-name'

/** The notes of a file that are about the same document, as the file names it. */
export type NoteGroup = {
  readonly key: string
  /** How the file names the document; empty where it does not. */
  readonly name: string
  readonly sha256: Sha256 | null
  readonly notes: readonly ForeignNote[]
  /** The document with the very bytes that the file names. */
  readonly same: DocumentId | null
  /** One whose name is alike: a suggestion and nothing more. */
  readonly alike: Document | null
}

/** What was found of a note in a document: where it stands, or why it has no place; `already` where it was taken in before. */
export type FoundNote = { readonly already: boolean } & ({ readonly found: AnchoredNote } | { readonly why: string })

/** A note looked for in the document that was chosen for it. */
export type LookedFor = { readonly note: ForeignNote } & FoundNote

/** Notes by the document that they name. Only a hash decides which of the library's it is. */
export function groupNotes(notes: readonly ForeignNote[], documents: readonly Document[]): readonly NoteGroup[] {
  return [...groupedBy(notes, ({ document }) => document.sha256 ?? document.name)].map(([key, members]) => {
    const { sha256 = null, name = '' } = members[0]?.document ?? {}
    return {
      key,
      name,
      sha256,
      notes: members,
      same: documents.find(({ id }) => id === sha256)?.id ?? null,
      alike: documents.find((document) => areSimilarNames(fileNameOf(name), document.name)) ?? null,
    }
  })
}

function fileNameOf(address: string): string {
  const last =
    address
      .replace(/[?#].*$/, '')
      .split(/[/\\]/)
      .at(-1) ?? ''
  try {
    return decodeURIComponent(last)
  } catch (thrown) {
    if (thrown instanceof URIError) return last
    throw thrown
  }
}

/** A note as the command takes it. A mark that came out of a library of ours keeps its id; every other gets one that follows from where it came from. */
export function markOf(format: ForeignNotes, { note }: LookedFor, found: AnchoredNote, documentId: DocumentId) {
  const own = note.own ? annotationIdSchema.safeParse(note.reference.replace(/^urn:vouch:/, '')).data : undefined
  const id: AnnotationId = own ?? derivedId('annotation', documentId, format.format, note.reference)
  const { kind, segments } = found
  const { comment, tags, author, subtype, date, reference } = note
  const exemptionCodes: Annotation['exemptionCodes'] = kind === 'redaction' ? note.exemptionCodes : []
  return {
    id,
    documentId,
    kind,
    segments,
    comment,
    tags,
    exemptionCodes,
    author,
    pdfOrigin: { author, program: format.program, modified: date, subtype, reference },
  }
}

/** The words of a note, for its line: what it quotes as the document has it, else what was to be found. */
export const wordsOf = (looked: LookedFor): string =>
  ('found' in looked
    ? looked.found.segments
        .map(({ quote }) => quote)
        .filter(Boolean)
        .join(' … ')
    : '') ||
  (looked.note.targets[0]?.quote?.exact ?? '')

/** Where a note stands: `p. 3`. */
export const placeOfNote = (looked: LookedFor): string =>
  'found' in looked ? [...new Set(looked.found.segments.map(shortPlaceOf))].join(', ') : ''

type Ended = {
  readonly notes: ForeignNotes
  readonly kept: readonly LookedFor[]
  readonly already: readonly LookedFor[]
  readonly left: readonly LookedFor[]
  readonly placeless: readonly LookedFor[]
  readonly homeless: readonly ForeignNote[]
}

/** What became of the notes of a file: each stands in one part. */
export function balanceOfNotes({ notes, kept, already, left, placeless, homeless }: Ended): Balance {
  const lines = (some: readonly LookedFor[]): readonly BalanceLine[] =>
    some.map((looked) => ({ where: looked.note.where, words: lineOf(looked) }))
  return {
    thing: 'note',
    parts: [
      { title: 'Taken in', lines: lines(kept) },
      { title: 'Already there', lines: lines(already) },
      {
        title: 'Left out',
        lines: [
          ...lines(left),
          ...homeless.map((note) => ({ where: note.where, words: `no document was chosen for “${note.document.name}”` })),
        ],
      },
      {
        title: 'Refused',
        lines: [
          ...placeless.map((looked) => ({ where: looked.note.where, words: 'why' in looked ? looked.why : '' })),
          ...notes.refused.map(({ where, why }) => ({ where, words: why })),
        ],
      },
    ],
  }
}

function lineOf(looked: LookedFor): string {
  const words = wordsOf(looked)
  const short = (text: string): string => (text.length > 120 ? `${text.slice(0, 120)}…` : text)
  return [
    placeOfNote(looked),
    words === '' ? '' : `“${short(words)}”`,
    looked.note.comment === '' ? '' : short(looked.note.comment.replaceAll('\n', ' ')),
    looked.note.author,
    'found' in looked && looked.found.state !== 'exact' ? looked.found.state : '',
  ]
    .filter(Boolean)
    .join(' · ')
}
