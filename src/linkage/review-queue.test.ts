import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { measureAgreement } from "./agreement.ts";
import { auditSample } from "./audit-sample.ts";
import { makeAgenda } from "./review-agenda.ts";
import type { ReviewedPair, ReviewPairs } from "./review-pairs.ts";
import { reviewQueue, secondLooks } from "./review-queue.ts";

const [LINK, REVIEW] = [3170, -3170];

/** Pairs `[left, right, weight in bits]`, strongest first, over clusters that are given as lists of records. */
function pairsOf(
  recordCount: number,
  clusters: readonly (readonly number[])[],
  scored: readonly (readonly [left: number, right: number, bits: number])[],
): ReviewPairs {
  const clusterOf = Int32Array.from({ length: recordCount }, (_, record) => record);
  for (const members of clusters) for (const member of members) clusterOf[member] = members[0] ?? member;
  const sorted = scored.toSorted((a, b) => b[2] - a[2]);
  return {
    recordCount,
    left: Int32Array.from(sorted, ([left]) => left),
    right: Int32Array.from(sorted, ([, right]) => right),
    weights: Int32Array.from(sorted, ([, , bits]) => Math.round(bits * 1000)),
    together: Uint8Array.from(sorted, ([left, right]) => (clusterOf[left] === clusterOf[right] ? 1 : 0)),
    clusterOf,
    linkWeight: LINK,
    reviewWeight: REVIEW,
    keyOf: (record) => `r${record}`,
  };
}

/** A chain 0–1–2 held by a weak link, a sure pair 3–4, two doubtful records 5 and 6 near them, and 7 alone. */
const pairs = pairsOf(
  8,
  [
    [0, 1, 2],
    [3, 4],
  ],
  [
    [0, 1, 12],
    [1, 2, 4],
    [0, 2, 1],
    [3, 4, 14],
    [3, 5, 0.1],
    [4, 5, -0.5],
    [6, 7, -2.5],
    [5, 6, 0],
  ],
);
const agenda = makeAgenda(pairs);

function said(
  left: number,
  right: number,
  decision: ReviewedPair["decision"],
  more: Partial<ReviewedPair> = {},
) {
  const base = {
    isDisputed: false,
    isChanged: false,
    isConfirmed: false,
    sawAgainst: false,
    reviewers: 1,
    isMine: true,
  };
  return { left, right, decision, ...base, ...more };
}
const queueOf = (...reviewed: readonly ReviewedPair[]) =>
  reviewQueue(agenda, reviewed).map(({ left, right, why }) => `${why} ${left}-${right}`);

describe("the review queue", () => {
  test("asks the weakest bridge first, then one pair between two clusters, by what an answer tells", () => {
    // 3-5 is the closest to even and settles two pairs; 4-5 asks the same.
    expect(queueOf()).toEqual(["bridge 1-2", "band 3-5", "band 5-6", "band 6-7"]);
  });

  test("leaves out what was judged and what judgements already answer", () => {
    expect(queueOf(said(1, 2, "same"))).toEqual(["band 3-5", "band 5-6", "band 6-7"]);
    expect(queueOf(said(3, 5, "same"), said(4, 3, "same"))).not.toContain("band 4-5");
    expect(queueOf(said(5, 6, "same"), said(6, 7, "different"), said(5, 7, "different"))).toEqual([
      "bridge 1-2",
      "band 3-5",
    ]);
  });

  test("asks another pair of two clusters after a no or an unsure, later than before", () => {
    expect(queueOf(said(3, 5, "different"))).toEqual(["bridge 1-2", "band 5-6", "band 6-7", "band 4-5"]);
    expect(queueOf(said(3, 5, "unsure"))).toContain("band 4-5");
  });

  test("puts contradictions first: disputes, judgements that cannot all hold, evidence against a judgement, changed rows", () => {
    const queue = queueOf(
      said(6, 7, null, { isDisputed: true, reviewers: 2 }),
      said(0, 7, "same"),
      said(3, 4, "different"),
      said(1, 2, "same", { isChanged: true }),
      said(5, 6, "same"),
      said(5, 3, "same"),
      said(6, 3, "different"),
    );
    expect(queue.slice(0, 4)).toEqual([
      "disputed 6-7",
      ...queue.slice(1, 4).filter((each) => each.startsWith("same-and-different")),
    ]);
    expect(
      queue
        .slice(1, 4)
        .map((each) => each.split(" ")[1])
        .sort(),
    ).toEqual(["5-3", "5-6", "6-3"]);
    expect(queue.slice(4, 6).sort()).toEqual(["against-evidence 0-7", "against-evidence 3-4"]);
    expect(queue[6]).toBe("changed 1-2");
  });

  test("lets a contradiction go that somebody kept to, and not one on which reviewers disagree", () => {
    expect(queueOf(said(3, 4, "different", { isConfirmed: true }))[0]).toBe("bridge 1-2");
    expect(queueOf(said(3, 4, "different", { sawAgainst: true }))[0]).toBe("bridge 1-2");
    const disputed = said(3, 4, null, { isDisputed: true, isConfirmed: true, reviewers: 2 });
    expect(queueOf(disputed)[0]).toBe("disputed 3-4");
  });

  test("never asks a pair twice and never asks what was answered, whatever was said", () => {
    const answer = fc.constantFrom("same" as const, "different" as const, "unsure" as const);
    const record = fc.integer({ min: 0, max: 7 });
    fc.assert(
      fc.property(fc.array(fc.tuple(record, record, answer), { maxLength: 12 }), (judged) => {
        const seen = new Map(
          judged
            .filter(([left, right]) => left !== right)
            .map(([left, right, decision]) => [
              [left, right].sort().join("-"),
              said(Math.min(left, right), Math.max(left, right), decision),
            ]),
        );
        const queue = reviewQueue(agenda, [...seen.values()]);
        const asked = queue.map(({ left, right }) => [left, right].sort().join("-"));
        expect(new Set(asked).size).toBe(asked.length);
        for (const [index, { why }] of queue.entries())
          if (why === "bridge" || why === "band") expect(seen.has(asked[index] ?? "")).toBe(false);
      }),
    );
  });
});

