/** Who signed a token, over which attributes, and how (RFC 5652, 5.3). */
import { type DerValue, openMembers, readDer, readMembers, TAG } from "./der.ts";
import { toInteger, toObjectId, toOctets, toSmallInteger } from "./der-values.ts";
import { malformed } from "./malformed.ts";
import { HASHES, type HashName, OID, SIGNATURES, type SignatureScheme } from "./object-ids.ts";
import { readHashName } from "./time-stamp-request.ts";

/** The certificate of the signer, by its hash (RFC 5035, 4; RFC 2634, 5.4.1). */
export interface CertificateId {
  readonly hash: HashName;
  readonly digest: string;
  readonly issuerAndSerial: IssuerAndSerial | null;
}

export interface IssuerAndSerial {
  /** DER of the name. */
  readonly issuer: Uint8Array;
  readonly serial: bigint;
}

export interface SignerInfo {
  /** Names the certificate, unsigned: a hint. `certificateIds` are signed. */
  readonly hint: IssuerAndSerial | { readonly keyId: Uint8Array };
  readonly digestAlgorithm: HashName;
  /** The attributes as a DER set: what the signature is over. */
  readonly signedBytes: Uint8Array;
  readonly contentType: string;
  readonly messageDigest: string;
  /** The first of each attribute that names the signer's certificate; at least one. */
  readonly certificateIds: readonly CertificateId[];
  readonly scheme: SignatureScheme & { readonly saltBytes: number | null };
  readonly signature: Uint8Array;
}

/** @throws InquestError "vault/timestamp-malformed". */
export function readSignerInfo(value: DerValue): SignerInfo {
  const signer = openMembers(value, "the signer");
  toSmallInteger(signer.next(TAG.integer, "a version"), "the version");
  const hint = readHint(signer.any("an identifier"));
  const digestAlgorithm = readHashName(signer.next(TAG.sequence, "a digest algorithm"));
  // RFC 5652, 5.3: content that is no plain data is always signed through attributes.
  const signedAttributes = signer.next(TAG.constructed(0), "signed attributes");
  const scheme = readScheme(signer.next(TAG.sequence, "a signature algorithm"));
  const signature = toOctets(signer.next(TAG.octetString, "a signature"), "the signature");
  signer.optional(TAG.constructed(1));
  signer.end();
  // RFC 5652, 5.4: the signature is over the attributes with the tag of a set in place of [0].
  const signedBytes = Buffer.from(signedAttributes.raw);
  signedBytes[0] = TAG.set;
  return { hint, digestAlgorithm, signedBytes, ...readAttributes(signedBytes), scheme, signature };
}

function readHint(value: DerValue): SignerInfo["hint"] {
  if (value.tag === TAG.primitive(0)) return { keyId: value.content };
  return readIssuerAndSerial(value);
}

function readIssuerAndSerial(value: DerValue): IssuerAndSerial {
  const members = openMembers(value, "issuer and serial number");
  const issuer = members.next(TAG.sequence, "an issuer").raw;
  const serial = toInteger(members.next(TAG.integer, "a serial number"));
  members.end();
  return { issuer, serial };
}

function readScheme(value: DerValue): SignerInfo["scheme"] {
  const members = openMembers(value, "the signature algorithm");
  const id = toObjectId(members.next(TAG.objectId, "a name"));
  if (id === OID.rsaPss) return readPss(members.next(TAG.sequence, "parameters"));
  const scheme = SIGNATURES[id];
  if (scheme === undefined) throw malformed(`the signature algorithm ${id} is not known`, value.at);
  return { ...scheme, saltBytes: null };
}

