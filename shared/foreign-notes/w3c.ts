import { z } from 'zod'
import { ANNOTATION_KINDS, type AnnotationKind } from '../annotations/annotation'
import { textRangeSchema } from '../annotations/segment'
import { quadSchema } from '../units/geometry'
import { type Sha256, sha256Schema } from '../units/hashes'
import { pageIndex } from '../units/pages'
import { type ForeignNote, type ForeignNotes, named, type NotePlace, type NoteTarget, type RefusedNote } from './foreign-note'
import { isMembers, listOf, type Members, words } from './loose'
import { plainText } from './plain-text'

/** What Vouch writes beside what the standard has, under a name of its own (`annotations.jsonld`). */
const ownTargetSchema = z.object({
  'vouch:sha256': sha256Schema.nullish().catch(null),
  'vouch:quads': z.array(quadSchema).max(10_000).nullish().catch(null),
  'vouch:ranges': z.array(textRangeSchema).max(10_000).nullish().catch(null),
  'vouch:textOrigin': words,
})
const kindSchema = z.enum(ANNOTATION_KINDS)
const bodySchema = z.object({ type: words, value: words, chars: words, purpose: words, format: words })
const quoteSchema = z.object({ type: z.literal('TextQuoteSelector'), exact: z.string().max(100_000), prefix: words, suffix: words })
const positionSchema = z.object({ type: z.literal('TextPositionSelector'), start: z.int().min(0), end: z.int().min(0) })
const fragmentSchema = z.object({ type: z.literal('FragmentSelector'), value: z.string().max(1000) })

/** How deep selectors may refine each other. */
const DEEPEST = 8

/** Whether a piece of JSON is an annotation of the Web Annotation Data Model (Recommendation of 23 February 2017). */
export const isW3c = (item: unknown): boolean => isMembers(item) && listOf(item['type']).includes('Annotation') && 'target' in item

/** Reads annotations of the model, those of a bundle and those of others. What they say of claims is not taken in: that is merging. */
export function readW3c(items: readonly unknown[]): ForeignNotes {
  const notes: ForeignNote[] = []
  const refused: RefusedNote[] = []
  const programs = new Set<string>()
  for (const [at, value] of items.entries()) {
    const where = `annotation ${at + 1}`
    if (!isMembers(value) || !isW3c(value)) {
      refused.push({ where, why: 'it is no annotation: its type says otherwise, or it has no target' })
      continue
    }
    const program = nameOf(value['generator'])
    if (program !== '') programs.add(program)
    notes.push(noteOf(where, value))
  }
  return { format: 'w3c', program: [...programs].join(', ') || 'W3C Web Annotations', notes, replies: 0, refused }
}

function noteOf(where: string, item: Members): ForeignNote {
  const bodies = listOf(item['body'])
    .map((body) =>
      typeof body === 'string' ? { type: '', value: body, chars: '', purpose: '', format: '' } : bodySchema.safeParse(body).data,
    )
    .filter((body) => body !== undefined)
  const saying = (purpose: string): readonly string[] =>
    bodies
      .filter((body) => body.purpose === purpose)
      .map((body) => body.value || body.chars)
      .filter(Boolean)
  const id = words.parse(item['id'] ?? item['@id'])
  const ownKind = kindSchema.safeParse(item['vouch:kind']).data
  const targets = listOf(item['target']).map(targetOf)
  const [first] = targets
  const comments = bodies.filter((body) => body.purpose !== 'tagging' && body.purpose !== 'linking' && body.purpose !== 'classifying')
  return named(id, {
    where,
    kind:
      ownKind ??
      kindOf(
        listOf(item['motivation']),
        targets.map(({ target }) => target),
      ),
    subtype:
      listOf(item['motivation'])
        .filter((each) => typeof each === 'string')
        .join(', ') || 'annotation',
    document: { sha256: first?.sha256 ?? null, name: first?.source ?? '' },
    author: listOf(item['creator']).map(nameOf).filter(Boolean).join(', '),
    date: words.parse(item['modified']) || words.parse(item['created']),
    comment: comments
      .map((body) => (body.format.includes('html') ? plainText(body.value || body.chars) : (body.value || body.chars).trim()))
      .filter(Boolean)
      .join('\n\n'),
    tags: [...new Set([...saying('tagging'), ...(ownKind === 'redaction' ? [] : saying('classifying'))])],
    exemptionCodes: ownKind === 'redaction' ? saying('classifying') : [],
    // Targets in another document than the first's are no part of the same passage.
    targets: targets.filter(({ source, sha256 }) => source === first?.source && sha256 === first.sha256).map(({ target }) => target),
    own: ownKind !== undefined,
  })
}

