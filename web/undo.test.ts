import { describe, expect, test } from "vitest";
import { ApiFailure, type Client, createClient, type PlanRecorded } from "../src/server/client.ts";
import { createPageWords } from "./page-words.ts";
import { createUndoStore, newestOf, type Taking } from "./undo-store.ts";
import { descriptionTaking, importTaking, planTaking, statementTaking } from "./undo-takings.ts";

const { t } = createPageWords("en", "language");
const client = createClient("en");

/** A client that keeps what was asked of it. */
function watched() {
  const asked: unknown[][] = [];
  const receipt = { acts: [], treeSize: 1, root: "" };
  const watching: Client = {
    ...client,
    async withdrawList(...given) {
      asked.push(given);
      return { ...receipt, list: given[1], isEarlierStanding: true };
    },
    async planEstimate(...given) {
      asked.push(given);
      return { ...receipt, plan: "linked-lists", before: null };
    },
    async setStatus(...given) {
      asked.push(given);
      return { ...receipt, statement: given[1] };
    },
    async describeSource(...given) {
      asked.push(given);
      return { ...receipt, source: given[1] };
    },
  };
  return { watching, asked };
}

function taking(act: string, over: Partial<Taking> = {}): Taking {
  return {
    ...{ act, caseId: "c", what: () => act, records: () => "", reason: null },
    take: async () => null,
    ...over,
  };
}

describe("what was recorded last", () => {
  test("is the newest of its case, and told once", async () => {
    const store = createUndoStore();
    for (const each of [taking("a"), taking("b"), taking("other", { caseId: "d" })]) store.recorded(each);
    expect(newestOf(store.state(), "c")?.act).toBe("b");
    expect(store.state().notice).toMatchObject({ is: "recorded", of: { act: "other" } });
    store.recorded(taking("a"));
    expect(newestOf(store.state(), "c")?.act).toBe("a");
    expect(store.state().takings).toHaveLength(3);
    store.dismiss();
    expect(store.state().notice).toBeNull();
    expect(newestOf(store.state(), "c")?.act).toBe("a");
    await store.take(taking("a"), client, "");
    expect(newestOf(store.state(), "c")?.act).toBe("b");
    store.clear();
    expect(newestOf(store.state(), "c")).toBeNull();
  });

  test("is taken back at once where no reason is needed, and after it where one is", async () => {
    const store = createUndoStore();
    const reasons: string[] = [];
    const asking = taking("asks", {
      reason: () => "by mistake",
      take: async (_, why) => {
        reasons.push(why);
        return () => "more";
      },
    });
    store.recorded(asking);
    store.begin(asking, client);
    expect(store.state()).toMatchObject({ asked: { act: "asks" }, taken: [] });
    store.leave();
    expect(store.state().asked).toBeNull();
    expect(newestOf(store.state(), "c")).toBe(asking);
    await store.take(asking, client, "another reason");
    expect(reasons).toEqual(["another reason"]);
    expect(store.state()).toMatchObject({ taken: ["asks"], notice: { is: "taken" } });
    expect(store.state().notice?.more?.(t)).toBe("more");
    const plain = taking("plain");
    store.begin(plain, client);
    await Promise.resolve();
    expect(store.state().taken).toEqual(["asks", "plain"]);
  });

  test("is said again before a press takes it back that nobody would expect", async () => {
    const store = createUndoStore();
    expect(store.press("c", client)).toBe(false);
    store.recorded(taking("a"));
    store.dismiss();
    expect(store.press("c", client)).toBe(true);
    expect(store.state()).toMatchObject({ notice: { is: "recorded", of: { act: "a" } }, taken: [] });
    store.press("c", client);
    await Promise.resolve();
    expect(store.state().taken).toEqual(["a"]);
    // Where a reason is asked for, the question says it.
    store.recorded(taking("asks", { reason: () => "" }));
    store.dismiss();
    store.press("c", client);
    expect(store.state().asked?.act).toBe("asks");
  });

  test("is not told twice where its page tells of it, and forgotten where its page takes it back", () => {
    const store = createUndoStore();
    store.recorded(taking("a"));
    store.recorded(taking("told"), true);
    expect(store.state().notice).toBeNull();
    expect(newestOf(store.state(), "c")?.act).toBe("told");
    store.forget(taking("told"));
    expect(newestOf(store.state(), "c")?.act).toBe("a");
  });

  test("is taken back once, however often it is asked for", async () => {
    const store = createUndoStore();
    let times = 0;
    const counted = taking("a", {
      take: async () => {
        times += 1;
        return null;
      },
    });
    await Promise.all([store.take(counted, client, ""), store.take(counted, client, "")]);
    await store.take(counted, client, "");
    expect(times).toBe(1);
  });

  test("stays where it was refused, with what the server says", async () => {
    const store = createUndoStore();
    const refused = taking("a", {
      take: () => Promise.reject(new ApiFailure("ledger/case-locked", "somebody writes")),
    });
    store.recorded(refused);
    await store.take(refused, client, "");
    expect(store.state().notice).toMatchObject({ is: "failed", trouble: { code: "ledger/case-locked" } });
    expect(newestOf(store.state(), "c")).toBe(refused);
    expect(store.state()).toMatchObject({ isBusy: false, taken: [] });
  });
});

