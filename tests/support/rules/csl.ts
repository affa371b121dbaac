import { z } from 'zod'

/** CSL-JSON of CSL 1.0.2, as its published schema (csl-data.json) has it: which members there are, and what each may hold. */
const TYPES = [
  'article', 'article-journal', 'article-magazine', 'article-newspaper', 'bill', 'book', 'broadcast', 'chapter', 'classic', 'collection', 'dataset', 'document', 'entry', 'entry-dictionary', 'entry-encyclopedia', 'event', 'figure', 'graphic', 'hearing', 'interview',
  'legal_case', 'legislation', 'manuscript', 'map', 'motion_picture', 'musical_score', 'pamphlet', 'paper-conference', 'patent', 'performance', 'periodical', 'personal_communication', 'post', 'post-weblog', 'regulation', 'report', 'review', 'review-book', 'software', 'song', 'speech', 'standard', 'thesis', 'treaty', 'webpage',
] as const
const NAMES = [
  'author', 'chair', 'collection-editor', 'compiler', 'composer', 'container-author', 'contributor', 'curator', 'director', 'editor', 'editorial-director', 'executive-producer', 'guest', 'host', 'interviewer', 'illustrator', 'narrator', 'organizer', 'original-author', 'performer', 'producer', 'recipient', 'reviewed-author', 'script-writer', 'series-creator', 'translator',
] as const
const DATES = ['accessed', 'available-date', 'event-date', 'issued', 'original-date', 'submitted'] as const
const TEXTS = [
  'abstract', 'annote', 'archive', 'archive_collection', 'archive_location', 'archive-place', 'authority', 'call-number', 'citation-key', 'citation-label', 'collection-title', 'container-title', 'container-title-short', 'dimensions', 'division', 'DOI', 'event', 'event-title', 'event-place', 'genre', 'ISBN', 'ISSN', 'jurisdiction', 'keyword', 'language', 'medium', 'note',
  'original-publisher', 'original-publisher-place', 'original-title', 'part-title', 'PMCID', 'PMID', 'publisher', 'publisher-place', 'references', 'reviewed-genre', 'reviewed-title', 'scale', 'section', 'source', 'status', 'title', 'title-short', 'URL', 'volume-title', 'volume-title-short', 'year-suffix', 'journalAbbreviation', 'shortTitle',
] as const
const NUMBERS = ['chapter-number', 'citation-number', 'collection-number', 'edition', 'first-reference-note-number', 'issue', 'locator', 'number', 'number-of-pages', 'number-of-volumes', 'page', 'page-first', 'part', 'part-number', 'printing', 'printing-number', 'supplement', 'supplement-number', 'version', 'volume'] as const

const number = z.union([z.string(), z.number()])
const name = z.strictObject({ family: z.string(), given: z.string(), 'dropping-particle': z.string(), 'non-dropping-particle': z.string(), suffix: z.string(), 'comma-suffix': z.union([number, z.boolean()]), 'static-ordering': z.union([number, z.boolean()]), literal: z.string(), 'parse-names': z.union([number, z.boolean()]) }).partial()
const date = z.strictObject({ 'date-parts': z.array(z.array(number).min(1).max(3)).min(1).max(2), season: number, circa: z.union([number, z.boolean()]), literal: z.string(), raw: z.string() }).partial()
const each = <Value extends z.ZodType>(names: readonly string[], value: Value): Record<string, z.ZodOptional<Value>> => Object.fromEntries(names.map((member) => [member, value.optional()]))

export const cslData = z.array(
  z.strictObject({ type: z.enum(TYPES), id: number, categories: z.array(z.string()).optional(), custom: z.record(z.string(), z.unknown()).optional(), ...each(NAMES, z.array(name)), ...each(DATES, date), ...each(TEXTS, z.string()), ...each(NUMBERS, number) }),
)
