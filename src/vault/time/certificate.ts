/** X.509 certificates (RFC 5280): what the time-stamping rules ask of them. Signatures are checked by OpenSSL. */
import { X509Certificate } from "node:crypto";
import { hashBytes, type Sha256Hex } from "../../core/index.ts";
import { type DerValue, openMembers, readDer, readMembers, TAG } from "./der.ts";
import {
  toBoolean,
  toFlags,
  toInteger,
  toObjectId,
  toOctets,
  toSmallInteger,
  toTimeMs,
} from "./der-values.ts";
import { malformed } from "./malformed.ts";
import { OID } from "./object-ids.ts";

export interface Certificate {
  /** Its DER. */
  readonly raw: Uint8Array;
  readonly sha256: Sha256Hex;
  readonly x509: X509Certificate;
  /** Names as DER, for comparing. */
  readonly issuer: Uint8Array;
  readonly subject: Uint8Array;
  /** The subject in one line, for people. */
  readonly subjectText: string;
  readonly serial: bigint;
  /** Its subject key identifier; null when it has none. */
  readonly keyId: Uint8Array | null;
  readonly notBeforeMs: number;
  readonly notAfterMs: number;
  /** Object identifier of the algorithm that signed it. */
  readonly signedWith: string;
  readonly isAuthority: boolean;
  /** How many more authorities may stand between this one and a signer; null without limit. */
  readonly pathLength: number | null;
  /** Bits of the key usage, digitalSignature first as 0x8000; null when it has none. */
  readonly keyUsage: number | null;
  readonly extendedKeyUsage: { readonly isCritical: boolean; readonly purposes: readonly string[] } | null;
  /** Critical extensions that this reader does not understand: such a certificate must not be used. */
  readonly notUnderstood: readonly string[];
}

/** Bits of the key usage (RFC 5280, 4.2.1.3). */
export const KEY_USAGE = { digitalSignature: 0x8000, nonRepudiation: 0x4000, keyCertSign: 0x0400 } as const;

/** Policies do not limit what is checked here, so a critical one may be passed over. */
const UNDERSTOOD: readonly string[] = [
  OID.keyUsage,
  OID.basicConstraints,
  OID.extendedKeyUsage,
  OID.subjectKeyId,
  OID.certificatePolicies,
];

/** @throws InquestError "vault/timestamp-malformed" when it is no certificate in DER. */
export function readCertificate(raw: Uint8Array): Certificate {
  const outer = openMembers(readDer(raw), "the certificate");
  const signed = openMembers(outer.next(TAG.sequence, "the signed part"), "the certificate");
  outer.next(TAG.sequence, "the signature algorithm");
  outer.next(TAG.bitString, "the signature");
  outer.end();
  signed.optional(TAG.constructed(0));
  const serial = toInteger(signed.next(TAG.integer, "serial number"));
  const algorithm = openMembers(signed.next(TAG.sequence, "signature algorithm"), "the signature algorithm");
  const issuer = signed.next(TAG.sequence, "issuer");
  const validity = openMembers(signed.next(TAG.sequence, "validity"), "the validity");
  const subject = signed.next(TAG.sequence, "subject");
  signed.next(TAG.sequence, "public key");
  signed.optional(TAG.primitive(1));
  signed.optional(TAG.primitive(2));
  const extensions = signed.optional(TAG.constructed(3));
  signed.end();
  const x509 = toX509(raw);
  return {
    raw,
    sha256: hashBytes(raw),
    x509,
    issuer: issuer.raw,
    subject: subject.raw,
    subjectText: x509.subject.split("\n").reverse().join(", "),
    serial,
    notBeforeMs: toTimeMs(validity.any("a beginning"), "the beginning of a validity"),
    notAfterMs: toTimeMs(validity.any("an end"), "the end of a validity"),
    signedWith: toObjectId(algorithm.next(TAG.objectId, "a name")),
    ...readExtensions(extensions),
  };
}

/**
 * The certificates of a PEM file, in its order; text between them is passed over.
 *
 * @throws InquestError "vault/timestamp-malformed" when it holds none, or one that cannot be read.
 */
export function readPemCertificates(text: string): Certificate[] {
  const blocks = [
    ...text.matchAll(/-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\s]*)-----END CERTIFICATE-----/gu),
  ];
  if (blocks.length === 0) throw malformed("the file of roots holds no certificate in PEM form");
  return blocks.map(([, base64 = ""]) => readCertificate(new Uint8Array(Buffer.from(base64, "base64"))));
}

function toX509(raw: Uint8Array): X509Certificate {
  try {
    return new X509Certificate(raw);
  } catch (cause) {
    throw malformed(
      `a certificate that OpenSSL does not read (${cause instanceof Error ? cause.message : cause})`,
    );
  }
}

type Extensions = Pick<
  Certificate,
  "keyId" | "isAuthority" | "pathLength" | "keyUsage" | "extendedKeyUsage" | "notUnderstood"
>;

function readExtensions(value: DerValue | null): Extensions {
  const found = new Map<string, { readonly isCritical: boolean; readonly inner: DerValue }>();
  const list = value === null ? [] : readMembers(readMembers(value)[0] ?? value);
  for (const item of list) {
    const members = openMembers(item, "an extension");
    const id = toObjectId(members.next(TAG.objectId, "a name"));
    const critical = members.optional(TAG.boolean);
    const inner = readDer(toOctets(members.next(TAG.octetString, "a value"), "the value of an extension"));
    members.end();
    if (found.has(id)) throw malformed(`the extension ${id} stands twice`, item.at);
    found.set(id, { isCritical: critical !== null && toBoolean(critical, "critical"), inner });
  }
  const usage = found.get(OID.keyUsage);
  const purposes = found.get(OID.extendedKeyUsage);
  const keyId = found.get(OID.subjectKeyId);
  return {
    keyId: keyId === undefined ? null : toOctets(keyId.inner, "the key identifier"),
    ...readConstraints(found.get(OID.basicConstraints)?.inner),
    keyUsage: usage === undefined ? null : toFlags(usage.inner, "the key usage"),
    extendedKeyUsage:
      purposes === undefined
        ? null
        : {
            isCritical: purposes.isCritical,
            purposes: readMembers(purposes.inner).map((purpose) => toObjectId(purpose)),
          },
    notUnderstood: [...found]
      .filter(([id, { isCritical }]) => isCritical && !UNDERSTOOD.includes(id))
      .map(([id]) => id),
  };
}

/** BasicConstraints (RFC 5280, 4.2.1.9). */
function readConstraints(value: DerValue | undefined): Pick<Certificate, "isAuthority" | "pathLength"> {
  if (value === undefined) return { isAuthority: false, pathLength: null };
  const members = openMembers(value, "the basic constraints");
  const authority = members.optional(TAG.boolean);
  const length = members.optional(TAG.integer);
  members.end();
  return {
    isAuthority: authority !== null && toBoolean(authority, "whether it is an authority"),
    pathLength: length === null ? null : toSmallInteger(length, "the path length"),
  };
}
