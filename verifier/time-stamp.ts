/** Time-stamp tokens (RFC 3161, RFC 5816) over what an act says, against the roots that the reader trusts. */
import { constants, createHash, verify, X509Certificate } from "node:crypto";
import { type Der, NotDer, readDer, take, takeIf } from "./der.ts";

/** Content of object identifiers, in hex. */
const ID = {
  signedData: "2a864886f70d010702",
  timeStampInfo: "2a864886f70d0109100104",
  contentType: "2a864886f70d010903",
  messageDigest: "2a864886f70d010904",
  certificate: "2a864886f70d010910020c",
  certificateV2: "2a864886f70d010910022f",
};
const SHA2 = "6086480165030402";
const HASHES: Readonly<Record<string, string>> = {
  [`${SHA2}01`]: "sha256",
  [`${SHA2}02`]: "sha384",
  [`${SHA2}03`]: "sha512",
  "2b0e03021a": "sha1",
};
const RSA = "2a864886f70d0101";
const ECDSA = "2a8648ce3d0403";
/** Signature algorithms that name their hash; null where the digest algorithm of the signer goes. */
const SCHEMES: Readonly<Record<string, string | null>> = {
  [`${RSA}01`]: null,
  [`${RSA}0a`]: null,
  [`${RSA}0b`]: "sha256",
  [`${RSA}0c`]: "sha384",
  [`${RSA}0d`]: "sha512",
  [`${ECDSA}02`]: "sha256",
  [`${ECDSA}03`]: "sha384",
  [`${ECDSA}04`]: "sha512",
  "2b6570": null,
};
const TIME_STAMPING = "1.3.6.1.5.5.7.3.8";
/** The extension that RFC 3161, 2.3 demands: extended key usage, critical, for time-stamping alone. */
const PURPOSE = Buffer.from("0603551d250101ff040c300a06082b06010505070308", "hex");
const MAX_CHAIN = 8;

export interface TimeStamp {
  /** RFC 3339, as far as the token is exact. */
  readonly at: string;
  readonly authority: string;
  /** Subject of the trusted root that it leads to; null when it leads to none. */
  readonly root: string | null;
}

/**
 * The moment that a response or bare token proves; a text says why it proves none.
 *
 * @param digests - SHA-256 in hex, of which the token must be over one.
 */
export function readTimeStamp(
  bytes: Buffer,
  digests: readonly string[],
  roots: readonly X509Certificate[],
): TimeStamp | string {
  try {
    return judge(bytes, digests, roots);
  } catch (error) {
    return error instanceof NotDer ? `DER: ${error.message}` : "certificate";
  }
}

function judge(
  bytes: Buffer,
  digests: readonly string[],
  roots: readonly X509Certificate[],
): TimeStamp | string {
  const { info, signer, certificates } = readToken(bytes);
  const infoParts = inside(single(info));
  infoParts.splice(0, 2);
  const [algorithm, imprint] = inside(take(infoParts, 0x30));
  take(infoParts, 0x02);
  const at = toTime(take(infoParts, 0x18).content.toString("latin1"));
  if (at === null) return "genTime";
  if (algorithm === undefined || hashOf(algorithm) !== "sha256") return "imprint: no SHA-256";
  const actual = imprint?.content.toString("hex") ?? "";
  if (!digests.includes(actual)) return `imprint: ${actual}`;

  const attributes = new Map(
    inside(signer.attributes).map((each) => {
      const [id, values] = inside(each);
      return [idOf(id), values] as const;
    }),
  );
  const value = (id: string) => inside(attributes.get(id))[0];
  const digest = createHash(signer.digest).update(info).digest();
  if (
    idOf(value(ID.contentType)) !== ID.timeStampInfo ||
    value(ID.messageDigest)?.content.equals(digest) !== true
  )
    return "signed attributes";
  const named = value(ID.certificateV2) ?? value(ID.certificate);
  const certificate = certificates.find((each) => isNamed(each, named, attributes.has(ID.certificateV2)));
  if (certificate === undefined) return "no certificate of the signer";
  const hash = SCHEMES[signer.scheme];
  if (hash === undefined) return "signature algorithm";
  const padding = signer.scheme === `${RSA}0a` ? { padding: constants.RSA_PKCS1_PSS_PADDING } : {};
  const signed = Buffer.from(signer.attributes.raw);
  signed[0] = 0x31;
  const key = { key: certificate.publicKey, ...padding };
  const isEdwards = certificate.publicKey.asymmetricKeyType === "ed25519";
  const used = hash ?? signer.digest;
  if (used === "sha1" || signer.digest === "sha1") return "SHA-1";
  if (!verify(isEdwards ? null : used, signed, key, signer.signature)) return "signature";
  // Node gives the purposes; that the extension is critical only its bytes say.
  if (certificate.keyUsage?.join() !== TIME_STAMPING || !certificate.raw.includes(PURPOSE))
    return "purpose of the key";
  if (!isValidAt(certificate, at)) return "validity of the certificate";
  const root = rootOf(certificate, certificates, roots, at);
  return { at: at.toISOString(), authority: certificate.subject.replaceAll("\n", ", "), root };
}

