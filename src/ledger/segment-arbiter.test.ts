import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Ledger } from "./ledger.ts";
import { openLedger } from "./open-ledger.ts";
import type { SegmentArbiter } from "./segment-arbiter.ts";
import {
  CASE_ID,
  createTemporaryCase,
  createTestRandom,
  drafts,
  START_MS,
  type TemporaryCase,
  toTestSigner,
} from "./temporary-case.ts";
import { verifyLedger } from "./verify-ledger.ts";
import { verifyStoreLog } from "./verify-store.ts";

/** A store in memory that keeps the promise of conditional creation; each answer takes a turn. */
function createStore() {
  const segments = new Map<number, Uint8Array>();
  const files = new Map<string, Uint8Array>();
  let lost = 0;
  const turn = () => new Promise((resolve) => setImmediate(resolve));
  const arbiter: SegmentArbiter = {
    async create(start, bytes) {
      await turn();
      if (segments.has(start)) {
        lost += 1;
        return false;
      }
      segments.set(start, Uint8Array.from(bytes));
      return true;
    },
    async read(start) {
      await turn();
      return segments.get(start) ?? null;
    },
    async starts() {
      await turn();
      return [...segments.keys()].sort((a, b) => a - b);
    },
    async published(path) {
      await turn();
      return files.get(path) ?? null;
    },
    async publish(path, bytes) {
      await turn();
      files.set(path, Uint8Array.from(bytes));
    },
  };
  return { segments, files, arbiter, lost: () => lost };
}

const folders: TemporaryCase[] = [];
let store: ReturnType<typeof createStore>;
beforeEach(() => {
  store = createStore();
});
afterEach(() => {
  for (const folder of folders.splice(0)) folder.remove();
});

function newFolder(): TemporaryCase {
  const folder = createTemporaryCase();
  folders.push(folder);
  return folder;
}

function openReplica(
  name: string,
  folder: TemporaryCase,
  arbiter = store.arbiter,
  life = 1,
): Promise<Ledger> {
  return openLedger({
    ...folder.options,
    signer: toTestSigner(name),
    random: createTestRandom(`${name} ${life}`),
    arbiter,
  });
}

const verify = ({ dir }: TemporaryCase) => verifyLedger({ dir, caseId: CASE_ID });

describe("writers on replicas of one log", () => {
  test("get every act in once, and each folder is the same log when it is opened again", async () => {
    const names = Array.from({ length: 8 }, (_, index) => `writer-${index}`);
    const places = names.map((name) => ({ name, folder: newFolder() }));
    const ledgers = await Promise.all(places.map(({ name, folder }) => openReplica(name, folder)));
    const ids: string[] = [];
    await Promise.all(
      ledgers.map(async (ledger) => {
        for (let round = 0; round < 5; round++) {
          for (const { act } of await ledger.append(drafts(2))) ids.push(act.id);
        }
      }),
    );
    for (const ledger of ledgers) await ledger.close();
    expect(store.lost()).toBeGreaterThan(0);
    const roots = new Set<string>();
    for (const { name, folder } of places) {
      const again = await openReplica(name, folder, store.arbiter, 2);
      const notes = [...again.entries()].filter(({ act }) => act.kind === "note.taken");
      expect(notes.map(({ act }) => act.id).toSorted()).toEqual(ids.toSorted());
      roots.add(again.root);
      await again.close();
      expect(await verify(folder)).toMatchObject({ ok: true });
    }
    expect(ids).toHaveLength(80);
    expect(roots.size).toBe(1);
    expect(store.files.has("checkpoint")).toBe(true);
  });

  test("sign again when the winner's acts are later than theirs", async () => {
    const [here, there] = [newFolder(), newFolder()];
    const one = await openReplica("one", here);
    const other = await openLedger({ ...there.options, now: () => START_MS + 9000, arbiter: store.arbiter });
    await other.append(drafts(1));
    const [act] = await one.append(drafts(1));
    expect(act?.act.at).toBe(new Date(START_MS + 9000).toISOString());
    await one.close();
    await other.close();
    expect(await verify(here)).toMatchObject({ ok: true });
  });
});

