import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { memorySource, readPages } from "../../intake/index.ts";
import { readPdfParts } from "./pdf-parts.ts";
import { scanForLeaks } from "./scan.ts";
import { ScanLimits } from "./scan-limits.ts";
import type { Sought } from "./sought.ts";

const VECTORS = fileURLToPath(new URL("../../../../shared/data/vectors/", import.meta.url));
const MADE = join(VECTORS, "hostile-made");
const Expectation = z.object({ file: z.string(), secret: z.string().optional() });

describe.skipIf(!existsSync(MADE))("leaking files made for this project (skipped without ../shared)", () => {
  const expectations = existsSync(MADE)
    ? z.array(Expectation).parse(JSON.parse(readFileSync(join(MADE, "expectations.json"), "utf8")))
    : [];
  const leaking = expectations.filter(({ secret }) => secret !== undefined);
  const others = expectations.filter(({ secret }) => secret === undefined);
  const secrets = [...new Set(leaking.map(({ secret }) => secret ?? ""))];
  const sought = secrets.flatMap((text): Sought[] => [
    { id: `words ${text}`, is: "words", text },
    { id: `letters ${text}`, is: "letters", text },
  ]);

  test.each(leaking)("$file tells what it hides", async ({ file, secret }) => {
    const { found } = await scanForLeaks([["x", readFileSync(join(MADE, file))]], sought);
    const ids = new Set(found.map(({ id }) => id));
    expect(ids).toEqual(new Set([`words ${secret}`, `letters ${secret}`]));
  });

  test.each(others)("$file is looked into without harm and without a false alarm", async ({ file }) => {
    const started = performance.now();
    const { found } = await scanForLeaks([["x", readFileSync(join(MADE, file))]], sought);
    expect(found).toEqual([]);
    expect(performance.now() - started).toBeLessThan(30_000);
  });

  test.each([
    "bomb/flat-256MB.zip",
    "bomb/nested-3-level.zip",
    "bomb/gzip-256MB.gz",
    "bomb/overlapping-entries.zip",
  ])("%s is not passed in silence", async (file) => {
    const { unread } = await scanForLeaks([["x", readFileSync(join(MADE, file))]], sought);
    expect(unread.length).toBeGreaterThan(0);
  });
});

const XRAY = join(VECTORS, "redaction-xray");
const Cases = z.object({
  cases: z.array(
    z.object({ file: z.string(), bad_redaction: z.boolean(), chars_under_rectangles: z.int().optional() }),
  ),
});

/** Runs of words whose middle lies under a filled rectangle of a stream that draws no other way than upright. */
async function runsUnderBoxes(bytes: Uint8Array): Promise<string[]> {
  const limits = ScanLimits.parse({});
  const drawing = readPdfParts(bytes, limits, () => {})
    .streams.map((stream) => Buffer.from(stream.bytes).toString("latin1"))
    .join("\n");
  const boxes = [...drawing.matchAll(/([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) re\s+f\b/gu)].map((match) =>
    match.slice(1).map(Number),
  );
  const content = await readPages(memorySource(bytes), limits);
  if (content.kind !== "pages") throw new TypeError(content.kind);
  return content.pages.flatMap(({ height, runs }) =>
    runs.flatMap(({ text, box }) => {
      const [x, y] = [box.x + box.width / 2, height - box.y - box.height / 2];
      const isUnder = boxes.some(
        ([left = 0, bottom = 0, width = 0, high = 0]) =>
          x > left && x < left + width && y > bottom && y < bottom + high,
      );
      return isUnder && text.trim() !== "" ? [text] : [];
    }),
  );
}

describe.skipIf(!existsSync(XRAY))(
  "documents with boxes over their words (skipped without ../shared)",
  () => {
    const { cases } = existsSync(XRAY)
      ? Cases.parse(JSON.parse(readFileSync(join(XRAY, "expectations.json"), "utf8")))
      : { cases: [] };
    const bad = cases.filter((each) => each.chars_under_rectangles !== undefined);

    test.each(bad)(
      "$file tells every word under its boxes",
      async ({ file, chars_under_rectangles: letters }) => {
        const bytes = readFileSync(join(XRAY, file));
        const runs = await runsUnderBoxes(bytes);
        // Another program counts every letter that a box touches; here a run counts by its middle.
        const count = runs.join("").length;
        expect(count).toBeGreaterThan((letters ?? 0) / 2);
        expect(count).toBeLessThanOrEqual(letters ?? 0);
        const sought = runs.map((text, index): Sought => ({ id: String(index), is: "words", text }));
        const { found, notSought } = await scanForLeaks([["x", bytes]], sought);
        expect(new Set([...found.map(({ id }) => id), ...notSought])).toEqual(
          new Set(sought.map(({ id }) => id)),
        );
      },
    );

    test.each(cases)("$file is read to its last stream", async ({ file }) => {
      const { unread } = await scanForLeaks([["x", readFileSync(join(XRAY, file))]], []);
      // Boxes to tick, drawn by the numbers of glyphs, are told as what they are.
      expect(unread.filter(({ remark }) => remark.code !== "release/scan-fonts")).toEqual([]);
    });
  },
);
