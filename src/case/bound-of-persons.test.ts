import { expect, test } from "vitest";
import { boundOfPersons } from "./bound-of-persons.ts";

const person = (...lists: readonly string[]) => ({ members: lists.map((list) => ({ list, isNamed: true })) });
const times = <T>(count: number, each: T): T[] => Array.from({ length: count }, () => each);
const COLUMNS = ["A", "B", "C"].map((name) => ({ name, lists: [name] }));

test("is n + A f1 (f1 − 1) / (2 (f2 + 1)) over the persons of the cut", () => {
  const persons = [...times(12, person("A")), ...times(8, person("B")), ...times(5, person("A", "C"))];
  const bound = boundOfPersons(persons, COLUMNS);
  expect(bound?.point).toBeCloseTo(25 + ((2 / 3) * 20 * 19) / (2 * 6), 10);
  expect(bound?.interval?.[0]).toBeGreaterThanOrEqual(25);
  expect(bound?.interval?.[1]).toBeGreaterThan(bound?.point ?? 0);
});

test("counts lists that are joined as one, a row twice on a list once, and nobody without a name or on no list of it", () => {
  const joined = [
    { name: "A+B", lists: ["A", "B"] },
    { name: "C", lists: ["C"] },
  ];
  const persons = [
    ...times(4, person("A", "B")),
    ...times(3, person("C", "C")),
    ...times(2, person("B", "C")),
    person("D"),
    { members: [{ list: "A", isNamed: false }] },
  ];
  expect(boundOfPersons(persons, joined)?.point).toBeCloseTo(9 + ((1 / 2) * 7 * 6) / (2 * 3), 10);
  expect(boundOfPersons(persons, joined.slice(0, 1))).toBeNull();
});
