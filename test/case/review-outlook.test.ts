import { randomBytes } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { judgePair, type OpenCase, openCase, readCase } from "../../src/case/index.ts";
import { silentProgress } from "../../src/core/index.ts";
import { fixedSurroundings, temporaryFolder } from "../case-fixture.ts";
import { inquest } from "./cli-fixture.ts";
import { makeTwoLists, must } from "./two-lists.ts";

let folder = "";
beforeEach(async () => {
  folder = temporaryFolder("review-outlook");
  await makeTwoLists(folder);
});

/** The clock goes on by as many seconds with each answer. */
const SECONDS_EACH = 12;
/** After the case was made: no act is older than the one before it. */
const START = Date.now() + 86_400_000;
let answers = 0;

// Each opening draws anew: two acts of one time must not have one id.
const random = (sizeBytes: number) => new Uint8Array(randomBytes(sizeBytes));

async function keeper<T>(action: (opened: OpenCase) => Promise<T>): Promise<T> {
  const now = () => START + answers * SECONDS_EACH * 1000;
  const opened = await openCase({
    dir: `${folder}/c`,
    mode: "write",
    progress: silentProgress,
    surroundings: { ...fixedSurroundings(folder), now, random, actor: "keeper" },
  });
  try {
    return await action(opened);
  } finally {
    await opened.close();
  }
}

const open = { queue: "open", sample: { seed: 1, size: 40 }, offset: 0, limit: 1 } as const;
const outlook = () => keeper(async (opened) => (await readCase(opened)).reviewOutlook("en"));
const review = (of: Partial<{ queue: "audit" | "second" }> = {}) =>
  keeper(async (opened) => (await readCase(opened)).review({ ...open, ...of }, "en"));

/** Answers whatever waits, until nothing does or so many are answered. */
const answerAll = (answer: "same" | "different", most = 1000) =>
  keeper(async (opened) => {
    const reader = await readCase(opened);
    for (let answered = 0; answered < most; answered += 1) {
      const [pair] = (await reader.review(open, "en")).pairs;
      if (pair === undefined) return;
      answers += 1;
      await judgePair(opened, {
        ...{ left: pair.left.id, right: pair.right.id, answer, asked: pair.asked, isBlind: false },
        reason: "all of them",
      });
    }
  });

const FIGURE = "howMany.documented.persons";

describe("what the pairs that wait may still change", { timeout: 180_000 }, () => {
  it.each([
    ["same", "allSame"],
    ["different", "allDifferent"],
  ] as const)("is what the figures become once all are answered %s", async (answer, then) => {
    const before = await outlook();
    expect(before.waiting).toBeGreaterThan(10);
    const figure = before.figures?.find(({ id }) => id === FIGURE);
    if (figure === undefined) throw new Error("the number of persons may change");
    expect(figure.label).toBe("Persons documented by name on the linked lists");
    expect(figure.allSame).toBeLessThan(figure.now);
    expect(figure.allDifferent).toBeGreaterThan(figure.now);
    expect(figure.asLeft).toBe(figure.now);
    expect(before.likely?.high).toBeLessThanOrEqual(figure.allDifferent);
    await answerAll(answer);
    const after = await outlook();
    // Nothing waits any more, and all three are the one that was told for these answers.
    const told = figure[then];
    expect(after.waiting).toBe(0);
    expect(after.figures?.find(({ id }) => id === FIGURE)).toEqual({
      ...figure,
      ...{ now: figure.now, asLeft: told, allSame: told, allDifferent: told },
    });
  });

  it("is nothing once the next link has heard of every answer", async () => {
    await answerAll("different");
    await must(inquest(folder, "link", "--case", "c", "--quiet"));
    await answerAll("different");
    await must(inquest(folder, "link", "--case", "c", "--quiet"));
    expect(await outlook()).toMatchObject({ waiting: 0, figures: [] });
  });
});

describe("the cut from which the machine links", { timeout: 180_000 }, () => {
  it("is told with the persons that other cuts would make, the recorded ones at its own", async () => {
    const { cuts, howMany, likely } = await keeper(async (opened) => {
      const reader = await readCase(opened);
      return { ...(await reader.linkCuts("en")), howMany: reader.answers("en").howMany };
    });
    const persons = cuts.map((cut) => cut.persons);
    expect(persons.length).toBeGreaterThan(4);
    // A higher cut joins no more rows than a lower one.
    expect(persons).toEqual(persons.toSorted((a, b) => a - b));
    expect(Math.max(...persons)).toBeGreaterThan(Math.min(...persons));
    const [own] = cuts.filter(({ isOwn }) => isOwn);
    expect(own?.persons).toBe(howMany.find(({ id }) => id === FIGURE)?.value);
    expect(own?.probability).toBeCloseTo(0.9);
    expect(likely?.id).toBe("howMany.linkage.persons");
  });
});

describe("progress of a queue", { timeout: 180_000 }, () => {
  it("counts done and left, and tells hours once there are answers enough, at the pace of whoever asks", async () => {
    const { progress, waiting } = await review();
    const left = waiting.contradictions + waiting.bridges + waiting.band;
    expect(progress).toEqual({ done: 0, left, pace: null });
    await answerAll("different", 10);
    expect((await review()).progress).toMatchObject({ done: 10, pace: null });
    await answerAll("different", 1);
    const after = (await review()).progress;
    expect(after).toMatchObject({
      done: 11,
      pace: { secondsEach: SECONDS_EACH, measuredOn: 10, secondsLeft: after.left * SECONDS_EACH },
    });
    // A pause is no part of the pace.
    answers += 1000;
    await answerAll("different", 1);
    expect((await review()).progress.pace).toMatchObject({ secondsEach: SECONDS_EACH, measuredOn: 10 });
    const audit = (await review({ queue: "audit" })).progress;
    expect(audit.done + audit.left).toBe(40);
    expect((await review({ queue: "second" })).progress).toMatchObject({ done: 0, left: 0 });
  });
});
