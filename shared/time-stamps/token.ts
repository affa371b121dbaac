import { type CertificateChoices, ContentInfo, id_signedData, SignedData } from '@peculiar/asn1-cms'
import { AsnConvert, AsnParser } from '@peculiar/asn1-schema'
import { id_ct_tstInfo, TimeStampResp, TSTInfo } from '@peculiar/asn1-tsp'
import { type Certificate, id_ce_subjectKeyIdentifier, SubjectKeyIdentifier } from '@peculiar/asn1-x509'
import { type BaseBlock, fromBER, Sequence } from 'asn1js'
import { messageOf } from '../errors/outcome'
import { MOST_STAMP_BYTES } from './added-stamp'

/** A token of RFC 3161: what is stamped, and the SignedData of CMS (RFC 5652) around it. */
export type Token = {
  readonly info: TSTInfo
  /** The bytes of the info, which are what is signed. */
  readonly content: Uint8Array<ArrayBuffer>
  readonly signed: SignedData
}

/** A file that holds no token; the message says why. */
export class NoToken extends Error {
  /** The authority answered, and gave no stamp. */
  readonly refused: boolean
  constructor(why: string, refused = false) {
    super(why)
    this.refused = refused
  }
}

/** Reads the answer of an authority (`.tsr`), or the token in it alone (`.tst`). Throws `NoToken`, whatever the bytes are. */
export function tokenOf(bytes: Uint8Array): Token {
  if (bytes.length > MOST_STAMP_BYTES) throw new NoToken('it is longer than any time stamp')
  const token = isAnswer(bytes) ? parsed(bytes, TimeStampResp).timeStampToken : parsed(bytes, ContentInfo)
  if (token === undefined) throw new NoToken('the authority refused to stamp', true)
  if (token.contentType !== id_signedData) throw new NoToken('it holds no signed data')
  const signed = parsed(new Uint8Array(token.content), SignedData)
  const held = signed.encapContentInfo.eContent?.single
  if (signed.encapContentInfo.eContentType !== id_ct_tstInfo || held === undefined)
    throw new NoToken('what is signed in it is no time stamp')
  const content = new Uint8Array(held.buffer)
  const info = parsed(content, TSTInfo)
  // A time without the Z of UTC would be another one in every zone.
  if (timeIn(content)?.valueBeforeDecodeView.at(-1) !== Z) throw new NoToken('its time is not that of UTC')
  return { info, content, signed }
}

const Z = 0x5a
function timeIn(info: Uint8Array): BaseBlock | undefined {
  const whole = partsOf(info)
  return whole instanceof Sequence ? whole.valueBlock.value[4] : undefined
}

/** An answer begins with how the request went, a token with what kind of thing it is. */
function isAnswer(bytes: Uint8Array): boolean {
  const whole = partsOf(bytes)
  return whole instanceof Sequence && whole.valueBlock.value[0] instanceof Sequence
}

/** Bytes as the one value of ASN.1 that fills them. Throws `NoToken` where they are none. */
export const partsOf = (bytes: Uint8Array): BaseBlock =>
  unlessOther(() => {
    const { result, offset } = fromBER(bytes)
    if (offset !== bytes.length) throw new Error(offset === -1 ? result.error : 'something stands after its end')
    return result
  })

/** Bytes of a form, and nothing after it. Throws `NoToken` where they have another. */
export function parsed<Kind>(bytes: Uint8Array, kind: new () => Kind): Kind {
  const whole = partsOf(bytes)
  return unlessOther(() => AsnParser.fromASN(whole, kind))
}

/** Lets the libraries read: they throw errors of many kinds where bytes have another form, and all become `NoToken`. */
export function unlessOther<Value>(read: () => Value): Value {
  try {
    return read()
  } catch (thrown) {
    throw new NoToken(`its parts are not those of a time stamp (${messageOf(thrown)})`)
  }
}

/** The certificate with which a token was signed, where it carries it. */
export function signerOf({ signed }: Token): Certificate | undefined {
  const [sid] = [...signed.signerInfos].map((signer) => signer.sid)
  const carried = [...(signed.certificates ?? [])].flatMap(({ certificate }: CertificateChoices) => certificate ?? [])
  const named = sid?.issuerAndSerialNumber
  if (named !== undefined)
    return carried.find(
      ({ tbsCertificate }) =>
        same(tbsCertificate.serialNumber, named.serialNumber) &&
        same(AsnConvert.serialize(tbsCertificate.issuer), AsnConvert.serialize(named.issuer)),
    )
  const key = sid?.subjectKeyIdentifier
  return key === undefined
    ? undefined
    : carried.find(({ tbsCertificate }) =>
        (tbsCertificate.extensions ?? []).some(
          ({ extnID, extnValue }) =>
            extnID === id_ce_subjectKeyIdentifier &&
            same(parsed(new Uint8Array(extnValue.buffer), SubjectKeyIdentifier).buffer, key.buffer),
        ),
      )
}

/** Whether two pieces hold the same bytes. */
export function same(one: ArrayBuffer, other: ArrayBuffer): boolean {
  const bytes = new Uint8Array(other)
  return one.byteLength === bytes.length && new Uint8Array(one).every((byte, at) => byte === bytes[at])
}
