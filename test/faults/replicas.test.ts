import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openLedger, toSignerFromSeed, verifyLedger } from "../../src/ledger/index.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import type { Acknowledgement } from "./acknowledgement.ts";
import { isLong, noteCount, PATIENCE_MS, times } from "./fault-counts.ts";
import { type ObjectServer, startObjectServer, whyNoObjectServer } from "./object-server.ts";
import { bytesOf, CASE_ID } from "./small-case.ts";
import { createStoreArbiter } from "./store-arbiter.ts";
import type { WorkOrders } from "./work-orders.ts";
import { buildWorkers, quickFolder, startWorker, type WorkerPrograms } from "./worker.ts";

const WRITERS = 8;

let programs: WorkerPrograms;
let root = "";
beforeAll(async () => {
  programs = await buildWorkers(temporaryFolder("fault-workers"));
});
beforeEach(() => {
  root = quickFolder("replicas");
  mkdirSync(join(root, "home"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const replicaOf = (writer: number) => join(root, `replica-${writer}`);

function startWriters(store: string, rounds: number) {
  return Array.from({ length: WRITERS }, (_, writer) => {
    const work: WorkOrders = {
      work: "append",
      dir: replicaOf(writer),
      home: join(root, "home"),
      seed: `w${writer} ${rounds}`,
      rounds,
      actor: `writer-${writer}`,
      store,
    };
    return startWorker(programs, { work });
  });
}

/** Opens every replica for writing, so that each fetches what it lacks, and asks each what it holds. */
async function requireOneLog(store: string, acknowledged: readonly Acknowledgement[]): Promise<number> {
  const acts = acknowledged.filter((ack) => ack.ack === "act");
  const leafOf = new Map(acts.map(({ id, leafIndex }) => [id, leafIndex]));
  expect(leafOf.size).toBe(acts.length);
  const roots = new Set<string>();
  let size = 0;
  for (let writer = 0; writer < WRITERS; writer++) {
    const dir = replicaOf(writer);
    let draws = 0;
    const ledger = await openLedger({
      dir,
      caseId: CASE_ID,
      signer: toSignerFromSeed(`writer-${writer}`, bytesOf(`key of writer-${writer}`, 32)),
      arbiter: createStoreArbiter(store),
      now: () => Date.now(),
      random: (sizeBytes) => bytesOf(`${dir} ${process.hrtime.bigint()} ${draws++}`, sizeBytes),
    });
    const found = new Map([...ledger.entries()].map(({ act, leafIndex }) => [act.id, leafIndex]));
    expect(found.size).toBe(ledger.size);
    expect([...leafOf].filter(([id, leafIndex]) => found.get(id) !== leafIndex)).toEqual([]);
    size = ledger.size;
    roots.add(`${ledger.size} ${ledger.root}`);
    await ledger.close();
    expect(await verifyLedger({ dir, caseId: CASE_ID })).toMatchObject({ ok: true, problems: [] });
  }
  expect(roots.size).toBe(1);
  return size;
}

async function writeAll(store: string, what: string): Promise<void> {
  const writers = startWriters(store, times({ sampled: 3, long: 80 }));
  const ends = await Promise.all(writers.map(({ ended }) => ended));
  for (const end of ends)
    expect(end, JSON.stringify(end.acknowledged.slice(-1))).toMatchObject({ code: 0, err: "" });
  const acknowledged = ends.flatMap((end) => end.acknowledged);
  const acts = acknowledged.filter(({ ack }) => ack === "act").length;
  const wasted = acknowledged.reduce((sum, ack) => sum + (ack.ack === "tries" ? ack.wasted : 0), 0);
  const size = await requireOneLog(store, acknowledged);
  expect(size).toBe(acts + WRITERS);
  noteCount(
    `acts of 8 writers with a folder each, ${what}`,
    acts,
    `each once in all 8 folders; ${wasted} wasted tries`,
  );
}

async function writeAndDie(store: string, what: string): Promise<void> {
  const acknowledged: Acknowledgement[] = [];
  let killed = 0;
  const lives = times({ sampled: 1, long: 25 });
  for (let life = 0; life < lives; life++) {
    const writers = startWriters(store, 12 + life);
    for (const [index, writer] of writers.entries()) {
      if (index % 2 === 0) continue;
      await writer.said(3 * index);
      writer.kill();
    }
    for (const end of await Promise.all(writers.map(({ ended }) => ended))) {
      expect(end.err).toBe("");
      acknowledged.push(...end.acknowledged);
      if (end.signal === "SIGKILL") killed += 1;
    }
    await requireOneLog(store, acknowledged);
  }
  const acts = acknowledged.filter(({ ack }) => ack === "act").length;
  noteCount(
    `kills among 8 writers with a folder each, ${what}`,
    killed,
    `${acts} acts acknowledged, none lost`,
  );
}

describe("eight writers, each with its own folder, and a store that decides", () => {
  test("bring each acknowledged act into every folder exactly once", { timeout: PATIENCE_MS }, () =>
    writeAll(join(root, "store"), "a folder decides"),
  );

  test("lose nothing when some of them are killed meanwhile", { timeout: PATIENCE_MS }, () =>
    writeAndDie(join(root, "store"), "a folder decides"),
  );
});

const why = whyNoObjectServer();

describe.skipIf(why !== null)(`the same where S3 decides${why === null ? "" : `: skipped, ${why}`}`, () => {
  let server: ObjectServer;
  beforeAll(async () => {
    server = await startObjectServer("case-bucket");
  });
  afterAll(() => server?.stop());

  test("with a server whose conditional puts are probed first", { timeout: PATIENCE_MS }, async () => {
    const racers = 16;
    const race = async (bucket: string, key: string) => {
      const store = createStoreArbiter(`${bucket}/${key}`);
      const won = await Promise.all(
        Array.from({ length: racers }, (_, n) => store.create(0, Buffer.from(`racer ${n}`))),
      );
      return won.filter(Boolean).length;
    };
    const winners: number[] = [];
    for (let n = 0; n < times({ sampled: 3, long: 20 }); n++)
      winners.push(await race(server.raw, `raw-${n}`));
    noteCount(
      "winners of 16 racers at most, S3 server as it is",
      Math.max(...winners),
      `${winners.length} races`,
    );
    for (let n = 0; n < 3; n++) expect(await race(server.serial, `serial-${n}`)).toBe(1);
  });

  test("bring each acknowledged act into every folder exactly once", { timeout: PATIENCE_MS }, () =>
    writeAll(`${server.serial}/first`, "S3 decides"),
  );

  // In the short form the folder that decides stands for it.
  test.runIf(isLong)("lose nothing when some of them are killed meanwhile", { timeout: PATIENCE_MS }, () =>
    writeAndDie(`${server.serial}/second`, "S3 decides"),
  );
});
