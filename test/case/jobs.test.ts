import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { setImmediate, setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  createJobs,
  EstimatePlanGiven,
  type Jobs,
  type JobView,
  openCase,
  openLiveCase,
  planEstimate,
} from "../../src/case/index.ts";
import { startOwnProcess } from "../../src/core/index.ts";
import { fixedSurroundings, temporaryFolder } from "../case-fixture.ts";
import { inquest } from "./cli-fixture.ts";
import { makeTwoLists, must } from "./two-lists.ts";

let folder = "";
let jobs: Jobs;
const open = (dir: string): Jobs =>
  createJobs({ dir: join(folder, dir), homeDir: join(folder, "home"), actor: "keeper", now: Date.now });

async function ended(of: Jobs, id: string): Promise<JobView> {
  await expect
    .poll(() => of.list().find((job) => job.id === id)?.state, { timeout: 60_000 })
    .not.toBe("running");
  const job = of.list().find((each) => each.id === id);
  if (job === undefined) throw new TypeError(`no job ${id}`);
  return job;
}

const verdict = async (): Promise<string> => must(inquest(folder, "verify", "c", "--quiet"));

describe("long work in a process of its own", () => {
  beforeAll(async () => {
    folder = temporaryFolder("jobs");
    await makeTwoLists(folder);
    jobs = open("c");
  });
  afterAll(() => jobs.close());

  it("links as the command does, tells how far it is, and finds what stands already", async () => {
    const { id, state } = jobs.start("link");
    expect(state).toBe("running");
    const job = await ended(jobs, id);
    expect(job).toMatchObject({ state: "done", error: null, linked: { existed: true } });
    const { persons } = JSON.parse(await must(inquest(folder, "link", "--case", "c", "--json", "--quiet")));
    expect(job.linked?.persons).toBe(persons);
    expect(Date.parse(job.endedAt ?? "")).toBeGreaterThanOrEqual(Date.parse(job.startedAt));
  });

  it("runs one at a time, and says so", async () => {
    const { id } = jobs.start("link");
    expect(() => jobs.start("link")).toThrow(expect.objectContaining({ code: "case/job-running" }));
    await ended(jobs, id);
  });

  it("leaves nothing behind when it is cancelled, and can be started again", async () => {
    writeFileSync(join(folder, "more.csv"), "id,name\n1,Mina Rahimi\n2,Reza Karimi\n");
    writeFileSync(
      join(folder, "more.json"),
      JSON.stringify({
        v: 1,
        lists: { "فهرست شهر": { file: "more.csv", id: "id", fields: { name: { column: "name" } } } },
      }),
    );
    await must(inquest(folder, "import", "--recipe", "more.json", "--case", "c", "--quiet"));
    const acts = async () => (await must(inquest(folder, "log", "c", "--json"))).trim().split("\n").length;
    const before = await acts();
    const { id } = jobs.start("link");
    const job = () => jobs.list().find((each) => each.id === id);
    await expect.poll(() => job()?.progress?.step, { interval: 1, timeout: 30_000 }).toBeTruthy();
    const cancelled = await jobs.cancel(id);
    expect(cancelled).toMatchObject({ state: "cancelled", linked: null, error: null });
    expect(await acts()).toBe(before);
    expect(await verdict()).toBeTruthy();
    const again = await ended(jobs, jobs.start("link").id);
    expect(again).toMatchObject({ state: "done", linked: { existed: false } });
    expect(await acts()).toBeGreaterThan(before);
    // One that has ended stays as it is.
    expect(await jobs.cancel(again.id)).toEqual(again);
  });

  it("is done, not cancelled, once it has told what came of it", async () => {
    const { id } = jobs.start("link");
    while (jobs.list()[0]?.linked === null && jobs.list()[0]?.error === null) await setImmediate();
    expect(jobs.list()[0]).toMatchObject({ id, state: "running" });
    expect(await jobs.cancel(id)).toMatchObject({ state: "done", linked: { existed: true } });
  });

  it("ends when the program that began it has gone", async () => {
    const child = startOwnProcess(new URL("../../src/case/jobs.ts", import.meta.url).href, "job-process", {
      stdio: ["ignore", "ignore", "inherit", "ipc"],
    });
    const told: unknown[] = [];
    child.on("message", (news) => told.push(news));
    child.send({ kind: "link", dir: join(folder, "c"), homeDir: join(folder, "home"), actor: "keeper" });
    await once(child, "message");
    child.disconnect();
    expect(await once(child, "exit")).toEqual([1, null]);
    expect(told).not.toContainEqual(expect.objectContaining({ news: "linked" }));
    // The lock that it leaves is taken over.
    expect(await ended(jobs, jobs.start("link").id)).toMatchObject({ state: "done" });
  });

  it("waits for somebody who writes for a moment, and lets nobody write meanwhile", async () => {
    const surroundings = { ...fixedSurroundings(folder), actor: "keeper" };
    const live = await openLiveCase({ dir: join(folder, "c"), surroundings });
    const nothing = () => Promise.resolve(null);
    await live.write?.(async () => {
      expect(live.jobs?.start("link").state).toBe("running");
      await setTimeout(1000);
    });
    await expect(live.write?.(nothing)).rejects.toMatchObject({ code: "case/job-running" });
    expect(await ended(live.jobs ?? jobs, "job-1")).toMatchObject({ state: "done" });
    await live.write?.(nothing);
    await live.close();
  });

  it("estimates by a plan that somebody stated in words, and not by one that says nothing", async () => {
    const surroundings = { ...fixedSurroundings(folder), actor: "keeper" };
    const opened = await openCase({ dir: join(folder, "c"), mode: "write", surroundings });
    const plan = EstimatePlanGiven.parse({ assumption: { en: "–" }, methods: ["chao", "dga"] });
    await expect(planEstimate(opened, plan)).rejects.toMatchObject({ code: "case/estimate-assumption" });
    const stated = { ...plan, assumption: { en: "Given the person, the lists act independently." } };
    await expect(planEstimate(opened, { ...stated, lists: ["nowhere", "a"] })).rejects.toMatchObject({
      code: "case/not-found",
    });
    expect((await planEstimate(opened, stated)).before).toBeNull();
    const acts = opened.acts();
    await planEstimate(opened, stated);
    expect(opened.acts()).toBe(acts);
    // Another plan behind it: one that is stated again keeps its place, and its assumption stands alone.
    const other = EstimatePlanGiven.parse({ ...stated, id: "named-lists", lists: ["families", "فهرست شهر"] });
    await planEstimate(opened, other);
    const { before } = await planEstimate(opened, {
      ...stated,
      assumption: { fa: "هیچ فهرستی از فهرست دیگر برگرفته نشده است." },
    });
    expect(before).toEqual({ id: "linked-lists", methods: stated.methods, assumption: stated.assumption });
    // What stood before is sent as it is, lists by their names.
    expect((await planEstimate(opened, other)).before).toMatchObject({ lists: other.lists });
    await planEstimate(opened, {
      ...stated,
      assumption: { fa: "هیچ فهرستی از فهرست دیگر برگرفته نشده است." },
    });
    expect(opened.config.identifyingAssumption).toEqual({ fa: "هیچ فهرستی از فهرست دیگر برگرفته نشده است." });
    await planEstimate(opened, stated);
    expect(opened.config.estimates.map(({ id }) => id)).toEqual(["linked-lists", "named-lists"]);
    const half = { ...stated, assumption: { en: `${stated.assumption.en} \ud800` } };
    await expect(planEstimate(opened, half)).rejects.toMatchObject({ reaction: "input" });
    await opened.close();
    const job = await ended(jobs, jobs.start("estimate").id);
    expect(job).toMatchObject({
      state: "done",
      estimated: { ids: ["linked-lists", "named-lists"], existed: 0 },
    });
    const shown = await must(inquest(folder, "estimate", "--case", "c", "--quiet"));
    expect(shown).toContain("takes for granted: Given the person, the lists act independently.");
    expect(await verdict()).toBeTruthy();
  });

  it("fails with the reason where there is nothing to do, and where somebody else writes", async () => {
    await must(inquest(folder, "init", "empty", "--title", "Empty"));
    const writing = await openCase({
      dir: join(folder, "c"),
      mode: "write",
      surroundings: { ...fixedSurroundings(folder), actor: "keeper" },
    });
    expect(await ended(jobs, jobs.start("link").id)).toMatchObject({
      state: "failed",
      error: { code: "ledger/case-locked" },
    });
    await writing.close();
    const empty = open("empty");
    expect(await ended(empty, empty.start("estimate").id)).toMatchObject({
      state: "failed",
      error: { code: "case/no-estimate-plan" },
    });
    expect(await ended(empty, empty.start("link").id)).toMatchObject({
      state: "failed",
      error: { code: "case/nothing-to-link" },
    });
  });
});
