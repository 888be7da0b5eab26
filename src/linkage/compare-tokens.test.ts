import { expect, test } from "vitest";
import { TOKEN_LIKENESS, tokenTable } from "./tokens.ts";

const likeness = (one: string, other: string): number => {
  const table = tokenTable();
  return table.likeness(table.idOf(one), table.idOf(other));
};

test("an initial fits the names that begin with it, in the other script too, and no others", () => {
  for (const [initial, name] of [
    ["a", "ali"],
    ["a", "علی"],
    ["o", "عمر"],
    ["ع", "ali"],
    ["ا", "amir"],
    ["h", "حسن"],
    ["h", "هادی"],
    ["y", "یوسف"],
    ["v", "وحید"],
    ["ح", "hasan"],
  ] as const)
    expect(likeness(initial, name), `${initial} ${name}`).toBe(TOKEN_LIKENESS.weak);
  for (const [initial, name] of [
    ["a", "حسن"],
    ["m", "علی"],
    ["ی", "ali"],
    ["h", "علی"],
    ["ع", "reza"],
  ] as const)
    expect(likeness(initial, name), `${initial} ${name}`).toBe(TOKEN_LIKENESS.none);
});
