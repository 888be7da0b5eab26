/** Statements about a source that the case holds, entered as they are in a statement file. */
import { InquestError, readPassage, type TextPassage } from "../core/index.ts";
import {
  entryError,
  isTextPassage,
  type ParsedStatementFile,
  parseStatementFile,
  placeStatements,
  type Source,
  type SourceToQuote,
  type Statement,
  withStatementId,
} from "../statements/index.ts";
import { allWithheld, blacken, blackenContent } from "./blacken.ts";
import type { CaseHandle } from "./handle.ts";
import { recordStatements, type StatementEntered } from "./record-statements.ts";
import { readSourceToQuote } from "./source-content.ts";
import type { CaseState } from "./state.ts";

/**
 * Reads a statement file (docs/formats/case-folder.md) about a sealed source and records what is new in it. `source` is the id,
 * the key or the file name of the source; subjects are those that the case names.
 *
 * @param file - a name, for messages; one that ends in `.json` is read as JSON.
 * @throws InquestError those of `readStatementFile` with file, line and entry; "statements/duplicate-key" when a key stands
 *   twice in it; "case/ambiguous-name" when several sources have the name; "case/withheld" (decision) when the consent
 *   of the source or of the quoted words is missing. Nothing is recorded from a file with a mistake.
 */
export async function enterStatements(
  handle: CaseHandle,
  text: string,
  file: string,
): Promise<readonly StatementEntered[]> {
  const parsed = parseStatementFile(text, file);
  const source = findQuotable(handle, parsed.source);
  const quotable = source === undefined ? undefined : await readQuotable(handle, source);
  const { subjects } = handle.state;
  const statements = placeStatements(parsed, {
    sourceOf: () => quotable,
    isNamed: (id) => subjects.has(id),
  });
  requireKeysOnce(statements, parsed);
  requireSameThing(handle.state, statements, parsed);
  return recordStatements(
    handle,
    quotable === undefined ? [] : statements.map((statement) => toReal(statement, quotable)),
  );
}

function findQuotable({ state }: CaseHandle, word: string): Source | undefined {
  const direct = state.sources.get(word)?.value;
  if (direct !== undefined) return direct;
  const found = [...state.sources.values()]
    .map(({ value }) => value)
    .filter(({ key, fileName }) => key === word || fileName === word);
  if (found.length < 2) return found[0];
  const ids = found.map(({ id }) => id);
  throw new InquestError({
    code: "case/ambiguous-name",
    reaction: "decision",
    message: `"${word}" may be ${ids.join(", ")}: versions of one source. Write the id of the one that you mean.`,
    evidence: { word, candidates: ids },
  });
}

/** A source as it may be quoted: with the words blackened whose consent is missing, since no message may tell them. */
interface Quotable extends SourceToQuote {
  readonly realText: string;
  readonly withheld: readonly TextPassage[];
}

async function readQuotable(handle: CaseHandle, source: Source): Promise<Quotable> {
  const { state } = handle;
  if (state.consents.whyWithheld(source.id) !== null)
    throw withheld(`The source ${source.key}`, { source: source.id });
  const { text: realText, content } = await readSourceToQuote(handle, source);
  const all = allWithheld(state, source.id);
  const passages = all.filter(isTextPassage);
  return {
    id: source.id,
    text: blacken(realText, 0, passages),
    content: content === undefined ? undefined : blackenContent(content, all),
    realText,
    withheld: passages,
  };
}

/** The statement with its passage in the text as it was sealed, where it was found in the blackened one. */
function toReal(statement: Statement, { realText, withheld: passages }: Quotable): Statement {
  if (passages.length === 0) return statement;
  const { id: _, passage, ...content } = statement;
  if (!isTextPassage(passage)) return statement;
  if (passages.some(({ start, end }) => start < passage.end && passage.start < end))
    throw withheld(`The passage of ${statement.key ?? "a statement"}`, { key: statement.key ?? null });
  return withStatementId({ ...content, passage: readPassage(realText, passage) });
}

function requireKeysOnce(statements: readonly Statement[], { file, lineOf }: ParsedStatementFile): void {
  const seen = new Set<string>();
  for (const [index, { key }] of statements.entries()) {
    if (key === undefined) continue;
    if (seen.has(key)) {
      const line = lineOf(["statements", index]);
      const at = { file, line, entry: key, pointer: `/statements/${index}/key` };
      throw entryError(
        "statements/duplicate-key",
        at,
        "this key stands already before it. Give one of the two another key.",
      );
    }
    seen.add(key);
  }
}

/** A key names one thing that one speaker says of one subject: another takes its place only where that is meant. */
function requireSameThing(
  { statements: known }: CaseState,
  statements: readonly Statement[],
  { file, lineOf, corrections }: ParsedStatementFile,
): void {
  if (corrections) return;
  for (const [index, { key, subject, property, speaker }] of statements.entries()) {
    const older = key === undefined ? undefined : known.findRecorded(key)?.statement;
    if (key === undefined || older === undefined) continue;
    if (older.subject === subject && older.property === property && older.speaker === speaker) continue;
    const line = lineOf(["statements", index]);
    throw entryError(
      "statements/duplicate-key",
      { file, line, entry: key, pointer: `/statements/${index}/key` },
      `this key names a statement of ${older.speaker} about ${older.subject} (${older.property}) already. Give the new one another key; or, if it is to take that one's place, write "corrections: true" at the head of the file.`,
    );
  }
}

function withheld(what: string, evidence: Readonly<Record<string, unknown>>): InquestError {
  return new InquestError({
    code: "case/withheld",
    reaction: "decision",
    message: `${what} holds words whose speaker took their consent back or gave it for a time that is over: nothing is quoted from it.`,
    evidence,
  });
}
