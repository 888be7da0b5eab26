/** Rows of one release of a list found in the next one with every id hidden: `npm run bench -- release-rows`. */
import { performance } from "node:perf_hooks";
import { type LinkInput, matchRows, type ReleaseRow } from "../src/linkage/index.ts";
import { gazaDev, hasShared } from "./linkage-data.ts";

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

export function benchReleaseRows(): void {
  if (!hasShared) {
    console.log("release-rows: skipped, ../shared is not here");
    return;
  }
  for (const { from, to } of STEPS) {
    const { input, truth } = gazaDev("release-rows", { [from[0]]: from[1], [to[0]]: to[1] })();
    const [before, after] = [from[0], to[0]].map((list) => indicesOf(input, list));
    if (truth === null || before === undefined || after === undefined) continue;
    const start = performance.now();
    const { matches, ambiguous } = matchRows(
      before.map((index) => toRow(input, index)),
      after.map((index) => toRow(input, index)),
    );
    const seconds = (performance.now() - start) / 1000;
    const personOf = (rows: readonly number[], place: number) => truth[rows[place] ?? -1];
    const right = matches.filter((each) => personOf(before, each.before) === personOf(after, each.after));
    const persons = new Set(before.map((index) => truth[index]));
    const shared = new Set(after.map((index) => truth[index]).filter((person) => persons.has(person))).size;
    console.log(
      `${from.join(" ")} to ${to.join(" ")}: ${shared} shared, ${right.length} right, ${matches.length - right.length} wrong, ${ambiguous.length} groups for a person, ${seconds.toFixed(1)} s`,
    );
  }
}

function indicesOf({ records }: LinkInput, list: string): number[] {
  return records.flatMap((record, index) => (record.list === list ? [index] : []));
}

function toRow({ records }: LinkInput, index: number): ReleaseRow {
  const [name = null, ...values] = records[index]?.values ?? [];
  const names = name !== null && "text" in name ? [name.text] : [];
  return { ownId: null, content: JSON.stringify([names, values]), names, values };
}
