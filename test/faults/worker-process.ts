/** A process that works on a case until it is killed, and says what the program promised it. */
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, writeFileSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";
import {
  createCase,
  linkLists,
  mirrorCase,
  type OpenCase,
  openCase,
  prepareImport,
  recordImport,
  runEstimatePlans,
  sealFile,
  sealFiles,
} from "../../src/case/index.ts";
import { hashBytes, InquestError, silentProgress } from "../../src/core/index.ts";
import { openCodec, openLedger, toSignerFromSeed } from "../../src/ledger/index.ts";
import { openVault } from "../../src/vault/index.ts";
import type { Acknowledgement } from "./acknowledgement.ts";
import {
  bytesOf,
  CASE_ID,
  createDice,
  DOOR_ROUNDS,
  PASSPHRASE,
  smallConfig,
  toClosedCodec,
  toListFile,
  toListRecipe,
  toSecretFile,
  toSecretList,
} from "./small-case.ts";
import { createStoreArbiter } from "./store-arbiter.ts";
import { WorkOrders } from "./work-orders.ts";

const orders = WorkOrders.parse(JSON.parse(process.env.INQUEST_WORK ?? "{}"));
const { dir, home, seed, rounds } = orders;
const dice = createDice(seed);

/** Longer than a thread takes to start, on a machine with much else to do. */
const THREADS_START_MS = 400;

function say(acknowledgement: Acknowledgement): void {
  writeSync(1, `${JSON.stringify(acknowledgement)}\n`);
}

const clock = () => orders.nowMs ?? Date.now();
const surroundings = {
  now: clock,
  random: (sizeBytes: number) => randomBytes(sizeBytes),
  homeDir: home,
  actor: "worker",
  askPassphrase: () => Promise.resolve(PASSPHRASE),
  doorRounds: DOOR_ROUNDS,
};

/** Acts alone: batches, single ones, and several calls in one turn. */
async function append(): Promise<void> {
  const signer = toSignerFromSeed(orders.actor, bytesOf(`key of ${orders.actor}`, 32));
  const arbiter = orders.store === undefined ? null : createStoreArbiter(orders.store);
  const { random } = surroundings;
  const codec = orders.isClosed ? toClosedCodec() : openCodec;
  const ledger = await openLedger({ dir, caseId: CASE_ID, codec, signer, arbiter, now: clock, random });
  say({ ack: "case" });
  for (let round = 0; round < rounds; round++) {
    const calls = Array.from({ length: 1 + dice(3) }, (_, call) =>
      ledger.append(
        Array.from({ length: 1 + dice(4) }, (_, n) => ({
          kind: "note.taken",
          body: { by: orders.actor, round, call, n, text: "x".repeat(dice(300)) },
        })),
      ),
    );
    for (const acts of await Promise.all(calls)) {
      for (const { leafIndex, act } of acts) say({ ack: "act", leafIndex, id: act.id });
    }
    if (dice(4) === 0) say({ ack: "checkpoint", treeSize: ledger.checkpoint()?.treeSize ?? 0 });
    // Lets the log publish in an idle turn, as it does in a program that waits.
    if (dice(2) === 0) await new Promise((done) => setImmediate(done));
  }
  await ledger.close();
  if (arbiter !== null) say({ ack: "tries", wasted: arbiter.wasted });
}

/** Large calls, several under way at once: threads sign them, write their segments, and lay tiles ahead. */
async function appendMany(): Promise<void> {
  const signer = toSignerFromSeed(orders.actor, bytesOf(`key of ${orders.actor}`, 32));
  const ledger = await openLedger({ dir, caseId: CASE_ID, signer, now: clock, random: surroundings.random });
  say({ ack: "case" });
  const call = (name: string) =>
    ledger.append(
      Array.from({ length: 500 }, (_, n) => ({
        kind: "note.taken",
        body: { by: orders.actor, name, n, text: "x".repeat(250) },
      })),
    );
  const sayAll = (acts: Awaited<ReturnType<typeof call>>) => {
    // The last of a segment stands for it: it is there as a whole or not at all.
    const last = acts.at(-1);
    if (last !== undefined) say({ ack: "act", leafIndex: last.leafIndex, id: last.act.id });
  };
  // So many that threads are started; then they are given the time to start.
  for (let n = 0; n < 4; n++) sayAll(await call(`first ${n}`));
  await new Promise((done) => setTimeout(done, THREADS_START_MS));
  for (let round = 0; round < rounds; round++) {
    const calls = Array.from({ length: 3 }, (_, n) => call(`${round} ${n}`));
    for (const acts of calls) sayAll(await acts);
    if (dice(3) === 0) say({ ack: "checkpoint", treeSize: ledger.checkpoint()?.treeSize ?? 0 });
  }
  await ledger.close();
}

