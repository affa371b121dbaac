import { type Outcome, ok, type Problem, problem, trouble } from '../errors/outcome'
import { readJson } from '../units/read-json'
import { isDocumentCloud, readDocumentCloud } from './documentcloud'
import type { ForeignNotes, RefusedNote } from './foreign-note'
import { isHypothesis, readHypothesis } from './hypothesis'
import { isMembers, type Members, words } from './loose'
import { isW3c, readW3c } from './w3c'
import { readXfdf } from './xfdf'

/** Notes beyond which a file is not looked through by a person. */
const MOST_NOTES = 20_000

/**
 * Reads a file of notes by what stands in it: XFDF, W3C Web Annotations, Hypothesis or DocumentCloud.
 * Problems: `notes-foreign`, `notes-damaged`, `notes-many`.
 */
export function readNotes(text: string, file: string): Outcome<ForeignNotes> {
  const begin = text.replace(/^\ufeff/, '').trimStart()
  const read = begin.startsWith('<')
    ? /<xfdf[\s>]/i.test(begin.slice(0, 4000))
      ? readXfdf(begin, file)
      : trouble(foreign(file))
    : notesInJson(begin, file)
  if (!read.ok) return read
  const count = read.value.notes.length + read.value.refused.length
  if (count > MOST_NOTES)
    return trouble(
      problem(
        'notes-many',
        `“${file}” holds ${count.toLocaleString('en-US')} notes, more than can be looked through.`,
        `Export it in parts of at most ${MOST_NOTES.toLocaleString('en-US')}.`,
      ),
    )
  return ok(withoutTwins(read.value))
}

/** A note that stands twice in the file is one. */
function withoutTwins(read: ForeignNotes): ForeignNotes {
  const first = new Map<string, string>()
  const twins: RefusedNote[] = []
  const notes = read.notes.filter(({ reference, where }) => {
    const before = first.get(reference)
    if (before === undefined) first.set(reference, where)
    else twins.push({ where, why: `it is the same as ${before}` })
    return before === undefined
  })
  return { ...read, notes, refused: [...read.refused, ...twins] }
}

function notesInJson(text: string, file: string): Outcome<ForeignNotes> {
  const json = readJson(text)
  if (!json.ok)
    return trouble(
      /^[[{]/.test(text)
        ? problem('notes-damaged', `“${file}” is not whole JSON: ${json.problem}.`, 'Export the notes again from the program that made it.')
        : foreign(file),
    )
  const { value } = json
  const items = itemsOf(value)
  if (items.some(isW3c)) return ok(readW3c(items))
  if (items.some(isHypothesis)) return ok(readHypothesis(items))
  if (items.some(isDocumentCloud)) return ok(readDocumentCloud(items, isMembers(value) ? words.parse(value['title']) : ''))
  return trouble(foreign(file))
}

/** The members under which each format keeps its list: a page or a collection of annotations, an answer of an API, an export. */
const LISTS = ['items', 'rows', 'annotations', 'results', 'notes', '@graph'] as const

function itemsOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value
  if (!isMembers(value)) return []
  const list = LISTS.map((name) => value[name]).find((each) => Array.isArray(each))
  if (Array.isArray(list)) return [...list, ...repliesOf(value)]
  // The first page of a collection, which is as deep as the model goes.
  const { first } = value
  return isMembers(first) && Array.isArray(first['items']) ? first['items'] : [value]
}

/** Hypothesis's search gives answers in a list of their own where it is asked to. */
const repliesOf = ({ replies }: Members): readonly unknown[] => (Array.isArray(replies) ? replies : [])

const foreign = (file: string): Problem =>
  problem(
    'notes-foreign',
    `“${file}” holds no notes that Vouch reads.`,
    'Choose W3C Web Annotations, a Hypothesis export, DocumentCloud’s notes (JSON) or XFDF as Acrobat and others write it.',
  )
