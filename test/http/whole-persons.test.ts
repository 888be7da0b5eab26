import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type LiveCase, openLiveCase } from "../../src/case/index.ts";
import type { ApiAnswers, PersonDecisionRecorded } from "../../src/server/contract.ts";
import { inquest } from "../case/cli-fixture.ts";
import { makeThreeLists, TWO_DAYS } from "../case/three-lists.ts";
import { must } from "../case/two-lists.ts";
import { temporaryFolder } from "../case-fixture.ts";
import { serveCases, surroundingsOf } from "./served-case.ts";

const PERSONS = "/api/cases/c/review/persons";
type Checks = ApiAnswers["personChecks"];
type Preview = ApiAnswers["splitPreview"];

let folder = "";
let live: LiveCase;
let served: ReturnType<typeof serveCases>;
beforeEach(async () => {
  folder = temporaryFolder("http-persons");
  await makeThreeLists(folder);
  live = await openLiveCase({ dir: join(folder, "c"), surroundings: surroundingsOf(folder) });
  served = serveCases([live]);
});
afterEach(() => live.close());

const checks = async (query = "") => (await served.get<Checks>(`${PERSONS}${query}`)).body;
const decide = (what: "split" | "join" | "keep", body: object, headers = {}) =>
  served.post<PersonDecisionRecorded>(`${PERSONS}/${what}`, body, headers);

describe("whole persons over HTTP", { timeout: 180_000 }, () => {
  test("are parted with all acts at once, and put back by one undoing", async () => {
    const { persons } = await checks("?limit=1");
    const [leaving] = persons[0]?.rows.filter(({ recordId }) => recordId === `more-${TWO_DAYS}`) ?? [];
    const preview = await served.get<Preview>(`${PERSONS}/split?row=${leaving?.id}`);
    expect(preview.body).toMatchObject({ personsAfter: 2, needsReason: false });
    const { status, body } = await decide("split", { rows: [leaving?.id] });
    expect(status).toBe(200);
    expect(body).toMatchObject({ counts: true, acts: [{ kind: "pair.judged" }, { kind: "pair.judged" }] });
    expect(body.acts.map(({ id }) => id)).toEqual(body.judgements);
    expect(await checks("?limit=0")).toMatchObject({ counts: { waiting: 1 }, sinceLink: 2, total: 35 });
    const named = await checks(`?limit=0&person=${leaving?.id}`);
    expect(named.named).toMatchObject({ state: "parted", rank: null });
    const undone = await served.post<ApiAnswers["undoJudgement"]>(
      `/api/cases/c/review/judgements/${named.lastMine?.id}/undo`,
      {},
    );
    expect(undone.body.acts.map(({ kind }) => kind)).toEqual(["judgement.undone", "judgement.undone"]);
    expect(await checks("?limit=0")).toMatchObject({ counts: { waiting: 0 }, sinceLink: 0, lastMine: null });
  });

  test("are told in the language asked for, page by page", async () => {
    const fa = await checks("?lang=fa&limit=2");
    expect(fa.persons[0]).toMatchObject({ rank: 1, stateText: "هنوز دیده نشده" });
    expect(fa.persons[0]?.contradictions[0]?.text).toContain("دو تاریخ");
    expect(await checks("?offset=35&limit=5")).toMatchObject({ offset: 35, persons: [{ rank: 36 }] });
  });

  test("are decided only by whoever shows the key of the server, and not against a judgement", async () => {
    const both = { one: "fa:fa-1", other: "fa:fa-2" };
    expect((await decide("join", both, { authorization: undefined })).status).toBe(403);
    expect((await decide("split", { rows: [] })).status).toBe(400);
    expect((await decide("split", { rows: ["fa:fa-1", "fa:fa-2"] })).status).toBe(422);
    expect((await decide("keep", { person: "nobody" })).status).toBe(404);
    await served.post("/api/cases/c/review/judgements", {
      ...{ left: "fa:fa-1", right: "en:en-2", answer: "different" },
    });
    const refused = await decide("join", both);
    expect(refused).toMatchObject({ status: 409, body: { error: { code: "case/person-forbidden" } } });
    expect((await checks("?limit=0")).counts.decided).toBe(0);
  });

  test("say what to do where nothing is linked yet", async () => {
    await must(inquest(folder, "init", "new", "--title", "New", "--fictional"));
    const empty = await openLiveCase({ dir: join(folder, "new"), surroundings: surroundingsOf(folder) });
    try {
      const unlinked = serveCases([empty]);
      const view = await unlinked.get<Checks>("/api/cases/new/review/persons?person=person-1");
      expect(view).toMatchObject({ status: 200, body: { isLinked: false, persons: [], named: null } });
      const refused = await unlinked.post("/api/cases/new/review/persons/keep", { person: "a:1" });
      expect(refused).toMatchObject({ status: 409, body: { error: { code: "case/not-linked" } } });
    } finally {
      await empty.close();
    }
  });
});
