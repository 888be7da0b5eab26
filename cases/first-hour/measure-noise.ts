/** Measures the faults of the committed lists against the committed truth, as a reader of the files would. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { possiblyOverlaps } from "../../src/core/index.ts";
import {
  type ListImport,
  type ListRecord,
  parseRecipe,
  readCsvRows,
  readList,
} from "../../src/intake/index.ts";
import { CITIES } from "./generate/places.ts";

export interface Share {
  readonly count: number;
  readonly of: number;
}

export interface TrueRecord {
  readonly record: ListRecord;
  readonly person: string;
}

export function readCaseFile(path: string): string {
  return readFileSync(join(import.meta.dirname, path), "utf8");
}

/** The rows of a generated table, the heading apart. */
export function readTable(path: string): string[][] {
  return readCsvRows(readCaseFile(path), ",")
    .slice(1)
    .map((row) => [...row.cells]);
}

export function readLists(): Map<string, ListImport> {
  const recipe = parseRecipe(readCaseFile("lists/recipe.json"), "recipe.json");
  return new Map(
    Object.entries(recipe.lists).map(([listName, list]) => {
      const fileName = list.file ?? "";
      const bytes = new Uint8Array(readFileSync(join(import.meta.dirname, "lists", fileName)));
      return [listName, readList({ bytes, fileName, listName, recipe: list })];
    }),
  );
}

/** People whom at least one record names. */
export function countNamedPersons(lists: ReadonlyMap<string, ListImport>): number {
  const named = new Set(
    [...lists.values()].flatMap((list) =>
      list.records
        .filter((record) => record.fields.name !== undefined)
        .map((record) => `${record.list} ${record.recordId}`),
    ),
  );
  const persons = readTable("truth/truth.csv").flatMap(([list = "", id = "", person = ""]) =>
    named.has(`${list} ${id}`) ? [person] : [],
  );
  return new Set(persons).size;
}

/** The first record of each person on each list. */
export function firstRecords(lists: ReadonlyMap<string, ListImport>): TrueRecord[] {
  const records = new Map(
    [...lists.values()].flatMap((list) =>
      list.records.map((record) => [`${record.list} ${record.recordId}`, record]),
    ),
  );
  const seen = new Set<string>();
  return readTable("truth/truth.csv").flatMap(([list = "", id = "", person = ""]) => {
    const record = records.get(`${list} ${id}`);
    if (record === undefined) throw new RangeError(`truth.csv names ${list} ${id}, which no list holds`);
    if (seen.has(`${list} ${person}`)) return [];
    seen.add(`${list} ${person}`);
    return [{ record, person }];
  });
}

/** Of the pairs of records of one person on two lists that both can be compared, how many differ. */
export function shareOfPairs(
  records: readonly TrueRecord[],
  compare: (left: ListRecord, right: ListRecord) => "same" | "different" | null,
): Share {
  const byPerson = new Map<string, ListRecord[]>();
  for (const { person, record } of records) byPerson.set(person, [...(byPerson.get(person) ?? []), record]);
  const found = [...byPerson.values()].flatMap((group) =>
    group.flatMap((left, at) => group.slice(at + 1).map((right) => compare(left, right))),
  );
  const compared = found.filter((result) => result !== null);
  return { count: compared.filter((result) => result === "different").length, of: compared.length };
}

export function compareCities(left: ListRecord, right: ListRecord): "same" | "different" | null {
  const [a, b] = [cityOf(left), cityOf(right)];
  if (a === null || b === null) return null;
  return a === b ? "same" : "different";
}

export function compareDates(left: ListRecord, right: ListRecord): "same" | "different" | null {
  const [a, b] = [left.fields.death, right.fields.death];
  if (a?.kind !== "date" || b?.kind !== "date") return null;
  return possiblyOverlaps(a.time, b.time) ? "same" : "different";
}

/** Of the two lists that write Latin: the families in a column beside the name, the exiles as the name. */
export function compareLatin(left: ListRecord, right: ListRecord): "same" | "different" | null {
  const [a, b] = [latinOf(left), latinOf(right)];
  if (a === null || b === null) return null;
  return a === b ? "same" : "different";
}

function latinOf({ list, cells, fields }: ListRecord): string | null {
  if (fields.name === undefined || list === "observers") return null;
  return (list === "families" ? cells["نام به لاتین"] : cells["Full name"]) ?? null;
}

/** The invented city that a cell means, however a keyboard wrote it; null when the cell is empty. */
function cityOf({ list, fields }: ListRecord): string | null {
  const value = fields.place;
  if (value?.kind !== "place") return null;
  const script = { families: "fa", exiles: "latin", observers: "ar" } as const;
  const spelling = list === "families" || list === "exiles" || list === "observers" ? script[list] : "latin";
  const city = CITIES.find((each) => plain(each[spelling]) === plain(value.text));
  if (city === undefined) throw new RangeError(`no invented city is called ${value.text}`);
  return city.id;
}

function plain(text: string): string {
  return text
    .replace(/[\s\u200c]/gu, "")
    .replaceAll("ي", "ی")
    .replaceAll("ك", "ک");
}
