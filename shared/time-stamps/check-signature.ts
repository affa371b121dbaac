import { id_contentType, id_messageDigest, type SignerInfo } from '@peculiar/asn1-cms'
import { AsnConvert, AsnSerializer, OctetString } from '@peculiar/asn1-schema'
import { id_ct_tstInfo } from '@peculiar/asn1-tsp'
import { type Certificate, ExtendedKeyUsage, id_ce_extKeyUsage, id_kp_timeStamping } from '@peculiar/asn1-x509'
import { Integer, ObjectIdentifier, Sequence, Set } from 'asn1js'
import { HASHES, type HashAlgorithm } from './hashes'
import { NoToken, parsed, partsOf, same, signerOf, type Token, tokenOf, unlessOther } from './token'

/**
 * What is known of the signature of a stamp: it holds, it does not, or it can't be checked here. Whether the certificate comes from an authority
 * that deserves trust is not judged, for no list of such authorities ships.
 */
export type StampSignature = {
  readonly kind: 'holds' | 'broken' | 'unchecked'
  /** How the stamp is signed, to follow “It is”; of one that is broken why, to follow “its signature does not hold:”. */
  readonly words: string
}

const HOLDS: StampSignature = { kind: 'holds', words: 'signed by the key of the certificate that it carries' }
const broken = (words: string): StampSignature => ({ kind: 'broken', words })
const unchecked = (why: string): StampSignature => ({ kind: 'unchecked', words: `signed, but that was not checked here: ${why}` })

