import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  createTwoPersons,
  requireAgreementCounts,
  requireSecondPerson,
  type SignedAct,
} from "./two-persons.ts";

const ANNA = { actor: "anna", device: "ed25519-a" };
const ANNA_AGAIN = { actor: "anna", device: "ed25519-a2" };
const BAHAR = { actor: "bahar", device: "ed25519-b" };
const RULED = ["item.shredded"] as const;

function log(...acts: readonly Omit<SignedAct, "id">[]) {
  const rule = createTwoPersons(() => RULED);
  for (const [index, act] of acts.entries()) rule.apply({ id: `act-${index}`, ...act });
  return rule;
}
const enrolled = (key: typeof ANNA) => ({ ...key, kind: "actor.enrolled", body: {} });
const vouched = (by: typeof ANNA, whom: typeof ANNA) => ({ ...by, kind: "actor.vouched", body: { ...whom } });
const proposed = (by: typeof ANNA) => ({
  ...by,
  kind: "act.proposed",
  body: { kind: "item.shredded", subject: "item-1", why: "consent was withdrawn" },
});
const seconded = (by: typeof ANNA, proposal: string) => ({ ...by, kind: "act.seconded", body: { proposal } });
const shredded = (by: typeof ANNA) => ({ ...by, kind: "item.shredded", body: { item: "item-1" } });

describe("the two-person rule", () => {
  test("lets an act be done once after another vouched person agreed", () => {
    const acts = [
      enrolled(ANNA),
      enrolled(BAHAR),
      vouched(ANNA, BAHAR),
      proposed(ANNA),
      seconded(BAHAR, "act-3"),
    ];
    const rule = log(...acts);
    expect(rule.find("item.shredded", "item-1")).toMatchObject({ by: "anna", secondedBy: "bahar" });
    expect(() =>
      requireSecondPerson(rule, RULED, { kind: "item.shredded", subject: "item-1" }),
    ).not.toThrow();
    expect(log(...acts, shredded(ANNA)).breaches).toEqual([]);
    expect(log(...acts, shredded(ANNA), shredded(ANNA)).breaches).toHaveLength(1);
  });

  test.each([
    ["nobody agreed", [enrolled(ANNA), proposed(ANNA)]],
    ["the proposer agreed", [enrolled(ANNA), proposed(ANNA), seconded(ANNA, "act-1")]],
    [
      "the proposer agreed with a second key of their own",
      [
        enrolled(ANNA),
        enrolled(ANNA_AGAIN),
        vouched(ANNA, ANNA_AGAIN),
        proposed(ANNA),
        seconded(ANNA_AGAIN, "act-3"),
      ],
    ],
    [
      "someone agreed for whom nobody vouched",
      [enrolled(ANNA), enrolled(BAHAR), proposed(ANNA), seconded(BAHAR, "act-2")],
    ],
    [
      "someone vouched for themselves",
      [enrolled(ANNA), enrolled(BAHAR), vouched(BAHAR, BAHAR), proposed(ANNA), seconded(BAHAR, "act-3")],
    ],
  ])("counts an act as a breach when %s", (_, acts) => {
    const rule = log(...acts);
    expect(() => requireSecondPerson(rule, RULED, { kind: "item.shredded", subject: "item-1" })).toThrowError(
      expect.objectContaining({ code: "case/second-person-needed", reaction: "decision" }),
    );
    expect(log(...acts, shredded(ANNA)).breaches).toHaveLength(1);
  });

  test("asks for two before an allegation is released, whatever the case configures", () => {
    const about = { kind: "allegation.released", subject: "st-1" } as const;
    const acts = [
      enrolled(ANNA),
      enrolled(BAHAR),
      vouched(ANNA, BAHAR),
      { ...ANNA, kind: "act.proposed", body: { ...about, why: "the verdict is public" } },
    ];
    const released = { ...ANNA, kind: "allegation.released", body: { statement: "st-1", why: "w" } };
    expect(() => requireSecondPerson(log(...acts), [about.kind], about)).toThrowError(
      expect.objectContaining({ code: "case/second-person-needed" }),
    );
    const alone = log(...acts, released);
    expect([alone.breaches.length, alone.isBreach("act-4")]).toEqual([1, true]);
    const agreed = log(...acts, seconded(BAHAR, "act-3"), released);
    expect([agreed.breaches, agreed.isBreach("act-5")]).toEqual([[], false]);
    // Another statement needs an agreement of its own.
    const other = { ...ANNA, kind: "allegation.released", body: { statement: "st-2", why: "w" } };
    expect(log(...acts, seconded(BAHAR, "act-3"), other).breaches).toHaveLength(1);
  });

  test("says why an agreement would not count, before it is written", () => {
    const rule = log(enrolled(ANNA), enrolled(BAHAR), proposed(ANNA));
    expect(() => requireAgreementCounts(rule, "act-2", BAHAR)).toThrow(/inquest vouch bahar ed25519-b/u);
    expect(() => requireAgreementCounts(rule, "act-2", ANNA)).toThrow(/one person cannot be two/u);
    expect(() => requireAgreementCounts(rule, "act-9", BAHAR)).toThrow(/No proposal/u);
    const trusted = log(enrolled(ANNA), enrolled(BAHAR), vouched(ANNA, BAHAR), proposed(ANNA));
    expect(requireAgreementCounts(trusted, "act-3", BAHAR)).toMatchObject({ subject: "item-1" });
  });

  test("never finds an agreement of fewer than two actors, whatever the log", () => {
    const people = [ANNA, ANNA_AGAIN, BAHAR, { actor: "cyrus", device: "ed25519-c" }];
    const person = fc.constantFrom(...people);
    const act = fc.oneof(
      person.map(enrolled),
      fc.tuple(person, person).map(([by, whom]) => vouched(by, whom)),
      person.map(proposed),
      fc.tuple(person, fc.nat(12)).map(([by, index]) => seconded(by, `act-${index}`)),
    );
    fc.assert(
      fc.property(fc.array(act, { maxLength: 14 }), (acts) => {
        const found = log(...acts).find("item.shredded", "item-1");
        if (found !== null) expect(found.secondedBy).not.toBe(found.by);
      }),
    );
  });
});
