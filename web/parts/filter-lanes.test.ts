import { expect, test } from "vitest";
import type { OfficesView, PostingView } from "../../src/server/client.ts";
import { filterLanes, holdersOf, lastKnownDay, postingsWithin } from "./filter-lanes.ts";
import { axisOf } from "./time-axis.ts";

function posting(id: string, person: string, certain: PostingView["certain"]): PostingView {
  const [first] = certain;
  return {
    ...{ id, person: { id: `person:${person}`, name: person }, certain, assumed: null },
    possible: { from: first?.from ?? null, to: certain.at(-1)?.to ?? null },
    ...{ continuity: "stated", continuityText: "", sequenceText: null, ranks: [], statements: [] },
    support: { voices: 1, firstHand: 1 },
  };
}

const LANES: OfficesView["lanes"] = [
  {
    office: { id: "office:warden", name: "Warden" },
    postings: [posting("a", "Nouri", [{ from: 100, to: 200 }]), posting("b", "Amini", [])],
  },
  {
    office: { id: "office:guard", name: "Guard" },
    postings: [posting("c", "Nouri", [{ from: 900, to: 950 }])],
  },
];
const idsOf = (lanes: OfficesView["lanes"]) => lanes.map(({ postings }) => postings.map(({ id }) => id));

test("an office and a person narrow the lanes, and a lane without anyone is none", () => {
  expect(idsOf(filterLanes(LANES, { office: "", person: "" }))).toEqual([["a", "b"], ["c"]]);
  expect(idsOf(filterLanes(LANES, { office: "office:warden", person: "" }))).toEqual([["a", "b"]]);
  expect(idsOf(filterLanes(LANES, { office: "", person: "person:Nouri" }))).toEqual([["a"], ["c"]]);
  expect(filterLanes(LANES, { office: "office:guard", person: "person:Amini" })).toEqual([]);
});

test("everyone who holds anything is named once, by name", () => {
  expect(holdersOf(LANES, "en").map(({ name }) => name)).toEqual(["Amini", "Nouri"]);
});

test("a posting shows in the times that it may reach into, and one without any time in every one", () => {
  const whole = axisOf(LANES.flatMap(({ postings }) => postings));
  const within = (from: number, to: number) =>
    postingsWithin(LANES[0]?.postings ?? [], { from, to }, whole).map(({ id }) => id);
  expect(within(150, 160)).toEqual(["a", "b"]);
  expect(within(300, 400)).toEqual(["b"]);
});

test("the last day is that of the last known holder, and none where nothing is dated", () => {
  expect(lastKnownDay(LANES)).toBe(950);
  expect(
    lastKnownDay([{ office: { id: "o", name: "o" }, postings: [posting("b", "Amini", [])] }]),
  ).toBeNull();
});