function kindOf(motivations: readonly unknown[], targets: readonly NoteTarget[]): AnnotationKind {
  if (targets.some(({ quote }) => quote !== null)) return motivations.includes('editing') ? 'underline' : 'highlight'
  return targets.some(({ place }) => place !== null) ? 'area' : 'page-note'
}

type Target = { readonly source: string; readonly sha256: Sha256 | null; readonly target: NoteTarget }

function targetOf(value: unknown): Target {
  const members: Members = typeof value === 'string' ? { source: value } : isMembers(value) ? value : {}
  const address = nameOfSource(members['source'] ?? members['id'])
  const own = ownTargetSchema.safeParse(members).data
  const hash = own?.['vouch:sha256'] ?? hashIn(address)
  const selectors = flat(members['selector'], 0)
  const quote = selectors.flatMap((each) => quoteSchema.safeParse(each).data ?? [])[0]
  const positions = selectors.flatMap((each) => positionSchema.safeParse(each).data ?? [])
  const fragments = [...selectors.flatMap((each) => fragmentSchema.safeParse(each).data?.value ?? []), address.split('#')[1] ?? '']
  const page = fragments.map((fragment) => /(?:^|&)page=(\d{1,6})(?:&|$)/i.exec(fragment)?.[1]).find((found) => found !== undefined)
  const row = fragments
    .map((fragment) => /(?:^|&)(?:row|cell)=(\d{1,7})(?:,|&|$)/i.exec(fragment)?.[1])
    .find((found) => found !== undefined)
  const quads = own?.['vouch:quads'] ?? []
  return {
    source: address.replace(/#.*$/, ''),
    sha256: hash,
    target: {
      page: page === undefined || Number(page) < 1 ? null : pageIndex(Number(page) - 1),
      row: row === undefined ? null : Number(row),
      quote: quote === undefined || quote.exact.trim() === '' ? null : { exact: quote.exact, prefix: quote.prefix, suffix: quote.suffix },
      // Of what earlier versions wrote, every stretch is a position.
      ranges: own?.['vouch:sha256'] ? (own['vouch:ranges'] ?? positions.map(({ start, end }) => ({ start, end }))) : [],
      place: quads.length > 0 ? { in: 'quads', quads } : viewRect(fragments),
      typed: own?.['vouch:textOrigin'] === 'typed',
    },
  }
}

/** A selector and all that refine it. */
function flat(value: unknown, depth: number): readonly unknown[] {
  if (depth > DEEPEST) return []
  return listOf(value).flatMap((each) => (isMembers(each) ? [each, ...flat(each['refinedBy'], depth + 1)] : []))
}

/** `viewrect=left,top,width,height` of RFC 3778. */
function viewRect(fragments: readonly string[]): NotePlace | null {
  for (const fragment of fragments) {
    const [left = Number.NaN, top = Number.NaN, width = Number.NaN, height = Number.NaN] = (
      /(?:^|&)viewrect=([\d.,-]+)/i.exec(fragment)?.[1] ?? ''
    )
      .split(',')
      .map(Number)
    if (width > 0 && height > 0 && left >= 0 && top >= 0) return { in: 'points', left, top, right: left + width, bottom: top + height }
  }
  return null
}

const hashIn = (address: string): Sha256 | null =>
  sha256Schema.safeParse(/^(?:urn:sha-?256:|ni:\/\/\/sha-256;)([0-9a-f]{64})$/i.exec(address)?.[1]?.toLowerCase()).data ?? null
const nameOfSource = (value: unknown): string =>
  typeof value === 'string' ? value.slice(0, 4000) : isMembers(value) ? words.parse(value['id'] ?? value['@id']) : ''
/** A person or a program, which may be named by an address alone. */
const nameOf = (value: unknown): string =>
  typeof value === 'string'
    ? value
    : isMembers(value)
      ? words.parse(value['name']) || words.parse(value['nickname']) || words.parse(value['id'])
      : ''
