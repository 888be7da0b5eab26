/** Reads a shipped case folder for its tests, with the checks that the program itself makes on building it. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import {
  LocalTextSchema,
  OriginalReference,
  readStatementFile,
  readYaml,
  type Statement,
  Subject,
} from "../src/statements/index.ts";

const FrontMatter = z.strictObject({
  title: LocalTextSchema,
  role: z.enum(["evidence", "working"]),
  language: z.string().min(2),
  original: OriginalReference.optional(),
});

export interface ShippedNote {
  readonly key: string;
  readonly head: z.infer<typeof FrontMatter>;
  /** The text below the front matter. */
  readonly body: string;
  /** The whole file, which is what passages count over. */
  readonly text: string;
}

export interface ShippedCase {
  readonly id: string;
  /** `case.yaml` as plain data. */
  readonly config: unknown;
  readonly subjects: readonly Subject[];
  readonly notes: readonly ShippedNote[];
  readonly statements: readonly Statement[];
  /** Every file of words, for checks of wording: file name and text. */
  readonly files: readonly { readonly name: string; readonly text: string }[];
}

/** @throws InquestError of the statements room for a bad entry, ZodError for a bad subject or front matter. */
export function readShippedCase(id: string): ShippedCase {
  const dir = join(import.meta.dirname, id);
  const notes = namesIn(dir, "sources").map((name) => readNote(dir, name));
  const subjects = z.array(Subject).parse(readYaml(read(dir, "subjects.yaml"), "subjects.yaml").value);
  const named = new Set(subjects.map((subject) => subject.id));
  const files = ["case.yaml", "subjects.yaml", "README.md"]
    .concat(namesIn(dir, "sources"), namesIn(dir, "statements"))
    .map((name) => ({ name: `${id}/${name}`, text: read(dir, name) }));
  return {
    id,
    config: readYaml(read(dir, "case.yaml"), "case.yaml").value,
    subjects,
    notes,
    statements: namesIn(dir, "statements").flatMap((name) =>
      readStatementFile(read(dir, name), name, {
        sourceOf: (key) => {
          const note = notes.find((candidate) => candidate.key === key);
          return note === undefined ? undefined : { id: note.key, text: note.text };
        },
        isNamed: (subject) => named.has(subject),
      }),
    ),
    files,
  };
}

/** A file that stands beside the repository, or null on a machine that does not have it. */
export function readBeside(path: string): string | null {
  const file = join(import.meta.dirname, "..", "..", "shared", path);
  return existsSync(file) ? readFileSync(file, "utf8") : null;
}

function readNote(dir: string, name: string): ShippedNote {
  const text = read(dir, name);
  const [, front = "", ...rest] = text.split(/^---\n/mu);
  const head = FrontMatter.parse(readYaml(front, name).value);
  return { key: name.replace(/^sources\/|\.md$/gu, ""), head, body: rest.join("---\n"), text };
}

function namesIn(dir: string, folder: string): string[] {
  return readdirSync(join(dir, folder))
    .sort()
    .map((name) => `${folder}/${name}`);
}

function read(dir: string, name: string): string {
  return readFileSync(join(dir, ...name.split("/")), "utf8");
}
