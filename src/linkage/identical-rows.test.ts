import { expect, test } from "vitest";
import { identicalRows } from "./identical-rows.ts";
import { linkRecords } from "./link-records.ts";
import { settingsFor } from "./settings.ts";

const fields = [
  { name: "name", kind: "name" },
  { name: "place", kind: "text" },
] as const;
const row = (recordId: string, name: string | null, list = "one") => ({
  ...{ list, recordId },
  values: [name === null ? null : { text: name }, { text: "تهران" }],
});

test("identical rows of one list that were left apart are told, but not the nameless, and not what was judged", () => {
  const same = Array.from({ length: 50 }, (_, index) => row(String(index), "علی کریمی"));
  const records = [
    ...same,
    row("x", null),
    row("y", null),
    row("z", "رضا نوری"),
    row("0", "علی کریمی", "two"),
  ];
  const input = { fields, records };
  const result = linkRecords(input, settingsFor(fields));
  const [group, ...more] = identicalRows(input, result, []);
  expect(more).toEqual([]);
  expect(group).toEqual({ list: "one", recordIds: same.map(({ recordId }) => recordId) });
  const judged = same.slice(1).map(({ recordId }) => ({
    left: { list: "one", recordId: "0" },
    right: { list: "one", recordId },
    decision: "different" as const,
  }));
  expect(identicalRows(input, result, judged)).toEqual([]);
  expect(identicalRows(input, { clusterIds: records.map(() => "one") }, [])).toEqual([]);
});
