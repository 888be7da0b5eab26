import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { readPemCertificates } from "./certificate.ts";
import {
  type Authority,
  type AuthorityKind,
  answerRequest,
  FOR_ISSUING,
  FOR_TIME,
  injectCertificates,
  makeAuthority,
  openssl,
  pemToDer,
  RSA,
  sha256,
  signAnew,
} from "./openssl-authority.ts";
import { readTimeStampRequest, toTimeStampRequest } from "./time-stamp-request.ts";
import { verifyTimeStamp } from "./verify-time-stamp.ts";

const folder = mkdtempSync(join(tmpdir(), "inquest-tsa-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const DATA = Buffer.from("what was stamped\n");
const NONCE = 0x7123456789abcdefn;
const request = toTimeStampRequest({ sha256: sha256(DATA), nonce: Buffer.from(NONCE.toString(16), "hex") });
writeFileSync(join(folder, "data"), DATA);

const root = makeAuthority(folder, { name: "root", extensions: FOR_ISSUING });
const between = makeAuthority(folder, {
  name: "between",
  extensions: `${FOR_ISSUING.replace("CA:true", "CA:true,pathlen:0")}`,
  issuer: root,
});
const tsa = makeAuthority(folder, { name: "tsa", issuer: root });
const good = answerRequest({ folder, signer: tsa, request });

const anchorsOf = (...authorities: readonly Authority[]) =>
  authorities.flatMap(({ certificate }) => readPemCertificates(readFileSync(certificate, "utf8")));
const judge = (bytes: Uint8Array, ...trusted: readonly Authority[]) =>
  verifyTimeStamp({ bytes, sha256: sha256(DATA), nonce: NONCE, anchors: anchorsOf(...trusted) });
const codesOf = (report: ReturnType<typeof judge>) => report.faults.map(({ code }) => code);

/** The info of an authority's answer of this moment, signed by somebody who may be no authority. */
const signedBy = (signer: Authority, options: readonly string[] = []) =>
  signAnew(folder, answerRequest({ folder, signer: tsa, request }), signer, options);

/** What OpenSSL itself thinks of an answer. */
function opensslAccepts(answer: Uint8Array, trusted: Authority, ...untrusted: readonly Authority[]): boolean {
  writeFileSync(join(folder, "judged.tsr"), answer);
  writeFileSync(
    join(folder, "untrusted.pem"),
    Buffer.concat(untrusted.map(({ certificate }) => readFileSync(certificate))),
  );
  const more = untrusted.length === 0 ? [] : ["-untrusted", join(folder, "untrusted.pem")];
  try {
    const what = ["-data", join(folder, "data"), "-in", join(folder, "judged.tsr")];
    openssl("ts", "-verify", ...what, "-CAfile", trusted.certificate, ...more);
    return true;
  } catch {
    return false;
  }
}

describe("a request", () => {
  test("is read by OpenSSL as what it says, and by us as what it was", () => {
    writeFileSync(join(folder, "q.tsq"), request);
    const text = openssl("ts", "-query", "-in", join(folder, "q.tsq"), "-text").toString("utf8");
    expect(text).toContain("Hash Algorithm: sha256");
    expect(text).toContain("Nonce: 0x7123456789ABCDEF");
    expect(text).toContain("Certificate required: yes");
    expect(readTimeStampRequest(request)).toEqual({
      imprint: { hash: "sha256", digest: sha256(DATA) },
      policy: null,
      nonce: NONCE,
      wantsCertificate: true,
    });
  });
});

describe("an answer", () => {
  test("holds when its authority leads to a root that is trusted, as OpenSSL finds too", () => {
    expect(judge(good, root)).toMatchObject({
      isSound: true,
      isAnchored: true,
      faults: [],
      authority: "CN=tsa",
      info: { nonce: NONCE, policy: "1.2.3.4", accuracyMs: 1500 },
    });
    expect(opensslAccepts(good, root)).toBe(true);
  });

  test("holds through authorities in between, and not without them", () => {
    const below = makeAuthority(folder, { name: "below", issuer: between });
    const whole = answerRequest({ folder, signer: below, request, chain: [between.certificate] });
    expect(judge(whole, root).isAnchored).toBe(true);
    const short = answerRequest({ folder, signer: below, request });
    expect(judge(short, root)).toMatchObject({ isSound: true, isAnchored: false });
    expect(judge(short, between).isAnchored).toBe(true);
    expect([opensslAccepts(whole, root), opensslAccepts(short, root)]).toEqual([true, false]);
  });

  test("holds for RSA, RSA-PSS and larger curves and hashes", () => {
    const kinds: readonly AuthorityKind[] = [
      { name: "rsa", key: RSA, issuer: root },
      { name: "p384", key: ["ec", "-pkeyopt", "ec_paramgen_curve:P-384"], issuer: root },
    ];
    for (const kind of kinds) {
      const signer = makeAuthority(folder, kind);
      for (const digest of ["sha256", "sha384", "sha512"]) {
        const report = judge(answerRequest({ folder, signer, request, digest }), root);
        expect({ kind: kind.name, digest, isAnchored: report.isAnchored }).toMatchObject({
          isAnchored: true,
        });
      }
    }
    const rsa = { certificate: join(folder, "rsa.pem"), key: join(folder, "rsa.key") };
    const pss = signedBy(rsa, ["-keyopt", "rsa_padding_mode:pss", "-keyopt", "rsa_pss_saltlen:32"]);
    expect(judge(pss, root)).toMatchObject({ isAnchored: true, faults: [] });
  });

  test("is refused over other bytes, with another number, under another policy", () => {
    const anchors = anchorsOf(root);
    const ask = (other: object) =>
      codesOf(verifyTimeStamp({ bytes: good, sha256: sha256(DATA), anchors, ...other }));
    expect(ask({ sha256: sha256(Buffer.from("other")) })).toEqual(["vault/timestamp-imprint"]);
    expect(ask({ nonce: NONCE + 1n })).toEqual(["vault/timestamp-nonce"]);
    expect(ask({ policy: "1.2.3.5" })).toEqual(["vault/timestamp-policy"]);
    expect(ask({ nonce: NONCE, policy: "1.2.3.4" })).toEqual([]);
  });

  test("that grants nothing says why", () => {
    const unknown = toTimeStampRequest({
      sha256: sha256(DATA),
      nonce: Buffer.from("01", "hex"),
      policy: "1.9.9",
    });
    const refused = answerRequest({ folder, signer: tsa, request: unknown });
    const [fault] = judge(refused, root).faults;
    expect(fault?.code).toBe("vault/timestamp-refused");
    expect(fault?.text).toContain("unacceptedPolicy");
  });

  test("is sound and unvouched for by no root, another root, or one of the same name", () => {
    const other = makeAuthority(folder, { name: "other", extensions: FOR_ISSUING });
    const twin = makeAuthority(folder, { name: "twin", subject: "/CN=root", extensions: FOR_ISSUING });
    expect(codesOf(judge(good))).toEqual(["vault/timestamp-no-roots"]);
    for (const stranger of [other, twin]) {
      expect(judge(good, stranger)).toMatchObject({ isSound: true, isAnchored: false });
      expect(codesOf(judge(good, stranger))).toEqual(["vault/timestamp-chain"]);
      expect(opensslAccepts(good, stranger)).toBe(false);
    }
  });

  test("reads the looser form of BER too, where nothing is signed", () => {
    const token = readTokenOf(good);
    const loose = Buffer.concat([Buffer.of(0x30, 0x80), token.content, Buffer.of(0, 0)]);
    expect(judge(loose, root).isAnchored).toBe(true);
  });
});

describe("a signer", () => {
  const cases: readonly (AuthorityKind & { readonly code: string })[] = [
    { name: "no-purpose", extensions: "keyUsage=critical,digitalSignature", code: "vault/timestamp-purpose" },
    { name: "not-critical", extensions: "extendedKeyUsage=timeStamping", code: "vault/timestamp-purpose" },
    {
      name: "two-purposes",
      extensions: "extendedKeyUsage=critical,timeStamping,codeSigning",
      code: "vault/timestamp-purpose",
    },
    {
      name: "no-signing",
      extensions: "extendedKeyUsage=critical,timeStamping\nkeyUsage=critical,keyEncipherment",
      code: "vault/timestamp-purpose",
    },
    { name: "short-key", key: ["rsa:1024"], code: "vault/timestamp-weak" },
    {
      name: "strange",
      extensions: `${FOR_TIME}\n1.2.3.4.5=critical,DER:0500`,
      code: "vault/timestamp-chain",
    },
  ];

  test.each(cases)("$name does not count: $code", ({ code, ...kind }) => {
    const signer = makeAuthority(folder, { issuer: root, ...kind });
    const report = judge(signedBy(signer), root);
    expect(report.isAnchored).toBe(false);
    expect(codesOf(report)).toEqual([code]);
  });

  test("signs again as an authority should: the way the bad ones are made is itself sound", () => {
    expect(judge(signedBy(tsa), root)).toMatchObject({ isAnchored: true, faults: [] });
  });

  test("over SHA-1 does not count", () => {
    const report = judge(signedBy(tsa, ["-md", "sha1"]), root);
    expect(codesOf(report)).toEqual(["vault/timestamp-weak"]);
  });

  test("outside the time of its certificate does not count, whatever the clock says today", () => {
    const early = makeAuthority(folder, { name: "early", issuer: root, days: "1" });
    const token = signedBy(early);
    expect(judge(token, root).isAnchored).toBe(true);
    // The certificate began after the info was made when that is set back by years: the info is signed anew.
    const old = Buffer.from(good);
    const at = old.indexOf(Buffer.from("20", "latin1"), old.indexOf(Buffer.from([0x18, 0x0f])));
    old.write("2001", at, "latin1");
    const report = judge(signAnew(folder, old, early), root);
    expect(report).toMatchObject({ isSound: false, isAnchored: false });
    expect(codesOf(report)).toEqual(["vault/timestamp-validity"]);
  });

  test("may not be an authority that issues, nor stand below one that may not", () => {
    const leaf = makeAuthority(folder, { name: "under-tsa", issuer: tsa });
    const chained = injectCertificates(signedBy(leaf), [pemToDer(tsa.certificate)]);
    expect(codesOf(judge(chained, root))).toEqual(["vault/timestamp-chain"]);
    const second = makeAuthority(folder, { name: "second", extensions: FOR_ISSUING, issuer: between });
    const deep = makeAuthority(folder, { name: "deep", issuer: second });
    const long = injectCertificates(signedBy(deep), [
      pemToDer(second.certificate),
      pemToDer(between.certificate),
    ]);
    expect(judge(long, root)).toMatchObject({ isSound: true, isAnchored: false });
    expect(opensslAccepts(long, root)).toBe(false);
  });
});

describe("certificates put into a token by a stranger", () => {
  const forger = makeAuthority(folder, { name: "forger" });
  const certificates = [pemToDer(tsa.certificate), pemToDer(root.certificate)];

  test("lend a forger nothing, whichever stands first", () => {
    const forged = injectCertificates(signedBy(forger), certificates);
    expect(judge(forged, root)).toMatchObject({ isAnchored: false, authority: "CN=forger" });
    const posing = makeAuthority(folder, {
      name: "posing",
      subject: "/CN=tsa",
      serial: `0x${readSerial(tsa)}`,
      issuer: makeAuthority(folder, { name: "false-root", subject: "/CN=root", extensions: FOR_ISSUING }),
    });
    const posed = injectCertificates(signedBy(posing), certificates);
    expect(judge(posed, root).isAnchored).toBe(false);
    expect(opensslAccepts(posed, root)).toBe(false);
  });

  test("take nothing from an honest token", () => {
    const crowded = injectCertificates(good, [pemToDer(forger.certificate), ...certificates]);
    expect(judge(crowded, root)).toMatchObject({ isAnchored: true, authority: "CN=tsa" });
  });

  test("do not replace the one that was signed for", () => {
    const bare = openssl("x509", "-in", tsa.certificate, "-outform", "DER");
    const swapped = Buffer.from(good);
    const at = swapped.indexOf(bare);
    // Another certificate over the same key, of the same length, in its place.
    swapped[at + bare.length - 1] = (swapped[at + bare.length - 1] ?? 0) ^ 1;
    expect(codesOf(judge(swapped, root))).toEqual(["vault/timestamp-certificate"]);
  });
});

function readSerial({ certificate }: Authority): string {
  return openssl("x509", "-in", certificate, "-serial", "-noout")
    .toString("utf8")
    .trim()
    .replace("serial=", "");
}

function readTokenOf(answer: Uint8Array): { readonly content: Uint8Array } {
  // 30 82 LL LL: the answer's own head has four bytes.
  return { content: answer.subarray(4) };
}