describe("a replica", () => {
  test("fetches what it lacks at opening, for a reader too, and afterwards with each refresh", async () => {
    const writer = await openReplica("writer", newFolder());
    await writer.append(drafts(3));
    const reader = await openLedger({ ...newFolder().options, signer: null, arbiter: store.arbiter });
    expect(reader.size).toBe(writer.size);
    await writer.append(drafts(2));
    expect(reader.size).toBe(4);
    await reader.refresh();
    expect(reader.root).toBe(writer.root);
    await writer.close();
  });

  test("that died between the store's answer and its own disk has the act when it is opened again", async () => {
    const folder = newFolder();
    let isDead = false;
    const ledger = await openLedger({
      ...folder.options,
      arbiter: store.arbiter,
      faults: (step) => {
        if (step === "arbiter.created" && isDead) throw new Error("dead");
      },
    });
    isDead = true;
    await expect(ledger.append(drafts(1))).rejects.toThrow("dead");
    const again = await openReplica("again", folder);
    expect(again.read(1)).toMatchObject({ kind: "note.taken" });
    await again.close();
    expect(await verify(folder)).toMatchObject({ ok: true });
  });

  test("finds its own act when the store answered with an error and had it all the same", async () => {
    const folder = newFolder();
    let isFailing = false;
    const arbiter: SegmentArbiter = {
      ...store.arbiter,
      async create(start, bytes) {
        const isFirst = await store.arbiter.create(start, bytes);
        if (isFailing) throw new Error("the network went away");
        return isFirst;
      },
    };
    const ledger = await openReplica("writer", folder, arbiter);
    isFailing = true;
    await expect(ledger.append(drafts(1))).rejects.toThrow("network");
    isFailing = false;
    const [act] = await ledger.append(drafts(1));
    expect(act?.leafIndex).toBe(2);
    await ledger.close();
    expect(await verify(folder)).toMatchObject({ ok: true, acts: 3 });
  });

  test("refuses to go on when folder and store are not copies of one log", async () => {
    const folder = newFolder();
    const ledger = await openReplica("writer", folder);
    await ledger.append(drafts(1));
    await ledger.close();
    store.segments.delete(1);
    await expect(openReplica("writer", folder)).rejects.toMatchObject({
      code: "ledger/replica-differs",
      reaction: "verification",
    });
    const other = createStore();
    await expect(openReplica("writer", folder, other.arbiter)).rejects.toMatchObject({
      code: "ledger/replica-differs",
    });
  });

  test("refuses a damaged segment of the store, and writes nothing of it", async () => {
    const writer = await openReplica("writer", newFolder());
    await writer.append(drafts(1));
    await writer.close();
    const bytes = Buffer.from(store.segments.get(1) ?? []);
    bytes[90] = (bytes[90] ?? 0) ^ 1;
    store.segments.set(1, bytes);
    const folder = newFolder();
    await expect(openReplica("late", folder)).rejects.toMatchObject({ code: "ledger/altered" });
    expect(readdirSync(join(folder.dir, "ledger/segment"))).toEqual(["00000000000000000000"]);
  });

  test("does not begin where the store has a gap, or has lost what its checkpoint covers", async () => {
    const writer = newFolder();
    const ledger = await openReplica("writer", writer);
    for (let n = 0; n < 4; n++) await ledger.append(drafts(2));
    await ledger.close();
    const starts = [...store.segments.keys()].sort((a, b) => a - b);
    const [middle = 0, last = 0] = [starts[2], starts.at(-1)];
    const lost = store.segments.get(middle) ?? new Uint8Array();
    store.segments.delete(middle);
    await expect(openReplica("late", newFolder())).rejects.toMatchObject({ code: "ledger/store-gap" });
    expect((await verifyStoreLog(writer.dir, store.arbiter)).map(({ code }) => code)).toEqual([
      "ledger/store-lacks",
    ]);
    store.segments.set(middle, lost);
    store.segments.delete(last);
    await expect(openReplica("later", newFolder())).rejects.toMatchObject({ code: "ledger/store-cut" });
    expect((await verifyStoreLog(writer.dir, store.arbiter)).map(({ code }) => code)).toEqual([
      "ledger/store-lacks",
    ]);
    store.segments.set(last, Buffer.from("garbage"));
    expect((await verifyStoreLog(writer.dir, store.arbiter)).map(({ code }) => code)).toEqual([
      "ledger/store-differs",
    ]);
  });

  test.each(["starts", "published"] as const)(
    "takes what others write while it asks (%s) for no loss",
    async (asked) => {
      const writer = await openReplica("writer", newFolder());
      await writer.append(drafts(1));
      await writer.append(drafts(1));
      await writer.close();
      // The first question finds nothing there yet; the answer to the second tells of what came since.
      const [first = 0] = [...store.segments.keys()];
      let hasAsked = false;
      const arbiter: SegmentArbiter = {
        ...store.arbiter,
        read: async (start) => (!hasAsked && start >= first ? null : store.arbiter.read(start)),
        async starts() {
          if (asked === "published") return hasAsked ? store.arbiter.starts() : [];
          hasAsked = true;
          // A listing of a folder may miss what was put there while it was read.
          return (await store.arbiter.starts()).slice(1);
        },
        async published(path) {
          hasAsked = true;
          return store.arbiter.published(path);
        },
      };
      const reader = await openLedger({ ...newFolder().options, signer: null, arbiter });
      expect(hasAsked).toBe(true);
      expect(reader.size).toBe(writer.size);
    },
  );

  test("sends its tiles before its checkpoint, and is none the worse when the store refuses them", async () => {
    const sent: string[] = [];
    let isRefusing = false;
    const arbiter: SegmentArbiter = {
      ...store.arbiter,
      async publish(path, bytes) {
        if (isRefusing) throw new Error("refused");
        sent.push(path);
        await store.arbiter.publish(path, bytes);
      },
    };
    const folder = newFolder();
    const ledger = await openReplica("writer", folder, arbiter);
    await ledger.append(drafts(300));
    await ledger.close();
    expect(sent.at(-1)).toBe("checkpoint");
    expect(sent).toContain("tile/0/000");
    const note = Buffer.from(store.files.get("checkpoint") ?? []);
    expect(note.equals(readFileSync(join(folder.dir, "ledger/checkpoint")))).toBe(true);
    isRefusing = true;
    const again = await openReplica("writer-2", folder, arbiter);
    await again.append(drafts(1));
    await again.close();
    rmSync(join(folder.dir, "ledger/tmp"), { recursive: true });
    expect(await verify(folder)).toMatchObject({ ok: true });
  });
});
