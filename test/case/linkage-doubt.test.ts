/** Linkage doubt in a case: recorded with the link, shown beside the documented count, and carried into estimates. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { LinkRecorded } from "../../src/case/act-bodies.ts";
import { estimateOverLinkages } from "../../src/case/estimate-linkage.ts";
import { openCase, readCase } from "../../src/case/index.ts";
import { readPartitions } from "../../src/case/link-partitions.ts";
import { presentLinkageOfEstimate } from "../../src/case/present-doubt.ts";
import { createPresenter } from "../../src/case/present-statement.ts";
import { fixedSurroundings, temporaryFolder } from "../case-fixture.ts";
import { inquest } from "./cli-fixture.ts";
import { everyone, fictionalRow, onCase, toListFile, writeLinkedLists } from "./linked-lists.ts";

let folder = "";
const Linked = z.looseObject({
  doubt: z.looseObject({ estimate: z.number(), low: z.number(), high: z.number(), draws: z.number() }),
  existed: z.boolean(),
});
const reading = async <T>(
  action: (opened: Awaited<ReturnType<typeof openCase>>) => Promise<T>,
): Promise<T> => {
  const opened = await openCase({
    dir: join(folder, "c"),
    mode: "read",
    surroundings: fixedSurroundings(folder),
  });
  try {
    return await action(opened);
  } finally {
    await opened.close();
  }
};

/** A case folder of three lists, with an estimate over them. */
beforeAll(async () => {
  folder = temporaryFolder("linkage-doubt");
  writeLinkedLists(folder);
  const lists = join(folder, "from", "lists");
  mkdirSync(lists, { recursive: true });
  const list = (name: string, rows: readonly ReturnType<typeof fictionalRow>[]) =>
    writeFileSync(join(lists, `${name}.csv`), toListFile(rows));
  list(
    "a",
    everyone.filter((n) => n % 3 < 2).map((n) => fictionalRow("persian", n)),
  );
  list(
    "b",
    everyone.filter((n) => n % 2 === 0).map((n) => fictionalRow("latin", n)),
  );
  list(
    "c",
    everyone.filter((n) => n % 5 < 2).map((n) => fictionalRow("persian", n)),
  );
  const fields = { name: { column: "name" }, death: { column: "died", calendar: "by-year" } };
  const each = { id: "id", fields };
  writeFileSync(join(lists, "recipe.json"), JSON.stringify({ v: 1, lists: { a: each, b: each, c: each } }));
  writeFileSync(
    join(folder, "from", "case.yaml"),
    `v: 1
id: c
title: {en: Doubt}
fictional: true
languages: [en, fa]
calendars: [gregorian]
standardOfProof: reasonable-grounds-to-believe
event: event:e
estimates: [{id: all, from: clusters, lists: ["list:a", "list:b", "list:c"]}]
identifyingAssumption: {en: "Given the person, lists act independently."}
`,
  );
  writeFileSync(
    join(folder, "from", "subjects.yaml"),
    ["event:e", "list:a", "list:b", "list:c"].map((id) => `- {id: "${id}", names: {en: "${id}"}}\n`).join(""),
  );
  await inquest(folder, "init", "c", "--title", "Doubt", "--fictional");
  await onCase(folder, "build", "from");
});

