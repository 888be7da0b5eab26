/** A case full of words that may not leave it, or leave it only by some profiles: each invented, each looked for in every release. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { ProfileId } from "../../src/case/index.ts";
import { toCsv } from "../../src/intake/index.ts";
import { HELVETICA, madePagePdf } from "../made-documents.ts";
import {
  type Canary,
  COMMISSION,
  createPlanter,
  EVERYBODY,
  FEW,
  NOBODY,
  type Planter,
  times,
  type Words,
} from "./canary-planter.ts";
import { inquest } from "./cli-fixture.ts";
import { type Making, plantFiles } from "./leak-files.ts";
import { writeSmallFolder } from "./small-folder.ts";
import { must } from "./two-lists.ts";

const names = ({ latin, persian }: Words) => `{en: Shirin ${latin}, fa: شیرین ${persian}}`;
const both = ({ latin, persian }: Words) => `{en: ${latin}, fa: ${persian}}`;
const why = (text: Words) => ["--why", text.both];

/** A folder `from`, the tables and files beside it, and the commands that make the case `c` of them. */
export async function buildLeakCase(folder: string): Promise<readonly Canary[]> {
  const planter = createPlanter();
  const { words, point } = planter;
  const run = async (...args: readonly string[]) =>
    must(inquest(folder, ...args, "--case", "c", "--quiet", "--passphrase-file", "pass"));
  writeFileSync(join(folder, "pass"), "orchard lantern seven rivers\n");

  const subjects: string[] = [];
  const statements: string[] = [];
  const sentences: string[] = [];
  /** A statement with a sentence of its own, whose words are the canary. */
  const state = (quote: Words, rest: string): string => {
    const key = `S${statements.length + 1}`;
    const sentence = `Sentence ${statements.length + 1} says ${quote.both} of it`;
    sentences.push(`${sentence}.`);
    statements.push(`key: ${key}, quote: ${JSON.stringify(sentence)}, ${rest}`);
    return key;
  };
  const count = "subject: event:e, property: persons-killed, value: 41";

  const hidden = times(10, (index) => {
    subjects.push(`{id: speaker:hidden-${index}, names: ${names(words("name of a hidden witness"))}}`);
    state(words("quote of a hidden witness"), `${count}, speaker: speaker:hidden-${index}`);
    return `speaker:hidden-${index}`;
  });
  const named = times(3, (index) => {
    subjects.push(
      `{id: speaker:named-${index}, names: ${names(words("name of a named witness", EVERYBODY))}}`,
    );
    state(words("quote of a named witness", EVERYBODY), `${count}, speaker: speaker:named-${index}`);
    return `speaker:named-${index}`;
  });
  const persons = times(4, (index) => {
    subjects.push(`{id: person:hidden-${index}, names: ${names(words("name of a hidden person"))}}`);
    state(
      words("quote about a hidden person"),
      `subject: person:hidden-${index}, property: died, time: 1988-07`,
    );
    return `person:hidden-${index}`;
  });
  subjects.push(`{id: person:shown, names: ${names(words("name of a shown person", EVERYBODY))}}`);
  state(
    words("quote about a shown person", EVERYBODY),
    "subject: person:shown, property: died, time: 1988-07",
  );
  subjects.push(`{id: mention:m, names: ${names(words("name of a mention"))}}`);
  state(words("quote about a mention"), "subject: mention:m, property: died, time: 1988-07");

  const site = (id: string, isTold: boolean, isExact: boolean) => {
    subjects.push(`{id: ${id}, names: ${names(words("name of a site", isTold ? EVERYBODY : NOBODY))}}`);
    const at = point("coordinates of a site", isExact ? EVERYBODY : NOBODY);
    const value = `{latitude: ${at.latitude}, longitude: ${at.longitude}, accuracyM: 10}`;
    state(
      words("quote about a site", isExact ? EVERYBODY : NOBODY),
      `subject: ${id}, property: coordinate, value: ${value}`,
    );
    return at;
  };
  const withheldAt = times(3, (index) => site(`site:withheld-${index}`, false, false));
  times(2, (index) => site(`site:coarsened-${index}`, true, false));
  site("site:exact", true, true);

  times(3, () => state(words("quote for the team"), `${count}, access: team`));
  times(3, () => state(words("quote that is restricted"), `${count}, access: restricted`));
  times(3, () => state(words("quote that is sealed"), `${count}, access: sealed`));
  times(2, () =>
    state(
      words("allegation"),
      "subject: person:shown, property: involvement, value: {act: event:e, basis: named-by-witness}, access: restricted",
    ),
  );
  const withdrawn = times(4, () => state(words("quote that its recorder took back"), count));
  const takenBack = times(4, () => state(words("quote whose consent was taken back"), count));
  // Scopes widen from partners by way of the United Nations to the public: each reader needs a scope as wide as their own.
  const forPartners = times(2, () => state(words("quote for partners", ["partners"]), count));
  const forUn = times(2, () => state(words("quote for commissions", FEW), count));
  const internal = times(2, () => state(words("quote for nobody outside"), count));
  const corrected = times(3, () => state(words("quote that was corrected"), count));
  times(2, () =>
    state(
      words("quote with a note", EVERYBODY),
      `${count}, note: ${both(words("note of a recorder", COMMISSION))}`,
    ),
  );
  times(2, () => {
    const via = words("somebody in between", COMMISSION);
    state(
      words("quote at second hand", EVERYBODY),
      `${count}, chain: second-hand, via: {en: ${via.latin}, fa: ${via.persian}}`,
    );
  });
  times(2, () => {
    const [by, text] = [words("translator", COMMISSION), words("translation", EVERYBODY)];
    state(
      words("quote that was translated", EVERYBODY),
      `${count}, translation: {text: {en: ${text.latin}, fa: ${text.persian}}, by: ${JSON.stringify(by.both)}, isMachine: false}`,
    );
  });

  const from = writeSmallFolder(folder, { subjects, text: sentences.join(" "), statements });
  const team = words("title of a source for the team");
  const matter = (title: Words) =>
    `---\ntitle: {en: ${title.latin}, fa: ${title.persian}}\nrole: evidence\nlanguage: en\n---\n`;
  const teamQuote = words("quote of a source for the team");
  const openQuote = words("quote of a titled source", EVERYBODY);
  for (const [name, title, quote] of [
    ["team", team, teamQuote],
    ["titled", words("title of a source", EVERYBODY), openQuote],
  ] as const) {
    const sentence = `They said ${quote.both} there`;
    // What a source says besides stays in it.
    const rest = words("words of a source that nobody quotes");
    writeFileSync(join(from, "sources", `${name}.md`), `${matter(title)}${sentence}. And ${rest.both}.\n`);
    writeFileSync(
      join(from, "statements", `${name}.yaml`),
      `source: ${name}\ndefaults: {speaker: speaker:s, chain: first-hand}\nstatements:\n  - {key: ${name}, ${count}, quote: ${JSON.stringify(sentence)}}\n`,
    );
  }
  // A file that was never given a title: what it is called goes nowhere, its words do.
  const file = words("file name of a document that is quoted").latin;
  const drawn = words("quote of a document", EVERYBODY);
  const page = `BT /F1 10 Tf 20 100 Td (They said ${drawn.latin} there) Tj ET`;
  writeFileSync(
    join(from, "sources", `${file}.pdf`),
    madePagePdf({ head: "", bytes: Buffer.from(page) }, HELVETICA),
  );
  writeFileSync(
    join(from, "statements", "document.yaml"),
    `source: ${file}\ndefaults: {speaker: speaker:s, chain: first-hand}\nstatements:\n  - {key: document, ${count}, quote: They said ${drawn.latin} there, at: {page: 1}}\n`,
  );
  await must(inquest(folder, "init", "c", "--title", "Small", "--fictional"));
  await run("build", from, "--new-passphrase-file", "pass");

  await plantHistory(planter, {
    run,
    folder,
    hidden,
    named,
    persons,
    withdrawn,
    takenBack,
    forPartners,
    forUn,
    internal,
    corrected,
  });
  await plantRows(planter, { run, folder, withheldAt });
  await plantFiles(planter, { run, folder });
  return planter.canaries;
}

