/** Saying where a list comes from, and taking it back: each an act. */
import { z } from "zod";
import { InquestError, toCanonicalJson, toPlainJson } from "../core/index.ts";
import { ListProvenance, type ListRecipe } from "../intake/index.ts";
import { subjectKind } from "../statements/index.ts";
import { findSubject } from "./find-subject.ts";
import type { ActDraft, CaseHandle } from "./handle.ts";
import { PROVENANCE_STATED, PROVENANCE_WITHDRAWN, type Provenances } from "./list-provenance.ts";
import type { CaseState } from "./state.ts";

/** What somebody says of a list. Members that are left out stay as they stand. */
export const ProvenanceGiven = z.strictObject({
  drawsOn: z.array(z.string()).optional(),
  referredFrom: z.array(z.string()).optional(),
  covers: z.string().optional(),
  scope: z.string().optional(),
  couldNotRecord: z.array(z.string()).optional(),
  why: z.string().optional(),
  source: z.string().optional(),
});
export type ProvenanceGiven = z.infer<typeof ProvenanceGiven>;

/**
 * Records where a list comes from; takes the place of what was said before.
 *
 * @param word - the list by its name, with or without `list:`, or by a name of its subject.
 * @returns the list's name.
 * @throws InquestError "case/not-found", "case/ambiguous-name"; "case/list-provenance" (input) without a reason, when
 *   nothing is said, or when a list would come from itself.
 */
export async function stateProvenance(
  handle: CaseHandle,
  word: string,
  given: ProvenanceGiven,
): Promise<string> {
  const list = listCalled(handle.state, word);
  const { why: _, source: __, ...standing } = handle.state.provenances.of(list)?.provenance ?? {};
  const { why, source } = given;
  const said = defined({ ...given, why: undefined, source: undefined });
  const parsed = ListProvenance.safeParse(
    defined({
      ...standing,
      ...said,
      ...defined({
        drawsOn: given.drawsOn?.map((each) => otherList(handle.state, each)),
        referredFrom: given.referredFrom?.map((each) => otherList(handle.state, each)),
      }),
      why,
      source,
    }),
  );
  const fault =
    why === undefined || why.trim() === ""
      ? "how that is known is missing: say --why"
      : Object.keys(said).length === 0 || !parsed.success
        ? "say what is known of it: drawsOn, referredFrom, covers, scope or couldNotRecord"
        : [...(parsed.data.drawsOn ?? []), ...(parsed.data.referredFrom ?? [])].includes(list)
          ? "no list comes from itself"
          : null;
  if (fault !== null || !parsed.success) {
    throw new InquestError({
      code: "case/list-provenance",
      reaction: "input",
      message: `The provenance of ${list} is not recorded: ${fault}.`,
      evidence: { list },
    });
  }
  await handle.record([provenanceDraft(list, parsed.data, "person")]);
  return list;
}

/** A withdrawal as somebody gives it. */
export const ProvenanceTakenBack = z.strictObject({ why: z.string().optional() });

/**
 * Takes back what stands of a list; what was said before it stands again.
 *
 * @returns the list's name.
 * @throws InquestError "case/not-found", "case/ambiguous-name"; "case/list-provenance" (input) without a reason or when
 *   nothing stands.
 */
export async function withdrawProvenance(
  handle: CaseHandle,
  word: string,
  { why }: z.infer<typeof ProvenanceTakenBack>,
): Promise<string> {
  const list = listCalled(handle.state, word);
  const standing = handle.state.provenances.of(list);
  if (standing === undefined || why === undefined || why.trim() === "") {
    throw new InquestError({
      code: "case/list-provenance",
      reaction: "input",
      message: `Nothing of the provenance of ${list} is taken back: ${standing === undefined ? "nothing stands of it" : "the reason is missing; say --why"}.`,
      evidence: { list },
    });
  }
  await handle.record([
    { kind: PROVENANCE_WITHDRAWN, body: { list, statement: standing.id, why: why.trim() } },
  ]);
  return list;
}

/**
 * What a recipe says of the lists that it reads, where it says something else than the last time: a person who said
 * otherwise since is not overruled by the same recipe.
 */
export function provenanceOfRecipe(
  { provenances }: Readonly<{ provenances: Provenances }>,
  { provenance }: Pick<ListRecipe, "provenance">,
  lists: readonly string[],
): ActDraft[] {
  if (provenance === undefined) return [];
  return lists.flatMap((list) => {
    // One recipe may speak of several lists, of which one is the source of the others.
    const others = (names: readonly string[] | undefined) => {
      const rest = names?.filter((name) => name !== list);
      return rest?.length === 0 ? undefined : rest;
    };
    const own = ListProvenance.safeParse(
      defined({
        ...provenance,
        drawsOn: others(provenance.drawsOn),
        referredFrom: others(provenance.referredFrom),
      }),
    );
    if (!own.success) return [];
    const last = provenances.lastOfRecipe(list);
    if (last !== undefined && toCanonicalJson(toPlainJson(last)) === toCanonicalJson(toPlainJson(own.data)))
      return [];
    return [provenanceDraft(list, own.data, "recipe")];
  });
}

/** A list of the case by its name or its subject's. @throws InquestError "case/not-found", "case/ambiguous-name". */
export function listCalled(state: CaseState, word: string): string {
  const name = word.trim().replace(/^list:/u, "");
  const isImported = [...state.lists.values()].some(({ value }) => value.lists.includes(name));
  if (isImported || state.subjects.has(`list:${name}`)) return name;
  return findSubject(state, { word, kinds: ["list"] }).id.replace(/^list:/u, "");
}

/** Another list by its name; one outside of the case is called what people call it, and nothing that only sounds alike. */
function otherList(state: CaseState, word: string): string {
  const name = word.trim().replace(/^list:/u, "");
  const called = state.subjectsCalled(word).filter(({ id }) => subjectKind(id) === "list");
  const [only, ...others] = called;
  return only === undefined || others.length > 0 ? name : only.id.replace(/^list:/u, "");
}

function provenanceDraft(list: string, provenance: ListProvenance, from: "recipe" | "person"): ActDraft {
  return { kind: PROVENANCE_STATED, body: { list, provenance: toPlainJson(provenance), from } };
}

/** The members that say something. */
function defined(members: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
}
