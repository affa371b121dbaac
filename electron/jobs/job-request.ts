import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { DOSSIER_FORMATS, RECOGNITION_SCOPES } from '@shared/desktop/desktop'
import { AUDIENCES } from '@shared/dossier/audience'

const path = z.string().min(1)

/** What the commands without a window hand to the shell, as a JSON file named by `--job`. Paths are absolute. */
export const jobRequestSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('dossier'),
    documents: z.array(path).min(1),
    evidence: path,
    out: path,
    analysis: path.nullable(),
    formats: z.array(z.enum(DOSSIER_FORMATS)).min(1),
    passwords: z.record(z.string(), z.string()),
    recognise: z.enum(RECOGNITION_SCOPES),
    audience: z.enum(AUDIENCES),
  }),
  z.object({ kind: z.literal('verify'), bundle: path }),
])
export type JobRequest = z.infer<typeof jobRequestSchema>

/** Reads the file that `--job` names. It was written by a command of this project, so one of another form is a bug and throws. */
export const readJobRequest = async (file: string): Promise<JobRequest> => jobRequestSchema.parse(JSON.parse(await readFile(file, 'utf8')))
