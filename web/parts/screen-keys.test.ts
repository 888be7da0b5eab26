import { expect, test } from "vitest";
import { KEY_SCREENS, keyScreenAt } from "./screen-keys.ts";
import { keysOf } from "./single-keys.ts";

test("each address has the keys of its own screen, and no other's", () => {
  const asked = [
    ["/c/places", "on=1988-07-28", "places"],
    ["/c/places/khavaran", "", null],
    ["/c/sources", "", null],
    ["/c/sources/s%2F1", "", "viewer"],
    ["/c/sources/s/import", "step=2", "import"],
    ["/c/review", "", "review"],
    ["/c/review", "queue=persons&person=p", "persons"],
    ["/c/offices", "", "offices"],
    ["/c/offices/chain", "", null],
    ["/c/estimate", "", "estimate"],
    ["/c", "", null],
  ] as const;
  for (const [path, query, screen] of asked) expect(keyScreenAt(path, query), path + query).toBe(screen);
});

test("every screen says its keys under an id that begins with its own name", () => {
  for (const screen of KEY_SCREENS)
    for (const { id, name } of keysOf(screen, "fa")) expect(id).toBe(`${screen}.${name}`);
});