/** RSASSA-PSS-params (RFC 4055, 3.1); absent members mean SHA-1 and 20 bytes. */
function readPss(value: DerValue): SignerInfo["scheme"] {
  const members = openMembers(value, "the parameters of RSA-PSS");
  const hashed = members.optional(TAG.constructed(0));
  const masked = members.optional(TAG.constructed(1));
  const salted = members.optional(TAG.constructed(2));
  const hashId = hashed === null ? "1.3.14.3.2.26" : toObjectId(firstInside(firstInside(hashed)));
  const hash = HASHES[hashId];
  if (hash === undefined) throw malformed(`the hash algorithm ${hashId} is not known`, value.at);
  const maskHash = masked === null ? undefined : readMembers(firstInside(masked))[1];
  const maskId = maskHash === undefined ? "1.3.14.3.2.26" : toObjectId(firstInside(maskHash));
  if (maskId !== hashId) throw malformed("RSA-PSS with two different hash algorithms", value.at);
  const saltBytes = salted === null ? 20 : toSmallInteger(firstInside(salted), "the length of the salt");
  return { key: "rsa", hash, saltBytes };
}

function firstInside(value: DerValue): DerValue {
  const [first] = readMembers(value);
  if (first === undefined) throw malformed("nothing where a value should be", value.at);
  return first;
}

/** Reads the attributes as DER, since DER is what was signed. */
function readAttributes(
  signedBytes: Uint8Array,
): Pick<SignerInfo, "contentType" | "messageDigest" | "certificateIds"> {
  const found = new Map<string, DerValue>();
  for (const attribute of readMembers(readDer(signedBytes))) {
    const members = openMembers(attribute, "an attribute");
    const id = toObjectId(members.next(TAG.objectId, "a name"));
    const values = readMembers(members.next(TAG.set, "values"));
    members.end();
    const [value, ...more] = values;
    if (value === undefined || more.length > 0 || found.has(id))
      throw malformed(`the attribute ${id} has not exactly one value`, attribute.at);
    found.set(id, value);
  }
  const contentType = found.get(OID.contentType);
  const digest = found.get(OID.messageDigest);
  if (contentType === undefined || digest === undefined)
    throw malformed("the signed attributes lack the content type or the message digest");
  const v1 = found.get(OID.signingCertificate);
  const v2 = found.get(OID.signingCertificateV2);
  const certificateIds = [
    ...(v2 === undefined ? [] : [readCertificateId(v2, "sha256")]),
    ...(v1 === undefined ? [] : [readCertificateId(v1, "sha1")]),
  ];
  if (certificateIds.length === 0)
    throw malformed("the signed attributes do not name the signer's certificate");
  return {
    contentType: toObjectId(contentType),
    messageDigest: Buffer.from(toOctets(digest, "the message digest")).toString("hex"),
    certificateIds,
  };
}

/** The first ESSCertID of a SigningCertificate: that of the signer (RFC 5035, 3). */
function readCertificateId(value: DerValue, implied: HashName): CertificateId {
  const list = openMembers(value, "the signing certificate").next(TAG.sequence, "certificates");
  const members = openMembers(firstInside(list), "the id of a certificate");
  const algorithm = implied === "sha256" ? members.optional(TAG.sequence) : null;
  const digest = toOctets(members.next(TAG.octetString, "a hash"), "the hash of a certificate");
  const named = members.optional(TAG.sequence);
  members.end();
  return {
    hash: algorithm === null ? implied : readHashName(algorithm),
    digest: Buffer.from(digest).toString("hex"),
    issuerAndSerial: named === null ? null : readIssuerSerial(named),
  };
}

/** IssuerSerial: general names, of which a directory name [4] is the issuer's, and a number. */
function readIssuerSerial(value: DerValue): IssuerAndSerial | null {
  const members = openMembers(value, "the issuer of a certificate");
  const names = readMembers(members.next(TAG.sequence, "names"));
  const serial = toInteger(members.next(TAG.integer, "a serial number"));
  members.end();
  const directory = names.find((name) => name.tag === TAG.constructed(4));
  return directory === undefined ? null : { issuer: firstInside(directory).raw, serial };
}
