/** The provenance of lists as acts: what people say of where a list comes from, and what they took back. */
import { z } from "zod";
import { ListProvenance } from "../intake/index.ts";
import { readBody } from "./read-body.ts";
import type { AppliedAct } from "./state.ts";

export const PROVENANCE_STATED = "list.provenance-stated";
export const PROVENANCE_WITHDRAWN = "list.provenance-withdrawn";

/** `list.provenance-stated`: takes the place of what was said of the list before. */
export const ProvenanceStated = z.strictObject({
  list: z.string().min(1),
  provenance: ListProvenance,
  /** A recipe, read with the list, or a person. */
  from: z.enum(["recipe", "person"]),
});

/** `list.provenance-withdrawn`: what stood before it stands again. */
export const ProvenanceWithdrawn = z.strictObject({
  list: z.string().min(1),
  /** The id of the act that is taken back. */
  statement: z.string().min(1),
  why: z.string().trim().min(1),
});

/** What was said of one list; its id is the id of its act. */
export interface StandingProvenance extends z.infer<typeof ProvenanceStated> {
  readonly id: string;
  readonly leafIndex: number;
  readonly by: string;
  readonly at: string;
}

export interface Provenances {
  /** What stands of a list; undefined where nothing was said or all of it was taken back. */
  of(list: string): StandingProvenance | undefined;
  /** What stands, in the order in which lists were first spoken of. */
  all(): readonly StandingProvenance[];
  /** What its recipe said last, also when that was taken back or a person said otherwise since. */
  lastOfRecipe(list: string): ListProvenance | undefined;
}

export interface ProvenanceState extends Provenances {
  /** Follows an act; whether it was one of provenance. @throws InquestError "case/act-body". */
  apply(act: AppliedAct, leafIndex: number): boolean;
}

export function createProvenances(): ProvenanceState {
  const said = new Map<string, StandingProvenance[]>();
  const withdrawn = new Set<string>();
  const of = (list: string) => said.get(list)?.findLast(({ id }) => !withdrawn.has(id));
  return {
    of,
    all: () => [...said.keys()].flatMap((list) => of(list) ?? []),
    lastOfRecipe: (list) => said.get(list)?.findLast(({ from }) => from === "recipe")?.provenance,
    apply({ id, kind, at, actor, body }, leafIndex) {
      if (kind === PROVENANCE_STATED) {
        const stated = readBody(ProvenanceStated, body, kind, leafIndex);
        const before = said.get(stated.list) ?? [];
        said.set(stated.list, [...before, { ...stated, id, leafIndex, by: actor, at }]);
        return true;
      }
      if (kind !== PROVENANCE_WITHDRAWN) return false;
      withdrawn.add(readBody(ProvenanceWithdrawn, body, kind, leafIndex).statement);
      return true;
    },
  };
}
