import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js'

export type HashAlgorithm = 'SHA-256' | 'SHA-384' | 'SHA-512' | 'SHA-1'

/** The hashes that time stamps are made with, by their object identifiers. SHA-1 is named and not computed, for it can be forged. */
export const HASHES: Readonly<
  Record<string, { readonly name: HashAlgorithm; readonly bytes: number; readonly of: ((bytes: Uint8Array) => Uint8Array) | null }>
> = {
  '2.16.840.1.101.3.4.2.1': { name: 'SHA-256', bytes: 32, of: sha256 },
  '2.16.840.1.101.3.4.2.2': { name: 'SHA-384', bytes: 48, of: sha384 },
  '2.16.840.1.101.3.4.2.3': { name: 'SHA-512', bytes: 64, of: sha512 },
  '1.3.14.3.2.26': { name: 'SHA-1', bytes: 20, of: null },
}
export const hashNamed = (name: HashAlgorithm): ((bytes: Uint8Array) => Uint8Array) | null =>
  Object.values(HASHES).find((each) => each.name === name)?.of ?? null
