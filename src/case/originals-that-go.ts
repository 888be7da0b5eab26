/**
 * Which acts and sealed files go along with a release as they are. Both hold more than the lines of a release: recorders'
 * notes, words around a quote, names of files. So nothing goes along unless everything in it may.
 */
import type { ReleaseContent } from "../release/index.ts";
import { isTextPassage, type Source, type Statement } from "../statements/index.ts";
import { SourceSealed, StatementRecorded } from "./act-bodies.ts";
import type { OpenCase } from "./case-handle.ts";
import type { PlannedRelease } from "./plan-release.ts";
import { isForTeam } from "./source-access.ts";
import { isTitled } from "./tell-sources.ts";

/** Larger texts are not looked through. */
const MAX_FILE_BYTES = 4 * 1024 * 1024;
const PLAIN_TYPES: Readonly<Record<string, string>> = { "text/plain": ".txt", "text/markdown": ".md" };

/**
 * Every member of a statement that a line of a release for commissions tells, if in other words. A member of a later
 * version is not here, and keeps its act in the case; so does an act that corrects one which stays.
 */
const TOLD_MEMBERS: ReadonlySet<string> = new Set(
  [
    "id key subject property value of category lists unit basis certainty time timeAsWritten bound starts ends place",
    "source passage speaker chain via said translation extractedBy polarity standing access note",
  ].flatMap((names) => names.split(" ")),
);
const TOLD_OF_SOURCE: ReadonlySet<string> = new Set(
  "id key fileName title role language mediaType inspection sha256 sizeBytes".split(" "),
);

export interface OriginalsThatGo {
  /** Leaves whose acts go along. */
  readonly acts: ReadonlySet<number>;
  /** SHA-256 to bytes of sealed files. */
  readonly blobs: ReadonlyMap<string, Uint8Array>;
}

/** @param content - what goes out: acts of nothing else are looked at. */
export async function originalsThatGo(
  opened: OpenCase,
  planned: PlannedRelease,
  { statements, sources }: Pick<ReleaseContent, "statements" | "sources">,
): Promise<OriginalsThatGo> {
  const acts = new Set<number>();
  const blobs = new Map<string, Uint8Array>();
  // Of a closed case the log holds acts sealed, and the key that opens one is not handed out with a release.
  if (!planned.profile.hasOriginals || opened.closed !== null) return { acts, blobs };
  const wholeSources = new Set<string>();
  const closed = sourcesOfWhichSomethingStays(opened, planned);
  for (const { id, leafIndex } of sources) {
    const source = opened.state.sources.get(id)?.value;
    if (source === undefined || !isTold(opened, planned, leafIndex, source)) continue;
    acts.add(leafIndex);
    const bytes = closed.has(id) ? null : await fileThatGoes(opened, planned, source);
    if (bytes === null) continue;
    wholeSources.add(id);
    blobs.set(source.sha256, bytes);
  }
  for (const { leafIndex } of statements)
    if (mayActGo(opened, planned, leafIndex, wholeSources)) acts.add(leafIndex);
  return { acts, blobs };
}

function mayActGo(
  { ledger }: OpenCase,
  { guards }: PlannedRelease,
  leafIndex: number,
  wholeSources: ReadonlySet<string>,
): boolean {
  const { kind, body } = ledger.read(leafIndex);
  const parsed = StatementRecorded.safeParse(body);
  if (kind !== "statement.recorded" || !parsed.success) return false;
  const { statement, supersedes } = parsed.data;
  return (
    supersedes === undefined &&
    Object.keys(statement).every((name) => TOLD_MEMBERS.has(name)) &&
    (!hasContext(statement) || wholeSources.has(statement.source)) &&
    !stringsIn(body).some(guards.holdsAnyName)
  );
}

/** Words round the quote, kept to find it again: they are told only with the whole source. */
function hasContext({ passage }: Statement): boolean {
  return (isTextPassage(passage) || "prefix" in passage) && (passage.prefix !== "" || passage.suffix !== "");
}

/** Whether the act that sealed a source says no more than its line: no name of a file but the short one, no origin. */
function isTold(
  { ledger }: OpenCase,
  { guards }: PlannedRelease,
  leafIndex: number,
  { key, mediaType }: Source,
): boolean {
  const { kind, body } = ledger.read(leafIndex);
  const parsed = SourceSealed.safeParse(body);
  if (kind !== "source.sealed" || !parsed.success || "about" in parsed.data.source) return false;
  const { source } = parsed.data;
  const ending = PLAIN_TYPES[mediaType];
  const { kind: _, mediaType: __, ...found } = source.inspection ?? { kind: "", mediaType: "" };
  return (
    ending !== undefined &&
    source.fileName === `${key}${ending}` &&
    // What a file is called says who brought it, where nobody looked at its name to give it a better one.
    isTitled(source) &&
    !guards.holdsWordOfName(source.fileName) &&
    Object.keys(found).length === 0 &&
    Object.keys(source).every((name) => TOLD_OF_SOURCE.has(name)) &&
    !stringsIn(body).some(guards.holdsAnyName)
  );
}

/** Lists, and files in which a statement stands, or stood until it was corrected, that does not go out. */
function sourcesOfWhichSomethingStays({ state }: OpenCase, { guards }: PlannedRelease): ReadonlySet<string> {
  const said = [...state.statements.recorded(), ...state.statements.corrected()];
  return new Set([
    ...state.everyImport().map(({ value }) => value.source),
    ...said.flatMap(({ statement }) => (guards.mayGo(statement) ? [] : [statement.source])),
  ]);
}

/** The bytes of a plain text all of which may be told; null for any other file. */
async function fileThatGoes(
  { state, read }: OpenCase,
  { guards }: PlannedRelease,
  source: Source,
): Promise<Uint8Array | null> {
  const { id, sha256, sizeBytes } = source;
  // Nobody knows of which source a statement is that is still encrypted.
  if (source.sealed !== undefined || sizeBytes > MAX_FILE_BYTES || state.sealedStatements.size > 0)
    return null;
  if (state.consents.whyWithheld(id) !== null || isForTeam(state, id)) return null;
  const bytes = await read({ sha256, sizeBytes });
  const text = readPlain(bytes);
  return text === null || guards.holdsWordOfName(text) ? null : bytes;
}

/**
 * The text, where all of it can be looked through: UTF-8 without characters that are not seen, escapes that stand for
 * letters, or words so long that they may be anything written in letters.
 */
function readPlain(bytes: Uint8Array): string | null {
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    return HIDDEN.test(text) || ESCAPED.test(text) || /\S{80}/u.test(text) ? null : text;
  } catch {
    return null;
  }
}

/** Controls, private and unassigned characters, and those that change the direction of others; not the joiners of Persian. */
const HIDDEN = /(?![\t\n\r\u200c\u200d])[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}]/u;
const ESCAPED = /&#?\w+;|%[0-9a-f]{2}|\\[ux]|=[0-9a-f]{2}=/iu;

function stringsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(stringsIn);
}
