import { z } from 'zod'
import { type Outcome, ok, problem, trouble } from '../errors/outcome'
import { list, record } from '../units/strict-schema'
import { parityAgencySchema, parityElementSchema } from './parity-matrix'

/** What a matrix can begin with: elements and agencies that somebody described once. */
const parityTemplateSchema = record({
  format: z.literal('vouch-parity-template'),
  version: z.literal(1),
  title: z.string().min(1),
  about: z.string(),
  years: list(z.int()),
  elements: list(parityElementSchema),
  agencies: list(parityAgencySchema),
})
export type ParityTemplate = z.infer<typeof parityTemplateSchema>

/** Reads a template file (docs/formats.md). Problems: `template-form`. */
export function readParityTemplate(value: unknown): Outcome<ParityTemplate> {
  const parsed = parityTemplateSchema.safeParse(value)
  return parsed.success
    ? ok(parsed.data)
    : trouble(
        problem(
          'template-form',
          `This is no template of a matrix: ${parsed.error.issues[0]?.message ?? 'it has another form'}.`,
          'Choose a file with the format vouch-parity-template.',
        ),
      )
}