/** How signatures are made, by the object identifiers of CMS (RFC 3370, 5754, 5753); without a hash it is that of the digest. */
const SIGNATURES: Readonly<Record<string, { readonly key: 'RSASSA-PKCS1-v1_5' | 'ECDSA'; readonly hash?: HashAlgorithm }>> = {
  '1.2.840.113549.1.1.1': { key: 'RSASSA-PKCS1-v1_5' },
  '1.2.840.113549.1.1.11': { key: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' },
  '1.2.840.113549.1.1.12': { key: 'RSASSA-PKCS1-v1_5', hash: 'SHA-384' },
  '1.2.840.113549.1.1.13': { key: 'RSASSA-PKCS1-v1_5', hash: 'SHA-512' },
  '1.2.840.10045.2.1': { key: 'ECDSA' },
  '1.2.840.10045.4.3.2': { key: 'ECDSA', hash: 'SHA-256' },
  '1.2.840.10045.4.3.3': { key: 'ECDSA', hash: 'SHA-384' },
  '1.2.840.10045.4.3.4': { key: 'ECDSA', hash: 'SHA-512' },
}
/** Curves with the bytes that a number of a signature takes. */
const CURVES: Readonly<Record<string, { readonly name: string; readonly bytes: number }>> = {
  '1.2.840.10045.3.1.7': { name: 'P-256', bytes: 32 },
  '1.3.132.0.34': { name: 'P-384', bytes: 48 },
  '1.3.132.0.35': { name: 'P-521', bytes: 66 },
}

/**
 * Checks the signature of a stamp that `readTimeStamp` could read: that the attributes which are signed name these bytes (RFC 5652, 5.4), and that
 * the key of the certificate in the token, which has to be one for time stamps, signed them.
 */
export async function checkSignature(bytes: Uint8Array): Promise<StampSignature> {
  try {
    return await checkToken(tokenOf(bytes))
  } catch (thrown) {
    if (!(thrown instanceof NoToken)) throw thrown
    return broken('parts of it cannot be read')
  }
}

async function checkToken(token: Token): Promise<StampSignature> {
  const [signer, ...others] = [...token.signed.signerInfos]
  if (signer === undefined) return broken('nobody signed it')
  if (others.length > 0) return broken('more than one signed it, and a time stamp has one authority')
  const digest = HASHES[signer.digestAlgorithm.algorithm]
  if (digest === undefined || digest.of === null)
    return unchecked(`its hash (${digest?.name ?? signer.digestAlgorithm.algorithm}) is none that is checked here`)
  const stated = attributeOf(signer, id_messageDigest)
  const type = attributeOf(signer, id_contentType)
  if (stated === null || type === null || objectIdentifierOf(type) !== id_ct_tstInfo) return broken('it does not say what was signed')
  if (!same(parsed(stated, OctetString).buffer, Uint8Array.from(digest.of(token.content)).buffer))
    return broken('the stamp was changed after it was signed')
  const certificate = signerOf(token)
  if (certificate === undefined) return unchecked('it does not carry the certificate of who signed it')
  if (!stampsTime(certificate)) return broken('the certificate that it carries is not one for time stamps')
  const { notBefore, notAfter } = certificate.tbsCertificate.validity
  if (token.info.genTime < notBefore.getTime() || token.info.genTime > notAfter.getTime())
    return broken('the certificate that it carries was not valid at that time')
  return checkKey(signer, digest.name, certificate)
}

async function checkKey(signer: SignerInfo, digest: HashAlgorithm, certificate: Certificate): Promise<StampSignature> {
  const { subjectPublicKeyInfo } = certificate.tbsCertificate
  const signature = SIGNATURES[signer.signatureAlgorithm.algorithm]
  const { parameters } = subjectPublicKeyInfo.algorithm
  const curve =
    signature?.key !== 'ECDSA' ? null : CURVES[parameters instanceof ArrayBuffer ? objectIdentifierOf(new Uint8Array(parameters)) : '']
  if (signature === undefined || curve === undefined)
    return unchecked(`its signature is of a kind (${signer.signatureAlgorithm.algorithm}) that is not known here`)
  // Absent where a browser does not count the page's address as safe.
  const subtle: SubtleCrypto | undefined = globalThis.crypto.subtle
  if (subtle === undefined) return unchecked('this browser has no means for it')
  const algorithm = { name: signature.key, hash: signature.hash ?? digest, ...(curve === null ? {} : { namedCurve: curve.name }) }
  const made = curve === null ? signer.signature.buffer : pairOf(signer.signature.buffer, curve.bytes)
  if (made === null) return broken('it is no signature')
  const key = await keyOf(subtle, AsnConvert.serialize(subjectPublicKeyInfo), algorithm)
  if (key === null) return unchecked('the key of its certificate is of a kind that is not known here')
  return (await subtle.verify(algorithm, key, made, signedBytes(signer)))
    ? HOLDS
    : broken('the key of the certificate that it carries did not make it')
}

async function keyOf(
  subtle: SubtleCrypto,
  spki: ArrayBuffer,
  algorithm: RsaHashedImportParams | EcKeyImportParams,
): Promise<CryptoKey | null> {
  try {
    return await subtle.importKey('spki', spki, algorithm, false, ['verify'])
  } catch (thrown) {
    if (thrown instanceof DOMException) return null
    throw thrown
  }
}

/** The attributes as they are signed: in DER, as the set that they are (RFC 5652, 5.4). */
const signedBytes = ({ signedAttrs }: SignerInfo): ArrayBuffer =>
  unlessOther(() => new Set({ value: (signedAttrs ?? []).map((attribute) => AsnSerializer.toASN(attribute)) }).toBER())

/** The value of a signed attribute that stands once and has one value. */
function attributeOf({ signedAttrs }: SignerInfo, type: string): Uint8Array<ArrayBuffer> | null {
  const [found, ...others] = (signedAttrs ?? []).filter(({ attrType }) => attrType === type)
  const [value, ...more] = found?.attrValues ?? []
  return value === undefined || others.length > 0 || more.length > 0 ? null : new Uint8Array(value)
}

function stampsTime({ tbsCertificate }: Certificate): boolean {
  const usage = tbsCertificate.extensions?.find(({ extnID }) => extnID === id_ce_extKeyUsage)
  return usage !== undefined && [...parsed(new Uint8Array(usage.extnValue.buffer), ExtendedKeyUsage)].includes(id_kp_timeStamping)
}

function objectIdentifierOf(bytes: Uint8Array): string {
  const result = partsOf(bytes)
  return result instanceof ObjectIdentifier ? result.getValue() : ''
}

/** The two numbers of an ECDSA signature side by side, as WebCrypto wants them, from the sequence that CMS has (RFC 5753, 7.2). */
function pairOf(bytes: ArrayBuffer, length: number): Uint8Array<ArrayBuffer> | null {
  const result = partsOf(new Uint8Array(bytes))
  const numbers = result instanceof Sequence ? result.valueBlock.value : []
  const digits = numbers.map((number) =>
    number instanceof Integer
      ? number
          .toBigInt()
          .toString(16)
          .padStart(length * 2, '0')
      : '',
  )
  if (digits.length !== 2 || digits.some((each) => each.length !== length * 2 || each.startsWith('-'))) return null
  return Uint8Array.from(digits.join('').match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
}
