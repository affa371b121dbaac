import { z } from 'zod'
import { record } from '../units/strict-schema'

/** Who packed a bundle, as far as they want to be named; empty where not. */
export const packerSchema = record({ organization: z.string(), contact: z.string() })
export type Packer = z.infer<typeof packerSchema>
