import { expect, test } from "vitest";
import type { ChainUnitView } from "../../src/server/client.ts";
import { chainRows } from "./chain-rows.ts";

const unit = (id: string, above: readonly ChainUnitView[] = []): ChainUnitView => ({
  unit: { id: `body:${id}`, name: id },
  ...{ strength: null, isCircular: false, about: [], firstCited: null, lastCited: null },
  ...{ statements: [], offices: [], above },
});

test("every unit is a row, each superior after what it stands above, and one above two is two rows", () => {
  const top = unit("top");
  const rows = chainRows(unit("ward", [unit("prison", [top]), unit("guard", [top])]));
  expect(rows.map(({ step, unit, below }) => [step, unit.unit.name, below?.name ?? null])).toEqual([
    [0, "ward", null],
    [1, "prison", "ward"],
    [2, "top", "prison"],
    [1, "guard", "ward"],
    [2, "top", "guard"],
  ]);
  expect(new Set(rows.map(({ key }) => key)).size).toBe(5);
});
