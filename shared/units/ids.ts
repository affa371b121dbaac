import { z } from 'zod'
import type { Branded } from './branded'

/** An identifier that names its kind of record: `claim_3f9c…`. It never changes and is never used again. */
export type Id<Kind extends string> = Branded<string, `${Kind}-id`>

const ALPHABET = 'abcdefghijkmnpqrstuvwxyz23456789'

/** A new random identifier: 16 characters of 32, 80 bits. */
export function newId<Kind extends string>(kind: Kind): Id<Kind> {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return `${kind}_${Array.from(bytes, (byte) => ALPHABET[byte & 31]).join('')}` as Id<Kind>
}

/** The schema of an identifier of one kind of record. */
export const idSchema = <Kind extends string>(kind: Kind) =>
  z
    .string()
    .regex(new RegExp(`^${kind}_[a-z0-9-]{1,64}$`), `an identifier of a ${kind} starts with ${kind}_`)
    .transform((value) => value as Id<Kind>)
