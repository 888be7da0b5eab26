import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { verifyCase } from "../../src/case/index.ts";
import { temporaryFolder } from "../case-fixture.ts";
import { inquest, inquestAs, type Somebody } from "./cli-fixture.ts";
import { makeTwoLists, must, TRUTH } from "./two-lists.ts";

const Row = z.looseObject({ id: z.string(), recordId: z.string(), clusterSize: z.number().nullable() });
const Pair = z.looseObject({
  left: Row,
  right: Row,
  why: z.string(),
  isBlind: z.boolean(),
  fields: z.array(z.looseObject({ field: z.string(), agreement: z.string() })),
  waterfall: z
    .looseObject({
      priorBits: z.number(),
      jointBits: z.number(),
      restBits: z.number(),
      totalBits: z.number(),
      isHeldBack: z.boolean(),
      steps: z.array(
        z.looseObject({
          ...{ comparison: z.string(), level: z.string() },
          ...{ bits: z.number(), totalBits: z.number() },
        }),
      ),
    })
    .nullable(),
  judgements: z.array(z.looseObject({ answer: z.string() })),
});
const Queue = z.looseObject({
  waiting: z.looseObject({
    contradictions: z.number(),
    bridges: z.number(),
    band: z.number(),
    second: z.number(),
    audit: z.number(),
  }),
  judged: z.looseObject({ pairs: z.number(), mine: z.number() }),
  sinceLink: z.number(),
  agreement: z.looseObject({ pairs: z.number(), raw: z.number().nullable(), kappa: z.number().nullable() }),
  audit: z
    .looseObject({ judged: z.number(), precision: z.looseObject({ value: z.number() }).nullable() })
    .nullable(),
  pairs: z.array(Pair),
});
const Judged = z.looseObject({
  pairs: z.array(
    z.looseObject({
      decision: z.string().nullable(),
      contradiction: z.string().nullable(),
      judgements: z.array(
        z.looseObject({ id: z.string(), by: z.string(), reason: z.string().nullable(), stands: z.boolean() }),
      ),
    }),
  ),
});

const Said = z.looseObject({ answer: z.string(), isBlind: z.boolean(), weightBits: z.number().nullable() });

let folder = "";
const review = (who: Somebody, ...more: readonly string[]) =>
  inquestAs(folder, who, "review", ...more, "--case", "c", "--quiet");
const queue = async (who: Somebody, ...more: readonly string[]) =>
  Queue.parse(JSON.parse(await must(review(who, ...more, "--json"))));
const disputes = async () => (await queue({})).pairs.filter(({ why }) => why === "disputed").length;
const list = async () => Judged.parse(JSON.parse(await must(review({}, "--list", "--json"))));
const link = () => must(inquest(folder, "link", "--case", "c", "--quiet"));
/** What somebody who knows the truth presses. */
const truly = ({ left, right }: z.infer<typeof Pair>) => {
  const person = ({ recordId }: z.infer<typeof Row>) => TRUTH.get(`${recordId.split("-")[0]}:${recordId}`);
  return person(left) === person(right) ? "y" : "n";
};

beforeAll(async () => {
  folder = temporaryFolder("review-command");
  await makeTwoLists(folder);
});

