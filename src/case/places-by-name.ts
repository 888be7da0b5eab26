/** What the case calls a place that a list writes in its own words. */
import { foldText } from "../core/index.ts";
import type { CaseState } from "./state.ts";

/** Places of the case by each of their names, folded. */
export function placesByName({ subjects }: Pick<CaseState, "subjects">): Map<string, string> {
  const known = new Map<string, string>();
  for (const [id, { value }] of subjects) {
    if (!id.startsWith("place:")) continue;
    for (const name of Object.values(value.names)) if (name !== undefined) known.set(foldText(name), id);
  }
  return known;
}
