/** YAML read strictly, with the line of every entry kept for error messages. */
import { isMap, isNode, isSeq, LineCounter, type Node, parseDocument } from "yaml";
import type { z } from "zod";
import { InquestError, toJsonPointer, wordsOfIssue } from "../core/index.ts";
import { type EntryLocator, entryError } from "./errors.ts";

/** What a file of entries holds, whatever it is written in. */
export interface EntryFile {
  readonly value: unknown;
  /** The line, counted from 1, at which the item at `path` starts; null when it cannot be told. */
  lineOf(path: readonly (string | number)[]): number | null;
}

/**
 * The content of a YAML text. JSON is YAML, and is read sixty times as fast: what programs write for many statements.
 *
 * @throws InquestError "statements/yaml" with file and line when the text is not valid YAML or repeats a key.
 */
export function readYaml(text: string, file: string): EntryFile {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, version: "1.2" });
  const [problem] = document.errors;
  if (problem !== undefined) {
    const line = lines.linePos(problem.pos[0]).line;
    throw new InquestError({
      code: "statements/yaml",
      reaction: "input",
      message: `${file}, line ${line}: not valid YAML (${problem.code}). Correct this line; a value with a colon needs quotes.`,
      cause: problem,
      evidence: { file, line },
    });
  }
  return {
    value: document.toJS(),
    lineOf(path) {
      let node: unknown = document.contents;
      let line: number | null = null;
      for (const step of path) {
        if (isMap(node) || isSeq(node)) node = node.get(step, true);
        const start = isNode(node) ? startOf(node) : null;
        if (start === null) break;
        line = lines.linePos(start).line;
      }
      return line;
    },
  };
}

function startOf(node: Node): number | null {
  return node.range?.[0] ?? null;
}

/**
 * Checks one entry against a schema.
 *
 * @throws InquestError "statements/invalid-entry": the member at fault and what it should be.
 */
export function parseEntry<S extends z.ZodType>(schema: S, value: unknown, at: EntryLocator): z.infer<S> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const member = issue?.path.join(".") ?? "";
  const what = `${member === "" ? "" : `"${member}" `}${wordsOfIssue(issue)}`;
  const { format = "case-folder" } = at;
  throw entryError("statements/invalid-entry", at, `${what}. See docs/formats/${format}.md.`, {
    cause: parsed.error,
    evidence: {
      member,
      ...(at.pointer === undefined ? {} : { pointer: at.pointer + toJsonPointer(issue?.path ?? []) }),
    },
  });
}