describe("inquest review", { timeout: 180_000 }, () => {
  it("puts doubtful bridges before the middle band, weakest first, each with a waterfall that adds up", async () => {
    const { waiting, pairs } = await queue({}, "--limit", "200");
    expect(waiting).toMatchObject({ contradictions: 0, second: 0, audit: 0 });
    expect(pairs.map(({ why }) => why)).toEqual([
      ...Array.from({ length: waiting.bridges }, () => "bridge"),
      ...Array.from({ length: waiting.band }, () => "band"),
    ]);
    const bridges = pairs.slice(0, waiting.bridges).map(({ waterfall }) => waterfall?.totalBits ?? 0);
    expect(bridges).toEqual(bridges.toSorted((a, b) => a - b));
    for (const { waterfall } of pairs) {
      if (waterfall === null) throw new Error("a pair of the queue was scored");
      const { priorBits, steps, jointBits, restBits, totalBits, isHeldBack } = waterfall;
      const sum = steps.reduce((total, { bits }) => total + bits, priorBits) + jointBits + restBits;
      expect(sum).toBeCloseTo(totalBits, 9);
      // Nothing is left over but what holds a pair with two names back.
      expect(restBits < 0).toBe(isHeldBack);
    }
    expect((await queue({}, "--limit", "3")).pairs).toEqual(pairs.slice(0, 3));
    expect(waiting.bridges).toBeGreaterThan(5);
    expect(waiting.band).toBeGreaterThan(5);
  });

  it("marks a value that linkage takes for the same by what the waterfall says of it", async () => {
    const { pairs } = await queue({}, "--limit", "200");
    const named = pairs.flatMap(({ fields, waterfall }) => {
      const name = fields.find(({ field }) => field === "name");
      const step = waterfall?.steps.find(({ comparison }) => comparison === "name");
      return name === undefined || step === undefined ? [] : [{ name, step }];
    });
    const soundAlike = named.filter(({ step }) => step.level === "same-sound");
    expect(soundAlike.length).toBeGreaterThan(0);
    expect(soundAlike.filter(({ name }) => name.agreement === "differs")).toEqual([]);
    const differ = named.filter(({ step }) => step.level === "different");
    expect(differ.filter(({ name }) => name.agreement === "alike")).toEqual([]);
  });

  it("takes answers over a pipe, with reasons, skips and undoing, and ends with what was done", async () => {
    const before = await queue({});
    const { code, out, err } = await review({
      typed: ["n the towns differ", "z", "s", "y", "r seen in the file", "u", "x", "q"],
    });
    expect(code, err).toBe(0);
    expect(out).toContain("1. A weak link holds a cluster together");
    expect(out).toMatch(/Name {11}≈ {2}\u2068/u);
    expect(err).toContain("2 judged, 1 taken back, 1 skipped.");
    expect(err).toContain("No such key: \u2068x\u2069");
    const after = await queue({});
    expect(after.judged).toMatchObject({ pairs: 2, mine: 2 });
    expect(after.sinceLink).toBe(2);
    // The one that was taken back and then skipped waits where it was.
    expect(after.pairs[0]?.left.id).toBe(before.pairs[0]?.left.id);
    const reasons = (await list()).pairs.flatMap(({ judgements }) => judgements.map(({ reason }) => reason));
    expect(reasons).toEqual(expect.arrayContaining(["the towns differ", "seen in the file", null]));
  });

  it("hides score and earlier answers in an audit, draws the same sample again, and measures the links by it", async () => {
    // A sample without the pair that the sitting before judged with its score and took back: that one is not blind.
    const sample = ["--sample", "30", "--seed", "4"];
    const first = await queue({}, ...sample);
    expect(first.waiting.audit).toBe(30);
    for (const { isBlind, waterfall, judgements, left } of first.pairs) {
      expect({ isBlind, waterfall, judgements, size: left.clusterSize }).toEqual({
        ...{ isBlind: true, waterfall: null, judgements: [], size: null },
      });
    }
    const again = await queue({}, ...sample);
    expect(again.pairs.map(({ left }) => left.id)).toEqual(first.pairs.map(({ left }) => left.id));
    const other = await queue({}, "--sample", "30", "--seed", "6");
    expect(other.pairs.map(({ left }) => left.id)).not.toEqual(first.pairs.map(({ left }) => left.id));
    const { err } = await review({ typed: first.pairs.map(truly) }, ...sample);
    expect(err).toMatch(/The score was [+−-][\d.]+ bits, match probability [\d.]+\./u);
    const { waiting, audit } = await queue({}, ...sample);
    expect(waiting.audit).toBe(0);
    expect(audit?.judged).toBe(30);
    expect(audit?.precision?.value).toBeGreaterThan(0.8);
  });

  it("records as seen, not as blind, what is said after an answer told the score and was taken back", async () => {
    const sample = ["--sample", "8", "--seed", "11"];
    const [first] = (await queue({}, ...sample)).pairs;
    if (first === undefined) throw new Error("a pair of the sample waits");
    const { audit } = await queue({}, ...sample);
    const { out, err } = await review({ typed: ["n", "z", "y the first key was a slip", "q"] }, ...sample);
    expect(err).toMatch(/The score was [+−-][\d.]+ bits/u);
    // The same pair again: now with the score that its reviewer was told.
    expect(out.match(/^\d+\. /gmu)).toHaveLength(4);
    expect(out.match(/The score is hidden/gu)).toHaveLength(3);
    const judged = await must(review({}, "--list", "--json"));
    const [last] = z
      .looseObject({ pairs: z.array(z.looseObject({ judgements: z.array(Said) })) })
      .parse(JSON.parse(judged)).pairs;
    expect(last?.judgements).toMatchObject([
      { answer: "different", isBlind: true, weightBits: null, stands: false },
      { answer: "same", isBlind: false, weightBits: expect.any(Number), stands: true },
    ]);
    expect((await queue({}, ...sample)).audit?.judged).toBe(audit?.judged);
  });

  it("gives a second reviewer what the first judged, blind, and tells raw agreement and kappa with n", async () => {
    const second = { actor: "second" };
    const device = await enrol("second");
    await must(inquest(folder, "vouch", "second", device, "--case", "c"));
    const looks = await queue(second, "--second");
    expect(looks.waiting.second).toBe(looks.pairs.length);
    expect(looks.pairs.length).toBeGreaterThan(30);
    expect(looks.pairs.every(({ isBlind, judgements }) => isBlind && judgements.length === 0)).toBe(true);
    const typed = looks.pairs.slice(0, 20).map(truly);
    // The second to last is answered wrongly, so that the two disagree on it.
    const wrong = typed.map((key, at) => (at === 18 ? (key === "y" ? "n" : "y") : key));
    await must(review({ ...second, typed: wrong }, "--second"));
    const { agreement, waiting, pairs } = await queue({});
    expect(agreement.pairs).toBe(20);
    expect(agreement.raw).toBeLessThan(1);
    expect(agreement.raw).toBeGreaterThan(0.8);
    expect(agreement.kappa).toBeGreaterThan(0.5);
    // What the audit judged blind against the machine waits as well.
    expect(waiting.contradictions).toBeGreaterThanOrEqual(1);
    expect(await disputes()).toBe(1);
    expect(pairs[0]?.why).toBe("disputed");
  });

  it("settles a dispute only with a reason, and links by what was settled", async () => {
    const device = await enrol("third");
    await must(inquest(folder, "vouch", "third", device, "--case", "c"));
    const [pair] = (await queue({ actor: "third" })).pairs;
    if (pair === undefined) throw new Error("a dispute waits");
    const records = [pair.left.id, pair.right.id];
    const without = await review({ actor: "third" }, ...records, "same");
    expect(without).toMatchObject({ code: 5, err: expect.stringContaining("case/judgement-reason") });
    const word = truly(pair) === "y" ? "same" : "different";
    await must(review({ actor: "third" }, ...records, word, "--why", "both files were read again"));
    const { sinceLink } = await queue({});
    expect(await disputes()).toBe(0);
    expect(sinceLink).toBeGreaterThan(20);
    expect(await link()).toMatch(/Bound by \d+ judged pairs/u);
    expect((await queue({})).sinceLink).toBe(0);
    const { out } = await inquest(folder, "link", "explain", ...records, "--case", "c", "--quiet");
    expect(out).toContain("both files were read again");
    expect((await verifyCase(`${folder}/c`)).problems).toEqual([]);
  });

  it("tells in Persian what it tells in English, and refuses what is no review", async () => {
    const persian = await review({ typed: ["q"] }, "--lang", "fa");
    expect(persian.out).not.toMatch(/review\.|level\./u);
    expect(persian.err).toContain("در انتظار");
    expect((await review({}, "families:families-00010", "memorial:nobody", "same")).code).toBe(3);
    expect((await review({}, "families:families-00010", "memorial:memorial-00010", "perhaps")).code).toBe(2);
    expect((await review({}, "--second", "--sample", "5")).code).toBe(2);
    expect((await review({}, "--undo", "no-such-act")).code).toBe(3);
    const [judged] = (await list()).pairs.flatMap(({ judgements }) =>
      judgements.filter(({ by, stands }) => by === "third" && stands),
    );
    expect((await review({}, "--undo", judged?.id ?? "")).code).toBe(5);
    await must(review({ actor: "third" }, "--undo", judged?.id ?? "", "--why", "another file"));
    expect(await disputes()).toBe(1);
  });
});

/** The key of somebody who has written nothing yet: by writing something harmless. */
async function enrol(actor: string): Promise<string> {
  const pair = ["families:families-00001", "memorial:memorial-00002"];
  await must(review({ actor }, ...pair, "different"));
  const id = (await list()).pairs.flatMap(({ judgements }) => judgements).find(({ by }) => by === actor)?.id;
  await must(review({ actor }, "--undo", id ?? ""));
  const people = await must(inquest(folder, "people", "--case", "c", "--json"));
  const known = z
    .looseObject({ keys: z.array(z.looseObject({ actor: z.string(), device: z.string() })) })
    .parse(JSON.parse(people));
  return known.keys.find((each) => each.actor === actor)?.device ?? "";
}
