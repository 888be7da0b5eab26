import { expect, test } from "vitest";
import { agreementByLevel } from "./field-agreement.ts";

test("a mark follows the comparison where the texts alone say otherwise", () => {
  // سید محمود موسوی beside Mousavi Mahmoud: other letters, in another order, and the same name.
  expect(agreementByLevel("differs", "same-sound")).toBe("alike");
  expect(agreementByLevel("alike", "conflict")).toBe("differs");
});

test("it stays as the texts say where the comparison says the same, little, or nothing", () => {
  expect(agreementByLevel("differs", "different")).toBeNull();
  expect(agreementByLevel("differs", "shares-one")).toBeNull();
  expect(agreementByLevel("same", "different")).toBeNull();
  expect(agreementByLevel("missing", "same-sound")).toBeNull();
  expect(agreementByLevel("differs", undefined)).toBeNull();
});
