/** A list of a case by the name under which it was imported. */
import { InquestError } from "../core/index.ts";
import type { ListImported } from "./act-bodies.ts";
import type { CaseState, Recorded } from "./state.ts";

/** @throws InquestError "case/not-found" with the names that there are. */
export function findImport({ lists }: Pick<CaseState, "lists">, name: string): Recorded<ListImported> {
  const imported = lists.get(name);
  if (imported !== undefined) return imported;
  throw new InquestError({
    code: "case/not-found",
    reaction: "not-found",
    message: `No list "${name}" was imported. There are: ${[...lists.keys()].join(", ") || "none"}.`,
    evidence: { name },
  });
}
