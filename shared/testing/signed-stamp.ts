import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import {
  Attribute,
  CertificateChoices,
  CertificateSet,
  CMSVersion,
  ContentInfo,
  DigestAlgorithmIdentifiers,
  EncapsulatedContent,
  EncapsulatedContentInfo,
  id_contentType,
  id_messageDigest,
  id_signedData,
  IssuerAndSerialNumber,
  SignedData,
  SignerIdentifier,
  SignerInfo,
  SignerInfos,
} from '@peculiar/asn1-cms'
import { AsnConvert, AsnSerializer, OctetString } from '@peculiar/asn1-schema'
import { id_ct_tstInfo, MessageImprint, PKIStatus, PKIStatusInfo, TimeStampResp, TimeStampToken, TSTInfo } from '@peculiar/asn1-tsp'
import {
  AlgorithmIdentifier,
  AttributeTypeAndValue,
  AttributeValue,
  Certificate,
  ExtendedKeyUsage,
  Extension,
  Extensions,
  GeneralName,
  id_ce_extKeyUsage,
  id_kp_timeStamping,
  Name,
  RelativeDistinguishedName,
  SubjectPublicKeyInfo,
  TBSCertificate,
  Validity,
  Version,
} from '@peculiar/asn1-x509'
import { Integer, ObjectIdentifier, Sequence, Set } from 'asn1js'

const SHA_256 = '2.16.840.1.101.3.4.2.1'
const ECDSA_SHA_256 = '1.2.840.10045.4.3.2'
const KEY = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const
const keys = await crypto.subtle.generateKey(KEY, false, ['sign'])
const spki = AsnConvert.parse(await crypto.subtle.exportKey('spki', keys.publicKey), SubjectPublicKeyInfo)

const bytesOf = (...numbers: readonly number[]): ArrayBuffer => Uint8Array.from(numbers).buffer
const buffer = (bytes: Uint8Array): ArrayBuffer => Uint8Array.from(bytes).buffer

/** Signs as CMS has it: two numbers in a sequence. */
async function signed(bytes: ArrayBuffer): Promise<ArrayBuffer> {
  const made = new Uint8Array(await crypto.subtle.sign(KEY, keys.privateKey, bytes))
  const number = (half: Uint8Array): Integer => Integer.fromBigInt(BigInt(`0x${bytesToHex(half)}`))
  return new Sequence({ value: [number(made.subarray(0, 32)), number(made.subarray(32))] }).toBER()
}

export type StampMaking = {
  /** The moment that the stamp states; by default within the time of its certificate. */
  readonly at?: Date
  /** What the certificate is for, as an object identifier. */
  readonly purpose?: string
  /** Whether the token carries the certificate; it does if not said otherwise. */
  readonly carried?: boolean
  /** A stamp without any signature. */
  readonly unsigned?: boolean
}

/** The answer of an authority with a stamp (RFC 3161), signed by a key that was made for this run. */
export async function signedStamp(
  sha256: string,
  { at = new Date(Date.UTC(2026, 10, 27, 13, 40, 5)), purpose = id_kp_timeStamping, carried = true, unsigned = false }: StampMaking = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const name = new Name([
    new RelativeDistinguishedName([
      new AttributeTypeAndValue({ type: '2.5.4.3', value: new AttributeValue({ utf8String: 'An authority' }) }),
    ]),
  ])
  const algorithm = new AlgorithmIdentifier({ algorithm: ECDSA_SHA_256 })
  const info = AsnConvert.serialize(
    new TSTInfo({
      policy: '1.2.3',
      messageImprint: new MessageImprint({
        hashAlgorithm: new AlgorithmIdentifier({ algorithm: SHA_256, parameters: null }),
        hashedMessage: new OctetString(buffer(hexToBytes(sha256))),
      }),
      serialNumber: bytesOf(1),
      genTime: at,
      tsa: new GeneralName({ directoryName: name }),
    }),
  )
  const tbsCertificate = new TBSCertificate({
    version: Version.v3,
    serialNumber: bytesOf(7),
    signature: algorithm,
    issuer: name,
    validity: new Validity({ notBefore: new Date(Date.UTC(2026, 0, 1)), notAfter: new Date(Date.UTC(2036, 0, 1)) }),
    subject: name,
    subjectPublicKeyInfo: spki,
    extensions: new Extensions([
      new Extension({
        extnID: id_ce_extKeyUsage,
        critical: true,
        extnValue: new OctetString(AsnConvert.serialize(new ExtendedKeyUsage([purpose]))),
      }),
    ]),
  })
  const certificate = new Certificate({
    tbsCertificate,
    signatureAlgorithm: algorithm,
    signatureValue: await signed(AsnConvert.serialize(tbsCertificate)),
  })
  const signedAttrs = [
    new Attribute({ attrType: id_contentType, attrValues: [new ObjectIdentifier({ value: id_ct_tstInfo }).toBER()] }),
    new Attribute({
      attrType: id_messageDigest,
      attrValues: [AsnConvert.serialize(new OctetString(await crypto.subtle.digest('SHA-256', info)))],
    }),
  ]
  const signer = new SignerInfo({
    version: CMSVersion.v1,
    sid: new SignerIdentifier({ issuerAndSerialNumber: new IssuerAndSerialNumber({ issuer: name, serialNumber: bytesOf(7) }) }),
    digestAlgorithm: new AlgorithmIdentifier({ algorithm: SHA_256 }),
    signedAttrs,
    signatureAlgorithm: algorithm,
    signature: new OctetString(await signed(new Set({ value: signedAttrs.map((attribute) => AsnSerializer.toASN(attribute)) }).toBER())),
  })
  const content = new SignedData({
    version: CMSVersion.v3,
    digestAlgorithms: new DigestAlgorithmIdentifiers([new AlgorithmIdentifier({ algorithm: SHA_256 })]),
    encapContentInfo: new EncapsulatedContentInfo({
      eContentType: id_ct_tstInfo,
      eContent: new EncapsulatedContent({ single: new OctetString(info) }),
    }),
    ...(carried ? { certificates: new CertificateSet([new CertificateChoices({ certificate })]) } : {}),
    signerInfos: new SignerInfos(unsigned ? [] : [signer]),
  })
  const token = new ContentInfo({ contentType: id_signedData, content: AsnConvert.serialize(content) })
  return new Uint8Array(
    AsnConvert.serialize(
      new TimeStampResp({ status: new PKIStatusInfo({ status: PKIStatus.granted }), timeStampToken: new TimeStampToken(token) }),
    ),
  )
}
