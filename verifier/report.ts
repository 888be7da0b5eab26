/** The report as a person reads it, and as a program does. */
import type { Enrolled } from "./act-rules.ts";
import type { CaseResult } from "./case.ts";
import type { Finding, Findings } from "./findings.ts";
import { EN, type MessageKey } from "./messages.en.ts";
import { FA } from "./messages.fa.ts";
import { type NoteKey, writeVerifierKey } from "./note.ts";
import type { PackageResult } from "./package.ts";
import type { ProofResult } from "./proof.ts";
import type { ReleaseResult } from "./release.ts";

export type Language = "en" | "fa";

export type Part = { readonly findings: Findings; readonly path: string } & (
  | { readonly kind: "case"; readonly result: CaseResult }
  | { readonly kind: "package"; readonly result: PackageResult }
  | { readonly kind: "proof"; readonly result: ProofResult }
);

/** At most so many findings of one code are written out; a count stands for the rest. */
const AT_MOST = 20;

export function say(
  language: Language,
  key: MessageKey,
  values: Readonly<Record<string, string | number>> = {},
): string {
  const text: string = (language === "fa" ? FA : EN)[key];
  return text.replaceAll(/\{(\w+)\}/gu, (whole, name: string) => toVisible(String(values[name] ?? whole)));
}

export function writeReport(parts: readonly Part[], language: Language, isKeyGiven: boolean): string {
  const lines = parts.flatMap((part) => linesOf(part, language, isKeyGiven));
  return `${lines.join("\n")}\n`;
}

export function writeJson(parts: readonly Part[]): string {
  const whole = {
    ok: parts.every(({ findings }) => findings.problems.length === 0),
    parts: parts.map((part) => ({
      kind: part.kind,
      path: part.path,
      ok: part.findings.problems.length === 0,
      ...(part.kind === "case" ? toJson(part.result) : part.result),
      problems: part.findings.problems,
      notes: part.findings.notes,
    })),
  };
  return `${JSON.stringify(whole, (name, value) => (name === "signed" || name === "signature" ? undefined : value), 2)}\n`;
}

function toJson({ keys, noteKeys, ...rest }: CaseResult) {
  return { ...rest, keys: keysOf({ keys, noteKeys }) };
}

function keysOf({ keys, noteKeys }: Pick<CaseResult, "keys" | "noteKeys">) {
  return noteKeys.map((key) => {
    const found = keys.find(({ publicKey }) => publicKey.equals(key.publicKey));
    return { key: writeVerifierKey(key), ...enrolmentOf(found) };
  });
}

function enrolmentOf(key: Enrolled | undefined) {
  return key === undefined ? {} : { actor: key.actor, device: key.device, leafIndex: key.leafIndex };
}

function linesOf(part: Part, language: Language, isKeyGiven: boolean): string[] {
  const { problems, notes } = part.findings;
  const word = (key: MessageKey, values?: Record<string, string | number>) => say(language, key, values);
  const verdict =
    problems.length === 0 ? word("report.sound") : word("report.unsound", { count: problems.length });
  const lines = [`${verdict} — ${titleOf(part, word)} — ${toVisible(part.path)}`];
  lines.push(...factsOf(part, word, isKeyGiven).map((line) => `  ${line}`));
  lines.push(...groupOf(problems, "✗", language));
  if (notes.length > 0) lines.push("", `${word("report.notes")}:`, ...groupOf(notes, "·", language));
  return lines;
}

type Word = (key: MessageKey, values?: Record<string, string | number>) => string;

function titleOf(part: Part, word: Word): string {
  if (part.kind === "package") return word("report.package", { version: part.result.version ?? "?" });
  return word(part.kind === "case" ? "report.case" : "report.proof", { case: part.result.caseId ?? "?" });
}

function factsOf(part: Part, word: Word, isKeyGiven: boolean): string[] {
  if (part.kind === "package")
    return [
      word("report.files", { files: part.result.files, bytes: part.result.sizeBytes }),
      ...(part.result.release === null ? [] : factsOfRelease(part.result.release, word)),
    ];
  if (part.kind === "proof") {
    const { act, leafIndex, acts, signer } = part.result;
    if (act === null) return [];
    const { kind, actor, at, id } = act;
    const told = word("report.act", { leaf: leafIndex ?? "?", acts: acts ?? "?", kind, actor, at, id });
    return [told, ...(signer === null ? [] : [word("report.log", { key: signer })])];
  }
  const { acts, root, covered, blobs, sizeBytes, keys, noteKeys } = part.result;
  const ofKeys = keysOf({ keys, noteKeys }).map((each) =>
    "actor" in each
      ? word("report.key", { key: each.key, actor: each.actor })
      : word("report.log", { key: each.key }),
  );
  return [
    word("report.acts", { acts, root }),
    covered === null ? word("report.uncovered") : word("report.covered", { covered }),
    word("report.blobs", { blobs, bytes: sizeBytes }),
    ...ofKeys,
    ...(isKeyGiven ? [] : [word("report.compare")]),
  ];
}

function factsOfRelease({ signer, ...told }: ReleaseResult, word: Word): string[] {
  const { caseId, number, profile, root, bound, acts, files } = told;
  return [
    word("report.release", { case: caseId, number, profile }),
    word("report.root", { root }),
    word("report.bound", { bound, acts, files }),
    ...(signer === null ? [] : [word("report.log", { key: signer })]),
  ];
}

function groupOf(found: readonly Finding[], sign: string, language: Language): string[] {
  const lines: string[] = [];
  const counts = new Map<string, number>();
  for (const finding of found) {
    const count = (counts.get(finding.code) ?? 0) + 1;
    counts.set(finding.code, count);
    if (count > AT_MOST) continue;
    const { path, code, expected, actual, detail, neededBy } = finding;
    const where = detail === null ? "" : ` [${toVisible(detail)}]`;
    lines.push(`${sign} ${toVisible(path)}: ${say(language, code)} (${code})${where}`);
    if (expected !== null) lines.push(`    ${say(language, "report.expected", { value: expected })}`);
    if (actual !== null) lines.push(`    ${say(language, "report.actual", { value: actual })}`);
    if (neededBy !== undefined)
      lines.push(`    ${say(language, "report.needed", { value: neededBy.slice(0, 5).join("; ") })}`);
  }
  for (const [code, count] of counts) {
    if (count > AT_MOST)
      lines.push(`${sign} ${say(language, "report.more", { count: count - AT_MOST })} (${code})`);
  }
  return lines;
}

/** Control characters and those that turn the direction of text are shown by number, never obeyed. */
function toVisible(text: string): string {
  return text.replaceAll(
    /[\p{Cc}\p{Cs}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/gu,
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
}

/** A key that the reader was given must be one of the log's. */
export function judgeGivenKeys(
  given: readonly NoteKey[],
  { noteKeys }: CaseResult,
  findings: Findings,
): void {
  const isKnown = noteKeys.some((key) => given.some(({ publicKey }) => publicKey.equals(key.publicKey)));
  if (given.length > 0 && !isKnown)
    findings.problem({ path: "ledger/checkpoint", code: "ledger/key-untrusted" });
}
