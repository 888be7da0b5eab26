/** The Latin sets on which the peer is measured too: files, recipes, and who is who. */
import { readFileSync } from "node:fs";
import { basename, resolve } from "node:path";
import { parse } from "csv-parse/sync";
import { toLinkInput } from "../src/case/index.ts";
import { parseRecipe, readList, toComparableKind } from "../src/intake/index.ts";
import { alignTruth, type LinkInput, LinkOptions, type TruthRow } from "../src/linkage/index.ts";

const RECIPES = resolve(import.meta.dirname, "recipes");
const DATA = resolve(import.meta.dirname, "../../shared/data/linkage");

interface PeerSet {
  readonly lists: readonly string[];
  readonly idColumn: string;
  readonly personOf: (row: Readonly<Record<string, string>>) => string;
  /** What the project asks for; null where it asks for no more than the peer. */
  readonly floors: { readonly f1: number; readonly bCubed: number };
  readonly leastSpeedUp: number | null;
}

export const PEER_SETS: Readonly<Record<string, PeerSet>> = {
  "fake-1000": {
    lists: ["fake_1000"],
    idColumn: "unique_id",
    personOf: (row) => row.cluster ?? "",
    floors: { f1: 0.925, bCubed: 0.945 },
    leastSpeedUp: null,
  },
  rldata10000: {
    lists: ["rldata10000"],
    idColumn: "rec_id",
    personOf: (row) => row.ent_id ?? "",
    floors: { f1: 0.96, bCubed: 0.996 },
    leastSpeedUp: null,
  },
  febrl4: {
    lists: ["febrl4a", "febrl4b"],
    idColumn: "rec_id",
    personOf: (row) => (row.rec_id ?? "").split("-")[1] ?? "",
    floors: { f1: 0.999, bCubed: 0.999 },
    leastSpeedUp: null,
  },
  "historical-50k": {
    lists: ["historical_50k"],
    idColumn: "unique_id",
    personOf: (row) => row.cluster ?? "",
    floors: { f1: 0.875, bCubed: 0.905 },
    leastSpeedUp: 3,
  },
};

export const filesOf = ({ lists }: Pick<PeerSet, "lists">): string[] =>
  lists.map((list) => resolve(DATA, `${list}.csv`));

export interface LoadedSet {
  readonly input: LinkInput;
  readonly options: LinkOptions;
}

/** Where a set lies. */
export interface SetFiles {
  readonly lists: readonly string[];
  /** Of each list, in their order. */
  readonly files: readonly string[];
  readonly recipe: string;
}

export function setFiles(name: string, set: Pick<PeerSet, "lists">): SetFiles {
  return { lists: set.lists, files: filesOf(set), recipe: resolve(RECIPES, `${name}.json`) };
}

export function loadSet(name: string, set: Pick<PeerSet, "lists">): LoadedSet {
  return loadFiles(setFiles(name, set));
}

/** Reads the files of a set by its recipe, as `inquest link --recipe` does. */
export function loadFiles({ lists, files, recipe: path }: SetFiles): LoadedSet {
  const recipe = parseRecipe(readFileSync(path, "utf8"), path);
  const imports = lists.map((listName, index) => {
    const own = recipe.lists[listName];
    const file = files[index];
    if (own === undefined || file === undefined) throw new RangeError(`no list "${listName}" in ${path}`);
    return readList({ bytes: readFileSync(file), fileName: basename(file), listName, recipe: own });
  });
  const fields = new Map(imports.flatMap((each) => each.fields.map((field) => [field.name, field] as const)));
  const input = toLinkInput(
    imports.flatMap(({ records }) => records),
    [...fields.values()].map((field) => ({ name: field.name, kind: toComparableKind(field.kind) })),
  );
  return { input, options: LinkOptions.parse(recipe.link ?? {}) };
}

/** The person of each record of a set. */
export function truthOf(set: PeerSet, { records }: LinkInput): readonly string[] {
  const rows = set.lists.flatMap((list, index): TruthRow[] => {
    const text = readFileSync(filesOf(set)[index] ?? "", "utf8");
    const table: Record<string, string>[] = parse(text, { columns: true, bom: true, trim: true });
    return table.map((row) => ({ list, recordId: row[set.idColumn] ?? "", cluster: set.personOf(row) }));
  });
  return alignTruth(records, rows).labels;
}
