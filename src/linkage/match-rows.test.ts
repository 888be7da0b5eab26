import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fictionalLists } from "./fictional-lists.ts";
import { matchRows, type ReleaseRow } from "./match-rows.ts";
import type { LinkValue } from "./records.ts";

const day = (first: number): LinkValue => ({ days: [first, first] });
const row = (ownId: string | null, name: string, values: readonly LinkValue[], content = ""): ReleaseRow => ({
  ownId,
  content: content === "" ? JSON.stringify([name, values]) : content,
  names: name === "" ? [] : [name],
  values,
});

describe("the rows of a next release", () => {
  test("are found again when they come in another order and under other ids", () => {
    const before = ["Maryam Ghorbani", "Hossein Rezaei", "Zahra Sharifi"].map((name, index) =>
      row(String(index + 1), name, [day(index)]),
    );
    const after = [2, 0, 1].map((index, place) =>
      row(String(place + 10), before[index]?.names[0] ?? "", [day(index)]),
    );
    expect(matchRows(before, after)).toEqual({
      matches: [
        { before: 2, after: 0 },
        { before: 0, after: 1 },
        { before: 1, after: 2 },
      ],
      gone: [],
      added: [],
      ambiguous: [],
    });
  });

  test("are found again in another script, where the day still agrees", () => {
    const found = matchRows(
      [row("7", "مریم قربانی", [day(5)]), row("8", "حسین رضایی", [day(6)])],
      [row("108", "Rezaei, Hossein", [day(6)]), row("107", "Maryam Ghorbani", [day(5)])],
    );
    expect(found.matches).toEqual([
      { before: 1, after: 0 },
      { before: 0, after: 1 },
    ]);
  });

  test("are not guessed at: two of one name, and nothing else, are listed for a person", () => {
    const found = matchRows(
      [row("1", "Maryam Ghorbani", [null])],
      [row("11", "Mariam Ghorbani", [null]), row("12", "Maryam Qorbani", [null])],
    );
    expect(found).toEqual({ matches: [], gone: [], added: [], ambiguous: [{ before: [0], after: [0, 1] }] });
  });

  test("under one id, but of another name, are another person's", () => {
    const found = matchRows(
      [row("1", "Maryam Ghorbani", [day(5)])],
      [row("1", "Naser Bahrami", [day(9000)])],
    );
    expect(found).toEqual({ matches: [], gone: [0], added: [0], ambiguous: [] });
  });

  test("of two sisters taken on one day are not taken for one another when ids move up", () => {
    const found = matchRows(
      [
        row("1", "Maryam Ghorbani", [day(5), { text: "Evin" }]),
        row("2", "Zahra Ghorbani", [day(5), { text: "Evin" }]),
      ],
      [row("1", "Zahra Ghorbani", [day(5), { text: "Evin" }], "Zahra, respelled")],
    );
    expect(found.matches).toEqual([{ before: 1, after: 0 }]);
    expect(found.gone).toEqual([0]);
  });

  test("without a name are matched by their id and what else they say, or not at all", () => {
    const unnamed = (id: string, place: string, died: number) => row(id, "", [{ text: place }, day(died)]);
    const found = matchRows(
      [unnamed("1", "Evin", 4), unnamed("2", "Gohardasht", 9), unnamed("4", "Evin", 40)],
      [unnamed("1", "Evin", 5), unnamed("3", "Gohardasht", 30), row("4", "", [{ text: "EVIN" }, day(40)])],
    );
    expect(found).toEqual({
      matches: [{ before: 2, after: 2 }],
      gone: [1],
      added: [1],
      ambiguous: [{ before: [0], after: [0] }],
    });
  });

  test("stand in one place each, and in the same whatever the order they come in", () => {
    const { input } = fictionalLists(60, 3);
    const rows = input.records.map(({ recordId, values: [name, ...rest] }) => {
      const text = name !== null && name !== undefined && "text" in name ? name.text : "";
      return row(recordId, text, rest);
    });
    const change = fc.record({
      drop: fc.boolean(),
      newId: fc.boolean(),
      field: fc.integer({ min: -1, max: 2 }),
      key: fc.integer(),
    });
    fc.assert(
      fc.property(fc.array(change, { minLength: rows.length, maxLength: rows.length }), (changes) => {
        const after = rows.flatMap((each, index) => {
          const { drop, newId, field } = changes[index] ?? { drop: false, newId: false, field: -1 };
          if (drop && index % 3 === 0) return [];
          const values = each.values.map((value, at) => (at === field ? null : value));
          return [row(newId ? `new-${index}` : each.ownId, each.names[0] ?? "", values)];
        });
        const shuffled = after
          .map((each, index) => ({ each, index }))
          .sort((a, b) => (changes[a.index]?.key ?? 0) - (changes[b.index]?.key ?? 0) || a.index - b.index);
        const found = matchRows(rows, after);
        const again = matchRows(
          rows,
          shuffled.map(({ each }) => each),
        );
        const of = ({ matches, gone, added, ambiguous }: typeof found, side: "before" | "after") =>
          [
            ...matches.map((match) => match[side]),
            ...(side === "before" ? gone : added),
            ...ambiguous.flatMap((group) => group[side]),
          ].sort((a, b) => a - b);
        expect(of(found, "before")).toEqual([...rows.keys()]);
        expect(of(found, "after")).toEqual([...after.keys()]);
        const pairsOf = ({ matches }: typeof found, place: (index: number) => number) =>
          matches.map((match) => `${match.before} ${place(match.after)}`).sort();
        expect(pairsOf(again, (index) => shuffled[index]?.index ?? -1)).toEqual(
          pairsOf(found, (index) => index),
        );
      }),
      { numRuns: 40 },
    );
  });
});
