/** A small fictional case with one of each thing that can be written about, and with lists of appeals. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inquest } from "../case/cli-fixture.ts";
import { writeSmallFolder } from "../case/small-folder.ts";

/** Words of the note, each anchored to by one test or another. */
export const TEXT =
  "On that day forty persons were taken from ward four. Reza Karimi was warden in March and in June. They were buried behind the mill. A second witness says fifty. Some say that he gave the order.";

const LISTS = {
  "recommendations.csv":
    "From,To,Text,Response\nNorway,Iran,Open an inquiry,Accepted\nChile,Iran,Name the dead,Noted\n",
  "roll-calls.csv": "rcid,session,date,unres,descr\n7,43,1988-12-08,43/137,Rights in Iran\n",
  "votes.csv": "rcid,country,vote\n7,Norway,yes\n7,Chile,abstain\n",
};

const RECIPE = {
  v: 1,
  lists: {
    recommendations: {
      file: "recommendations.csv",
      of: "recommendations",
      fields: {
        addressee: { column: "To" },
        sender: { column: "From" },
        asks: { column: "Text" },
        answer: { column: "Response", codes: { Accepted: "accepted", Noted: "noted" } },
      },
    },
    "roll-calls": {
      file: "roll-calls.csv",
      of: "roll-calls",
      id: "rcid",
      body: "A body",
      fields: {
        session: { column: "session" },
        date: { column: "date", dateOrder: "ymd" },
        resolution: { column: "unres" },
        title: { column: "descr" },
      },
    },
    votes: {
      file: "votes.csv",
      of: "votes",
      fields: {
        rollCall: { column: "rcid" },
        state: { column: "country" },
        vote: { column: "vote", codes: { yes: "yes", abstain: "abstain" } },
      },
    },
  },
};

/** Makes the case `c` in a folder, and gives where it lies. Two people are asked for before its key is changed. */
export async function makeSmallCase(folder: string): Promise<string> {
  const from = writeSmallFolder(folder, {
    subjects: [
      "{id: person:karimi, names: {en: Reza Karimi, fa: رضا کریمی}}",
      "{id: office:warden, names: {en: Warden}}",
      "{id: site:mill, names: {en: Behind the mill}}",
      "{id: mention:guard, names: {en: a man with a scar}}",
      "{id: speaker:other, names: {en: Another witness}}",
    ],
    text: TEXT,
    statements: [
      'key: K, subject: event:e, property: persons-killed, value: 40, quote: "forty persons were taken from ward four"',
      'key: P1, subject: office:warden, property: held-by, value: person:karimi, time: 1988-03, quote: "in March"',
      'key: P2, subject: office:warden, property: held-by, value: person:karimi, time: 1988-06, quote: "in June"',
      'key: L, subject: person:karimi, property: involvement, value: {act: event:e, basis: named-by-witness}, access: restricted, quote: "Some say that he gave the order"',
      'key: M, subject: site:mill, property: site-reported, value: a grave, quote: "buried behind the mill"',
    ],
  });
  const config = join(from, "case.yaml");
  writeFileSync(config, `${readFileSync(config, "utf8")}twoPersons: [case-key.rotated]\n`);
  for (const [name, text] of Object.entries(LISTS)) writeFileSync(join(folder, name), text);
  writeFileSync(join(folder, "recipe.json"), JSON.stringify(RECIPE));
  await must(folder, "init", "c", "--title", "Small", "--fictional");
  await must(folder, "build", from, "--case", "c", "--quiet");
  await must(folder, "import", "--recipe", "recipe.json", "--case", "c", "--quiet");
  return join(folder, "c");
}

async function must(folder: string, ...args: readonly string[]): Promise<void> {
  const { code, err } = await inquest(folder, ...args);
  if (code !== 0) throw new Error(err);
}
