/** Acts and sealed files that go along with a release: each against its leaf, and the lines of the release against it. */
import { join } from "node:path";
import { type Act, readAct } from "./act.ts";
import { toDevice } from "./act-rules.ts";
import { hashFile } from "./bytes.ts";
import { isObject, type Json, type JsonObject } from "./canonical.ts";
import { walk } from "./files.ts";
import type { Findings } from "./findings.ts";
import type { NoteKey } from "./note.ts";
import { isSigned, toKey } from "./public-key.ts";
import type { Leaf, Reading } from "./release.ts";
import { leafHash } from "./tree.ts";

const PATH = "data/proofs/acts.jsonl";
const BLOBS = "data/blobs";

interface Originals {
  readonly leaves: readonly Leaf[];
  readonly statements: readonly JsonObject[];
  readonly sources: readonly JsonObject[];
  readonly caseId: string;
  readonly keys: readonly NoteKey[];
}

export async function checkOriginals(
  dir: string,
  { leaves, statements, sources, caseId, keys }: Originals,
  read: Reading,
  findings: Findings,
): Promise<{ readonly acts: number; readonly files: number }> {
  const lines = read.text(PATH, false);
  const withAct = leaves.filter(({ hasAct }) => hasAct);
  const lineOf = new Map([...statements, ...sources].map((line) => [String(line.id), line]));
  /** Sealed files that acts bind, by hash. */
  const bound = new Map<string, number>();
  for (const [at, line] of lines.entries()) {
    const leaf = withAct[at];
    const detail = `${at + 1}${leaf === undefined ? "" : `, ${leaf.id}`}`;
    const entry = Buffer.from(line, "utf8");
    const actual = leafHash(entry).toString("hex");
    if (leaf?.hash !== actual) {
      findings.problem({
        path: PATH,
        code: "release/act-leaf",
        expected: leaf?.hash ?? null,
        actual,
        detail,
      });
      continue;
    }
    const act = await judgeAct(entry, caseId, keys);
    if (typeof act === "string") {
      findings.problem({ path: PATH, code: "ledger/proof-act", actual: act, detail });
      continue;
    }
    const { statement, source } = act.body;
    const told = lineOf.get(leaf.id) ?? {};
    const differs = isObject(statement)
      ? statementDiffers(statement, told)
      : isObject(source)
        ? sourceDiffers(source, told)
        : act.kind;
    if (differs !== null)
      findings.problem({
        path: isObject(statement) ? "data/statements.jsonl" : "data/method.json",
        code: "release/act-differs",
        detail: `${leaf.id}, ${differs}`,
      });
    if (isObject(source) && typeof source.sha256 === "string" && typeof source.sizeBytes === "number")
      bound.set(source.sha256, source.sizeBytes);
  }
  for (const { id } of withAct.slice(lines.length))
    findings.problem({ path: PATH, code: "release/act-leaf", detail: id });
  return { acts: lines.length, files: judgeFiles(dir, bound, findings) };
}

async function judgeAct(entry: Buffer, caseId: string, keys: readonly NoteKey[]): Promise<Act | string> {
  const read = readAct(entry);
  if ("fault" in read) return read.fault;
  const { act } = read;
  if (act.case !== caseId) return `${act.case} ≠ ${caseId}`;
  const key = keys.find(({ publicKey }) => toDevice(publicKey) === act.device);
  if (key === undefined) return `no key of ${act.device}`;
  return (await isSigned(act.signed, act.signature, toKey(key.publicKey))) ? act : "signature";
}

/** The first member of a line that says otherwise than the act; words of the reader's language are not compared. */
function statementDiffers(statement: JsonObject, line: JsonObject): string | null {
  const { passage, value, time } = statement;
  const pairs: readonly (readonly [string, Json | undefined, Json | undefined])[] = [
    ...["id", "property", "polarity", "chain"].map((name) => [name, statement[name], line[name]] as const),
    ["key", statement.key ?? null, line.key],
    ...["subject", "speaker", "source", "of"].map(
      (name) => [name, statement[name] ?? null, idOf(line[name])] as const,
    ),
    ["quote", isObject(passage) ? (passage.quote ?? "") : null, line.quote],
    ["time", time ?? null, isObject(line.time ?? null) ? memberOf(line.time, "edtf") : null],
  ];
  const other = pairs.find(([, one, two]) => one !== two);
  if (other !== undefined) return other[0];
  return isObject(value) && isValue(value, String(line.valueText ?? "")) ? null : "value";
}

function sourceDiffers(source: JsonObject, line: JsonObject): string | null {
  return ["id", "sha256", "sizeBytes"].find((name) => source[name] !== line[name]) ?? null;
}

function idOf(named: Json | undefined): Json {
  return memberOf(named, "id");
}

function memberOf(value: Json | undefined, name: string): Json {
  return isObject(value) ? (value[name] ?? null) : null;
}

/** Whether the words of a value are those of the act: its numbers, its text, its name. Other values are words alone. */
function isValue(value: JsonObject, words: string): boolean {
  switch (value.kind) {
    case "quantity": {
      const { min, max, best, words: word } = value;
      if (min === null && max === null)
        return isObject(word) ? Object.values(word).includes(words) : words === "";
      // A best number is told only within a range.
      const isRange = min !== null && max !== null;
      const numbers = [isRange ? best : null, min, max].filter((each) => typeof each === "number");
      const told = numbersIn(words);
      return numbers.every((each) => told.includes(each)) && told.every((each) => numbers.includes(each));
    }
    case "text":
      return isObject(value.text) && Object.values(value.text).includes(words);
    case "name":
      return typeof value.text === "string" && words.endsWith(value.text);
    default:
      return true;
  }
}

/** Numbers in Latin or Persian digits, grouped by whatever the language groups with. */
function numbersIn(words: string): number[] {
  const latin = words.replaceAll(/[۰-۹]/gu, (digit) => String("۰۱۲۳۴۵۶۷۸۹".indexOf(digit)));
  return (latin.match(/\d+(?:[,٬\u00a0\u202f]\d{3})*/gu) ?? []).map((each) =>
    Number(each.replaceAll(/\D/gu, "")),
  );
}

/** Each file must be one that an act binds, of its hash and size. */
function judgeFiles(dir: string, bound: ReadonlyMap<string, number>, findings: Findings): number {
  let files = 0;
  for (const { path, isFile } of walk(dir, BLOBS)) {
    files += 1;
    const name = path.slice(BLOBS.length + 1);
    const size = bound.get(name);
    const found = isFile ? hashFile(join(dir, path), ["sha256"]) : null;
    const actual = found?.hex[0] ?? null;
    if (size === undefined) findings.problem({ path, code: "release/file-unbound" });
    else if (actual !== name || found?.sizeBytes !== size)
      findings.problem({ path, code: "vault/blob-altered", expected: name, actual });
  }
  return files;
}
