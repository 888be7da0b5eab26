/** Whether a token proves that some bytes existed at a time (RFC 3161, 2.2 and 2.4.2; RFC 5816). */
import { constants, createHash, verify } from "node:crypto";
import { InquestError, type Sha256Hex } from "../../core/index.ts";
import { type Certificate, KEY_USAGE, readCertificate } from "./certificate.ts";
import { findChain } from "./certificate-chain.ts";
import { OID, WEAK_HASHES } from "./object-ids.ts";
import type { SignerInfo } from "./signer-info.ts";
import { readTimeStampResponse, type TimeStampResponse } from "./time-stamp-response.ts";
import type { TimeStampInfo, TimeStampToken } from "./time-stamp-token.ts";
import type { TimestampFault } from "./timestamp-fault.ts";

export interface TimeStampQuestion {
  /** A `.tsr` file or a bare token. */
  readonly bytes: Uint8Array;
  /** SHA-256 of what the token should be over. */
  readonly sha256: Sha256Hex;
  /** What was asked for, where that is known. */
  readonly nonce?: bigint | null;
  readonly policy?: string | null;
  /** Roots that the user trusts; with none, no authority is vouched for. */
  readonly anchors: readonly Certificate[];
}

export interface TimeStampReport {
  /** The token is whole, says what it should, and is signed as the standard demands. */
  readonly isSound: boolean;
  /** Sound, and the signer's certificate leads to one of the anchors. */
  readonly isAnchored: boolean;
  /** Why it is not sound; or, alone, why it leads to no anchor. */
  readonly faults: readonly TimestampFault[];
  readonly info: TimeStampInfo | null;
  /** Subject of the signer's certificate. */
  readonly authority: string | null;
  /** The root it leads to: its subject and SHA-256. */
  readonly anchor: { readonly subject: string; readonly sha256: Sha256Hex } | null;
}

const LEAST_RSA_BITS = 2048;

/** Checks everything that can be checked without the network. Never throws for what the bytes hold. */
export function verifyTimeStamp(question: TimeStampQuestion): TimeStampReport {
  let response: TimeStampResponse;
  let certificates: Certificate[];
  try {
    response = readTimeStampResponse(question.bytes);
    certificates = response.token?.certificates.map(readCertificate) ?? [];
  } catch (error) {
    if (!(error instanceof InquestError)) throw error;
    return unsound([{ code: error.code, text: error.message }]);
  }
  const { token, status, statusText } = response;
  if (token === null) {
    const text = `The authority gave no timestamp (status ${status}${statusText === "" ? "" : `: ${statusText}`}).`;
    return unsound([{ code: "vault/timestamp-refused", text }]);
  }
  return judge(token, certificates, question);
}

function judge(
  token: TimeStampToken,
  certificates: readonly Certificate[],
  question: TimeStampQuestion,
): TimeStampReport {
  const { info, signer } = token;
  const faults = infoFaults(info, question);
  // The token may come without its certificate; then only the user can have given it.
  const certificate = findSigner(signer, [...certificates, ...question.anchors]);
  if (certificate === null) {
    const text =
      "The certificate that the signature names is not there, or is not the one that was signed for.";
    return { ...unsound([...faults, { code: "vault/timestamp-certificate", text }]), info };
  }
  faults.push(...signatureFaults(token, certificate), ...purposeFaults(certificate));
  const authority = certificate.subjectText;
  if (faults.length > 0) return { ...unsound(faults), info, authority };
  const chain = findChain({
    signer: certificate,
    others: certificates,
    anchors: question.anchors,
    atMs: info.genTimeMs,
  });
  if ("fault" in chain) {
    // Outside its own time a certificate says nothing, whoever trusts it.
    const isSound = chain.fault.code !== "vault/timestamp-validity" || isValidAt(certificate, info.genTimeMs);
    return { isSound, isAnchored: false, faults: [chain.fault], info, authority, anchor: null };
  }
  const { subjectText: subject, sha256 } = chain.anchor;
  return { isSound: true, isAnchored: true, faults: [], info, authority, anchor: { subject, sha256 } };
}

function infoFaults(info: TimeStampInfo, question: TimeStampQuestion): TimestampFault[] {
  const { imprint } = info;
  const faults: TimestampFault[] = [];
  if (imprint.hash !== "sha256" || imprint.digest !== question.sha256) {
    faults.push({
      code: "vault/timestamp-imprint",
      text: "The token is over other bytes.",
      expected: `sha256 ${question.sha256}`,
      actual: `${imprint.hash} ${imprint.digest}`,
    });
  }
  if (typeof question.nonce === "bigint" && info.nonce !== question.nonce) {
    faults.push({
      code: "vault/timestamp-nonce",
      text: "The token does not repeat the number of the request, so it answers another one.",
      expected: question.nonce.toString(16),
      actual: info.nonce?.toString(16) ?? "none",
    });
  }
  if (typeof question.policy === "string" && info.policy !== question.policy) {
    faults.push({
      code: "vault/timestamp-policy",
      text: "The token was made under another policy than the one asked for.",
      expected: question.policy,
      actual: info.policy,
    });
  }
  const [unknown] = info.notUnderstood;
  if (unknown !== undefined) {
    const text = `The token has the critical extension ${unknown}, which is not understood.`;
    faults.push({ code: "vault/timestamp-extension", text });
  }
  return faults;
}

