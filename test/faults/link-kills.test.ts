/** `inquest link`, a process with threads of its own, killed anywhere and run again: as if nothing had happened. */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import { openCase, verifyCase } from "../../src/case/index.ts";
import { fixedSurroundings } from "../case-fixture.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { type CommandEnd, runProcess } from "./command-process.ts";
import { type DiskOrders, type DiskStep, isCounted, readTrace } from "./disk-trace.ts";
import { isLong, noteCount, PATIENCE_MS } from "./fault-counts.ts";
import { importLong, LISTS, makeLongLists, RECORD_COUNT, writeLongLists } from "./long-lists.ts";
import { createDice } from "./small-case.ts";
import { buildCommandLine, quickFolder, type WorkerPrograms } from "./worker.ts";

const LINK_CASE = ["link", "--case", "c", "--recipe", "recipe.json", "--quiet"];
const OUT_FILES = ["clusters.csv", "pairs.csv", "sample.csv"];
const LINK_FILES = [
  ...["link", ...LISTS.flatMap((list) => ["--list", `${list}=${list}.csv`]), "--recipe", "recipe.json"],
  ...["--out", "clusters.csv", "--pairs", "pairs.csv", "--sample", "sample.csv", "--quiet"],
];

/** Where a run is killed: after a part of the time that a whole one takes, or in front of a step of its disk. */
type Kill = { readonly part: number } | Pick<DiskOrders, "killAt" | "killOn">;

/** A run that nobody disturbed: what it left, how long it took, and the steps of its disk. */
interface Whole<Left> {
  readonly left: Left;
  readonly tookMs: number;
  readonly steps: readonly DiskStep[];
}

let programs: WorkerPrograms;
/** The case `c` of two lists, not linked, with the files that it came from. */
let unlinked = "";
beforeAll(async () => {
  programs = await buildCommandLine(temporaryFolder("fault-command"));
  unlinked = temporaryFolder("kill-link-made");
  await makeLongLists(unlinked);
  expect(RECORD_COUNT, "enough for threads").toBeGreaterThan(3000);
});

