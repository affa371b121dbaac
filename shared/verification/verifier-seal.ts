import { type Sha256, sha256OfText, sha256Schema } from '../units/hashes'

/**
 * A verifier page states the SHA-256 of itself, taken while zeros stood in the place of the hash. So a page can be told from another
 * of the same version, wherever it lies. `scripts/build-verifier.mjs` writes it.
 */
export type VerifierPage = { readonly version: string; readonly seal: Sha256 }

const VERSION = /<meta name="vouch-verifier" content="([^"]+)">/
const SEAL = /(<meta name="vouch-verifier-seal" content=")([0-9a-f]{64})(">)/
const BLANK = '0'.repeat(64)

/** What a page says of itself; null where it is no verifier page, or was changed since it was sealed. */
export function verifierPageOf(text: string): VerifierPage | null {
  const version = VERSION.exec(text)?.[1]
  const stated = sha256Schema.safeParse(SEAL.exec(text)?.[2])
  return version !== undefined && stated.success && stated.data === sealFor(text) ? { version, seal: stated.data } : null
}

/** Writes its seal into a page that has a place for one. */
export const sealed = (text: string): string =>
  text.replace(SEAL, (_, before: string, _old: string, after: string) => `${before}${sealFor(text)}${after}`)

const sealFor = (text: string): Sha256 =>
  sha256OfText(text.replace(SEAL, (_, before: string, _old: string, after: string) => `${before}${BLANK}${after}`))