/** Blobs alone: small ones from memory, larger ones streamed from a file, and some twice. */
async function seal(): Promise<void> {
  const vault = await openVault(dir);
  for (let round = 0; round < rounds; round++) {
    const content = bytesOf(`${seed} ${dice(3) === 0 ? dice(round + 1) : round}`, dice(200_000));
    const file = join(home, `material-${round}`);
    if (round % 2 === 0) {
      mkdirSync(home, { recursive: true });
      writeFileSync(file, content);
    }
    const sealed = await vault.seal(round % 2 === 0 ? { file } : content);
    say({ ack: "blob", sha256: sealed.sha256, sizeBytes: sealed.sizeBytes });
  }
}

/** Files of a folder, named and recorded together: some twice, some under a name that is taken. */
async function sealMany(): Promise<void> {
  const opened = await openOrCreate();
  for (let round = 0; round < rounds; round++) {
    const box = join(home, `box-${round}`);
    mkdirSync(box, { recursive: true });
    const paths = Array.from({ length: 2 + dice(3) }, (_, n) => join(box, `file-${dice(4)}-${n}.bin`));
    for (const [n, path] of paths.entries())
      if (!existsSync(path))
        writeFileSync(path, bytesOf(`${seed} ${dice(4) === 0 ? "same" : `${round} ${n}`}`, 5000));
    for await (const outcome of sealFiles(opened, paths)) {
      if ("error" in outcome) throw outcome.error;
      say({ ack: "source", id: outcome.source.id });
    }
  }
  await opened.close();
}

async function openOrCreate(): Promise<OpenCase> {
  const opened = existsSync(join(dir, "case.json"))
    ? await openCase({ dir, mode: "write", surroundings })
    : await createCase({ dir, config: smallConfig, surroundings });
  // A case whose making was interrupted is made whole by whoever opens it next.
  if (opened.state.config === null)
    await opened.record([{ kind: "case.configured", body: { config: plainConfig() } }]);
  say({ ack: "case" });
  return opened;
}

function plainConfig() {
  return JSON.parse(JSON.stringify(smallConfig));
}

async function importOne(opened: OpenCase, name: string, rows: number, at: number): Promise<void> {
  const file = toListFile(name, at, rows);
  const prepared = await prepareImport(opened, { name, file, recipe: toListRecipe(), title: { en: name } });
  const imported = await recordImport(opened, prepared);
  say({ ack: "list", name, records: imported.import.records.length });
}

/** Sources and lists, sealed and recorded. */
async function importLists(): Promise<void> {
  const opened = await openOrCreate();
  for (let round = 0; round < rounds; round++) {
    const name = `list-${seed}-${round}`.toLowerCase();
    const note = { name: `note-${seed}-${round}.bin`, bytes: bytesOf(name, 1 + dice(20_000)) };
    say({ ack: "source", id: (await sealFile(opened, note)).source.id });
    await importOne(opened, name, 1 + dice(12), dice(1000));
  }
  await opened.close();
}

/** Encrypted sources and an encrypted list, the first of which makes the key of the case. */
async function keepSecrets(): Promise<void> {
  const opened = await openOrCreate();
  for (let round = 0; round < rounds; round++) {
    const file = toSecretFile(`${seed}-${round}`);
    const { source } = await sealFile(opened, file, { isSecret: true });
    say({ ack: "secret", id: source.id, sha256: hashBytes(file.bytes) });
    const name = `secret-${seed}-${round}`.toLowerCase();
    const list = {
      name,
      file: toSecretList(name),
      recipe: toListRecipe(),
      title: { en: name },
      sealing: "seal" as const,
    };
    const imported = await recordImport(opened, await prepareImport(opened, list));
    say({ ack: "list", name, records: imported.import.records.length });
  }
  await opened.close();
}

/** Two lists, linked and estimated from. */
async function analyse(): Promise<void> {
  const opened = await openOrCreate();
  await importOne(opened, "first", 12, 0);
  await importOne(opened, "second", 12, 5);
  const linked = await linkLists(opened, {});
  say({ ack: "link", persons: linked?.persons ?? 0 });
  for (const { id } of await runEstimatePlans(opened)) say({ ack: "estimate", id });
  await opened.close();
}

/** Copies of the case, each into a folder of its own beside it. */
async function mirror(): Promise<void> {
  for (let round = 0; round < rounds; round++) {
    const name = `copy-${round}`;
    await mirrorCase({ dir, target: join(dirname(dir), name), progress: silentProgress });
    say({ ack: "mirror", name });
  }
}

const works = {
  append,
  "append-many": appendMany,
  seal,
  "seal-many": sealMany,
  import: importLists,
  secret: keepSecrets,
  analyse,
  mirror,
};

try {
  await works[orders.work]();
  say({ ack: "end" });
} catch (error) {
  if (!(error instanceof InquestError)) throw error;
  say({ ack: "refused", code: error.code, message: error.message });
  process.exitCode = 3;
}
