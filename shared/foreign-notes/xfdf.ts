import { MARK_SUBTYPES, type MarkSubtype } from '../pdf-marks/pdf-mark'
import { kindOfPdfMark } from '../pdf-marks/take-over'
import { type Attributes, xmlScanner } from '../tables/scan-xml'
import { TableTrouble } from '../tables/table-trouble'
import { pdfRect, type Quad, quad, quadOfRect } from '../units/geometry'
import { pageIndex } from '../units/pages'
import { type Outcome, ok, problem, trouble } from '../errors/outcome'
import { type ForeignNote, type ForeignNotes, named, type RefusedNote, withAnswers } from './foreign-note'

/** The elements of XFDF (ISO 19444-1) that are marks, by the name of what they are in a PDF. */
const SUBTYPES: ReadonlyMap<string, MarkSubtype> = new Map(MARK_SUBTYPES.map((subtype) => [subtype.toLowerCase(), subtype]))
/** Marks that lie on words; of all others the rectangle is what was marked. */
const ON_TEXT: ReadonlySet<MarkSubtype> = new Set<MarkSubtype>(['Highlight', 'Underline', 'StrikeOut', 'Squiggly'])

type Raw = {
  readonly subtype: MarkSubtype
  readonly page: string | null
  readonly rect: string | null
  readonly coords: string | null
  readonly name: string | null
  readonly title: string | null
  readonly date: string | null
  readonly answers: string | null
  /** What Acrobat writes of a review (accepted, rejected) is no answer. */
  readonly state: string | null
  contents: string
  rich: string
}

/** Reads XFDF: marks of a PDF beside it, in its own points. It names its document by an address, which is only a suggestion. Problem: `notes-damaged`. */
export function readXfdf(text: string, file: string): Outcome<ForeignNotes> {
  const raws: Raw[] = []
  let document = ''
  let current: Raw | null = null
  let into: 'contents' | 'rich' | null = null
  try {
    const scanner = xmlScanner({
      open(name, attributes) {
        const subtype = SUBTYPES.get(name)
        if (subtype !== undefined && current === null) {
          current = rawOf(subtype, attributes)
          raws.push(current)
        } else if (name === 'f') document = attributes('href') ?? ''
        else if (current !== null && name === 'contents') into = 'contents'
        else if (current !== null && name === 'contents-richtext') into = 'rich'
      },
      text(piece) {
        if (current !== null && into !== null) current[into] += piece
      },
      close(name) {
        if (current !== null && SUBTYPES.get(name) === current.subtype && into === null) current = null
        else if (name === 'contents' || name === 'contents-richtext') into = null
        else if (into === 'rich' && current !== null && (name === 'p' || name === 'br')) current.rich += '\n'
      },
    })
    scanner.push(text)
    scanner.end()
  } catch (thrown) {
    if (!(thrown instanceof TableTrouble)) throw thrown
    return trouble(
      problem(
        'notes-damaged',
        `“${file}” can’t be read as XFDF: it ends before it is complete, or declares what XFDF has no use for.`,
        'Export the comments again from the program that made it.',
      ),
    )
  }
  return ok(notesOf(raws, document))
}

const rawOf = (subtype: MarkSubtype, attributes: Attributes): Raw => ({
  subtype,
  page: attributes('page'),
  rect: attributes('rect'),
  coords: attributes('coords'),
  name: attributes('name'),
  title: attributes('title'),
  date: attributes('date') ?? attributes('creationdate'),
  answers: attributes('inreplyto'),
  state: attributes('state') ?? attributes('statemodel'),
  contents: '',
  rich: '',
})

