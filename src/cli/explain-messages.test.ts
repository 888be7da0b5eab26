import { describe, expect, it } from "vitest";
import { type LinkField, linkRecords, settingsFor } from "../linkage/index.ts";
import { messagesEn } from "./messages.en.ts";
import { messagesFa } from "./messages.fa.ts";

const fields: readonly LinkField[] = [
  { name: "name", kind: "name" },
  { name: "place", kind: "text" },
  { name: "death", kind: "date" },
  { name: "age", kind: "number" },
  { name: "card", kind: "code" },
];

describe("the words of explaining a link", () => {
  it("hold every level of every comparison, in both languages", () => {
    const values = [
      { text: "علی کریمی" },
      { text: "تهران" },
      { days: [6780, 6780] as const },
      { number: 31 },
      { text: "4711" },
    ];
    const records = ["one", "two"].map((list) => ({ list, recordId: "1", values }));
    const { comparisons } = linkRecords({ fields, records }, settingsFor(fields)).model;
    // One of each kind, and that of the lists themselves.
    expect(comparisons).toHaveLength(fields.length + 1);
    const levels = comparisons.flatMap(({ levels: of }) => of.map(({ name }) => `level.${name}`));
    expect(levels.length).toBeGreaterThan(40);
    for (const words of [messagesEn, messagesFa])
      expect(levels.filter((key) => !Object.hasOwn(words, key))).toEqual([]);
  });
});