describe("second looks and audits", () => {
  test("give what others judged, unsure first, in an order that only the seed decides", () => {
    const others = [
      said(0, 1, "same", { isMine: false }),
      said(1, 2, "different", { isMine: false }),
      said(3, 4, "unsure", { isMine: false }),
      said(5, 6, "same"),
      said(6, 7, "same", { isMine: false, reviewers: 2 }),
    ];
    const looks = (seed: number) =>
      secondLooks(agenda, others, seed).map(({ left, right }) => `${left}-${right}`);
    expect(looks(1)[0]).toBe("3-4");
    expect(looks(1).toSorted()).toEqual(["0-1", "1-2", "3-4"]);
    expect(new Set([1, 2, 3, 4, 5, 6].map((seed) => looks(seed).join())).size).toBeGreaterThan(1);
  });

  test("draw from every stratum, the same pairs when others come, and at most as many as there are", () => {
    const sample = (of: ReviewPairs, size: number) =>
      auditSample(of, { seed: 7, size }).map(({ left, right }) => `${left}-${right}`);
    expect(sample(pairs, 4)).toHaveLength(4);
    expect(sample(pairs, 100)).toHaveLength(8);
    // Linked surely, linked less surely, apart below one half: one of each, whichever they are.
    const weights = auditSample(pairs, { seed: 7, size: 3 }).map(
      ({ pair }) => pairs.weights[pair ?? -1] ?? 0,
    );
    expect(weights.filter((weight) => weight >= 6630)).toHaveLength(1);
    expect(weights.filter((weight) => weight < LINK).length).toBeGreaterThanOrEqual(1);
    const more = pairsOf(
      10,
      [
        [0, 1, 2],
        [3, 4],
        [8, 9],
      ],
      [
        ...Array.from(
          pairs.left,
          (left, row) => [left, pairs.right[row] ?? 0, (pairs.weights[row] ?? 0) / 1000] as const,
        ),
        [8, 9, 13],
      ],
    );
    const kept = sample(more, 4).filter((pair) => sample(pairs, 4).includes(pair));
    expect(kept.length).toBeGreaterThanOrEqual(3);
  });
});

describe("agreement", () => {
  test("is Cohen's kappa: his own example of two diagnosticians", () => {
    // Cohen 1960: two diagnosticians, 200 patients, kappa .492.
    const table = [
      [88, 14, 18],
      [10, 40, 10],
      [2, 6, 12],
    ];
    const answers = ["same", "different", "unsure"] as const;
    const said = table.flatMap((row, one) =>
      row.flatMap((count, other) =>
        Array.from({ length: count }, () => [answers[one] ?? "same", answers[other] ?? "same"] as const),
      ),
    );
    const { pairs: n, raw, kappa } = measureAgreement(said);
    expect([n, raw]).toEqual([200, 0.7]);
    expect(kappa).toBeCloseTo(0.492, 3);
  });

  test("has no kappa where chance alone agrees, and no number without pairs", () => {
    expect(measureAgreement([])).toEqual({
      pairs: 0,
      agreed: 0,
      raw: null,
      kappa: null,
      standardError: null,
    });
    expect(measureAgreement([["same", "same"]])).toMatchObject({ raw: 1, kappa: null });
    expect(
      measureAgreement([
        ["same", "different"],
        ["different", "same"],
      ]).kappa,
    ).toBe(-1);
  });
});
