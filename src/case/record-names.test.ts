import { expect, test } from "vitest";
import type { FieldValue } from "../intake/index.ts";
import { withWholeName } from "./record-names.ts";

const name = (text: string): FieldValue => ({ kind: "name", raw: ` ${text}`, text });
const WHOLE = [{ name: "name", fields: ["given", "family", "name"] }];

test("a name in parts stands beside whole ones as the whole that was compared", () => {
  const fields = { given: name("رضا"), family: name("سپیدار"), place: name("هوراوا") };
  expect(withWholeName(fields, WHOLE)).toEqual({
    name: { kind: "name", raw: "رضا سپیدار", text: "رضا سپیدار" },
    place: name("هوراوا"),
  });
  expect(withWholeName({ name: name("Reza Sepidar") }, WHOLE)).toEqual({ name: name("Reza Sepidar") });
  expect(withWholeName({ place: name("هوراوا") }, WHOLE)).toEqual({ place: name("هوراوا") });
});

test("where given and family name are compared apart, nothing is joined", () => {
  const fields = { given: name("رضا"), family: name("سپیدار") };
  expect(withWholeName(fields, [{ name: "given", fields: ["given"] }])).toBe(fields);
});
