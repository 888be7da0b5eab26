import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { levelOf } from "./comparer.ts";
import { toComparisons } from "./comparers.ts";
import { bindComparison, wordsOf } from "./comparisons.ts";
import { fieldColumns } from "./field-columns.ts";
import { settingsFor } from "./settings.ts";
import { tokenTable } from "./tokens.ts";

const BENCH = resolve("../shared/data/linkage/name-bench.csv");
const FIELDS = [{ name: "name", kind: "name" }] as const;
/** Levels that alone make two names likelier one person's than two persons'. */
const AGREEING = new Set(["same", "same-sound", "near", "part-of", "part-of-near"]);

/** The level at which the comparison of names puts two names. */
function levelOfNames(left: string, right: string): string {
  const records = [left, right].map((text, index) => ({
    list: "bench",
    recordId: `${index}`,
    values: [{ text }],
  }));
  const table = tokenTable();
  const [comparison] = toComparisons(fieldColumns(records), FIELDS, settingsFor(FIELDS).comparisons, table);
  const comparer =
    comparison === undefined ? undefined : bindComparison(comparison, wordsOf(table.toData(), table));
  return comparer?.levels[levelOf(comparer.compare(0, 1))]?.name ?? "";
}

test("tells spellings of one name from other names", () => {
  const cases: [string, string, string][] = [
    ["حسین قربانی", "Hossein Ghorbani", "same-sound"],
    ["محمد رضا کریمی", "Mohammadreza Karimi", "same-sound"],
    ["GHAFARI, Maryam", "مریم غفاری", "same-sound"],
    ["Usama bin Ladin", "Osama bin Laden", "same-sound"],
    ["PEREZ  HORACIO", "Perez Weiss, Horacio", "part-of"],
    ["S. Kabiri", "Saeed Kabiri", "part-of-near"],
    ["غفاری", "Maryam Ghafari", "one-of"],
    ["حسن کریمی", "حسین کریمی", "part-of-near"],
    ["Hasan Karimi", "Maryam Karimi", "shares-one"],
    ["Ali Karimi", "Maryam Ghafari", "different"],
  ];
  for (const [left, right, level] of cases) {
    expect([left, right, levelOfNames(left, right)]).toEqual([left, right, level]);
    expect(levelOfNames(right, left)).toBe(level);
  }
});

test.skipIf(!existsSync(BENCH))(
  "decides most of the 826 name pairs by the name alone (skipped without ../shared)",
  () => {
    const rows: Record<string, string>[] = parse(readFileSync(BENCH, "utf8"), { columns: true });
    const persons = { cases: 0, right: 0 };
    const all = { cases: 0, right: 0 };
    for (const { name1 = "", name2 = "", is_match, schema } of rows) {
      const isRight = AGREEING.has(levelOfNames(name1, name2)) === (is_match === "true");
      for (const group of schema === "Person" ? [persons, all] : [all]) {
        group.cases += 1;
        group.right += isRight ? 1 : 0;
      }
    }
    const share = ({ right, cases }: typeof all) =>
      `${right} of ${cases} (${((100 * right) / cases).toFixed(1)} %)`;
    console.log(`name bench: persons ${share(persons)}, all ${share(all)}`);
    expect(all.cases).toBe(826);
    expect(persons.right / persons.cases).toBeGreaterThan(0.75);
  },
);
