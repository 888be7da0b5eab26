/** The way from a signer's certificate to a root that the user trusts (RFC 5280, 6, as far as time-stamping needs). */
import { type Certificate, KEY_USAGE } from "./certificate.ts";
import { WEAK_SIGNATURES } from "./object-ids.ts";
import type { TimestampFault } from "./timestamp-fault.ts";

export interface ChainQuestion {
  readonly signer: Certificate;
  /** Certificates that came with the token: steps on the way, trusted in nothing. */
  readonly others: readonly Certificate[];
  /** What the user trusts. */
  readonly anchors: readonly Certificate[];
  /** When every certificate must have been valid. */
  readonly atMs: number;
}

export type ChainAnswer =
  | { readonly anchor: Certificate; readonly path: readonly Certificate[] }
  | { readonly fault: TimestampFault };

const LONGEST_PATH = 8;

/**
 * The first sound path, tried from anchors on before other certificates. Not checked: revocation, since
 * that needs the network; name constraints are not understood, so an authority with critical ones is refused.
 */
export function findChain(question: ChainQuestion): ChainAnswer {
  const dead: TimestampFault[] = [];
  const path = extend(question, [question.signer], dead);
  const anchor = path?.at(-1);
  if (path !== null && anchor !== undefined) return { anchor, path };
  return { fault: dead[0] ?? noChain(question) };
}

function noChain({ anchors, signer }: ChainQuestion): TimestampFault {
  const actual = signer.subjectText;
  if (anchors.length === 0) {
    const text =
      "No roots were given, so nobody vouches for the authority. Give them with --trust roots.pem.";
    return { code: "vault/timestamp-no-roots", text, actual };
  }
  return {
    code: "vault/timestamp-chain",
    text: "No chain of certificates leads from the signer to a root that was given.",
    expected: anchors.map((root) => root.subjectText).join("; "),
    actual,
  };
}

/** @param dead - why ways ended that led to an anchor. */
function extend(
  question: ChainQuestion,
  path: readonly Certificate[],
  dead: TimestampFault[],
): readonly Certificate[] | null {
  const last = path.at(-1);
  if (last === undefined || path.length > LONGEST_PATH) return null;
  const fault = faultOf(last, path.length - 1, question.atMs);
  if (isIn(question.anchors, last)) {
    if (fault === null) return path;
    dead.push(fault);
    return null;
  }
  if (fault !== null || WEAK_SIGNATURES.includes(last.signedWith)) {
    dead.push(fault ?? weak(last));
    return null;
  }
  for (const issuer of [...question.anchors, ...question.others]) {
    if (isIn(path, issuer) || !isIssuedBy(last, issuer)) continue;
    const found = extend(question, [...path, issuer], dead);
    if (found !== null) return found;
  }
  return null;
}

/** @param depth - 0 for the signer; above it stand authorities. */
function faultOf(certificate: Certificate, depth: number, atMs: number): TimestampFault | null {
  const { notBeforeMs, notAfterMs, subjectText } = certificate;
  if (atMs < notBeforeMs || atMs > notAfterMs) {
    return {
      code: "vault/timestamp-validity",
      text: `The certificate of ${subjectText} was not valid at the time that the token states.`,
      expected: `${toIso(notBeforeMs)} … ${toIso(notAfterMs)}`,
      actual: toIso(atMs),
    };
  }
  const [unknown] = certificate.notUnderstood;
  if (unknown !== undefined) return unusable(certificate, `has the critical extension ${unknown}`);
  if (depth === 0) return null;
  if (!certificate.isAuthority) return unusable(certificate, "is no authority");
  if (certificate.keyUsage !== null && (certificate.keyUsage & KEY_USAGE.keyCertSign) === 0)
    return unusable(certificate, "may not sign certificates");
  if (certificate.pathLength !== null && depth - 1 > certificate.pathLength)
    return unusable(certificate, `allows ${certificate.pathLength} authorities below it`);
  return null;
}

function isIssuedBy(certificate: Certificate, issuer: Certificate): boolean {
  if (Buffer.compare(certificate.issuer, issuer.subject) !== 0) return false;
  try {
    return certificate.x509.verify(issuer.x509.publicKey);
  } catch {
    // A key of another kind than the signature's.
    return false;
  }
}

function isIn(list: readonly Certificate[], certificate: Certificate): boolean {
  return list.some((other) => other.sha256 === certificate.sha256);
}

function unusable(certificate: Certificate, fault: string): TimestampFault {
  return { code: "vault/timestamp-chain", text: `The certificate of ${certificate.subjectText} ${fault}.` };
}

function weak(certificate: Certificate): TimestampFault {
  return {
    code: "vault/timestamp-weak",
    text: `The certificate of ${certificate.subjectText} is signed over MD5 or SHA-1 (${certificate.signedWith}), which can be forged.`,
  };
}

function toIso(ms: number): string {
  return new Date(ms).toISOString();
}
