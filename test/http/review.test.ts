import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type LiveCase, openLiveCase } from "../../src/case/index.ts";
import type { ApiAnswers, JudgementRecorded } from "../../src/server/contract.ts";
import { inquest, inquestAs } from "../case/cli-fixture.ts";
import { makeTwoLists, must } from "../case/two-lists.ts";
import { temporaryFolder } from "../case-fixture.ts";
import { serveCases, surroundingsOf } from "./served-case.ts";

const BASE = "/api/cases/c";
type Review = ApiAnswers["review"];

let folder = "";
let live: LiveCase;
let served: ReturnType<typeof serveCases>;
beforeEach(async () => {
  folder = temporaryFolder("http-review");
  await makeTwoLists(folder);
  live = await openLiveCase({ dir: join(folder, "c"), surroundings: surroundingsOf(folder) });
  served = serveCases([live]);
});
afterEach(() => live.close());

const review = async (query = "") => (await served.get<Review>(`${BASE}/review${query}`)).body;
async function firstOf(query = "") {
  const [pair] = (await review(query)).pairs;
  if (pair === undefined) throw new Error("a pair waits");
  return pair;
}
const judge = (body: object, headers = {}) =>
  served.post<JudgementRecorded>(`${BASE}/review/judgements`, body, headers);

describe("review over HTTP", { timeout: 180_000 }, () => {
  test("takes a judgement out of the queue and puts it back when it is undone", async () => {
    const before = await review();
    const pair = await firstOf();
    const given = { left: pair.left.id, right: pair.right.id, answer: "same", asked: pair.asked, rank: 1 };
    const { status, body } = await judge(given);
    expect(status).toBe(200);
    expect(body).toMatchObject({ counts: true, supersedes: null, settles: [] });
    expect(body.acts).toEqual([{ id: body.judgement, kind: "pair.judged", leafIndex: expect.any(Number) }]);
    const after = await review();
    expect(after.waiting.bridges).toBe(before.waiting.bridges - 1);
    expect(after.pairs[0]?.left.id).toBe(before.pairs[1]?.left.id);
    expect(after).toMatchObject({ sinceLink: 1, judged: { pairs: 1, mine: 1 } });
    await served.post(`${BASE}/review/judgements/${body.judgement}/undo`, { reason: "the wrong key" });
    expect((await review()).pairs[0]?.left.id).toBe(pair.left.id);
    const { pairs } = (await served.get<ApiAnswers["judgements"]>(`${BASE}/review/judgements`)).body;
    expect(pairs).toMatchObject([
      { decision: null, judgements: [{ stands: false, undone: { reason: "the wrong key" } }] },
    ]);
  });

  test("writes only for whoever shows the key of the server, and never by a GET", async () => {
    const pair = await firstOf();
    const given = { left: pair.left.id, right: pair.right.id, answer: "same" };
    const refused = await judge(given, { authorization: undefined });
    expect(refused.status).toBe(403);
    expect((await judge({ ...given, answer: "perhaps" })).status).toBe(400);
    expect((await judge({ ...given, right: given.left })).status).toBe(422);
    expect((await judge({ ...given, right: "rec-none" })).status).toBe(404);
    expect((await review()).judged.pairs).toBe(0);
  });

  test("hides score and answers of a blind pair until it is decided, by name too", async () => {
    const query = "?queue=audit&seed=9&size=10";
    const pair = await firstOf(query);
    const named = async (blind: 0 | 1) =>
      (
        await served.get<ApiAnswers["reviewPair"]>(
          `${BASE}/review/pair?left=${pair.left.id}&right=${pair.right.id}&blind=${blind}`,
        )
      ).body;
    expect(pair).toMatchObject({ isBlind: true, waterfall: null, left: { clusterSize: null } });
    expect(await named(1)).toMatchObject({ isBlind: true, waterfall: null });
    const sample = { seed: 9, size: 10 };
    await judge({
      left: pair.left.id,
      right: pair.right.id,
      answer: "same",
      asked: "audit",
      isBlind: true,
      sample,
    });
    expect(await named(1)).toMatchObject({
      isBlind: false,
      waterfall: { totalBits: expect.any(Number) },
      judgements: [{ answer: "same", isBlind: true, weightBits: null }],
    });
    expect((await review(query)).waiting.audit).toBe(9);
    // Taken back, it is shown with the score that was told, and blind no more, whatever a page says that is behind.
    const { lastMine } = await review(query);
    await served.post(`${BASE}/review/judgements/${lastMine?.id}/undo`, {});
    expect(await firstOf(query)).toMatchObject({
      isBlind: false,
      waterfall: { totalBits: expect.any(Number) },
    });
    await judge({
      ...{ left: pair.left.id, right: pair.right.id, answer: "different" },
      ...{ asked: "audit", isBlind: true, sample },
    });
    expect((await named(1)).judgements).toMatchObject([
      { answer: "same", isBlind: true },
      { answer: "different", isBlind: false, weightBits: expect.any(Number) },
    ]);
    expect((await review(query)).audit).toBeNull();
  });

  test("shows a second reviewer at another machine what the first judged, blind, and both whether they agree", async () => {
    const pair = await firstOf();
    await judge({ left: pair.left.id, right: pair.right.id, answer: "different", reason: "two towns" });
    const typed = ["y"];
    await must(inquestAs(folder, { actor: "second", typed }, "review", "--second", "--case", "c", "--quiet"));
    const alone = await review();
    expect(alone.agreement.pairs).toBe(0);
    const people = (await served.get<ApiAnswers["twoPersons"]>(`${BASE}/proposals`)).body;
    const device = people.keys.find(({ actor }) => actor === "second")?.device ?? "";
    await must(inquest(folder, "vouch", "second", device, "--case", "c"));
    const both = await review();
    expect(both.agreement).toMatchObject({ pairs: 1, agreed: 0, raw: 0 });
    expect(both.pairs[0]).toMatchObject({
      why: "disputed",
      judgements: [{ by: "keeper" }, { by: "second" }],
    });
  });

  test("gives the next link what was judged, and the page what was linked, without a new start", async () => {
    const pair = await firstOf();
    const name = ({ recordId }: typeof pair.left) => `${recordId.split("-")[0]}:${recordId}`;
    await judge({ left: pair.left.id, right: pair.right.id, answer: "different" });
    await must(inquest(folder, "link", "--case", "c", "--quiet"));
    expect(await review()).toMatchObject({ sinceLink: 0, judged: { pairs: 1 } });
    const told = await must(
      inquest(folder, "link", "explain", name(pair.left), name(pair.right), "--case", "c", "--quiet"),
    );
    expect(told).toContain("bound this link");
  });

  test("says what to do where nothing is linked yet", async () => {
    await must(inquest(folder, "init", "new", "--title", "New", "--fictional"));
    const empty = await openLiveCase({ dir: join(folder, "new"), surroundings: surroundingsOf(folder) });
    try {
      const unlinked = serveCases([empty]);
      const view = await unlinked.get<Review>("/api/cases/new/review");
      expect(view).toMatchObject({ status: 200, body: { isLinked: false, pairs: [] } });
      const given = { left: "a:1", right: "b:1", answer: "same" };
      const refused = await unlinked.post("/api/cases/new/review/judgements", given);
      expect(refused).toMatchObject({ status: 409, body: { error: { code: "case/not-linked" } } });
      const { code } = await inquest(folder, "review", "--case", "new", "--quiet");
      expect(code).toBe(5);
    } finally {
      await empty.close();
    }
  });
});
