/** Rows of one release of a list found in the next one with every id hidden: `npm run bench -- release-rows`. */

import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { performance } from "node:perf_hooks";
import { toLinkInput } from "../src/case/index.ts";
import { parseRecipe, readList, toComparableKind } from "../src/intake/index.ts";
import { matchRows, type ReleaseRow } from "../src/linkage/index.ts";
import { hasShared, readRows } from "./linkage-data.ts";

type NameColumn = "name_ar" | "name_en";

interface Step {
  readonly from: readonly [list: string, name: NameColumn];
  readonly to: readonly [list: string, name: NameColumn];
}

/** The rules of `matchRows` were chosen on these: they are the set that it was made with, and no last check. */
const STEPS: readonly Step[] = [
  { from: ["20240413", "name_ar"], to: ["20240808", "name_ar"] },
  { from: ["20240413", "name_ar"], to: ["20240808", "name_en"] },
  { from: ["20240808", "name_en"], to: ["20250615", "name_en"] },
  { from: ["20240808", "name_ar"], to: ["20250323", "name_ar"] },
];

const FILE = resolve(import.meta.dirname, "../../shared/data/linkage/gaza-dev.csv");
const PERSON_OF = new Map(
  hasShared ? readRows("data/linkage/gaza-dev.csv").map((row) => [row.rid ?? "", row.cluster ?? ""]) : [],
);

export function benchReleaseRows(): void {
  if (!hasShared) {
    console.log("release-rows: skipped, ../shared is not here");
    return;
  }
  for (const { from, to } of STEPS) {
    const [before, after] = [releaseOf(...from), releaseOf(...to)];
    const start = performance.now();
    const { matches, ambiguous } = matchRows(
      before.map(({ row }) => row),
      after.map(({ row }) => row),
    );
    const seconds = (performance.now() - start) / 1000;
    const right = matches.filter((each) => before[each.before]?.person === after[each.after]?.person);
    const persons = new Set(before.map(({ person }) => person));
    const shared = new Set(after.map(({ person }) => person).filter((person) => persons.has(person))).size;
    console.log(
      `${from.join(" ")} to ${to.join(" ")}: ${shared} shared, ${right.length} right, ${matches.length - right.length} wrong, ${ambiguous.length} groups for a person, ${seconds.toFixed(1)} s`,
    );
  }
}

interface RowOfPerson {
  readonly row: ReleaseRow;
  readonly person: string;
}

/** The rows of one release with their names in one writing, as a recipe reads them, and whose they are. */
function releaseOf(list: string, column: NameColumn): RowOfPerson[] {
  const fields = {
    name: { column },
    birth: { column: "dob" },
    age: { column: "age" },
    sex: { column: "sex" },
  };
  const recipe = { v: 1, lists: { [list]: { file: FILE, id: "rid", listColumn: "list", fields } } };
  const own = parseRecipe(JSON.stringify(recipe), "release-rows").lists[list];
  if (own === undefined) throw new RangeError(`no list ${list}`);
  const read = readList({ bytes: readFileSync(FILE), fileName: "gaza-dev.csv", listName: list, recipe: own });
  const kinds = read.fields.map((field) => ({ name: field.name, kind: toComparableKind(field.kind) }));
  const { records } = toLinkInput(read.records, kinds);
  const nameAt = kinds.findIndex(({ name }) => name === "name");
  return records.map(({ recordId, values }) => {
    const name = values[nameAt] ?? null;
    const names = name !== null && "text" in name ? [name.text] : [];
    const others = values.filter((_, index) => index !== nameAt);
    return {
      row: { ownId: null, content: JSON.stringify([names, others]), names, values: others },
      person: PERSON_OF.get(recordId) ?? "",
    };
  });
}
