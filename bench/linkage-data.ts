/**
 * Labelled sets for linkage, read from ../shared by their recipes as `inquest link --recipe` reads them, so that the
 * figures are those that anyone gets: evaluation only, no row is kept or printed.
 */
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parse } from "csv-parse/sync";
import type { LinkInput, LinkOptions } from "../src/linkage/index.ts";
import { loadFiles } from "./linkage-sets.ts";

export interface LabelledSet {
  readonly name: string;
  readonly input: LinkInput;
  /** True person of each record, aligned; null where nobody knows. */
  readonly truth: readonly string[] | null;
  /** What the recipe says of linkage; nothing for lists without a recipe. */
  readonly options?: LinkOptions;
}

const SHARED = resolve(import.meta.dirname, "../../shared");

export const hasShared = existsSync(resolve(SHARED, "data/linkage"));

type Row = Readonly<Record<string, string>>;

interface SetOfRecipe {
  readonly recipe: string;
  /** Name of each list in the recipe, and its file below ../shared. */
  readonly lists: Readonly<Record<string, string>>;
  /** Who is who: a file, its column of record ids, and the person of a row; null where nobody knows. */
  readonly truth: {
    readonly files: readonly string[];
    readonly id: string;
    readonly person: (row: Row) => string;
  } | null;
}

const cluster = (row: Row): string => row.cluster ?? "";

const GAZA = "data/linkage/gaza-dev.csv";
const gaza = (lists: readonly string[]): SetOfRecipe => ({
  recipe: "gaza-dev",
  lists: Object.fromEntries(lists.map((list) => [list, GAZA])),
  truth: { files: [GAZA], id: "rid", person: cluster },
});

const SETS: Readonly<Record<string, SetOfRecipe>> = {
  fake_1000: {
    recipe: "fake-1000",
    lists: { fake_1000: "data/linkage/fake_1000.csv" },
    truth: { files: ["data/linkage/fake_1000.csv"], id: "unique_id", person: cluster },
  },
  febrl4: {
    recipe: "febrl4",
    lists: { febrl4a: "data/linkage/febrl4a.csv", febrl4b: "data/linkage/febrl4b.csv" },
    truth: {
      files: ["data/linkage/febrl4a.csv", "data/linkage/febrl4b.csv"],
      id: "rec_id",
      person: (row) => (row.rec_id ?? "").split("-")[1] ?? "",
    },
  },
  rldata10000: {
    recipe: "rldata10000",
    lists: { rldata10000: "data/linkage/rldata10000.csv" },
    truth: { files: ["data/linkage/rldata10000.csv"], id: "rec_id", person: (row) => row.ent_id ?? "" },
  },
  "synth-persian": {
    recipe: "synth-persian",
    lists: { lists: "data/linkage/synth-persian/lists.csv" },
    truth: {
      files: ["data/linkage/synth-persian/truth.csv"],
      id: "rec_id",
      person: (row) => row.person_id ?? "",
    },
  },
  historical_50k: {
    recipe: "historical-50k",
    lists: { historical_50k: "data/linkage/historical_50k.csv" },
    truth: { files: ["data/linkage/historical_50k.csv"], id: "unique_id", person: cluster },
  },
  /** Releases of one source, their names in Arabic, and in two romanisations. */
  "gaza-mixed": gaza(["20240413", "20240808", "20250615"]),
  /** All five releases, their names in Arabic. */
  "gaza-arabic": gaza(["gaza-dev"]),
  argentina: {
    recipe: "argentina",
    lists: {
      ruvte: "cases/argentina/ruvte.csv",
      "parque-de-la-memoria": "cases/argentina/parque-de-la-memoria.csv",
    },
    truth: null,
  },
};

/** By name; each reads its files when it is called. */
export const LABELLED_SETS: Readonly<Record<string, () => LabelledSet>> = Object.fromEntries(
  Object.entries(SETS).map(([name, set]) => [name, () => load(name, set)]),
);

function load(name: string, { recipe, lists, truth }: SetOfRecipe): LabelledSet {
  const { input, options } = loadFiles({
    lists: Object.keys(lists),
    files: Object.values(lists).map((file) => resolve(SHARED, file)),
    recipe: resolve(import.meta.dirname, "recipes", `${recipe}.json`),
  });
  if (truth === null) return { name, input, options, truth: null };
  const personOf = new Map(
    truth.files.flatMap((file) =>
      readRows(file).map((row) => [row[truth.id] ?? "", truth.person(row)] as const),
    ),
  );
  const persons = input.records.map(({ recordId }) => {
    const person = personOf.get(recordId);
    if (person === undefined) throw new RangeError(`nobody knows who the record ${recordId} of ${name} is`);
    return person;
  });
  return { name, input, options, truth: persons };
}

/** The rows of a file below ../shared, by their headings. */
export function readRows(path: string): Row[] {
  return parse(readFileSync(resolve(SHARED, path), "utf8"), { columns: true, bom: true, trim: true });
}
