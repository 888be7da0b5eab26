/** Rebuilding what is derived: `work/` is deleted and written again from the ledger and the vault. */
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { LANGUAGES, replaceFile } from "../core/index.ts";
import { toCsv } from "../intake/index.ts";
import type { Person } from "../registry/index.ts";
import type { OpenCase } from "./case-handle.ts";
import { readCase } from "./case-reader.ts";
import { isSecretList } from "./link-lists.ts";
import { type CaseRecord, readPersons } from "./persons.ts";
import { namesOf } from "./present-people.ts";
import type { CaseReader } from "./reader.ts";

/**
 * Writes `work/answers.<language>.json` and `work/persons.csv` anew.
 *
 * Links and estimates are read from the ledger as they were recorded, never computed again, so the same
 * ledger gives the same bytes. A process that dies on the way leaves whole files, of which some may be missing.
 */
export async function rebuildCase(opened: OpenCase): Promise<CaseReader> {
  // Nothing that was read from a closed case is written down in the open.
  if (opened.closed !== null) return readCase(opened);
  const work = join(opened.dir, "work");
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  const reader = await readCase(opened);
  const write = (name: string, text: string): void =>
    replaceFile({ path: join(work, name), bytes: new TextEncoder().encode(text), tempDir: work });
  for (const language of LANGUAGES) {
    write(`answers.${language}.json`, `${JSON.stringify(reader.plainAnswers(language), null, 2)}\n`);
  }
  write("persons.csv", await personsCsv(opened));
  return reader;
}

/**
 * One line for each record, with the person it belongs to: for those who work on with a spreadsheet. Rows of
 * encrypted lists are left out: what is written here lies in the open.
 */
async function personsCsv(opened: OpenCase): Promise<string> {
  const { shown } = await readPersons(opened);
  const withoutSecrets = (person: Person<CaseRecord>): Person<CaseRecord> => ({
    ...person,
    members: person.members.filter((member) => !isSecretList(opened.state, member.importName)),
  });
  const rows = shown
    .map(withoutSecrets)
    .flatMap((person) =>
      person.members.map((member) => [
        person.id,
        namesOf(person)[0] ?? "",
        member.list,
        member.recordId,
        String(member.row),
      ]),
    );
  return toCsv([["person", "name", "list", "record_id", "row"], ...rows]);
}
