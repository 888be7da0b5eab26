import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  fixedSource,
  type LiveCase,
  openCase,
  openLiveCase,
  readCase,
  verifyCase,
} from "../../src/case/index.ts";
import type {
  ApiAnswers,
  JobsView,
  JobView,
  PersonVisibilityView,
  PublishedReleaseView,
  ReleasePlanView,
} from "../../src/server/contract.ts";
import { inquest } from "../case/cli-fixture.ts";
import { makeCaseToPublish } from "../case/list-to-publish.ts";
import { temporaryFolder } from "../case-fixture.ts";
import { serveCases, surroundingsOf } from "./served-case.ts";
import { BASE } from "./writable-case.ts";

let folder = "";
let live: LiveCase;
let served: ReturnType<typeof serveCases>;
const plan = async (more = "") =>
  (await served.get<ReleasePlanView>(`${BASE}/release-plan?profile=public${more}`)).body;
const decide = (covers: readonly string[], visibility: string, why = "as the families asked") =>
  served.post<ApiAnswers["setVisibility"]>(`${BASE}/visibility`, { covers, visibility, why });
const personOf = async (row: string) => {
  const { body } = await served.get<ApiAnswers["people"]>(`${BASE}/people?q=${row}`);
  const person = body.people[0];
  if (person === undefined) throw new Error(`${row} is somebody`);
  return person.id;
};
const visibilityOf = async (id: string) =>
  (await served.get<PersonVisibilityView>(`${BASE}/people/${id}/visibility`)).body;
const ask = (given: object) => served.post<ApiAnswers["publishRelease"]>(`${BASE}/published`, given);