function notesOf(raws: readonly Raw[], document: string): ForeignNotes {
  const said = raws.filter(({ state }) => state === null)
  const byName = new Map(said.flatMap((raw) => (raw.name === null ? [] : [[raw.name, raw] as const])))
  /** An answer to an answer belongs to the mark that both are about; what answers in a circle is a mark of its own. */
  const rootOf = (raw: Raw): Raw => {
    const passed = new Set<Raw>()
    for (let at = raw; !passed.has(at);) {
      passed.add(at)
      const parent = at.answers === null ? undefined : byName.get(at.answers)
      if (parent === undefined) return at
      at = parent
    }
    return raw
  }
  const answers = new Map<Raw, { readonly author: string; readonly comment: string }[]>()
  for (const raw of said) {
    const root = rootOf(raw)
    if (root !== raw) answers.set(root, [...(answers.get(root) ?? []), { author: raw.title?.trim() ?? '', comment: commentOf(raw) }])
  }
  const notes: ForeignNote[] = []
  const refused: RefusedNote[] = []
  const roots = said.filter((raw) => rootOf(raw) === raw)
  for (const [at, raw] of roots.entries()) {
    const where = `${raw.subtype.toLowerCase()} ${at + 1}`
    const note = noteOf(where, raw, document, answers.get(raw) ?? [])
    if (typeof note === 'string') refused.push({ where, why: note })
    else notes.push(note)
  }
  return { format: 'xfdf', program: 'XFDF', notes, replies: said.length - roots.length, refused }
}

function noteOf(
  where: string,
  raw: Raw,
  document: string,
  answers: readonly { readonly author: string; readonly comment: string }[],
): ForeignNote | string {
  const { subtype } = raw
  const page = Number(raw.page ?? Number.NaN)
  if (raw.page === null || !Number.isInteger(page) || page < 0 || page > 1_000_000) return 'it names no page'
  const kind = kindOfPdfMark({ subtype, vouch: null })
  const quads = ON_TEXT.has(subtype) ? quadsOf(raw.coords) : []
  const rect = rectOf(raw.rect)
  const drawn = quads.length > 0 ? quads : rect === null ? [] : [rect]
  if (kind !== 'page-note' && drawn.length === 0) return 'it says not where it lies on the page'
  return named(raw.name ?? '', {
    where,
    kind,
    subtype,
    document: { sha256: null, name: document },
    author: raw.title?.trim() ?? '',
    date: raw.date ?? '',
    comment: withAnswers(commentOf(raw), answers),
    tags: [],
    exemptionCodes: [],
    targets: [
      {
        page: pageIndex(page),
        row: null,
        quote: null,
        ranges: [],
        place: kind === 'page-note' ? null : { in: 'quads', quads: drawn },
        typed: false,
      },
    ],
    own: false,
  })
}

const commentOf = ({ contents, rich }: Raw): string =>
  (contents.trim() || rich.replace(/\n{2,}/g, '\n').trim()).replace(/\r\n?/g, '\n').slice(0, 200_000)
const numbersOf = (text: string | null): readonly number[] =>
  (text ?? '')
    .split(/[\s,;]+/)
    .filter(Boolean)
    .slice(0, 80_000)
    .map(Number)

function rectOf(text: string | null): Quad | null {
  const [a = Number.NaN, b = Number.NaN, c = Number.NaN, d = Number.NaN] = numbersOf(text)
  return [a, b, c, d].every(Number.isFinite) ? quadOfRect(pdfRect(a, b, c, d)) : null
}

/** Quads with their corners put in order, as programs write them in several: left top, right top, left bottom, right bottom of each. */
function quadsOf(text: string | null): readonly Quad[] {
  const all = numbersOf(text)
  const quads: Quad[] = []
  for (let at = 0; at + 8 <= all.length; at += 8) {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = all.slice(at, at + 8)
    if (![a, b, c, d, e, f, g, h].every(Number.isFinite)) continue
    // Upright text, in whichever order its corners were written; what is turned stays as it is.
    const upright = new Set([a, c, e, g].map(Math.round)).size <= 2 && new Set([b, d, f, h].map(Math.round)).size <= 2
    quads.push(
      upright
        ? quadOfRect(pdfRect(Math.min(a, c, e, g), Math.min(b, d, f, h), Math.max(a, c, e, g), Math.max(b, d, f, h)))
        : quad(a, b, c, d, e, f, g, h),
    )
  }
  return quads
}
