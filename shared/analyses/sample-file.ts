import { z } from 'zod'
import { ANNOTATION_KINDS } from '../annotations/annotation'
import { RELATIONS, evidenceLinkSchema } from '../claims/evidence-link'
import { type Outcome, ok, problem, trouble } from '../errors/outcome'
import { searchNoteSchema } from '../searches/search-note'
import { pageNumberSchema } from '../units/pages'
import { list, record } from '../units/strict-schema'

/** A mark in a sample document, as words: it is anchored when it is put into a library. */
const sampleMarkSchema = record({
  page: pageNumberSchema,
  /** The passage, as it stands on the page. */
  quote: z.string().min(1),
  kind: z.enum(ANNOTATION_KINDS),
  exemptionCodes: list(z.string()),
  comment: z.string(),
  /** Number of the claim of the bundled analysis that it is linked to. */
  claim: z.string(),
  relation: z.enum(RELATIONS),
  /** Labels of the claim's readings on which it bears; none means all. */
  readings: list(z.string()),
  strength: evidenceLinkSchema.unwrap().shape.strength,
  /** Why the passage bears on the claim. */
  note: z.string(),
})

/** A search note over sample documents. */
const sampleSearchNoteSchema = record({
  ...searchNoteSchema.unwrap().pick({ where: true, words: true, date: true, hits: true, result: true, wouldHaveShown: true }).shape,
  /** Numbers of the claims on which it bears. */
  claims: list(z.string()),
  /** File names of the samples searched. */
  files: list(z.string()),
})

const sampleFileSchema = record({
  format: z.literal('vouch-samples'),
  version: z.literal(1),
  /** The name under which marks, links and search notes are entered. */
  author: z.string().min(1),
  documents: list(
    record({
      /** File name beside this file. */
      file: z.string(),
      /** The name shown in the library. */
      name: z.string(),
      marks: list(sampleMarkSchema),
    }),
  ),
  searchNotes: list(sampleSearchNoteSchema),
})
export type SampleFile = z.infer<typeof sampleFileSchema>

/** Reads `resources/samples/samples.json`: the synthetic documents of the first start, with marks and links already made. */
export function readSampleFile(value: unknown): Outcome<SampleFile> {
  const parsed = sampleFileSchema.safeParse(value)
  if (parsed.success) return ok(parsed.data)
  const first = parsed.error.issues[0]
  return trouble(
    problem('sample-file-wrong', `The list of sample documents can't be read at ${first?.path.join('.') ?? 'its top'}: ${first?.message ?? 'it does not fit'}.`, 'Install Vouch again; the file is part of it.'),
  )
}