/** Waits for a job, which a release is. */
async function ended(id: string): Promise<JobView> {
  for (;;) {
    const key = { authorization: `Bearer ${served.key}` };
    const { jobs } = (await served.get<JobsView>(`${BASE}/jobs`, key)).body;
    const job = jobs.find((each) => each.id === id);
    if (job !== undefined && job.state !== "running") return job;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function publish(more: object = {}): Promise<JobView> {
  const { lookedAt } = await plan();
  const { body, text } = await ask({ profile: "public", language: "en", lookedAt, ...more });
  if (body.job === null || body.job === undefined) throw new Error(text);
  return ended(body.job.id);
}

beforeAll(async () => {
  folder = temporaryFolder("http-publish");
  await makeCaseToPublish(folder);
  live = await openLiveCase({ dir: join(folder, "c"), surroundings: surroundingsOf(folder) });
  served = serveCases([live]);
});
afterAll(() => live.close());

describe("a release over HTTP", () => {
  test("names what is undecided by its name, and is refused until then, with nothing written", async () => {
    const first = await plan("&lang=fa");
    expect(first.undecided).toEqual([
      { is: "list", id: "list:families", name: "فهرست خانواده‌ها", persons: 4 },
      { is: "person", id: "person:karimi", name: "رضا کریمی", persons: null },
      { is: "speaker", id: "speaker:s", name: expect.any(String), persons: null },
      { is: "site", id: "site:mill", name: "پشت آسیاب", persons: null },
    ]);
    expect(first).toMatchObject({ number: 1, folder: "releases/1-public", isClosed: false, decided: [] });
    expect(await publish()).toMatchObject({ state: "failed", error: { code: "case/release-undecided" } });
    expect(existsSync(join(folder, "c", "releases"))).toBe(false);
  });

  test("refuses a decision without a reason, of nobody, and a place told coarsely without how coarsely", async () => {
    expect((await decide(["list:families"], "full", "")).status).toBe(422);
    expect((await decide(["list:none"], "full")).body).toMatchObject({ error: { code: "case/not-found" } });
    const site = { decision: "coarsened", risk: "looting", reason: "asked", reviewer: "A. Reviewer" };
    const told = await served.post(`${BASE}/places/site%3Amill/publication`, site);
    expect(told.body).toMatchObject({ error: { code: "case/publication" } });
  });

  test("tells of a person who decided and why, and takes what is said of a row before what is said of its list", async () => {
    const id = await personOf("Nahid");
    expect(await visibilityOf(id)).toMatchObject({ visibility: null, rows: [{ decision: null, of: null }] });
    const listed = await decide(["list:families"], "full");
    expect(listed.body).toMatchObject({
      covers: ["list:families"],
      acts: [{ kind: "person.visibility-set" }],
    });
    expect(await visibilityOf(id)).toMatchObject({
      visibility: "full",
      rows: [{ of: "list", decision: { why: "as the families asked", by: "keeper", isConsentOver: false } }],
    });
    const { rows } = await visibilityOf(id);
    await decide([rows[0]?.id ?? ""], "initials", "as the sister asked");
    expect(await visibilityOf(id)).toMatchObject({
      visibility: "initials",
      rows: [{ of: "row", list: { name: "The families’ list" }, decision: { why: "as the sister asked" } }],
    });
    expect((await served.get(`${BASE}/people/person-none/visibility`)).status).toBe(404);
  });

  test("shows what goes out once everything is decided, and leaves out what is left out", async () => {
    await decide(["person:karimi", "speaker:s"], "full");
    await served.post(`${BASE}/places/site%3Amill/publication`, {
      ...{ decision: "coarsened", km: 5, risk: "looting", reason: "the families asked" },
      reviewer: "A. Reviewer",
    });
    const ready = await plan();
    expect(ready.undecided).toEqual([]);
    expect(ready.decided.map(({ id, decision }) => [id, decision.kind])).toEqual([
      ["list:families", "visibility"],
      ["person:karimi", "visibility"],
      ["speaker:s", "visibility"],
      ["site:mill", "publication"],
    ]);
    expect(ready.goes).toMatchObject({ persons: 4, sites: 1 });
    expect(ready.persons).toContainEqual({ visibility: "initials", count: 1 });
    const [figure] = ready.figures;
    if (figure === undefined) throw new Error("a figure goes out");
    const without = await plan(`&without=${encodeURIComponent(figure.id)}`);
    expect(without.figuresThatStay).toContainEqual({ ...figure, isLeftOut: true });
    expect((await served.get(`${BASE}/release-plan?profile=public&without=none`)).status).toBe(404);
    expect((await served.get(`${BASE}/release-plan?profile=everybody`)).status).toBe(400);
  });

  test("is not made of another case than was looked at", async () => {
    const { lookedAt } = await plan();
    const job = await publish({ lookedAt: lookedAt - 1 });
    expect(job).toMatchObject({ state: "failed", error: { code: "case/release-outdated" } });
    expect((await plan()).number).toBe(1);
  });

  test("lies in the folder of the case, is listed, and what it held can be looked up", async () => {
    const job = await publish({ note: "The first." });
    const made = { number: 1, profile: "public", folder: "releases/1-public" };
    expect(job).toMatchObject({ state: "done", published: made });
    const lies = join(folder, "c", "releases", "1-public");
    expect(readdirSync(lies)).toContain("tagmanifest-sha256.txt");
    const { releases } = (await served.get<ApiAnswers["published"]>(`${BASE}/published`)).body;
    expect(releases).toMatchObject([{ number: 1, note: "The first.", root: job.published?.root }]);
    const held = (await served.get<PublishedReleaseView>(`${BASE}/published/1`)).body;
    expect(held.changes).toBeNull();
    const [figure] = held.figures ?? [];
    const address = `${BASE}/published/1/figures/${encodeURIComponent(figure?.id ?? "")}`;
    const cited = (await served.get<ApiAnswers["citedFigure"]>(address)).body;
    expect(cited).toMatchObject({ isSame: true, cited: { valueText: figure?.valueText } });
    expect((await served.get(`${BASE}/published/2`)).status).toBe(404);
    expect((await served.get(`${BASE}/published/1/figures/none`)).status).toBe(404);
    // The case with a release in it is a sound case, and the command line says the same of it.
    const { out } = await inquest(folder, "published", "--case", "c", "--json");
    expect(JSON.parse(out).releases).toEqual(releases);
    expect((await verifyCase(join(folder, "c"))).ok).toBe(true);
  });

  test("says what is another than in the one before", async () => {
    await decide(["list:families"], "counted", "asked to be shown no more");
    expect(await publish()).toMatchObject({ state: "done" });
    const { changes } = (await served.get<PublishedReleaseView>(`${BASE}/published/2`)).body;
    expect(changes).toMatchObject({ since: 1, people: { added: 0, removed: 3, changed: 0 } });
  });

  test("cannot be made, nor anything be decided, where a case is only shown, and is shown all the same", async () => {
    const opened = await openCase({
      dir: join(folder, "c"),
      mode: "read",
      surroundings: surroundingsOf(folder),
    });
    try {
      const shown = serveCases([fixedSource(await readCase(opened))]);
      expect((await shown.get(`${BASE}/release-plan?profile=public`)).status).toBe(200);
      const given = { profile: "public", language: "en", lookedAt: 1 };
      expect((await shown.post(`${BASE}/published`, given)).status).toBe(423);
      const decision = { covers: ["speaker:s"], visibility: "full", why: "asked" };
      expect((await shown.post(`${BASE}/visibility`, decision)).status).toBe(423);
    } finally {
      await opened.close();
    }
  });
});