describe("how it is taken back", () => {
  test("an import is withdrawn by the act that made it, with the reason", async () => {
    const { watching, asked } = watched();
    const made = importTaking({ caseId: "c", list: "late", act: "act-1" });
    expect([made.what(t), made.reason?.(t)]).toEqual([
      "the import of the list \u2068late\u2069",
      "It was imported by mistake.",
    ]);
    const more = await made.take(watching, "not ours");
    expect(asked).toEqual([["c", "late", { why: "not ours", import: "act-1" }]]);
    expect(more?.(t)).toBe("The import before it stands again.");
  });

  test("a plan by the one before it, and not at all where none stood or nothing was recorded", async () => {
    const { watching, asked } = watched();
    const before = { id: "linked-lists", methods: "all", assumption: { en: "They act alone." } } as const;
    const recorded: PlanRecorded = {
      ...{ acts: [{ id: "act-2", kind: "case.configured", leafIndex: 7 }], treeSize: 8, root: "" },
      ...{ plan: "linked-lists", before },
    };
    const made = planTaking("c", recorded);
    expect(made?.records(t)).toContain("They act alone.");
    await made?.take(watching, "");
    expect(asked).toEqual([["c", before]]);
    expect(planTaking("c", { ...recorded, before: null })).toBeNull();
    expect(planTaking("c", { ...recorded, acts: [] })).toBeNull();
  });

  test("a statement is withdrawn, with the reason of whoever recorded it", async () => {
    const { watching, asked } = watched();
    const stated = { caseId: "c", statement: "S", quote: "was seen", reason: "by mistake" };
    const made = statementTaking({ ...stated, act: "act-4" });
    expect(made?.what(t)).toContain("was seen");
    await made?.take(watching, "");
    expect(asked).toEqual([["c", "S", { status: "withdrawn", reason: "by mistake" }]]);
    expect(statementTaking({ ...stated, act: undefined })).toBeNull();
  });

  test("a description by the words before it, in every language in which they were said", async () => {
    const { watching, asked } = watched();
    const said = { en: "a photograph", fa: "یک عکس" };
    const source = { id: "s", title: "p.png", description: { shows: "a photograph", said, by: "k", on: "" } };
    await descriptionTaking({ caseId: "c", source, act: "act-3" })?.take(watching, "");
    expect(asked).toEqual([["c", "s", said]]);
    expect(
      descriptionTaking({ caseId: "c", source: { ...source, description: null }, act: "act-3" }),
    ).toBeNull();
  });
});
