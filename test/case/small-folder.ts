/** A small fictional case folder, written for one test. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inquest } from "./cli-fixture.ts";

export interface SmallFolder {
  /** Lines of subjects.yaml, one subject each: `{id: person:a, names: {en: "A"}}`. */
  readonly subjects: readonly string[];
  /** The text of the one note, whose key is `note`. */
  readonly text: string;
  /** Statements in flow style, one each. */
  readonly statements: readonly string[];
}

/** Makes the case `c` in a folder from it. @throws Error with what the command said. */
export async function buildSmallCase(folder: string, small: SmallFolder): Promise<void> {
  const from = writeSmallFolder(folder, small);
  await inquest(folder, "init", "c", "--title", "Small", "--fictional");
  const built = await inquest(folder, "build", from, "--case", "c", "--quiet");
  if (built.code !== 0) throw new Error(built.err);
}

/** Writes the folder and gives its name. */
export function writeSmallFolder(folder: string, { subjects, text, statements }: SmallFolder): string {
  const from = join(folder, "from");
  for (const name of ["sources", "statements"]) mkdirSync(join(from, name), { recursive: true });
  writeFileSync(
    join(from, "case.yaml"),
    [
      "v: 1",
      "id: c",
      "title: {en: Small}",
      "fictional: true",
      "languages: [en, fa]",
      "calendars: [gregorian, solar-hijri]",
      "standardOfProof: reasonable-grounds-to-believe",
      "event: event:e",
      "",
    ].join("\n"),
  );
  const named = ["{id: event:e, names: {en: Event}}", "{id: speaker:s, names: {en: A witness}}", ...subjects];
  writeFileSync(join(from, "subjects.yaml"), named.map((line) => `- ${line}\n`).join(""));
  const matter = "---\ntitle: {en: A note}\nrole: evidence\nlanguage: en\n---\n";
  writeFileSync(join(from, "sources", "note.md"), `${matter}${text}\n`);
  const lines = statements.map((line) => `  - {${line}}\n`).join("");
  const head = "source: note\ndefaults: {speaker: speaker:s, chain: first-hand}\nstatements:\n";
  writeFileSync(join(from, "statements", "note.yaml"), `${head}${lines}`);
  return from;
}
