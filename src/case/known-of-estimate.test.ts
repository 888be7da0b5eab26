import { describe, expect, test } from "vitest";
import { knownOfEstimate, warningsOfEstimate } from "./known-of-estimate.ts";
import { createPresenter } from "./present-statement.ts";
import { type CaseState, createCaseState } from "./state.ts";

/** A state after acts of one person, in their order; each act is called by its place. */
function stateAfter(...acts: readonly { readonly kind: string; readonly body: object }[]): CaseState {
  const state = createCaseState();
  acts.forEach(({ kind, body }, leaf) => {
    const plain: unknown = JSON.parse(JSON.stringify(body));
    if (typeof plain !== "object" || plain === null) throw new TypeError("a body is an object");
    const at = "2026-11-27T00:00:00.000Z";
    state.apply({ id: `act-${leaf}`, kind, at, actor: "keeper", device: "d", body: { ...plain } }, leaf);
  });
  return state;
}
const stated = (list: string, provenance: object, from = "person") => ({
  kind: "list.provenance-stated",
  body: { list, provenance: { why: "it says so", ...provenance }, from },
});
const withdrawn = (list: string, act: number) => ({
  kind: "list.provenance-withdrawn",
  body: { list, statement: `act-${act}`, why: "misread" },
});
const named = (list: string, en: string, fa: string) => ({
  kind: "subject.named",
  body: { subject: { id: `list:${list}`, names: { en, fa } } },
});
const estimateOf = (...lists: readonly string[]) => ({ from: "clusters" as const, lists, groups: [] });

describe("what stands of a list's provenance", () => {
  test("is what was said last, and what was said before once that is taken back", () => {
    const first = stated("b", { drawsOn: ["a"] });
    const second = stated("b", { drawsOn: ["c"] });
    const copiesOf = (state: CaseState) => knownOfEstimate(state, estimateOf("a", "b", "c"), "en").copies;
    expect(copiesOf(stateAfter(first, second))).toEqual([{ list: "b", from: "c" }]);
    expect(copiesOf(stateAfter(first, second, withdrawn("b", 1)))).toEqual([{ list: "b", from: "a" }]);
    expect(copiesOf(stateAfter(first, second, withdrawn("b", 1), withdrawn("b", 0)))).toEqual([]);
    // Taking back what is not the last changes nothing that stands.
    expect(copiesOf(stateAfter(first, second, withdrawn("b", 0)))).toEqual([{ list: "b", from: "c" }]);
  });

  test("keeps what the recipe said last apart, so that it is not said again", () => {
    const recipe = stated("b", { drawsOn: ["a"] }, "recipe");
    const { provenances } = stateAfter(recipe, stated("b", { covers: "1988" }), withdrawn("b", 0));
    expect(provenances.of("b")?.provenance.covers).toBe("1988");
    expect(provenances.lastOfRecipe("b")?.drawsOn).toEqual(["a"]);
  });
});

describe("what a warning advises", () => {
  const warned = (state: CaseState, lists: readonly string[], language: "en" | "fa" = "en") =>
    warningsOfEstimate(
      state,
      { ...estimateOf(...lists), id: "all", recorded: [] },
      createPresenter(state, language),
    ).map(({ text }) => text);

  test("is no join where it would leave one list alone", () => {
    const state = stateAfter(stated("b", { drawsOn: ["a"] }));
    expect(warned(state, ["a", "b"])[0]).toContain("bear no estimate");
    expect(warned(state, ["a", "b", "c"])[0]).toContain('merge: [{lists: ["list:b", "list:a"]}]');
  });

  test("names the right lists where two are called alike in one language", () => {
    const alike = [named("a", "First", "فهرست"), named("b", "Second", "فهرست"), named("c", "Third", "سوم")];
    const [text] = warned(stateAfter(...alike, stated("c", { drawsOn: ["b"] })), ["a", "b", "c"], "fa");
    expect(text).toContain("سوم از فهرست (b)");
    expect(text).toContain('["list:c", "list:b"]');
  });

  test("is a command that a shell takes for nothing else, whatever a list is called", () => {
    const lists = ["a$(x)'s", "b", "c"];
    const recorded = [{ code: "LISTS_COPY_EACH_OTHER" as const, text: "Shared.", join: ["b", "a$(x)'s"] }];
    const state = stateAfter();
    const [warning] = warningsOfEstimate(
      state,
      { ...estimateOf(...lists), id: "all", recorded },
      createPresenter(state, "en"),
    );
    expect(warning?.text).toContain("inquest provenance b --draws-on 'a$(x)'\\''s' --why");
  });

  test("is not told again by the counts where it is known how two lists stand, and recorded knowledge gives way to today's", () => {
    const recorded = [
      { code: "LISTS_COPY_EACH_OTHER" as const, text: "Shared.", join: ["b", "a"] },
      { code: "REFERRAL" as const, text: "Known then.", join: ["b", "c"], isKnown: true as const },
    ];
    const state = stateAfter(stated("b", { drawsOn: ["a"] }));
    const warnings = warningsOfEstimate(
      state,
      { ...estimateOf("a", "b", "c"), id: "all", recorded },
      createPresenter(state, "en"),
    );
    expect(warnings.map(({ text }) => text)).toEqual([
      expect.stringContaining("is known to draw on"),
      "Shared.",
    ]);
  });
});