type Keys = readonly string[];

/** Decisions with their reasons, some of them changed: what a case remembers and no release says. */
async function plantHistory(
  { words }: Planter,
  {
    run,
    folder,
    ...made
  }: Making &
    Readonly<
      Record<
        | "hidden"
        | "named"
        | "persons"
        | "withdrawn"
        | "takenBack"
        | "forPartners"
        | "forUn"
        | "internal"
        | "corrected",
        Keys
      >
    >,
): Promise<void> {
  const reason = (kind: string) => why(words(`reason: ${kind}`));
  // First shown, then hidden: the log keeps both.
  await run("visibility", ...made.hidden, ...made.persons, "--show", "name", ...reason("they were shown"));
  const ways = ["withheld", "initials", "counted"] as const;
  for (const [index, id] of [...made.hidden, ...made.persons].entries())
    await run("visibility", id, "--show", ways[index % 3] ?? "withheld", ...reason("they are hidden"));
  await run("visibility", ...made.named, "speaker:s", "--show", "name", ...reason("they are named"));
  await run("visibility", "person:shown", "--show", "full", ...reason("they are shown"));
  const risk = words("risk of telling a site");
  const by = words("who decided on a site");
  const decide = ["--risk", risk.both, "--by", by.both, ...reason("a site")];
  for (const index of [0, 1, 2]) {
    await run("sites", `site:withheld-${index}`, "--publish", "exact", ...decide);
    await run("sites", `site:withheld-${index}`, "--publish", "withheld", ...decide);
  }
  for (const index of [0, 1])
    await run("sites", `site:coarsened-${index}`, "--publish", "coarsened", "--km", "5", ...decide);
  await run("sites", "site:exact", "--publish", "exact", ...decide);
  for (const key of made.withdrawn) await run("status", key, "withdrawn", ...reason("taken back"));
  const consent = async (covers: Keys, scope: string): Promise<string> => {
    const [giver, how, purpose] = [
      words("giver of a consent"),
      words("how a consent was given"),
      words("purpose of a consent"),
    ];
    const said = ["--giver", giver.both, "--how", how.both, "--purpose", purpose.both];
    const { id } = JSON.parse(await run("consent", ...covers, "--scope", scope, ...said, "--json"));
    return id;
  };
  await run(
    "consent",
    "withdraw",
    await consent(made.takenBack, "public"),
    ...reason("a consent taken back"),
  );
  await consent(made.forPartners, "partners");
  await consent(made.forUn, "un");
  await consent(made.internal, "internal");
  await run("access", "team", "--to", "team", ...reason("a source for the team"));
  for (const id of made.hidden.slice(0, 3)) {
    writeFileSync(join(folder, "who.txt"), `${words("who a speaker is").both}\n`);
    await run("identity", id, "who.txt");
  }
  const lines = made.corrected.map(
    (key) =>
      `  - {key: ${key}, subject: event:e, property: persons-killed, value: 42, quote: "Sentence 1 says"}`,
  );
  writeFileSync(
    join(folder, "corrections.yaml"),
    `source: note\ncorrections: true\ndefaults: {speaker: speaker:s, chain: first-hand}\nstatements:\n${lines.join("\n")}\n`,
  );
  await run("record", "corrections.yaml");
}

