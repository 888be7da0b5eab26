import { expect, test } from "vitest";
import { fieldsApart } from "./fields-apart.ts";

const name = { name: "name", kind: "name" } as const;
const place = (field: string) => ({ name: field, kind: "place" }) as const;

test("places under two names, each of one list alone, are told, and nothing that the lists share or have no like of", () => {
  const lists = [
    { lists: ["a"], fields: [name, place("place"), place("birthPlace"), { name: "arrest", kind: "date" }] },
    { lists: ["b"], fields: [name, place("deathPlace"), place("birthPlace")] },
  ] as const;
  expect(fieldsApart(lists)).toEqual([
    { list: "a", field: "place" },
    { list: "b", field: "deathPlace" },
  ]);
  expect(fieldsApart(lists.slice(0, 1))).toEqual([]);
});
