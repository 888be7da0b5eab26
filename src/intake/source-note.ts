/** Source notes: Markdown or text with YAML front matter, sealed whole; passages count over the whole file's text. */
import { isMap, isScalar, LineCounter, parseDocument } from "yaml";
import { z } from "zod";
import { InquestError } from "../core/index.ts";
import { decodeText } from "./decode.ts";
import { describeIssue } from "./schema-issue.ts";

const LocalText = z
  .strictObject({ en: z.string().min(1).optional(), fa: z.string().min(1).optional() })
  .refine((text) => text.en !== undefined || text.fa !== undefined, "give the text in at least one language");

/** What a note says of itself before its text. */
export const NoteHead = z.strictObject({
  /** In one language as a plain text (that of the note), or in several as {en, fa}. */
  title: z.union([z.string().min(1), LocalText]),
  /** evidence: the original itself; working: a summary made by the keepers of the case. */
  role: z.enum(["evidence", "working"]),
  /** BCP 47, such as fa or en. */
  language: z
    .string()
    .regex(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/u, "must be a language code such as fa or en"),
  /** What a working note summarises, and where the original is to be found. */
  original: z
    .strictObject({
      title: z.string().min(1),
      author: z.string().min(1).optional(),
      publisher: z.string().min(1).optional(),
      date: z.string().min(1).optional(),
      /** How to find it: a citation, an archive's signature, an address. */
      reference: z.string().min(1),
    })
    .optional(),
  /** Who speaks in the note, where it is one speaker: a subject's id. */
  speaker: z.string().min(1).optional(),
});
export type NoteHead = z.infer<typeof NoteHead>;

export interface SourceNote {
  /** The front matter; its title always by language. */
  readonly head: Omit<NoteHead, "title"> & {
    readonly title: { readonly en?: string | undefined; readonly fa?: string | undefined };
  };
  /** The whole decoded file, front matter included: what passages count in. */
  readonly text: string;
  /** Code points before the first one after the front matter; quotes are looked for from here. */
  readonly bodyStart: number;
  readonly encoding: string;
}

/**
 * A note from the bytes of its file.
 *
 * @throws InquestError "intake/note-head" with file and line when the front matter is missing, no YAML, or
 *   lacks a member, has an unknown one or a wrong value; "intake/note-empty" when no text follows it.
 */
export function readNote(bytes: Uint8Array, fileName: string): SourceNote {
  const { text, encoding, notices } = decodeText(bytes);
  const [notice] = notices;
  if (notice !== undefined) throw headError(fileName, 1, `${notice.message} Save the note as UTF-8.`);
  const [front, yaml] = /^---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/u.exec(text) ?? [];
  if (front === undefined || yaml === undefined)
    throw headError(
      fileName,
      1,
      "a note starts with --- , its title, role and language as YAML, and --- again",
    );
  const head = readHead(yaml, fileName);
  if (text.slice(front.length).trim() === "") {
    throw new InquestError({
      code: "intake/note-empty",
      reaction: "input",
      message: `${fileName} has no text after its front matter. Write the note below the second ---.`,
      evidence: { file: fileName },
    });
  }
  const title = typeof head.title === "string" ? byLanguage(head.title, head.language) : head.title;
  return { head: { ...head, title }, text, bodyStart: [...front].length, encoding };
}

function readHead(yaml: string, fileName: string): NoteHead {
  const lines = new LineCounter();
  // Failsafe keeps every scalar a text: a date such as 2022-05-23 and a country code such as NO stay what they are.
  const document = parseDocument(yaml, { lineCounter: lines, schema: "failsafe", uniqueKeys: true });
  // The opening --- is the first line.
  const lineOf = (offset: number) => lines.linePos(offset).line + 1;
  const [error] = document.errors;
  if (error !== undefined)
    throw headError(fileName, lineOf(error.pos[0]), error.message.split("\n")[0] ?? "");
  const parsed = NoteHead.safeParse(document.toJS());
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const breach = issue === undefined ? { path: "(root)", text: "is wrong" } : describeIssue(issue);
  const path = (issue?.path ?? []).map(String);
  throw headError(fileName, lineOf(offsetOf(document.contents, path) ?? 0), `${breach.path} ${breach.text}`);
}

/** Where the deepest node on a path stands. */
function offsetOf(node: unknown, path: readonly string[]): number | null {
  const [member, ...rest] = path;
  if (member === undefined || !isMap(node)) return null;
  const pair = node.items.find(({ key }) => isScalar(key) && key.value === member);
  if (pair === undefined || !isScalar(pair.key)) return null;
  return offsetOf(pair.value, rest) ?? pair.key.range?.[0] ?? null;
}

function byLanguage(title: string, language: string): { readonly en?: string; readonly fa?: string } {
  return language.startsWith("fa") ? { fa: title } : { en: title };
}

function headError(fileName: string, line: number, what: string): InquestError {
  return new InquestError({
    code: "intake/note-head",
    reaction: "input",
    message: `${fileName}, line ${line}: ${what}. See docs/formats/case-folder.md.`,
    evidence: { file: fileName, line },
  });
}
