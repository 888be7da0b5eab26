/** One act's proof (C2SP tlog-proof, docs/formats/proof.md): the file, and the entry beside it. */
import { createDecipheriv } from "node:crypto";
import { basename } from "node:path";
import { type Act, readAct } from "./act.ts";
import { toDevice } from "./act-rules.ts";
import { readBase64, readUtf8 } from "./bytes.ts";
import { isObject, type Json, readCanonical } from "./canonical.ts";
import { readBounded } from "./files.ts";
import type { Findings } from "./findings.ts";
import {
  type Checkpoint,
  checkSignatures,
  type NoteKey,
  readCheckpoint,
  readVerifierKey,
  timeOfCosignature,
  writeVerifierKey,
} from "./note.ts";
import { isSigned, toKey } from "./public-key.ts";
import { leafHash, rootOfPath } from "./tree.ts";

const MAX_BYTES = 1_000_000;

export interface ProofResult {
  readonly caseId: string | null;
  readonly leafIndex: number | null;
  readonly acts: number | null;
  readonly root: string | null;
  readonly act: Act | null;
  /** The key that signed the checkpoint, as a verifier key. */
  readonly signer: string | null;
}

interface ProofFile {
  readonly index: number;
  readonly path: readonly Buffer[];
  readonly checkpoint: Checkpoint;
  readonly keys: readonly NoteKey[];
  readonly leafKey: Buffer | null;
}

export interface ProofRequest {
  readonly file: string;
  /** The act's bytes; null: the `.act.json` beside the proof. */
  readonly entry: string | null;
  /** Keys that the reader trusts; without any, those in the proof are tried and named. */
  readonly trusted: readonly NoteKey[];
}