async function copied<T>(made: string, use: (folder: string) => Promise<T>): Promise<T> {
  const folder = quickFolder("kill-link");
  try {
    cpSync(made, folder, { recursive: true });
    return await use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Runs a command undisturbed, on a disk whose steps are written down. */
async function runWhole<Left>(
  made: string,
  args: readonly string[],
  look: (folder: string) => Promise<Left>,
): Promise<Whole<Left>> {
  const trace = join(temporaryFolder("fault-trace"), "trace");
  return copied(made, async (folder) => {
    const { code, err, tookMs } = await runProcess(programs, {
      ...{ folder, args },
      disk: { root: folder, trace },
    });
    expect({ code, err }).toEqual({ code: 0, err: "" });
    return { left: await look(folder), tookMs, steps: readTrace(trace).filter(isCounted) };
  });
}

function runKilled(
  folder: string,
  args: readonly string[],
  { kill, tookMs }: { readonly kill: Kill; readonly tookMs: number },
): Promise<CommandEnd> {
  return "part" in kill
    ? runProcess(programs, { folder, args, killAfterMs: Math.max(1, Math.round(kill.part * tookMs)) })
    : runProcess(programs, { folder, args, disk: { root: folder, ...kill } });
}

/** Everything that the recorded link says (hashes of its tables, counts), and the view made of it; null for no link. */
async function linkIn(folder: string) {
  const dir = join(folder, "c");
  expect((await verifyCase(dir)).problems).toEqual([]);
  const surroundings = { ...fixedSurroundings(folder), homeDir: join(folder, "home") };
  const opened = await openCase({ dir, mode: "read", surroundings });
  try {
    const link = opened.state.link?.value ?? null;
    if (link === null) return null;
    // What the act names is there, whole.
    const { clusters, pairs, model, settings, partitions, trained } = link;
    for (const content of [
      clusters,
      pairs,
      model,
      settings,
      partitions?.table,
      trained?.model,
      trained?.scores,
    ]) {
      if (content === undefined) throw new Error("a link without one of its tables");
      expect((await opened.read(content)).length).toBeGreaterThan(0);
    }
    return link;
  } finally {
    await opened.close();
  }
}

async function caseAtEnd(folder: string) {
  return { link: await linkIn(folder), persons: readFileSync(join(folder, "c/work/persons.csv"), "utf8") };
}

/** Kills spread evenly over the time of a run and, beside them, over the steps of its disk. */
function spread(steps: number, { parts, everyStep }: { readonly parts: number; readonly everyStep: number }) {
  const dice = createDice("parts of a link");
  const timed = Array.from({ length: parts }, (_, n): Kill => ({ part: (n + dice(1000) / 1000) / parts }));
  const stepped: Kill[] = [];
  for (let step = 1; step <= steps; step += everyStep) stepped.push({ killAt: step });
  return [...timed, ...stepped];
}

/** In front of the step that gives the act its name, and so many steps after it. */
const atAct = (later: number): Kill => ({ killOn: { call: "link", to: "/ledger/segment/", later } });

/** In front of the naming of the first table, and so many steps after it. */
const atTable = (later: number): Kill => ({ killOn: { call: "link", to: "/vault/sha256/", later } });

/** In front of the step that gives a file its name, or so many after it. */
const atFile = (name: string, later = 0): Kill => ({ killOn: { call: "rename", to: `/${name}`, later } });

type LinkOfCase = Awaited<ReturnType<typeof linkIn>>;

/**
 * Kills run after run on one case, looks at it after each, and lets a last run come to its end. A new case is taken
 * when a link stands, whole, and for each step of the disk: a run that was killed has done some of them already.
 */
async function killOnCases(
  made: string,
  kills: readonly Kill[],
  { left, tookMs }: Whole<Awaited<ReturnType<typeof caseAtEnd>>>,
  before: LinkOfCase,
): Promise<{ readonly killed: number; readonly late: number }> {
  let [killed, late] = [0, 0];
  const waiting = [...kills];
  while (waiting.length > 0) {
    await copied(made, async (folder) => {
      for (let kill = waiting.shift(); kill !== undefined; kill = waiting.shift()) {
        const end = await runKilled(folder, LINK_CASE, { kill, tookMs });
        expect(end.err, JSON.stringify(kill)).toBe("");
        if (end.signal === "SIGKILL") killed += 1;
        const link = await linkIn(folder);
        const isNew = JSON.stringify(link) === JSON.stringify(left.link);
        // All of the new link, or what was there before.
        if (!isNew) expect(link, JSON.stringify(kill)).toEqual(before);
        if (isNew) late += 1;
        if (isNew || !("part" in kill && "part" in (waiting[0] ?? {}))) break;
      }
      const last = await runProcess(programs, { folder, args: LINK_CASE });
      expect(last).toMatchObject({ code: 0, err: "" });
      expect(await caseAtEnd(folder)).toEqual(left);
      expect(readdirSync(join(folder, "c/vault/tmp"))).toEqual([]);
    });
  }
  return { killed, late };
}

describe("inquest link on a case, killed by kill -9 and run again", () => {
  test("gives the link of a run that nobody disturbed, to the byte, and shows none before it is whole", {
    timeout: PATIENCE_MS,
  }, async () => {
    const whole = await runWhole(unlinked, LINK_CASE, caseAtEnd);
    expect(whole.left.link).not.toBeNull();
    const kills = isLong
      ? spread(whole.steps.length, { parts: 24, everyStep: 3 }).concat(atAct(0), atAct(1))
      : [{ part: 0.3 }, { part: 0.75 }, atAct(0), atAct(1)];
    const { killed, late } = await killOnCases(unlinked, kills, whole, null);
    expect(killed).toBeGreaterThan(0);
    expect(late, "kills after the act").toBeGreaterThan(0);
    noteCount("kills of a link of a case", killed, `of ${whole.steps.length} steps; ${late} after its act`);
  });

  test("leaves the link before while the next is made with its model", { timeout: PATIENCE_MS }, async () => {
    const made = temporaryFolder("kill-link-again");
    cpSync(unlinked, made, { recursive: true });
    expect(await runProcess(programs, { folder: made, args: LINK_CASE })).toMatchObject({ code: 0, err: "" });
    writeLongLists(made, 25);
    await importLong(made, LISTS[0] ?? "", "--replace");
    const before = await linkIn(made);
    const whole = await runWhole(made, LINK_CASE, caseAtEnd);
    expect(whole.left.link?.trained?.takenOver).toBeGreaterThan(1000);
    expect(whole.left.link?.clusters).not.toEqual(before?.clusters);
    const kills = isLong ? spread(whole.steps.length, { parts: 12, everyStep: 8 }) : [atTable(20)];
    const { killed } = await killOnCases(made, kills, whole, before);
    expect(killed).toBeGreaterThan(0);
    noteCount("kills of the next link of a case", killed, `of ${whole.steps.length} steps`);
  });
});

describe("inquest link on files, killed by kill -9 and run again", () => {
  const filesIn = (folder: string): Promise<Readonly<Record<string, string | null>>> =>
    Promise.resolve(
      Object.fromEntries(
        OUT_FILES.map((name) => {
          const path = join(folder, name);
          return [name, existsSync(path) ? readFileSync(path, "utf8") : null];
        }),
      ),
    );

  let lists = "";
  let whole: Whole<Awaited<ReturnType<typeof filesIn>>>;
  beforeAll(async () => {
    lists = temporaryFolder("kill-link-files");
    mkdirSync(join(lists, "home"));
    writeLongLists(lists);
    whole = await runWhole(lists, LINK_FILES, filesIn);
  });

  test.each([
    ["where there were none", null],
    ["in the place of older ones", "older"],
  ])("has written its files as a whole or not at all, %s", { timeout: PATIENCE_MS }, async (_, older) => {
    const made = temporaryFolder("kill-link-files-of");
    cpSync(lists, made, { recursive: true });
    if (older !== null) for (const name of OUT_FILES) writeFileSync(join(made, name), older);
    const kills = isLong
      ? spread(whole.steps.length, { parts: 6, everyStep: 1 })
      : older === null
        ? // No file stands yet; one does, and half of the next is written.
          [atFile("clusters.csv"), atFile("clusters.csv", 3)]
        : [atFile("pairs.csv")];
    let killed = 0;
    for (const kill of kills) {
      await copied(made, async (folder) => {
        const end = await runKilled(folder, LINK_FILES, { kill, tookMs: whole.tookMs });
        expect(end.err).toBe("");
        if (end.signal === "SIGKILL") killed += 1;
        for (const [name, text] of Object.entries(await filesIn(folder)))
          expect([older, whole.left[name]], `${name} after ${JSON.stringify(kill)}`).toContain(text);
        const last = await runProcess(programs, { folder, args: LINK_FILES });
        expect(last).toMatchObject({ code: 0, err: "" });
        expect(await filesIn(folder)).toEqual(whole.left);
        // Nothing torn is left beside them.
        const known = [...OUT_FILES, ...LISTS.map((list) => `${list}.csv`), "home", "recipe.json"];
        expect(readdirSync(folder).sort()).toEqual(known.sort());
      });
    }
    expect(killed).toBeGreaterThan(0);
    noteCount(
      `kills of a link of files, ${older ?? "no"} files there`,
      killed,
      `of ${whole.steps.length} steps`,
    );
  });
});
