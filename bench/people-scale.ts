/** 500,000 statements about 100,000 persons: batch entry, a person's page, a search of three words, the overview. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CaseConfig, createCase, type OpenCase, readCase, sealFile } from "../src/case/index.ts";
import { withStatementId } from "../src/statements/index.ts";
import { surroundingsIn } from "./case-scale.ts";
import { rate, timed, took } from "./ledger-measures.ts";

const BATCH = 2000;
const ASKED = 101;
const TEXT = "A fictional witness says that they saw them in the hall of the prison that summer.";
const GIVEN = ["Mina", "Reza", "Kaveh", "Sara", "Hassan", "Maryam", "Golnar", "Davoud", "Parvin", "Siamak"];
const FAMILY = [
  "Rahimi",
  "Karimi",
  "Nouri",
  "Omidi",
  "Ghorbani",
  "Tehrani",
  "Kazemi",
  "Sohrabi",
  "Jafari",
  "Zamani",
];
const PLACES = ["Evin", "Gohardasht", "Ahvaz", "Tabriz", "Mashhad", "Shiraz", "Rasht", "Isfahan"];

/** A tenth of it, unless INQUEST_LONG=1. */
export async function benchPeopleScale(): Promise<void> {
  const persons = process.env.INQUEST_LONG === "1" ? 100_000 : 10_000;
  const folder = mkdtempSync(join(tmpdir(), "inquest-bench-people-"));
  try {
    await measure(folder, persons);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  console.log(`  at most ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);
}

async function measure(folder: string, persons: number): Promise<void> {
  const statements = persons * 5;
  console.log(
    `\n## ${statements.toLocaleString("en")} statements about ${persons.toLocaleString("en")} persons`,
  );
  const opened = await newCase(folder);
  const { source } = await sealFile(opened, { name: "note.txt", bytes: new TextEncoder().encode(TEXT) });
  rate("persons named", persons, await timed(() => record(opened, persons, toPerson)));
  const drafts = Array.from({ length: statements }, (_, n) => toStatement(source.id, n, persons));
  const recording = await timed(async () => {
    for (let n = 0; n < statements; n += BATCH) await opened.record(drafts.slice(n, n + BATCH));
  });
  rate("statements acknowledged (fsynced) and in the state", statements, recording);
  let reader = await readCase(opened);
  took("everything read for the views", await timed(async () => (reader = await readCase(opened))));
  const query = (q: string) => reader.search({ q, offset: 0, limit: 20 }, "en");
  took("the first search, which makes the index", await timed(() => query("Mina")));
  const personOf = (n: number) => reader.statedPerson(`person:p${(n * 7919) % persons}`, "en");
  tell("a person's page", await median((n) => personOf(n)));
  const wordsOf = (n: number) => `${GIVEN[n % 10]} ${FAMILY[(n * 3) % 10]} ${(n * 7919) % persons}`;
  tell("a search of three words", await median((n) => query(wordsOf(n))));
  tell("a search of three common words", await median((n) => query(`${GIVEN[n % 10]} hall prison`)));
  tell(
    "three words of every statement, counted by eleven facets",
    await median(() => query("witness hall prison")),
  );
  tell("a phrase of every statement", await median(() => query('"hall of the prison"')));
  tell("a name with a slip in each word", await median((n) => query(`${GIVEN[n % 10]}x Rahmii ${n}`)));
  tell(
    "the overview: counts and four answers",
    await median(() => [reader.summary("en"), reader.answers("en")]),
  );
  await opened.close();
}

async function newCase(folder: string): Promise<OpenCase> {
  const config = CaseConfig.parse({
    v: 1,
    id: "bench",
    title: { en: "Bench" },
    fictional: true,
    languages: ["en"],
    calendars: ["gregorian"],
    standardOfProof: "reasonable-grounds-to-believe",
    event: "event:bench",
  });
  return createCase({ dir: join(folder, "case"), config, surroundings: surroundingsIn(folder) });
}

async function record(
  opened: OpenCase,
  count: number,
  toDraft: (n: number) => Parameters<OpenCase["record"]>[0][number],
): Promise<void> {
  for (let n = 0; n < count; n += BATCH)
    await opened.record(Array.from({ length: Math.min(BATCH, count - n) }, (_, at) => toDraft(n + at)));
}

function toPerson(n: number) {
  const names = { en: `${GIVEN[n % 10]} ${FAMILY[Math.floor(n / 10) % 10]} ${n}` };
  return { kind: "subject.named", body: { subject: { id: `person:p${n}`, names } } };
}

function toStatement(source: string, n: number, persons: number) {
  const place = PLACES[n % PLACES.length] ?? "";
  const text = { en: `${place}, room ${n % 97}` };
  const statement = withStatementId({
    subject: `person:p${n % persons}`,
    property:
      (["person-name", "occupation", "charge", "manner-of-death", "remains-state"] as const)[
        Math.floor(n / persons) % 5
      ] ?? "charge",
    value: { kind: "text", text },
    time: `198${n % 10}-0${(n % 9) + 1}`,
    source,
    passage: { start: 0, end: TEXT.length, quote: TEXT, prefix: "", suffix: "" },
    speaker: `speaker:s${n % 40}`,
    chain: n % 3 === 0 ? "second-hand" : "first-hand",
    polarity: "asserts",
    standing: "reported",
    access: "open",
  });
  return {
    kind: "statement.recorded",
    body: { statement: { ...statement, value: { kind: "text", text }, passage: { ...statement.passage } } },
  };
}

async function median(run: (n: number) => unknown): Promise<number> {
  const tookMs: number[] = [];
  for (let n = 0; n < ASKED; n++) tookMs.push(await timed(() => run(n)));
  return tookMs.sort((a, b) => a - b)[ASKED >> 1] ?? Number.NaN;
}

function tell(what: string, ms: number): void {
  console.log(`${what.padEnd(64)} ${ms.toFixed(1).padStart(21)} ms at the median`);
}
