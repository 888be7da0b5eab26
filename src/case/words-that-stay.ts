/** Where words whose consent was withdrawn still stand in a case, though no view shows the statement: for a person to act on. */
import { foldText, InquestError } from "../core/index.ts";
import { quoteOf, type Statement } from "../statements/index.ts";
import type { CaseHandle } from "./handle.ts";
import { readSourceToQuote } from "./source-content.ts";

/** Shorter words stand in many texts by chance. */
const FEWEST_SIGNS = 12;

export interface WordsThatStay {
  /**
   * finding: a text of the keepers repeats them. statement: another statement quotes them. source: another sealed
   * file holds them. unread: a file that could not be searched.
   */
  readonly in: "finding" | "statement" | "source" | "unread";
  readonly id: string;
  readonly name: string;
  /** The statement whose words they are; null for a file that could not be searched. */
  readonly of: string | null;
}

/** Words, folded, and the statement that they are of. */
interface Words {
  readonly statement: Statement;
  readonly folded: readonly string[];
}

/**
 * Finds the words of all withheld statements in what is not withheld: findings, other statements and their notes, other
 * sealed sources. Spelling, spacing and line breaks do not matter; a paraphrase is not found.
 */
export async function findWordsThatStay(handle: CaseHandle): Promise<WordsThatStay[]> {
  const words = wordsWithheld(handle);
  if (words.length === 0) return [];
  return [...inFindings(handle, words), ...inStatements(handle, words), ...(await inSources(handle, words))];
}

function wordsWithheld({ state: { statements, consents } }: CaseHandle): Words[] {
  return [...statements.recorded(), ...statements.corrected()]
    .map(({ statement }) => statement)
    .filter((statement) => consents.areWordsWithheld(statement))
    .map((statement) => ({ statement, folded: wordsOf(statement).map(foldText).filter(isTelling) }))
    .filter(({ folded }) => folded.length > 0);
}

function wordsOf({ passage, said }: Statement): string[] {
  return [quoteOf(passage), said].filter((text) => text !== undefined);
}

function isTelling(folded: string): boolean {
  return [...folded].length >= FEWEST_SIGNS;
}

/** The first of the statements whose words a text repeats. */
function repeatedIn(texts: readonly string[], words: readonly Words[]): Words | undefined {
  const folded = texts.map(foldText);
  return words.find((each) => each.folded.some((word) => folded.some((text) => text.includes(word))));
}

function inFindings({ state }: CaseHandle, words: readonly Words[]): WordsThatStay[] {
  return [...state.findings.values()].flatMap(({ value: { id, text, limitations } }) => {
    const texts = [text, limitations]
      .flatMap((each) => Object.values(each))
      .filter((each) => each !== undefined);
    const of = repeatedIn(texts, words);
    return of === undefined ? [] : [{ in: "finding" as const, id, name: id, of: nameOf(of) }];
  });
}

function inStatements({ state: { statements } }: CaseHandle, words: readonly Words[]): WordsThatStay[] {
  return statements.all().flatMap(({ statement }) => {
    const of = repeatedIn(textsOf(statement), words);
    if (of === undefined) return [];
    return [
      { in: "statement" as const, id: statement.id, name: statement.key ?? statement.id, of: nameOf(of) },
    ];
  });
}

function textsOf({ passage, said, note, value }: Statement): string[] {
  return [
    quoteOf(passage),
    said,
    ...Object.values(note ?? {}),
    ...(value.kind === "text" ? Object.values(value.text) : []),
  ].filter((text) => text !== undefined);
}

async function inSources(handle: CaseHandle, words: readonly Words[]): Promise<WordsThatStay[]> {
  const found: WordsThatStay[] = [];
  const sources = [...handle.state.sources.values()].map(({ value }) => value);
  for (const [done, source] of sources.entries()) {
    handle.progress({ step: "consent.search", done, total: sources.length, item: source.fileName });
    if (handle.state.consents.whyWithheld(source.id) !== null) continue;
    // In its own source a passage is blackened where it is read out.
    const elsewhere = words.filter(({ statement }) => statement.source !== source.id);
    if (elsewhere.length === 0) continue;
    const texts = await textsIn(handle, source);
    if (texts === null) {
      found.push({ in: "unread", id: source.id, name: source.fileName, of: null });
      continue;
    }
    const of = repeatedIn(texts, elsewhere);
    if (of !== undefined) found.push({ in: "source", id: source.id, name: source.fileName, of: nameOf(of) });
  }
  return found;
}

/** The texts of a source; null where it has some that cannot be read here: no key, or another kind of file. */
async function textsIn(
  handle: CaseHandle,
  source: Parameters<typeof readSourceToQuote>[1],
): Promise<readonly string[] | null> {
  try {
    const { text, content } = await readSourceToQuote(handle, source);
    if (content === undefined || content === null) return [text];
    if (content.kind === "pages")
      return [content.pages.flatMap(({ runs }) => runs.map((run) => run.text)).join(" ")];
    if (content.kind === "table") return [content.rows.map((row) => row.join(" ")).join(" ")];
    if (content.kind === "workbook")
      return content.sheets.map(({ rows }) => rows.map(({ cells }) => cells.join(" ")).join(" "));
    return null;
  } catch (error) {
    if (error instanceof InquestError) return null;
    throw error;
  }
}

function nameOf({ statement }: Words): string {
  return statement.key ?? statement.id;
}