/**
 * The certificate whose hash the signed attributes name. Any other that came with the token, even one whose
 * key fits, is passed over: certificates in a token are unsigned, and anyone can add some.
 */
function findSigner(signer: SignerInfo, certificates: readonly Certificate[]): Certificate | null {
  const fits = (certificate: Certificate) =>
    isHinted(signer, certificate) &&
    signer.certificateIds.every(
      ({ hash, digest, issuerAndSerial }) =>
        createHash(hash).update(certificate.raw).digest("hex") === digest &&
        (issuerAndSerial === null ||
          (issuerAndSerial.serial === certificate.serial &&
            Buffer.compare(issuerAndSerial.issuer, certificate.issuer) === 0)),
    );
  return certificates.find(fits) ?? null;
}

function isHinted({ hint }: SignerInfo, certificate: Certificate): boolean {
  if ("keyId" in hint)
    return certificate.keyId !== null && Buffer.compare(hint.keyId, certificate.keyId) === 0;
  return hint.serial === certificate.serial && Buffer.compare(hint.issuer, certificate.issuer) === 0;
}

function signatureFaults(token: TimeStampToken, certificate: Certificate): TimestampFault[] {
  const { signer, infoBytes } = token;
  const digest = createHash(signer.digestAlgorithm).update(infoBytes).digest("hex");
  if (signer.contentType !== OID.timeStampInfo || digest !== signer.messageDigest) {
    return [
      {
        code: "vault/timestamp-signature",
        text: "The signed attributes are about other content than the token holds.",
        expected: signer.messageDigest,
        actual: digest,
      },
    ];
  }
  const { scheme } = signer;
  const hash = scheme.hash ?? signer.digestAlgorithm;
  if (!isSignatureOf(signer, certificate, hash))
    return [
      { code: "vault/timestamp-signature", text: `The signature is not that of ${certificate.subjectText}.` },
    ];
  const details = certificate.x509.publicKey.asymmetricKeyDetails;
  const rsaBits = scheme.key === "rsa" ? (details?.modulusLength ?? 0) : LEAST_RSA_BITS;
  if (WEAK_HASHES.includes(hash) || WEAK_HASHES.includes(signer.digestAlgorithm))
    return [{ code: "vault/timestamp-weak", text: `The signature is over ${hash}, which can be forged.` }];
  if (rsaBits < LEAST_RSA_BITS)
    return [
      { code: "vault/timestamp-weak", text: `The key has ${rsaBits} bits; ${LEAST_RSA_BITS} are the least.` },
    ];
  return [];
}

function isSignatureOf(signer: SignerInfo, certificate: Certificate, hash: string): boolean {
  const key = certificate.x509.publicKey;
  const { scheme, signedBytes, signature } = signer;
  const kind = key.asymmetricKeyType;
  const isPss = scheme.saltBytes !== null;
  const fits = scheme.key === "rsa" ? kind === "rsa" || (isPss && kind === "rsa-pss") : kind === scheme.key;
  if (!fits) return false;
  const padding = isPss ? constants.RSA_PKCS1_PSS_PADDING : constants.RSA_PKCS1_PADDING;
  const options =
    scheme.key === "rsa" ? { key, padding, ...(isPss ? { saltLength: scheme.saltBytes } : {}) } : { key };
  try {
    // Ed25519 hashes by itself (RFC 8419, 3.1).
    return verify(scheme.key === "ed25519" ? null : hash, signedBytes, options, signature);
  } catch {
    return false;
  }
}

/** RFC 3161, 2.3: a key for time-stamping and nothing else, marked critical. */
function purposeFaults(certificate: Certificate): TimestampFault[] {
  const { extendedKeyUsage, keyUsage } = certificate;
  const purposes = extendedKeyUsage?.purposes ?? [];
  const isForTime =
    extendedKeyUsage?.isCritical === true && purposes.length === 1 && purposes[0] === OID.timeStamping;
  const maySign =
    keyUsage === null || (keyUsage & (KEY_USAGE.digitalSignature | KEY_USAGE.nonRepudiation)) !== 0;
  if (isForTime && maySign) return [];
  return [
    {
      code: "vault/timestamp-purpose",
      text: `The certificate of ${certificate.subjectText} is not one for time-stamping alone.`,
      expected: `critical ${OID.timeStamping}`,
      actual: `${extendedKeyUsage?.isCritical === true ? "critical " : ""}${purposes.join(", ") || "none"}`,
    },
  ];
}

function isValidAt(certificate: Certificate, atMs: number): boolean {
  return atMs >= certificate.notBeforeMs && atMs <= certificate.notAfterMs;
}

function unsound(faults: readonly TimestampFault[]): TimeStampReport {
  return { isSound: false, isAnchored: false, faults, info: null, authority: null, anchor: null };
}