export async function checkProof(request: ProofRequest, findings: Findings): Promise<ProofResult> {
  const path = basename(request.file);
  const nothing = { caseId: null, leafIndex: null, acts: null, root: null, act: null, signer: null };
  const proof = readProof(readBounded(request.file, MAX_BYTES));
  if (typeof proof === "string") {
    findings.problem({ path, code: "ledger/proof-file", actual: proof });
    return nothing;
  }
  const { checkpoint, index } = proof;
  const caseId = checkpoint.origin.replace(/^inquest\//u, "");
  const trusted = request.trusted.filter(({ type }) => type === 1);
  const isConfirmed = trusted.length > 0;
  if (isConfirmed && !trusted.some(({ name }) => name === checkpoint.origin))
    findings.problem({
      path,
      code: "ledger/proof-origin",
      expected: trusted[0]?.name ?? null,
      actual: checkpoint.origin,
    });
  const signer = await judgeSignatures(
    checkpoint,
    isConfirmed ? request.trusted : [...request.trusted, ...proof.keys],
    path,
    findings,
  );
  if (signer !== null && !isConfirmed)
    findings.note({ path, code: "ledger/key-unconfirmed", actual: signer });

  const stem = request.file.replace(/\.tlog-proof$/u, "");
  const actFile = request.entry ?? `${stem}.act.json`;
  const entry = readBounded(actFile, MAX_BYTES);
  const leaf = readBounded(`${stem}.leaf`, MAX_BYTES);
  const rest = { caseId, leafIndex: index, acts: checkpoint.size, root: checkpoint.root, signer };
  if (entry === null) {
    findings.problem({ path: basename(actFile), code: "ledger/proof-act", actual: null, detail: "—" });
    return { ...nothing, ...rest };
  }
  if (leaf !== null) judgeLeaf(leaf, proof.leafKey, entry, basename(`${stem}.leaf`), findings);
  const root = rootOfPath(leafHash(leaf ?? entry), { index, size: checkpoint.size, path: proof.path });
  if (root === null) findings.problem({ path, code: "ledger/proof-malformed" });
  else if (root !== checkpoint.root)
    findings.problem({ path, code: "ledger/proof-root", expected: checkpoint.root, actual: root });
  const act = await judgeAct({ entry, caseId, keys: [...trusted, ...proof.keys] });
  if (typeof act === "string")
    findings.problem({ path: basename(actFile), code: "ledger/proof-act", actual: act });
  return { ...rest, act: typeof act === "string" ? null : act };
}

/** The file, byte by byte strict. */
function readProof(bytes: Buffer | null): ProofFile | string {
  if (bytes === null) return `no file of at most ${MAX_BYTES} bytes`;
  const text = readUtf8(bytes);
  if (text === null) return "not UTF-8";
  const match =
    /^c2sp\.org\/tlog-proof@v1\n(?:extra ([^\n]*)\n)?index (0|[1-9][0-9]{0,15})\n((?:[A-Za-z0-9+/]{43}=\n)*)\n/u.exec(
      text,
    );
  if (match === null) return "not the lines of c2sp.org/tlog-proof@v1";
  const [head, extra64, digits = "", hashes = ""] = match;
  const index = Number(digits);
  const path: Buffer[] = [];
  for (const line of hashes.split("\n").slice(0, -1)) {
    const hash = readBase64(line);
    if (hash === null) return `"${line}" is no hash`;
    path.push(hash);
  }
  const checkpoint = readCheckpoint(Buffer.from(text.slice(head.length), "utf8"));
  if (typeof checkpoint === "string") return `checkpoint: ${checkpoint}`;
  if (index >= checkpoint.size) return `index ${index} of ${checkpoint.size}`;
  const extra = extra64 === undefined ? Buffer.alloc(0) : readBase64(extra64);
  if (extra === null) return "extra is not base64";
  return { index, path, checkpoint, ...readExtra(extra) };
}

/** What the proof adds and nobody signed: keys to try. Whatever has another form is passed over. */
function readExtra(extra: Buffer): Pick<ProofFile, "keys" | "leafKey"> {
  const read = readCanonical(readUtf8(extra) ?? "", 8);
  const value: Json = "fault" in read ? null : read.value;
  if (!isObject(value)) return { keys: [], leafKey: null };
  const texts: readonly Json[] = Array.isArray(value.keys) ? value.keys : [];
  const keys = texts.map((key) => (typeof key === "string" ? readVerifierKey(key) : ""));
  const leafKey = typeof value.leafKey === "string" ? readBase64(value.leafKey) : null;
  return { keys: keys.filter((key): key is NoteKey => typeof key !== "string" && key.type === 1), leafKey };
}

/** The verifier key of the log that signed; cosignatures are noted. */
export async function judgeSignatures(
  checkpoint: Checkpoint,
  keys: readonly NoteKey[],
  path: string,
  findings: Findings,
): Promise<string | null> {
  const { good, bad, unknown } = await checkSignatures(checkpoint, keys);
  const signer = good.find(({ key }) => key.type === 1 && key.name === checkpoint.origin);
  if (signer === undefined || bad.length > 0)
    findings.problem({ path, code: "ledger/proof-signature", actual: bad[0]?.name ?? null });
  for (const { line, key } of good) {
    if (key.type !== 4) continue;
    const seconds = timeOfCosignature(line) ?? 0;
    findings.note({
      path,
      code: "ledger/cosigned",
      actual: `${key.name}, ${new Date(seconds * 1000).toISOString()}`,
    });
  }
  for (const { name, keyId } of unknown)
    findings.note({ path, code: "ledger/cosignature-unverified", actual: `${name} ${keyId}` });
  return signer === undefined ? null : writeVerifierKey(signer.key);
}

async function judgeAct(given: {
  readonly entry: Buffer;
  readonly caseId: string;
  readonly keys: readonly NoteKey[];
}): Promise<Act | string> {
  const read = readAct(given.entry);
  if ("fault" in read) return read.fault;
  const { act } = read;
  if (act.case !== given.caseId) return `${act.case} ≠ ${given.caseId}`;
  const key = given.keys.find(({ publicKey }) => toDevice(publicKey) === act.device);
  if (key === undefined) return `no key of ${act.device}`;
  const isGood = await isSigned(act.signed, act.signature, toKey(key.publicKey));
  return isGood ? act : "signature";
}

/** Whether the sealed entry of a closed case opens to the act beside it. */
function judgeLeaf(
  leaf: Buffer,
  leafKey: Buffer | null,
  act: Buffer,
  path: string,
  findings: Findings,
): void {
  const opened = leafKey?.length === 32 && leaf.length > 32 ? open(leaf, leafKey) : null;
  const length = opened?.length ?? 0;
  const isAct =
    opened !== null &&
    length % 256 === 0 &&
    opened.readUInt16BE(0) === act.length &&
    opened.subarray(2, 2 + act.length).equals(act) &&
    opened.subarray(2 + act.length).every((byte) => byte === 0);
  if (!isAct) findings.problem({ path, code: "ledger/proof-leaf-key" });
}

/** One chunk of age's STREAM, the last: nonce of eleven zeros and a one. */
function open(leaf: Buffer, key: Buffer): Buffer | null {
  const nonce = Buffer.alloc(12);
  nonce[11] = 1;
  const cipher = createDecipheriv("chacha20-poly1305", key, nonce, { authTagLength: 16 });
  cipher.setAuthTag(leaf.subarray(-16));
  try {
    return Buffer.concat([cipher.update(leaf.subarray(16, -16)), cipher.final()]);
  } catch {
    return null;
  }
}
