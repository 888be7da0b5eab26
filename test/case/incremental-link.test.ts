/** Linking again in a case: the model is kept, only touched pairs are compared, and nothing depends on when it stops. */
import { cpSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { judgePair, linkLists, type OpenCase, openCase } from "../../src/case/index.ts";
import { type Progress, silentProgress } from "../../src/core/index.ts";
import { fixedSurroundings, temporaryFolder } from "../case-fixture.ts";
import { inquest } from "./cli-fixture.ts";
import {
  importList,
  makeTwoLists,
  must,
  NAMES_OF_LISTS,
  rowsOf,
  writeList,
  writeTwoLists,
} from "./two-lists.ts";

const LINKED = ["families:families-00093", "memorial:memorial-00093"] as const;
const [FIRST = "", SECOND = ""] = NAMES_OF_LISTS;

const Linked = z.looseObject({
  existed: z.boolean(),
  rescored: z.number(),
  takenOver: z.number(),
  whyTrained: z.string().nullable(),
  judged: z.number(),
  contradicted: z.number(),
});
const Explained = z.looseObject({
  together: z.boolean(),
  isAsRecorded: z.boolean(),
  judgements: z.array(z.unknown()),
});

/** Both lists in a case, linked: made once, and copied for each test. */
let made = "";
let folder = "";
beforeAll(async () => {
  made = temporaryFolder("incremental-link");
  await makeTwoLists(made);
});
beforeEach(() => {
  folder = temporaryFolder("incremental-link-copy");
  cpSync(made, folder, { recursive: true });
});

const link = async (...more: readonly string[]) =>
  Linked.parse(JSON.parse(await must(inquest(folder, "link", "--case", "c", "--quiet", "--json", ...more))));
const explain = async ([left, right]: readonly [string, string]) =>
  Explained.parse(
    JSON.parse(await must(inquest(folder, "link", "explain", left, right, "--case", "c", "--json"))),
  );

async function opened<T>(
  action: (open: OpenCase) => Promise<T>,
  { dir = "c", progress = silentProgress }: { readonly dir?: string; readonly progress?: Progress } = {},
): Promise<T> {
  const surroundings = {
    ...fixedSurroundings(folder),
    now: () => Date.now(),
    homeDir: join(folder, "home"),
    actor: "keeper",
  };
  const open = await openCase({ dir: join(folder, dir), mode: "write", progress, surroundings });
  try {
    return await action(open);
  } finally {
    await open.close();
  }
}

/** Hashes of everything that the recorded link says, and what it counts. */
const linkOf = (dir = "c") =>
  opened(
    async (open) => {
      const value = open.state.link?.value;
      if (value === undefined) throw new Error("not linked");
      const { clusters, pairs, model, partitions, trained, persons, doubt } = value;
      return {
        clusters,
        pairs,
        model,
        partitions,
        scores: trained?.scores,
        kept: trained?.model,
        persons,
        doubt,
      };
    },
    { dir },
  );

/** Cluster of each row, by list and id. */
const clustersOf = () =>
  opened(async (open) => {
    const value = open.state.link?.value;
    if (value === undefined) throw new Error("not linked");
    const text = new TextDecoder().decode(await open.read(value.clusters));
    return text
      .trim()
      .split("\n")
      .map((line) => line.trim())
      .sort();
  });

describe("linking a case again", () => {
  it("changes nothing for the same records, and trains anew only when that is asked for", async () => {
    const before = await linkOf();
    expect(await link()).toMatchObject({ existed: true });
    // The model was trained on these very records: training it again is the same.
    expect(await link("--train")).toMatchObject({ existed: true });
    expect(await linkOf()).toEqual(before);
    expect(await must(inquest(folder, "link", "--case", "c"))).toContain("nothing changed");
  });

  it("keeps the model when rows come, says how many pairs were re-scored and taken over, and can train anew", async () => {
    const before = await linkOf();
    const [row = []] = rowsOf(FIRST);
    writeList(folder, FIRST, [...rowsOf(FIRST), ["families-new", ...row.slice(1)]]);
    await importList(folder, FIRST, "c", "--replace");
    const again = await link();
    expect(again).toMatchObject({ existed: false, whyTrained: null });
    expect(again.takenOver).toBeGreaterThan(1000);
    expect(again.rescored).toBeLessThan(again.takenOver / 50);
    const kept = await linkOf();
    expect(kept.kept).toEqual(before.kept);
    expect(kept.clusters).not.toEqual(before.clusters);
    expect(await explain(LINKED)).toMatchObject({ isAsRecorded: true });
    const trained = await link("--train");
    expect(trained).toMatchObject({ existed: false, whyTrained: "asked", takenOver: 0 });
    expect((await linkOf()).kept).not.toEqual(before.kept);
    expect(await explain(LINKED)).toMatchObject({ isAsRecorded: true });
    expect((await inquest(folder, "verify", "c", "--quiet")).code).toBe(0);
  });

  it("gives the same link by steps as in one go with that model", async () => {
    const all = rowsOf(SECOND);
    writeList(folder, SECOND, all.slice(0, -30));
    await importList(folder, SECOND, "c", "--replace");
    await link();
    writeList(folder, SECOND, all);
    await importList(folder, SECOND, "c", "--replace");
    const first = await opened(async (open) => open.state.everyLink()[0]);
    expect(await link()).toMatchObject({ whyTrained: null });
    // The same rows as at first, from another file of the same bytes: the same clusters, pairs and doubt.
    const last = await linkOf();
    expect(last.clusters).toEqual(first?.clusters);
    expect(last.pairs).toEqual(first?.pairs);
    expect(last.doubt).toEqual(first?.doubt);
  });

  it("says in both languages what it did", async () => {
    writeList(folder, FIRST, rowsOf(FIRST).slice(1));
    await importList(folder, FIRST, "c", "--replace");
    expect(await must(inquest(folder, "link", "--case", "c", "--quiet"))).toMatch(
      /\d+ pairs were re-scored, [\d,]+ taken over/u,
    );
    const other = await must(inquest(folder, "link", "--case", "c", "--quiet", "--train", "--lang", "fa"));
    expect(other).toContain("به درخواست شما از نو آموزش دید");
  });
});

describe("judgements", () => {
  const judge = (answer: "same" | "different") =>
    opened((open) => judgePair(open, { left: LINKED[0], right: LINKED[1], answer }));

  it("survive a next release that gives every row another id and order, and are told where the evidence is against them", async () => {
    expect(await explain(LINKED)).toMatchObject({ together: true });
    await judge("different");
    const renamed = rowsOf(FIRST).map(([id = "", ...cells]) => [id.replace("families-", "f2-"), ...cells]);
    writeList(folder, FIRST, renamed.reverse());
    await importList(folder, FIRST, "c", "--replace");
    expect(await link()).toMatchObject({ judged: 1, contradicted: 1, whyTrained: null });
    expect(await explain(["families:f2-00093", LINKED[1]])).toMatchObject({
      together: false,
      judgements: [expect.objectContaining({ decision: "different" })],
    });
  });

  it("do not pass to another row that was given the id", async () => {
    await judge("different");
    // Every row gets the id of the one before it.
    const rows = rowsOf(FIRST);
    writeList(
      folder,
      FIRST,
      rows.map(([, ...cells], place) => [rows[(place + rows.length - 1) % rows.length]?.[0] ?? "", ...cells]),
    );
    await importList(folder, FIRST, "c", "--replace");
    expect(await link()).toMatchObject({ judged: 1 });
    const place = rows.findIndex(([id]) => id === "families-00093");
    const now = rows[(place + rows.length - 1) % rows.length]?.[0] ?? "";
    expect(await explain([`families:${now}`, LINKED[1]])).toMatchObject({ together: false });
    expect((await explain(LINKED)).judgements).toEqual([]);
  });
});

describe("a link", () => {
  it("that is stopped at any step leaves nothing behind, and the next one gives the same", async () => {
    const [row = []] = rowsOf(FIRST);
    writeList(folder, FIRST, [...rowsOf(FIRST), ["families-new", ...row.slice(1)]]);
    await importList(folder, FIRST, "c", "--replace");
    const steps: string[] = [];
    const count: Progress = ({ step }) => void steps.push(step);
    // First as far as each step goes, then whole.
    for (let stop = 0; stop < 40; stop += 1) {
      let seen = 0;
      const progress: Progress = (told) => {
        if (!told.step.startsWith("linkage")) return;
        if (seen === stop) throw new Error("stopped");
        seen += 1;
        count(told);
      };
      const acts = await opened(async (open) => open.acts());
      const outcome = await opened(linkLists, { progress }).catch((error: unknown) => String(error));
      if (typeof outcome !== "string") break;
      expect(outcome).toContain("stopped");
      expect(await opened(async (open) => open.acts())).toBe(acts);
    }
    expect(new Set(steps).size).toBeGreaterThan(2);
    const stopped = await linkOf();
    // The same case, where nothing was stopped.
    folder = temporaryFolder("incremental-link-whole");
    cpSync(made, folder, { recursive: true });
    writeList(folder, FIRST, [...rowsOf(FIRST), ["families-new", ...row.slice(1)]]);
    await importList(folder, FIRST, "c", "--replace");
    await link();
    expect(await linkOf()).toEqual(stopped);
  });

  it("of rows in another order has the same clusters", async () => {
    const before = await clustersOf();
    folder = temporaryFolder("incremental-link-other");
    writeTwoLists(folder);
    for (const list of NAMES_OF_LISTS)
      writeList(
        folder,
        list,
        rowsOf(list).toSorted(([a = ""], [b = ""]) => (a < b ? 1 : -1)),
      );
    await must(inquest(folder, "init", "c", "--title", "Two lists", "--fictional"));
    for (const list of [...NAMES_OF_LISTS].reverse()) await importList(folder, list);
    await link();
    expect(await clustersOf()).toEqual(before);
  });
});
