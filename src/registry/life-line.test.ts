import { expect, test } from "vitest";
import { boundLife, type LifeMoment } from "./life-line.ts";

const at = (moment: LifeMoment, earliest: number | null, latest = earliest) => ({ moment, earliest, latest });

test("between a birth and a death somebody lived, and beyond them nobody did", () => {
  expect(boundLife([at("birth", 0, 364), at("death", 9000)])).toEqual({
    certain: { from: 364, to: 9000 },
    possible: { from: 0, to: 9000 },
  });
});

test("without a birth or a death the end is open, and what was last known is certain", () => {
  expect(boundLife([at("arrest", 5000), at("lastSeen", 5100, 5130)])).toEqual({
    certain: { from: 5000, to: 5100 },
    possible: { from: null, to: null },
  });
  expect(boundLife([at("death", 9000)])).toEqual({
    certain: { from: 9000, to: 9000 },
    possible: { from: null, to: 9000 },
  });
  // A month by itself has no day that is certain.
  expect(boundLife([at("death", 9000, 9030)])?.certain).toBeNull();
});

test("two days of death leave both possible, and only the days before the first certain", () => {
  expect(boundLife([at("birth", 0), at("death", 9000), at("death", 9200)])).toEqual({
    certain: { from: 0, to: 9000 },
    possible: { from: 0, to: 9200 },
  });
  // Somebody who was last seen after a recorded death is not taken to have lived until then.
  expect(boundLife([at("birth", 0), at("lastSeen", 9500), at("death", 9000)])?.certain).toEqual({
    from: 0,
    to: 9000,
  });
});

test("an end that is open says nothing, and what has no day at all bounds nothing", () => {
  expect(boundLife([at("death", null, 9000)])).toEqual({
    certain: null,
    possible: { from: null, to: 9000 },
  });
  expect(boundLife([at("death", null)])).toBeNull();
  expect(boundLife([])).toBeNull();
});
