import { sha256OfText } from './hashes'
import type { Id } from './ids'

/**
 * An identifier that follows from others, so that a command needs no chance: the same copy of the same record always
 * has the same name. 80 bits of a SHA-256.
 */
export const derivedId = <Kind extends string>(kind: Kind, ...from: readonly string[]): Id<Kind> =>
  `${kind}_${sha256OfText([kind, ...from].join('\n')).slice(0, 20)}` as Id<Kind>
