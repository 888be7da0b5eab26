import { expect, test } from "vitest";
import type { JobView } from "../src/server/client.ts";
import { createJobWatch } from "./job-watch.ts";

const job = (id: string, state: JobView["state"], kind: JobView["kind"] = "link"): JobView => ({
  ...{ id, kind, state, startedAt: "2026-01-01T00:00:00Z", endedAt: null },
  ...{ progress: null, linked: null, estimated: null, published: null, error: null },
});

function watched() {
  const done: string[] = [];
  const watch = createJobWatch("link", () => done.push("done"));
  return { watch, done };
}

test("an answer that comes late says nothing any more", () => {
  const { watch, done } = watched();
  const [early, late] = [watch.begin(), watch.begin()];
  expect(watch.looked(late, { canStart: true, jobs: [job("a", "running")] })?.jobs).toHaveLength(1);
  expect(watch.looked(early, { canStart: true, jobs: [] })).toBeNull();
  expect(watch.looked(watch.begin(), { canStart: true, jobs: [job("a", "done")] })?.jobs?.[0]?.state).toBe(
    "done",
  );
  expect(done).toEqual(["done"]);
});

test("what was started is known at once, and no question asked before it can take it away", () => {
  const { watch, done } = watched();
  const before = watch.begin();
  expect(watch.acted(job("a", "running")).jobs?.map(({ id }) => id)).toEqual(["a"]);
  expect(watch.looked(before, { canStart: true, jobs: [] })).toBeNull();
  expect(watch.looked(watch.begin(), { canStart: true, jobs: [job("a", "done")] })).not.toBeNull();
  expect(watch.looked(watch.begin(), { canStart: true, jobs: [job("a", "done")] })).not.toBeNull();
  expect(done).toEqual(["done"]);
});

test("a job that is done when its start is answered is told too; one that was done before, or is of another kind, is not", () => {
  const { watch, done } = watched();
  const old = [job("old", "done"), job("x", "running", "estimate")];
  watch.looked(watch.begin(), { canStart: true, jobs: old });
  expect(watch.acted(job("quick", "done")).jobs?.map(({ id }) => id)).toEqual(["quick", "old", "x"]);
  expect(done).toEqual(["done"]);
  watch.looked(watch.begin(), { canStart: true, jobs: [job("x", "done", "estimate"), ...old] });
  watch.acted(job("stopped", "cancelled"));
  expect(done).toEqual(["done"]);
});
