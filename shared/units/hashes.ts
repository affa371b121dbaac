import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { z } from 'zod'
import type { Branded } from './branded'

/** A SHA-256 digest (FIPS 180-4) as 64 lower-case hexadecimal digits. */
export type Sha256 = Branded<string, 'sha-256'>

export const sha256Schema = z
  .string()
  .regex(/^[0-9a-f]{64}$/, 'a SHA-256 is 64 lower-case hexadecimal digits')
  .transform((value) => value as Sha256)

/** The digest of a text's UTF-8 bytes. Synchronous, so that it can be taken inside a database transaction. */
export const sha256OfText = (text: string): Sha256 => bytesToHex(sha256(utf8ToBytes(text))) as Sha256
/** Takes the digest of a text that comes in pieces. No piece may end within a character. */
export function hashingText(): { add(piece: string): void; end(): Sha256 } {
  const hash = sha256.create()
  return { add: (piece) => void hash.update(utf8ToBytes(piece)), end: () => bytesToHex(hash.digest()) as Sha256 }
}
/** The digest of bytes held in memory. For whole files use the shell's streaming digest or `crypto.subtle`. */
export const sha256OfBytes = (bytes: Uint8Array): Sha256 => bytesToHex(sha256(bytes)) as Sha256
