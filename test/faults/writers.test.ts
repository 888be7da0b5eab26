import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openLedger, toSignerFromSeed, verifyLedger } from "../../src/ledger/index.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import type { Acknowledgement } from "./acknowledgement.ts";
import { readTrace } from "./disk-trace.ts";
import { noteCount, PATIENCE_MS, times } from "./fault-counts.ts";
import { bytesOf, CASE_ID } from "./small-case.ts";
import { findLosses } from "./standing.ts";
import type { WorkOrders } from "./work-orders.ts";
import { buildWorkers, quickFolder, startWorker, type WorkerPrograms } from "./worker.ts";

const WRITERS = 8;

let programs: WorkerPrograms;
let root = "";
let dir = "";
beforeAll(async () => {
  programs = await buildWorkers(temporaryFolder("fault-workers"));
});
beforeEach(() => {
  root = quickFolder("writers");
  dir = join(root, "case");
  mkdirSync(join(root, "home"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const orders = (work: WorkOrders["work"], writer: number, rounds: number): WorkOrders => ({
  work,
  dir,
  home: join(root, "home"),
  seed: `w${writer}`,
  rounds,
  actor: `writer-${writer}`,
});

function startWriters(rounds: number) {
  return Array.from({ length: WRITERS }, (_, writer) =>
    startWorker(programs, {
      work: orders("append", writer, rounds),
      disk: { root, trace: join(root, `trace-${writer}`) },
    }),
  );
}

/** Segments that were written and found their place taken. */
function wastedTries(): number {
  return Array.from({ length: WRITERS }, (_, writer) => readTrace(join(root, `trace-${writer}`)))
    .flat()
    .filter((step) => step.op === "taken" && step.path.includes("/segment/")).length;
}

function readActs() {
  return openLedger({
    dir,
    caseId: CASE_ID,
    signer: null,
    now: () => 0,
    random: (size) => new Uint8Array(size),
  });
}

describe("eight writers at once on one log, with no lock", () => {
  test("bring each acknowledged act into the log exactly once, at the leaf it was told", {
    timeout: PATIENCE_MS,
  }, async () => {
    const writers = startWriters(times({ sampled: 8, long: 300 }));
    const over = Promise.all(writers.map(({ ended }) => ended));
    let looks = 0;
    let isOver = false;
    void over.then(() => {
      isOver = true;
    });
    await Promise.race([over, ...writers.map((writer) => writer.said(2))]);
    while (!isOver) {
      // Whoever looks while they write finds a log that holds together.
      const { acts, problems } = await verifyLedger({ dir, caseId: CASE_ID });
      if (acts > 0) expect(problems).toEqual([]);
      looks += 1;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    const ends = await over;
    expect(ends.flatMap((end) => end.acknowledged.filter(({ ack }) => ack === "refused"))).toEqual([]);
    for (const end of ends) expect(end).toMatchObject({ code: 0, err: "" });
    const acts = ends.flatMap(({ acknowledged }) => acknowledged.filter((ack) => ack.ack === "act"));
    const leafOf = new Map(acts.map(({ id, leafIndex }) => [id, leafIndex]));
    expect(leafOf.size).toBe(acts.length);
    const ledger = await readActs();
    const found = [...ledger.entries()].filter(({ act }) => act.kind === "note.taken");
    expect(found.map(({ act, leafIndex }) => [act.id, leafIndex])).toEqual(
      [...leafOf].sort(([, left], [, right]) => left - right),
    );
    expect(ledger.size).toBe(acts.length + WRITERS);
    const report = await verifyLedger({ dir, caseId: CASE_ID });
    expect(report).toMatchObject({ ok: true, uncovered: 0, acts: ledger.size });
    expect(report.keys).toHaveLength(WRITERS);
    const wasted = wastedTries();
    noteCount(
      "acts of 8 concurrent writers, files",
      acts.length,
      `each once; ${wasted} wasted tries; ${looks} verifications meanwhile`,
    );
  });

  test("lose nothing when some of them are killed meanwhile", { timeout: PATIENCE_MS }, async () => {
    const rounds = times({ sampled: 1, long: 25 });
    let killed = 0;
    let acts = 0;
    const acknowledged: Acknowledgement[] = [];
    for (let round = 0; round < rounds; round++) {
      // A new log now and then, so that verifying stays quick.
      if (round % 4 === 0) rmSync(dir, { recursive: true, force: true });
      if (round % 4 === 0) acknowledged.length = 0;
      const writers = startWriters(times({ sampled: 16, long: 40 }));
      for (const [index, writer] of writers.entries()) {
        if (index % 2 === 0) continue;
        await writer.said(10 * index);
        writer.kill();
      }
      for (const { acknowledged: more, signal, err } of await Promise.all(
        writers.map(({ ended }) => ended),
      )) {
        expect(err).toBe("");
        acknowledged.push(...more);
        acts += more.filter(({ ack }) => ack === "act").length;
        if (signal === "SIGKILL") killed += 1;
      }
      const losses = await findLosses({ dir, home: join(root, "home"), acknowledged, goOn: true });
      expect(losses).toEqual([]);
    }
    noteCount("kills among 8 concurrent writers", killed, `${acts} acts acknowledged, none lost`);
  });
});

describe("two processes on one case", () => {
  test("the second is told who holds it, and takes it over from the dead", {
    timeout: PATIENCE_MS,
  }, async () => {
    const first = startWorker(programs, { work: orders("import", 1, 1000) });
    await first.said(3);
    const second = await startWorker(programs, { work: orders("import", 2, 1) }).ended;
    expect(second).toMatchObject({ code: 3, err: "" });
    expect(second.acknowledged).toMatchObject([{ ack: "refused", code: "ledger/case-locked" }]);
    expect(JSON.stringify(second.acknowledged)).toContain(`by process ${first.pid} on `);
    first.kill();
    const { acknowledged } = await first.ended;
    const third = await startWorker(programs, { work: orders("import", 3, 1) }).ended;
    expect(third).toMatchObject({ code: 0, err: "" });
    const all = [...acknowledged, ...third.acknowledged];
    expect(await findLosses({ dir, home: join(root, "home"), acknowledged: all, goOn: true })).toEqual([]);
  });
});

describe("a clock set back", () => {
  test("never takes the log back in time, and is told to whoever wrote", async () => {
    const hour = 3_600_000;
    const times = [10 * hour, 12 * hour, 3 * hour, 11 * hour, 13 * hour];
    let nowMs = times[0] ?? 0;
    let draws = 0;
    const ledger = await openLedger({
      dir: root,
      caseId: CASE_ID,
      signer: toSignerFromSeed("keeper", bytesOf("keeper", 32)),
      now: () => nowMs,
      random: (size) => bytesOf(`clock ${draws++}`, size),
    });
    for (const time of times) {
      nowMs = time;
      await ledger.append([{ kind: "note.taken", body: { hour: time / hour } }]);
    }
    expect([...ledger.entries(1)].map(({ act }) => Date.parse(act.at) / hour)).toEqual([10, 12, 12, 12, 13]);
    expect(ledger.clockSetBackMs).toBe(9 * hour);
    await ledger.close();
    expect(await verifyLedger({ dir: root, caseId: CASE_ID })).toMatchObject({ ok: true });
  });
});
