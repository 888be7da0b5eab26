/** Questions with known answers for the search, made from ../shared: evaluation only, no row is kept or printed. */
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parse } from "csv-parse/sync";
import { foldText } from "../src/core/index.ts";

export interface Question {
  readonly query: string;
  /** Documents that answer it, by position. */
  readonly answers: ReadonlySet<number>;
}

export interface Task {
  readonly name: string;
  /** Texts of each document. */
  readonly documents: readonly (readonly string[])[];
  readonly questions: readonly Question[];
}

const SHARED = resolve(import.meta.dirname, "../../shared");

export const hasShared = existsSync(resolve(SHARED, "cases/iran-1988/omid-1988.csv"));

type Row = Readonly<Record<string, string>>;

export function readRows(path: string): Row[] {
  const text = readFileSync(resolve(SHARED, path), "utf8");
  return parse(text, { columns: true, bom: true, trim: true, relax_column_count: true });
}

const SEED = 19_880_719;

/** Uniform in [0, 1) (mulberry32): the same questions in every run. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Every task with known answers. */
export function readTasks(): Task[] {
  const omid = readRows("cases/iran-1988/omid-1988.csv");
  const persian = omid.map((row) => row.name_farsi ?? "");
  const latin = omid.map((row) => row.name_latin ?? "");
  return [
    named("omid: Latin query, Persian names", persian, latin),
    named("omid: Persian query, Latin names", latin, persian),
    readNameBench(),
    readSynthetic(),
    readGaza(),
    named("omid: a slip in each long Latin word", latin, misspell(latin, SEED)),
    named("omid: a slip in each long Persian word", persian, misspell(persian, SEED + 1)),
    named("omid: a slip in each long Latin word, Persian names", persian, misspell(latin, SEED)),
    readDigits(omid),
  ];
}

/** Query n is another spelling of name n; documents of the same name answer it as well. */
function named(name: string, names: readonly string[], queries: readonly string[]): Task {
  const same = new Map<string, Set<number>>();
  for (const [number, each] of names.entries()) {
    const key = foldText(each);
    same.set(key, (same.get(key) ?? new Set()).add(number));
  }
  const questions = queries.map((query, number) => ({
    query,
    answers: same.get(foldText(names[number] ?? "")) ?? new Set(),
  }));
  return { name, documents: names.map((each) => [each]), questions };
}

/** The pairs of persons that its makers call the same, in any script. */
function readNameBench(): Task {
  const rows = readRows("data/linkage/name-bench.csv").filter(({ schema }) => schema === "Person");
  const names = [...new Set(rows.map(({ name2 }) => name2 ?? ""))];
  const questions = rows
    .filter(({ is_match }) => is_match === "true")
    .map(({ name1, name2 }) => ({ query: name1 ?? "", answers: new Set([names.indexOf(name2 ?? "")]) }));
  return { name: "name-bench: pairs of one person", documents: names.map((each) => [each]), questions };
}

/** Fictional lists with their slips: a Latin record of a person must find that person's Persian records. */
function readSynthetic(): Task {
  const personOf = new Map(
    readRows("data/linkage/synth-persian/truth.csv").map((row) => [row.rec_id, row.person_id ?? ""]),
  );
  const rows = readRows("data/linkage/synth-persian/lists.csv").filter(({ name }) =>
    (name ?? "").includes(" "),
  );
  const isPersian = ({ name }: Row) => /[\u0600-\u06ff]/u.test(name ?? "");
  const documents = rows.filter(isPersian);
  const answers = new Map<string, Set<number>>();
  for (const [number, row] of documents.entries()) {
    const person = personOf.get(row.rec_id ?? "") ?? "";
    answers.set(person, (answers.get(person) ?? new Set()).add(number));
  }
  const questions = rows
    .filter((row) => !isPersian(row))
    .flatMap((row) => {
      const known = answers.get(personOf.get(row.rec_id ?? "") ?? "");
      return known === undefined ? [] : [{ query: row.name ?? "", answers: known }];
    });
  const name = "synthetic lists: Latin query, Persian names";
  return { name, documents: documents.map((row) => [row.name ?? ""]), questions: every(questions, 3) };
}

/** Arabic names with their romanisations, by a ministry's own clerks. */
function readGaza(): Task {
  const rows = every(
    readRows("data/linkage/gaza-dev.csv").filter(({ list }) => list === "20250615"),
    8,
  );
  const task = named(
    "gaza: Latin query, Arabic names",
    rows.map((row) => row.name_ar ?? ""),
    rows.map((row) => row.name_en ?? ""),
  );
  return { ...task, questions: every(task.questions, 5) };
}

function every<T>(items: readonly T[], step: number): T[] {
  return items.filter((_, number) => number % step === 0);
}

/** One letter left out, put in, changed or swapped in every word of five letters or more. */
export function misspell(names: readonly string[], seed: number): string[] {
  const random = randomFrom(seed);
  return names.map((name) =>
    name
      .split(" ")
      .map((word) => (word.length < 5 ? word : slip(word, random)))
      .join(" "),
  );
}

const LETTERS = { latin: "abcdefghijklmnopqrstuvwxyz", persian: "ابپتجچحخدرزسشصطعغفقکگلمنوهی" };

function slip(word: string, random: () => number): string {
  const at = Math.floor(random() * word.length);
  const alphabet = /[\u0600-\u06ff]/u.test(word) ? LETTERS.persian : LETTERS.latin;
  const letter = alphabet.charAt(Math.floor(random() * alphabet.length));
  const [before, after] = [word.slice(0, at), word.slice(at + 1)];
  switch (Math.floor(random() * 4)) {
    case 0:
      return before + after;
    case 1:
      return before + letter + word.slice(at);
    case 2:
      return before + letter + after;
    default:
      return before + after.charAt(0) + word.charAt(at) + after.slice(1);
  }
}

const ZEROS = [0x30, 0x660, 0x6f0];

function withDigits(text: string, script: number): string {
  const zero = ZEROS[script % ZEROS.length] ?? 0x30;
  return text.replace(/\d/gu, (digit) => String.fromCharCode(zero + Number(digit)));
}

/** A name and a day: the days of the documents in the digits of three scripts, those of the queries in another. */
function readDigits(omid: readonly Row[]): Task {
  const documents = omid.map(({ name_farsi = "", date_of_death = "" }, n) => [
    name_farsi,
    withDigits(date_of_death, n),
  ]);
  const queries = omid.map(
    ({ name_farsi = "", date_of_death = "" }, n) => `${name_farsi} ${withDigits(date_of_death, n + 1)}`,
  );
  const keys = documents.map((texts) => foldText(texts.join(" ")));
  const answers = new Map<string, Set<number>>();
  for (const [n, key] of keys.entries()) answers.set(key, (answers.get(key) ?? new Set()).add(n));
  const questions = queries.map((query, n) => ({ query, answers: answers.get(keys[n] ?? "") ?? new Set() }));
  return { name: "omid: name and day, digits of another script", documents, questions };
}
