/** Names of those who are not to be named in a release, and of sites that are told nothing of. */
import type { Visibility } from "../release/index.ts";
import { namesOf } from "./present-people.ts";
import { tellingOf } from "./publication.ts";
import type { DecidedPersons } from "./resolve-visibility.ts";
import type { CaseState } from "./state.ts";

export interface HiddenName {
  /** A row of theirs as `LIST:ID`, or the id of the subject. */
  readonly of: string;
  readonly name: string;
}

/** Every spelling. Of whom nobody decided is not among them: whoever holds an office is named as its holder. */
export function hiddenNames(
  { decided }: Pick<DecidedPersons, "decided">,
  state: Pick<CaseState, "subjects" | "visibilities" | "publicationOf">,
): HiddenName[] {
  const listed = decided.flatMap(({ person, visibility }) => {
    const [row] = person.members;
    const of = row === undefined ? person.id : `${row.list}:${row.recordId}`;
    return isNamed(visibility) ? [] : namesOf(person).map((name) => ({ of, name }));
  });
  const stated = [...state.subjects.values()].flatMap(({ value: { id, names } }) => {
    const decision = state.visibilities.of(id)?.visibility;
    // What is decided of a list is decided of those whom its rows name: the list itself is no person.
    const isHidden = id.startsWith("site:")
      ? tellingOf(state, id, "public").kind === "withheld"
      : decision !== undefined && !isNamed(decision) && !id.startsWith("list:");
    const spellings = Object.values(names).filter((name) => name !== undefined);
    return isHidden ? spellings.map((name) => ({ of: id, name })) : [];
  });
  return [...listed, ...stated];
}

export function isNamed(visibility: Visibility): boolean {
  return visibility === "full" || visibility === "name";
}
