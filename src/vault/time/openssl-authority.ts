/** For tests: authorities of every kind, good and bad, made on the spot by OpenSSL. */
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readDer, readMembers, TAG } from "./der.ts";
import { toOctets } from "./der-values.ts";
import { writeDer, writeInteger, writeSequence } from "./der-write.ts";

/** What sort of key and certificate an authority has. */
export interface AuthorityKind {
  readonly name: string;
  /** Arguments of `openssl req -newkey`. */
  readonly key?: readonly string[];
  /** Extensions of its certificate, one a line. */
  readonly extensions?: string;
  readonly subject?: string;
  readonly serial?: string;
  readonly days?: string;
  /** Who issues it; it issues itself when left out. */
  readonly issuer?: Authority;
}

export interface Authority {
  /** PEM of its certificate; its key lies beside it. */
  readonly certificate: string;
  readonly key: string;
}

const EC = ["ec", "-pkeyopt", "ec_paramgen_curve:P-256"];
export const RSA = ["rsa:2048"];
export const FOR_TIME = "extendedKeyUsage=critical,timeStamping\nkeyUsage=critical,digitalSignature";
export const FOR_ISSUING = "basicConstraints=critical,CA:true\nkeyUsage=critical,keyCertSign";

export function openssl(...args: readonly string[]): Buffer {
  return execFileSync("openssl", args, { stdio: "pipe" });
}

export function makeAuthority(folder: string, kind: AuthorityKind): Authority {
  const { name, key = EC, extensions = FOR_TIME, subject = `/CN=${name}`, days = "3650", issuer } = kind;
  const at = (ending: string) => join(folder, `${name}.${ending}`);
  writeFileSync(at("cnf"), `[req]\ndistinguished_name=dn\n[dn]\n[ext]\n${extensions}\n`);
  const made = ["-newkey", ...key, "-nodes", "-config", at("cnf"), "-keyout", at("key"), "-subj", subject];
  const serial = kind.serial === undefined ? [] : ["-set_serial", kind.serial];
  if (issuer === undefined) {
    openssl("req", "-x509", ...made, ...serial, "-days", days, "-extensions", "ext", "-out", at("pem"));
  } else {
    openssl("req", "-new", ...made, "-out", at("csr"));
    const by = [
      "-CA",
      issuer.certificate,
      "-CAkey",
      issuer.key,
      ...(serial.length > 0 ? serial : ["-CAcreateserial"]),
    ];
    const form = ["-extfile", at("cnf"), "-extensions", "ext", "-days", days];
    openssl("x509", "-req", "-in", at("csr"), ...by, ...form, "-out", at("pem"));
  }
  return { certificate: at("pem"), key: at("key") };
}

export interface Answering {
  readonly folder: string;
  readonly signer: Authority;
  readonly request: Uint8Array;
  /** PEM files whose certificates are put in besides. */
  readonly chain?: readonly string[];
  readonly digest?: string;
  readonly policy?: string;
}

/** The answer of `openssl ts -reply`. */
export function answerRequest({ folder, signer, request, chain = [], digest, policy }: Answering): Buffer {
  const at = (name: string) => join(folder, name);
  writeFileSync(at("serial"), "01");
  writeFileSync(
    at("ts.cnf"),
    `[tsa]\ndefault_tsa=it\n[it]\nserial=${at("serial")}\nsigner_digest=${digest ?? "sha256"}\ndefault_policy=${policy ?? "1.2.3.4"}\nother_policies=1.2.3.5\ndigests=sha256\naccuracy=secs:1,millisecs:500\n`,
  );
  writeFileSync(at("request.tsq"), request);
  writeFileSync(at("chain.pem"), Buffer.concat(chain.map((file) => readFileSync(file))));
  const more = chain.length === 0 ? [] : ["-chain", at("chain.pem")];
  const by = ["-signer", signer.certificate, "-inkey", signer.key, ...more];
  openssl(
    "ts",
    "-reply",
    "-config",
    at("ts.cnf"),
    "-queryfile",
    at("request.tsq"),
    ...by,
    "-out",
    at("answer.tsr"),
  );
  return readFileSync(at("answer.tsr"));
}

/**
 * Signs the time-stamp info of an answer anew with `openssl cms`, which does not ask whether the signer may.
 */
export function signAnew(
  folder: string,
  answer: Uint8Array,
  signer: Authority,
  options: readonly string[] = [],
): Uint8Array {
  const info = join(folder, "info.der");
  writeFileSync(info, infoOf(answer));
  const out = join(folder, "token.der");
  const form = ["-binary", "-nodetach", "-outform", "DER", "-econtent_type", "1.2.840.113549.1.9.16.1.4"];
  const by = ["-signer", signer.certificate, "-inkey", signer.key];
  openssl("cms", "-sign", "-cades", ...form, "-in", info, ...by, ...options, "-out", out);
  return writeSequence(writeSequence(writeInteger(0n)), readFileSync(out));
}

/** The answer with certificates put before those it has: anybody can do that, nothing signs the bag. */
export function injectCertificates(answer: Uint8Array, certificates: readonly Uint8Array[]): Uint8Array {
  const [status, token] = readMembers(readDer(answer, "ber"));
  const [type, wrapped] = readMembers(token ?? fail());
  const [signed] = readMembers(wrapped ?? fail());
  const parts = readMembers(signed ?? fail()).map((part) =>
    part.tag === TAG.constructed(0) ? writeDer(part.tag, ...certificates, part.content) : part.raw,
  );
  const content = writeSequence((type ?? fail()).raw, writeDer(TAG.constructed(0), writeSequence(...parts)));
  return writeSequence((status ?? fail()).raw, content);
}

function infoOf(answer: Uint8Array): Uint8Array {
  const [, token] = readMembers(readDer(answer, "ber"));
  const [, wrapped] = readMembers(token ?? fail());
  const [signed] = readMembers(wrapped ?? fail());
  const content = readMembers(signed ?? fail())[2] ?? fail();
  const [octets] = readMembers(readMembers(content)[1] ?? fail());
  return toOctets(octets ?? fail(), "the info");
}

export function pemToDer(file: string): Uint8Array {
  return openssl("x509", "-in", file, "-outform", "DER");
}

export function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

function fail(): never {
  throw new TypeError("an answer of OpenSSL has not the form it should have");
}
