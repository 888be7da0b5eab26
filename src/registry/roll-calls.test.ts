import { describe, expect, it } from "vitest";
import { parseEdtf } from "../core/index.ts";
import { viewRollCalls } from "./roll-calls.ts";

const row = (id: string, time: string | null) => ({
  record: `rec-${id}`,
  id,
  body: null,
  session: null,
  resolution: null,
  title: null,
  time: time === null ? null : parseEdtf(time),
});
const vote = (rollCall: string, state: string | null, said: string | null) => ({
  record: `rec-${rollCall}-${state}`,
  rollCall,
  state,
  vote: said,
});

describe("roll calls", () => {
  const { rollCalls, strayVotes } = viewRollCalls(
    [row("b", null), row("a", "1988-12-05")],
    [vote("a", "X", "yes"), vote("a", "Y", null), vote("a", "X", "no"), vote("z", "X", "yes")],
  );

  it("stand in the order of time, undated ones last", () => {
    expect(rollCalls.map(({ id }) => id)).toEqual(["a", "b"]);
  });

  it("stand by the first day that they can have been, however that is written", () => {
    const times = [row("b", "1988-12"), row("a", "[1988-02,1989]"), row("c", "1989")];
    expect(viewRollCalls(times, []).rollCalls.map(({ id }) => id)).toEqual(["a", "b", "c"]);
  });

  it("count what was said and what is missing, and keep both votes of a State that has two", () => {
    const [first] = rollCalls;
    expect([...(first?.counts ?? [])]).toEqual([
      ["yes", 1],
      [null, 1],
      ["no", 1],
    ]);
    expect(first?.twice).toEqual(["X"]);
  });

  it("keep votes of roll calls that nobody lists", () => {
    expect(strayVotes.map(({ rollCall }) => rollCall)).toEqual(["z"]);
  });
});
