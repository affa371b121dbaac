import { bytesToHex } from '@noble/hashes/utils.js'
import { messageOf, type Outcome, ok, problem, trouble } from '../errors/outcome'
import { type Timestamp, timestampSchema } from '../units/time'
import { context, type Der, DerTrouble, oidOf, partOf, partTagged, readDer, TAG } from './der'

/** What a time stamp of RFC 3161 says. Its signature is not checked here. */
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

export type HashAlgorithm = 'SHA-256' | 'SHA-384' | 'SHA-512' | 'SHA-1'

const OID = { signedData: '1.2.840.113549.1.7.2', tstInfo: '1.2.840.113549.1.9.16.1.4' } as const
const ALGORITHMS: Readonly<Record<string, { readonly name: HashAlgorithm; readonly bytes: number }>> = {
  '2.16.840.1.101.3.4.2.1': { name: 'SHA-256', bytes: 32 },
  '2.16.840.1.101.3.4.2.2': { name: 'SHA-384', bytes: 48 },
  '2.16.840.1.101.3.4.2.3': { name: 'SHA-512', bytes: 64 },
  '1.3.14.3.2.26': { name: 'SHA-1', bytes: 20 },
}
/** The attributes of a name that say who somebody is (X.520), in the order in which they are shown. */
const NAME_PARTS = ['2.5.4.3', '2.5.4.11', '2.5.4.10', '2.5.4.6'] as const

/**
 * Reads a time stamp: the answer of an authority (`.tsr`), or the token in it alone (`.tst`). Problem: `no-time-stamp`.
 * @param name of the file, for sentences about it
 */
export function readTimeStamp(bytes: Uint8Array, name: string): Outcome<TimeStamp> {
  const refused = (why: string, remedy: string): Outcome<never> => trouble(problem('no-time-stamp', `${name} is no time stamp that can be read: ${why}.`, remedy))
  try {
    const whole = readDer(bytes)
    const [first, token] = whole.parts
    const answer = first !== undefined && first.tag === TAG.sequence
    if (answer && token === undefined) return refused('the authority refused to stamp', 'Ask the authority again.')
    return ok(stampOf(answer && token !== undefined ? token : whole))
  } catch (thrown) {
    if (thrown instanceof DerTrouble) return refused(messageOf(thrown), 'Choose the answer (.tsr) or the token (.tst) of a time stamp of RFC 3161.')
    throw thrown
  }
}

/** A token: a ContentInfo of CMS (RFC 5652) with SignedData around the TSTInfo (RFC 3161, 2.4.2). */
function stampOf(token: Der): TimeStamp {
  if (oidOf(partOf(token, 0, TAG.oid)) !== OID.signedData) throw new DerTrouble('it holds no signed data')
  const signed = partOf(partOf(token, 1, context(0)), 0, TAG.sequence)
  const held = partOf(signed, 2, TAG.sequence)
  if (oidOf(partOf(held, 0, TAG.oid)) !== OID.tstInfo) throw new DerTrouble('what is signed in it is no time stamp')
  const info = readDer(partOf(partOf(held, 1, context(0)), 0, TAG.octets).content)
  const imprint = partOf(info, 2, TAG.sequence)
  const algorithm = ALGORITHMS[oidOf(partOf(partOf(imprint, 0, TAG.sequence), 0, TAG.oid))]
  const hash = partOf(imprint, 1, TAG.octets).content
  if (algorithm === undefined || hash.length !== algorithm.bytes) throw new DerTrouble('its hash is of a kind that is not known here')
  return {
    at: momentOf(partOf(info, 4, TAG.time)),
    algorithm: algorithm.name,
    imprint: bytesToHex(hash),
    policy: oidOf(partOf(info, 1, TAG.oid)),
    serial: bytesToHex(partOf(info, 3, TAG.integer).content),
    authority: authorityOf(info, signed),
  }
}

/** GeneralizedTime in UTC: `20261127134005Z`, with a fraction of a second at most. */
function momentOf({ content }: Der): Timestamp {
  const match = /^(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(?:\.(\d{1,9}))?Z$/.exec(String.fromCharCode(...content))
  const [, year, month, day, hour, minute, second, fraction = ''] = match ?? []
  const moment = timestampSchema.safeParse(`${year}-${month}-${day}T${hour}:${minute}:${second}.${fraction.padEnd(3, '0').slice(0, 3)}Z`)
  if (!moment.success) throw new DerTrouble('its time is none')
  return moment.data
}

/** The name that the stamp itself gives; else that of the certificate with which it was signed, else of who issued that. */
function authorityOf(info: Der, signed: Der): string {
  const own = partTagged(info, context(0))?.parts[0]
  if (own !== undefined && own.tag === context(4)) return nameOf(own.parts[0])
  const signers = signed.parts.at(-1)
  const id = signers?.parts[0]?.parts[1]
  if (id === undefined || id.tag !== TAG.sequence) return 'an authority that is not named'
  const serial = id.parts[1]
  const certificate = partTagged(signed, context(0))?.parts.map((each) => each.parts[0]).find((each) => serial !== undefined && each?.parts.some((part) => part.tag === TAG.integer && bytesToHex(part.content) === bytesToHex(serial.content)) === true)
  // TBSCertificate: [0] version, serial, algorithm, issuer, validity, subject.
  const subject = certificate?.parts[certificate.parts[0]?.tag === context(0) ? 5 : 4]
  return subject === undefined ? `an authority whose certificate ${nameOf(id.parts[0])} issued` : nameOf(subject)
}

function nameOf(name: Der | undefined): string {
  const attributes = new Map((name?.parts ?? []).flatMap((set) => set.parts.map((attribute) => [oidOf(partOf(attribute, 0, TAG.oid)), new TextDecoder().decode(attribute.parts[1]?.content)] as const)))
  const words = NAME_PARTS.flatMap((part) => attributes.get(part)?.replace(/\p{Cc}/gu, ' ').trim() || [])
  return words.length === 0 ? 'an authority that is not named' : [...new Set(words)].join(', ')
}
