import { z } from 'zod'
import { ANNOTATION_KINDS } from '../annotations/annotation'
import { chronologyEventSchema } from '../chronology/event'
import { assessmentSchema } from '../claims/assessment'
import { RELATIONS, evidenceLinkSchema } from '../claims/evidence-link'
import { disclosureEventSchema } from '../documents/disclosure-event'
import { documentIdSchema } from '../documents/document'
import { type Outcome, ok, problem, trouble } from '../errors/outcome'
import { parityCellSchema } from '../parity/parity-cell'
import { parityElementSchema, parityMatrixSchema } from '../parity/parity-matrix'
import { figureSchema, purchaseSchema } from '../purchases/purchase'
import { searchNoteSchema } from '../searches/search-note'
import { pageNumberSchema } from '../units/pages'
import { list, record } from '../units/strict-schema'

const aMark = {
  /** What other samples call it that rest on it; absent where none does. */
  name: z.string().min(1).exactOptional(),
  /** The passage, as it stands on the page or in the cell. */
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
} as const
/** A mark in a sample document, as words: it is anchored when it is put into a library. In a table it is a cell of the first sheet, by the numbers of its row and its column. */
const sampleMarkSchema = z.union([
  record({ ...aMark, page: pageNumberSchema }),
  record({ ...aMark, row: z.int().min(1), column: z.int().min(1) }),
])
export type SampleMark = z.infer<typeof sampleMarkSchema>

const disclosure = disclosureEventSchema.unwrap().shape
const assessment = assessmentSchema.unwrap().shape
const cell = parityCellSchema.unwrap().shape
const purchase = purchaseSchema.unwrap().shape
const figure = figureSchema.unwrap().shape
const event = chronologyEventSchema.unwrap().shape

/** A search note over sample documents. */
const sampleSearchNoteSchema = record({
  ...searchNoteSchema.unwrap().pick({
    where: true,
    words: true,
    date: true,
    hits: true,
    result: true,
    wouldHaveShown: true,
    version: true,
    couldHaveHeld: true,
    expires: true,
  }).shape,
  /** Numbers of the claims on which it bears. */
  claims: list(z.string()),
  /** File names of the samples searched. */
  files: list(z.string()),
})

/** A judgement of a claim, or of one of its readings by its label. */
const sampleJudgementSchema = record({
  claim: z.string(),
  reading: z.string().nullable(),
  status: assessment.status,
  confidence: assessment.confidence,
  reasoning: assessment.reasoning,
})

/** A matrix made of the template that ships, its cells computed from a sample table and taken over. */
const sampleMatrixSchema = record({
  title: parityMatrixSchema.unwrap().shape.title,
  /** Ids of agencies of the template, and the year that the table is of. */
  agencies: list(z.string()),
  year: cell.year,
  /** File name of the sample table. */
  file: z.string(),
  /** Elements beside those of the template. */
  elements: list(parityElementSchema),
  /** Cells that somebody looked at more closely, or filled by hand; `marks` are names of marks. */
  cells: list(record({ element: z.string(), agency: z.string(), state: cell.state, note: cell.note, marks: list(z.string()) })),
})

const samplePurchaseSchema = record({
  vendor: purchase.vendor,
  product: purchase.product,
  identifier: purchase.identifier,
  agency: purchase.agency,
  stage: purchase.stage,
  date: purchase.date,
  note: purchase.note,
  /** Names of the marks that show it. */
  marks: list(z.string()),
  figures: list(
    record({ kind: figure.kind, cents: figure.cents, printed: figure.printed, date: figure.date, note: figure.note, mark: z.string() }),
  ),
  /** What happened to it. */
  events: list(record({ kind: event.kind, date: event.date, title: event.title, note: event.note, marks: list(z.string()) })),
})

const sampleFileSchema = record({
  format: z.literal('vouch-samples'),
  version: z.literal(2),
  /** The name under which everything is entered. */
  author: z.string().min(1),
  documents: list(
    record({
      /** File name beside this file, and the hash of its bytes, by which a library knows it. */
      file: z.string(),
      sha256: documentIdSchema,
      /** The name shown in the library. */
      name: z.string(),
      /** How it came out; absent where nobody says. */
      disclosure: record({
        author: disclosure.author,
        trigger: disclosure.trigger,
        date: disclosure.date,
        obtainedBy: disclosure.obtainedBy,
        reference: disclosure.reference,
        note: disclosure.note,
      }).exactOptional(),
      marks: list(sampleMarkSchema),
    }),
  ),
  judgements: list(sampleJudgementSchema),
  matrix: sampleMatrixSchema,
  purchases: list(samplePurchaseSchema),
  searchNotes: list(sampleSearchNoteSchema),
  /** The claim with which a first reading begins, and the name of a mark that speaks against it. */
  firstReading: record({ claim: z.string(), mark: z.string() }),
})
export type SampleFile = z.infer<typeof sampleFileSchema>

/** Reads `resources/samples/samples.json`: the documents of the first start, with marks, links and judgements already made. */
export function readSampleFile(value: unknown): Outcome<SampleFile> {
  const parsed = sampleFileSchema.safeParse(value)
  if (parsed.success) return ok(parsed.data)
  const first = parsed.error.issues[0]
  return trouble(
    problem(
      'sample-file-wrong',
      `The list of sample documents can't be read at ${first?.path.join('.') ?? 'its top'}: ${first?.message ?? 'it does not fit'}.`,
      'Install Vouch again; the file is part of it.',
    ),
  )
}