describe("the doubt of a recorded link", () => {
  it("stands in the act with its draws, and the same input is not linked again", async () => {
    const { doubt, existed } = Linked.parse(JSON.parse(await onCase(folder, "link", "--json")));
    expect(existed).toBe(true);
    expect(doubt.draws).toBeGreaterThanOrEqual(20);
    expect(doubt.low).toBeLessThanOrEqual(doubt.estimate);
    expect(doubt.high).toBeGreaterThanOrEqual(doubt.estimate);
    // 36 people, of whom some stand on no list.
    const listed = everyone.filter((n) => n % 3 < 2 || n % 2 === 0 || n % 5 < 2).length;
    expect(doubt.low).toBeLessThanOrEqual(listed);
    expect(doubt.high).toBeGreaterThanOrEqual(listed);
    expect(await onCase(folder, "link")).toMatch(/doubt of linkage: \d+ \(\d+ to \d+, 95 %\)/u);
    const persian = await onCase(folder, "link", "--lang", "fa");
    expect(persian).toMatch(/تردید پیوندزنی: [۰-۹]+/u);
  });

  it("is a figure of its own beside the documented count, estimated and with an interval", async () => {
    await reading(async (opened) => {
      const reader = await readCase(opened);
      for (const language of ["en", "fa"] as const) {
        const figures = reader.answers(language).howMany;
        const figure = figures.find(({ id }) => id === "howMany.linkage.persons");
        const documented = figures.find(({ id }) => id === "howMany.documented.persons");
        expect(documented).toMatchObject({ standing: "documented", range: null });
        expect(figure).toMatchObject({ standing: "estimated", unit: "persons" });
        expect(figure?.group).not.toBe(documented?.group);
        expect(figure?.range?.[0]).toBeLessThanOrEqual(Number(figure?.value));
        expect(figure?.label).not.toContain("estimated.");
        const trace = await reader.trace("howMany.linkage.persons", language);
        expect(trace.verified).toBe(true);
        expect(reader.people({ q: "", offset: 0, limit: 1 }, language).doubt?.text).not.toMatch(/doubt\./u);
      }
    });
  });

  it("is carried by sealed partitions that know every record, with weights that sum to one", async () => {
    await reading(async (opened) => {
      const link = opened.state.link?.value;
      if (link === undefined) throw new Error("not linked");
      const partitions = await readPartitions(opened, link);
      expect(partitions).toHaveLength(20);
      expect(partitions.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1);
      const records = (await Promise.all(["a", "b", "c"].map((name) => opened.records(name)))).flat();
      for (const { personOf } of partitions) {
        expect(records.every((record) => personOf(record) !== undefined)).toBe(true);
      }
    });
  });

  it("reaches the estimate, which says how much of its variance comes from linkage", async () => {
    await reading(async (opened) => {
      const reader = await readCase(opened);
      const { linkage, methods } = reader.estimate("en").tables[0] ?? { linkage: null, methods: [] };
      expect(linkage).toMatchObject({ partitions: 20, method: "dga" });
      expect(linkage?.linkageShare).toBeGreaterThanOrEqual(0);
      expect(linkage?.linkageShare).toBeLessThanOrEqual(1);
      expect(linkage?.text).toContain("of the variance");
      expect(methods.some(({ name }) => name === "dga")).toBe(true);
      expect(reader.estimate("fa").tables[0]?.linkage?.text).toMatch(/افراز/u);
    });
  });

  it("is absent from links of earlier versions, which are read as they were", async () => {
    const old = {
      lists: ["a"],
      inputSha256: "0",
      ...Object.fromEntries(
        ["settings", "clusters", "pairs", "model"].map((part) => [
          part,
          { sha256: "0".repeat(64), sizeBytes: 1 },
        ]),
      ),
      persons: 1,
      needsReview: 0,
    };
    const link = LinkRecorded.parse(old);
    expect(link).toEqual(old);
    expect(await readPartitions({ read: () => Promise.reject(new Error("nothing to read")) }, link)).toEqual(
      [],
    );
  });
});

describe("estimates over several linkages", () => {
  const table = (shared: number) => ({
    lists: ["A", "B", "C"],
    cells: [
      { pattern: 1, count: 60 - shared },
      { pattern: 2, count: 50 - shared },
      { pattern: 4, count: 55 },
      { pattern: 3, count: 12 + shared },
      { pattern: 5, count: 14 },
      { pattern: 6, count: 9 },
      { pattern: 7, count: 4 },
    ],
  });

  it("tell a wider interval than one linkage, and none of it where all linkages agree", () => {
    const one = estimateOverLinkages([5, 5, 5].map((shared) => ({ table: table(shared), weight: 1 / 3 })));
    const many = estimateOverLinkages([0, 5, 10].map((shared) => ({ table: table(shared), weight: 1 / 3 })));
    expect(one?.combined?.linkageShare).toBeCloseTo(0);
    expect(many?.combined?.linkageShare).toBeGreaterThan(0.05);
    const width = (of: typeof one) => (of?.combined?.interval?.[1] ?? 0) - (of?.combined?.interval?.[0] ?? 0);
    expect(width(many)).toBeGreaterThan(width(one));
  });

  it("give no interval where so few of them lie so far apart that it would say nothing", async () => {
    const of = estimateOverLinkages([-11, 45].map((shared) => ({ table: table(shared), weight: 1 / 2 })));
    expect(of?.combined?.interval).toBeNull();
    if (of == null) throw new TypeError("two linkages were counted");
    const shown = await reading(async ({ state }) =>
      presentLinkageOfEstimate(of, createPresenter(state, "en")),
    );
    expect([shown.point, shown.interval]).toEqual([null, null]);
    expect(shown.text).toContain("an interval would say nothing of use");
  });

  it("follow the weights of the linkages", () => {
    const at = (weights: readonly number[]) =>
      estimateOverLinkages(
        [0, 10].map((shared, index) => ({ table: table(shared), weight: weights[index] ?? 0 })),
      )?.combined?.point ?? 0;
    expect(at([0.9, 0.1])).toBeGreaterThan(at([0.5, 0.5]));
    expect(at([0.5, 0.5])).toBeGreaterThan(at([0.1, 0.9]));
  });

  it("give no number where no method has a posterior, and say between what counts the lists lie", () => {
    const two = (both: number) => ({
      lists: ["A", "B"],
      cells: [
        { pattern: 1, count: 40 - both },
        { pattern: 2, count: 30 - both },
      ],
    });
    expect(estimateOverLinkages([two(0), two(3)].map((each) => ({ table: each, weight: 0.5 })))).toEqual({
      partitions: 2,
      counted: [64, 70],
      method: null,
      withoutNumber: 2,
      combined: null,
    });
    expect(estimateOverLinkages([])).toBeNull();
  });
});
