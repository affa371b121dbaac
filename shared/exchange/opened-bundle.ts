import { z } from 'zod'
import { analysisIdSchema } from '../analyses/analysis'
import { packerSchema } from '../bundle/packer'
import { custodyEntrySchema } from '../custody/custody-entry'
import { documentIdSchema, documentSchema } from '../documents/document'
import { blackoutSchema, custodyHeadSchema, fileStateSchema, segmentCheckSchema } from '../dossier/snapshot'
import { sha256Schema } from '../units/hashes'
import { idSchema } from '../units/ids'
import { list, record } from '../units/strict-schema'
import { timestampSchema } from '../units/time'

const openedBundleIdSchema = idSchema('bundle')

/** A custody log that came with a bundle, and its head as `vouch.json` stated it. */
const keptLogSchema = record({ head: custodyHeadSchema, entries: list(custodyEntrySchema) })
export type KeptLog = z.infer<typeof keptLogSchema>

/**
 * That a bundle was opened or merged here, and what it said that this library's own records do not hold: its custody logs, and what it
 * states of documents whose bytes it did not bring. As long as an analysis is what the bundle said, its dossier is stated under the
 * bundle's own log; once it is not, the log goes along with this library's own.
 */
export const openedBundleSchema = record({
  id: openedBundleIdSchema,
  analysisId: analysisIdSchema,
  /** SHA-256 of the bundle's records (`digestOfRecords`): as long as those here have it, nothing was changed. */
  recordsSha256: sha256Schema,
  /** The same with the bundle's working records; absent where it brought none. */
  workingSha256: sha256Schema.exactOptional(),
  /** `custody.jsonl`, then the logs that the bundle had kept itself, in their order. Empty where `vouch.json` came alone. */
  logs: list(keptLogSchema),
  /** Documents that are named and did not come, so that nobody takes them for lost. */
  withoutBytes: list(documentIdSchema),
  /** What the bundle found of those documents: it had them, and this library can't look; who packed it; and which decisions it set aside. */
  told: record({
    files: list(record({ documentId: documentIdSchema, state: fileStateSchema })),
    checks: list(segmentCheckSchema),
    blackouts: list(blackoutSchema).exactOptional(),
    packer: packerSchema.exactOptional(),
    setAside: list(record({ table: z.string(), id: z.string() })).exactOptional(),
  }),
  /** Documents that were here before, as the bundle states them: they were imported at another time there. */
  documents: list(documentSchema),
  /** Records as the bundle has them, where something else stands here: what was decided against, and from where both go on when they meet again. */
  otherwise: list(record({ table: z.string(), record: z.unknown() })),
  author: z.string(),
  at: timestampSchema,
})
export type OpenedBundle = z.infer<typeof openedBundleSchema>
