import { bytesToHex } from '@noble/hashes/utils.js'
import type { Name } from '@peculiar/asn1-x509'
import { type Outcome, ok, problem, trouble } from '../errors/outcome'
import { type Timestamp, timestampOf } from '../units/time'
import { type HashAlgorithm, HASHES } from './hashes'
import { NoToken, signerOf, type Token, tokenOf } from './token'

/** What a time stamp of RFC 3161 says. Its signature is checked by `checkSignature`. */
export type TimeStamp = {
  /** The moment before which what is stamped existed, by the authority's clock. */
  readonly at: Timestamp
  /** What was stamped: its hash, as hexadecimal digits, and the algorithm. */
  readonly algorithm: HashAlgorithm
  readonly imprint: string
  /** The policy under which the authority stamps, as an object identifier. */
  readonly policy: string
  readonly serial: string
  /** Who stamped, as the stamp names them. */
  readonly authority: string
}

/** The attributes of a name that say who somebody is (X.520), in the order in which they are shown. */
const NAME_PARTS = ['2.5.4.3', '2.5.4.11', '2.5.4.10', '2.5.4.6'] as const

/**
 * Reads a time stamp: the answer of an authority (`.tsr`), or the token in it alone (`.tst`). Problem: `no-time-stamp`.
 * @param name of the file, for sentences about it
 */
export function readTimeStamp(bytes: Uint8Array, name: string): Outcome<TimeStamp> {
  try {
    return ok(stampOf(tokenOf(bytes)))
  } catch (thrown) {
    if (!(thrown instanceof NoToken)) throw thrown
    return trouble(
      problem(
        'no-time-stamp',
        `${name} is no time stamp that can be read: ${thrown.message}.`,
        thrown.refused ? 'Ask the authority again.' : 'Choose the answer (.tsr) or the token (.tst) of a time stamp of RFC 3161.',
      ),
    )
  }
}

function stampOf(token: Token): TimeStamp {
  const { messageImprint, genTime, policy, serialNumber } = token.info
  const algorithm = HASHES[messageImprint.hashAlgorithm.algorithm]
  const imprint = new Uint8Array(messageImprint.hashedMessage.buffer)
  if (algorithm === undefined || imprint.length !== algorithm.bytes) throw new NoToken('its hash is of a kind that is not known here')
  if (Number.isNaN(genTime.getTime())) throw new NoToken('its time is none')
  return {
    at: timestampOf(genTime.getTime()),
    algorithm: algorithm.name,
    imprint: bytesToHex(imprint),
    policy,
    serial: bytesToHex(new Uint8Array(serialNumber)),
    authority: authorityOf(token),
  }
}

/** The name that the stamp itself gives; else that of the certificate with which it was signed, else of who issued that. */
function authorityOf(token: Token): string {
  const own = token.info.tsa?.directoryName
  if (own !== undefined) return nameOf(own)
  const certificate = signerOf(token)
  if (certificate !== undefined) return nameOf(certificate.tbsCertificate.subject)
  const issuer = [...token.signed.signerInfos][0]?.sid.issuerAndSerialNumber?.issuer
  return issuer === undefined ? NOT_NAMED : `an authority whose certificate ${nameOf(issuer)} issued`
}

const NOT_NAMED = 'an authority that is not named'

function nameOf(name: Name): string {
  const attributes = new Map([...name].flatMap((set) => [...set].map(({ type, value }) => [type, value.toString()] as const)))
  const words = NAME_PARTS.flatMap(
    (part) =>
      attributes
        .get(part)
        ?.replace(/\p{Cc}/gu, ' ')
        .trim() || [],
  )
  return words.length === 0 ? NOT_NAMED : [...new Set(words)].join(', ')
}
