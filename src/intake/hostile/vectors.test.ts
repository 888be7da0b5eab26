import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { createInspector } from "./inspector.ts";
import { DEFAULT_LIMITS, WorkerLimits } from "./limits.ts";
import type { FileReport } from "./report.ts";

const VECTORS = fileURLToPath(new URL("../../../../shared/data/vectors/", import.meta.url));
const MADE = join(VECTORS, "hostile-made");
const ZIPS = join(VECTORS, "zip-hostile");
const { timeMs, memoryBytes } = WorkerLimits.parse({});

const Expectation = z.object({
  file: z.string(),
  cls: z.string(),
  must: z.string(),
  secret: z.string().optional(),
});

const inspector = createInspector();
const took: number[] = [];

afterAll(() => {
  if (took.length > 0) {
    const mebibytes = Math.round(inspector.peakBytes() / 1024 ** 2);
    console.log(
      `hostile files: ${took.length} looked at, the slowest ${Math.round(Math.max(...took))} ms (limit ${timeMs}), the process at most ${mebibytes} MiB (limit ${memoryBytes / 1024 ** 2})`,
    );
  }
  inspector.close();
});

async function look(file: string, name: string): Promise<FileReport> {
  const started = performance.now();
  const report = await inspector.inspect({ file }, { name });
  took.push(performance.now() - started);
  expect(report.died).toBeUndefined();
  expect(inspector.peakBytes()).toBeLessThan(memoryBytes);
  return report;
}

function codesOf({ warnings }: FileReport): readonly string[] {
  return warnings.map(({ code }) => code);
}

/** What passing means, by the word of the expectations. */
const PASSES: Readonly<Record<string, (report: FileReport, secret: string | undefined) => void>> = {
  "refuse-expansion": (report) => expect(report.refusedExpansion).toBeDefined(),
  "refuse-derivative": (report) => expect(report.refusedDerivative).toBeDefined(),
  "no-external-read": (report) => {
    expect(report.refusedDerivative?.code).toBe("intake/xml-external-entity");
    expect(JSON.stringify(report)).not.toContain("root:");
  },
  // Refused, or both kept apart by their index: nothing takes members out by name.
  "accept-or-refuse-never-overwrite": (report) => {
    expect(report.members?.map(({ index }) => index)).toEqual([0, 1]);
    expect(report.refusedExpansion?.code).toBe("intake/archive-colliding-names");
  },
  "never-active": (report) => {
    const acts = ["intake/active-content", "intake/remote-content"];
    expect(codesOf(report).some((code) => acts.includes(code))).toBe(true);
  },
  "list-embedded": (report) => {
    expect(report.embedded).toEqual(["x.txt"]);
    expect(codesOf(report)).toContain("intake/embedded-files");
  },
  flag: (report) => {
    const flags = ["intake/polyglot", "intake/type-mismatch", "intake/trailing-bytes"];
    expect(codesOf(report).some((code) => flags.includes(code))).toBe(true);
    expect(report.declared.extension).not.toBeNull();
  },
  // The report itself is shown to people and recorded: it takes no text out of the document.
  "publish-must-not-leak": (report, secret) => {
    expect(secret).toBeDefined();
    expect(JSON.stringify(report)).not.toContain(secret);
  },
  "report-partial": (report) => {
    expect(report.isTruncated).toBe(true);
    expect(codesOf(report)).toContain("intake/truncated");
  },
};

/** Where a hiding place can be seen by its structure, it is named. Live text under a box cannot: docs say so. */
const HIDING_PLACES: Readonly<Record<string, string>> = {
  "leak/incremental-update.pdf": "intake/earlier-revisions",
  "leak/annotation.pdf": "intake/annotations",
  "leak/info-metadata.pdf": "intake/document-metadata",
  "leak/hidden-layer.pdf": "intake/hidden-layers",
  "leak/tracked-deletion.docx": "intake/tracked-changes",
};

describe.skipIf(!existsSync(MADE))("hostile files made for this project (skipped without ../shared)", () => {
  const expectations = existsSync(MADE)
    ? z.array(Expectation).parse(JSON.parse(readFileSync(join(MADE, "expectations.json"), "utf8")))
    : [];
  const files = expectations.filter(({ file }) => !file.endsWith(".json"));

  it.each(files)("$file: $must", async ({ file, must, secret }) => {
    const report = await look(join(MADE, file), file);
    const passes = PASSES[must];
    if (passes === undefined) expect.fail(`no test knows what "${must}" means`);
    passes(report, secret);
    const place = HIDING_PLACES[file];
    if (place !== undefined) expect(codesOf(report)).toContain(place);
  });

  it("tells a picture's size without decoding it", async () => {
    const report = await look(join(MADE, "bomb/png-30000x30000.png"), "p.png");
    expect(report.picture).toEqual({ width: 30_000, height: 30_000, frames: 1 });
  });

  it("expands no bomb further than its ratio allows", async () => {
    const report = await look(join(MADE, "bomb/flat-256MB.zip"), "b.zip");
    expect(report.refusedExpansion?.code).toBe("intake/archive-ratio");
    expect(Number(report.refusedExpansion?.params.ratio)).toBeLessThan(2 * DEFAULT_LIMITS.ratio);
  });
});

describe.skipIf(!existsSync(ZIPS))("yauzl's ZIP files (skipped without ../shared)", () => {
  const names = (folder: string) => (existsSync(ZIPS) ? readdirSync(join(ZIPS, folder)) : []);

  it.each(names("failure"))("refuses %s", async (name) => {
    const report = await look(join(ZIPS, "failure", name), name);
    expect(report.refusedExpansion).toBeDefined();
  });

  it.each(names("success"))("lists %s", async (name) => {
    const report = await look(join(ZIPS, "success", name), name);
    expect(report.refusedExpansion).toBeUndefined();
    expect(report.members?.length).toBeGreaterThan(0);
  });
});