interface Signer {
  readonly digest: string;
  /** Tagged [0]. */
  readonly attributes: Der;
  readonly scheme: string;
  readonly signature: Buffer;
}

/** ContentInfo, alone or in a response, opened down to its one signer (RFC 5652, 5.1 and 5.3). */
function readToken(bytes: Buffer) {
  let parts = inside(single(bytes));
  // A response begins with its status, a token with its kind.
  if (parts[0]?.tag === 0x30) {
    const status = inside(parts[0])[0]?.content.toString("hex");
    if (status !== "00" && status !== "01") throw new NotDer(`status ${status}`);
    parts = inside(take(parts.slice(1), 0x30));
  }
  if (idOf(parts[0]) !== ID.signedData) throw new NotDer("no signed data");
  const data = inside(take(inside(take(parts.slice(1), 0xa0)), 0x30));
  take(data, 0x02);
  take(data, 0x31);
  const content = inside(take(data, 0x30));
  if (idOf(content[0]) !== ID.timeStampInfo) throw new NotDer("no time-stamp");
  const info = take(inside(take(content.slice(1), 0xa0)), 0x04).content;
  const certificates = inside(takeIf(data, 0xa0) ?? undefined).map(({ raw }) => new X509Certificate(raw));
  takeIf(data, 0xa1);
  const signers = inside(take(data, 0x31));
  if (signers.length !== 1) throw new NotDer("not one signer");
  const fields = inside(signers[0]);
  fields.splice(0, 2);
  const signer: Signer = {
    digest: hashOf(take(fields, 0x30)),
    attributes: take(fields, 0xa0),
    scheme: idOf(inside(take(fields, 0x30))[0]),
    signature: take(fields, 0x04).content,
  };
  return { info, signer, certificates };
}

/** Whether the signed attribute (RFC 5035, 3 and 4) names this certificate. Any other in the token is anyone's. */
function isNamed(certificate: X509Certificate, attribute: Der | undefined, isV2: boolean): boolean {
  const id = inside(inside(inside(attribute)[0])[0]);
  const algorithm = isV2 ? takeIf(id, 0x30) : null;
  const hash = algorithm === null ? (isV2 ? "sha256" : "sha1") : hashOf(algorithm);
  return take(id, 0x04).content.equals(createHash(hash).update(certificate.raw).digest());
}

function rootOf(
  signer: X509Certificate,
  others: readonly X509Certificate[],
  roots: readonly X509Certificate[],
  at: Date,
): string | null {
  let current = signer;
  for (let step = 0; step < MAX_CHAIN; step++) {
    const { raw } = current;
    const trusted = roots.find(
      (root) => isValidAt(root, at) && (root.raw.equals(raw) || isIssuer(root, current)),
    );
    if (trusted !== undefined) return trusted.subject.replaceAll("\n", ", ");
    const next = others.find(
      (other) => !other.raw.equals(raw) && other.ca && isValidAt(other, at) && isIssuer(other, current),
    );
    if (next === undefined) return null;
    current = next;
  }
  return null;
}

function isIssuer(issuer: X509Certificate, subject: X509Certificate): boolean {
  return subject.checkIssued(issuer) && subject.verify(issuer.publicKey);
}

function isValidAt({ validFrom, validTo }: X509Certificate, at: Date): boolean {
  return Date.parse(validFrom) <= at.getTime() && at.getTime() <= Date.parse(validTo);
}

function toTime(text: string): Date | null {
  const match = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\.\d+)?Z$/u.exec(text);
  if (match === null) return null;
  const [, year, month, day, hour, minute, second, part = ""] = match;
  const at = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${part.slice(0, 4)}Z`);
  return Number.isNaN(at.getTime()) ? null : at;
}

/** The one value that fills the bytes. */
function single(bytes: Buffer): Der {
  const values = readDer(bytes);
  const [only] = values;
  if (only === undefined || values.length > 1) throw new NotDer("not one value");
  return only;
}

function inside(value: Der | undefined): Der[] {
  return value === undefined ? [] : readDer(value.content);
}

function idOf(value: Der | undefined): string {
  return value?.tag === 0x06 ? value.content.toString("hex") : "";
}

/** The hash that an AlgorithmIdentifier names. */
function hashOf(algorithm: Der): string {
  const hash = HASHES[idOf(inside(algorithm)[0])];
  if (hash === undefined) throw new NotDer("hash algorithm");
  return hash;
}