/** Rows of a list in the open, decided on one by one, and of a list that is encrypted. */
async function plantRows(
  { words, point }: Planter,
  {
    run,
    folder,
    withheldAt,
  }: Making & { readonly withheldAt: readonly { readonly latitude: number; readonly longitude: number }[] },
): Promise<void> {
  const columns = [
    "name",
    "nameLatin",
    "father",
    "religion",
    "note",
    "residence",
    "cause",
    "latitude",
    "longitude",
  ] as const;
  const rows: string[][] = [];
  const decisions: string[][] = [];
  const row = (kind: string, show: string, permitted: readonly ProfileId[]) => {
    const id = String(rows.length + 1);
    const name = words(`name of a row, ${kind}`, permitted);
    const isFull = show === "full";
    const cell = (field: string, profiles: readonly ProfileId[]) =>
      words(`${field} of a row, ${kind}`, isFull ? profiles : NOBODY).both;
    const at = point(`coordinates of a row, ${kind}`, isFull ? COMMISSION : NOBODY);
    rows.push([
      ...[
        id,
        `شیرین ${name.persian}`,
        `Shirin ${name.latin}`,
        cell("father", FEW),
        cell("religion", COMMISSION),
      ],
      ...[cell("note", COMMISSION), cell("residence", COMMISSION), cell("cause", EVERYBODY)],
      ...[String(at.latitude), String(at.longitude), words("telephone").both],
    ]);
    if (!isFull) decisions.push([`families:${id}`, "--show", show]);
  };
  for (const _ of [1, 2]) row("shown", "full", EVERYBODY);
  row("by name", "name", EVERYBODY);
  for (const show of ["withheld", "counted", "initials"]) for (const _ of [1, 2]) row(show, show, NOBODY);
  // The row of somebody who is shown gives where a withheld site lies.
  const [grave] = withheldAt;
  const known = words("name of a row at a grave", EVERYBODY);
  rows.push([
    ...[String(rows.length + 1), `شیرین ${known.persian}`, `Shirin ${known.latin}`, "", "", "", "", ""],
    ...[String(grave?.latitude), String(grave?.longitude), ""],
  ]);
  const write = (
    name: string,
    list: string,
    table: readonly (readonly string[])[],
    fields: readonly string[],
  ) => {
    writeFileSync(
      join(folder, name),
      toCsv([["id", ...fields, "telephone"], ...table.map((each) => [...each])]),
    );
    const recipe = Object.fromEntries(fields.map((column) => [column, { column }]));
    writeFileSync(
      join(folder, `${list}.json`),
      JSON.stringify({ v: 1, lists: { [list]: { id: "id", fields: recipe } } }),
    );
  };
  const file = `${words("file name of a list in the open").latin}.csv`;
  write(file, "families", rows, columns);
  await run(
    "import",
    file,
    "--recipe",
    "families.json",
    "--leave-open",
    words("reason: a list in the open").both,
  );
  await run("visibility", "families", "--show", "full", ...why(words("reason: a list is shown")));
  for (const decision of decisions)
    await run("visibility", ...decision, ...why(words("reason: a row is hidden")));

  const sealed = times(5, (index) => {
    const name = words("name of an encrypted row");
    return [
      String(index + 1),
      name.persian,
      name.latin,
      words("religion of an encrypted row").both,
      words("telephone of an encrypted row").both,
    ];
  });
  const title = words("file name of an encrypted list");
  write(`${title.latin}.csv`, "sealed", sealed, ["name", "nameLatin", "religion"]);
  await run("import", `${title.latin}.csv`, "--recipe", "sealed.json", "--seal");
  await run("visibility", "sealed", "--show", "withheld", ...why(words("reason: an encrypted list")));
}
