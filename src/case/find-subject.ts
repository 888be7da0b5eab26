/** Subjects by what a person calls them: an id, a name in any language and script, or part of one. */
import { foldText, InquestError } from "../core/index.ts";
import { createNameIndex } from "../registry/index.ts";
import { type Subject, type SubjectId, type SubjectKind, subjectKind } from "../statements/index.ts";
import type { CaseState } from "./state.ts";
import { namesOf } from "./subject-names.ts";

export interface SubjectWanted {
  /** What the person wrote. */
  readonly word: string;
  readonly kinds: readonly SubjectKind[];
  /** Further conditions, such as the place that it serves. */
  readonly isMeant?: (subject: Subject) => boolean;
}

/**
 * The one subject that is meant. A name written exactly outweighs one that only sounds alike.
 *
 * @throws InquestError "case/not-found"; "case/ambiguous-name" (decision) naming the candidates.
 */
export function findSubject(state: CaseState, { word, kinds, isMeant = () => true }: SubjectWanted): Subject {
  const isOfKind = ({ id }: Subject) => kinds.includes(subjectKind(id));
  const direct = state.subjects.get(word)?.value;
  if (direct !== undefined && isOfKind(direct)) return direct;
  const exact = state.subjectsCalled(word).filter((subject) => isOfKind(subject) && isMeant(subject));
  if (exact.length === 1 && exact[0] !== undefined && foldText(word) !== "") return exact[0];
  const ofKind = [...state.subjects.values()].map(({ value }) => value).filter(isOfKind);
  const index = () => createNameIndex(ofKind.filter(isMeant), namesOf, { isStrict: true });
  const found = exact.length > 0 ? exact : index().search(word);
  const [first, ...others] = found;
  if (first === undefined || foldText(word) === "") throw notFound(word, kinds, ofKind);
  if (others.length > 0) throw ambiguous(word, found);
  return first;
}

/** Whether a subject lies in or serves a place, also by way of what it lies in. */
export function liesWithin(state: CaseState, id: SubjectId, place: SubjectId): boolean {
  const seen = new Set<SubjectId>();
  for (let at: SubjectId | undefined = id; at !== undefined && !seen.has(at); ) {
    if (at === place) return true;
    seen.add(at);
    at = state.subjects.get(at)?.value.within;
  }
  return false;
}

const SHOWN = 12;

function notFound(word: string, kinds: readonly SubjectKind[], known: readonly Subject[]): InquestError {
  const ids = known.slice(0, SHOWN).map(({ id }) => id);
  return new InquestError({
    code: "case/not-found",
    reaction: "not-found",
    message: `No ${kinds.join(" or ")} of this case is called "${word}". There ${known.length === 0 ? "are none" : `are: ${ids.join(", ")}${known.length > SHOWN ? " …" : ""}`}.`,
    evidence: { word, kinds },
  });
}

function ambiguous(word: string, found: readonly Subject[]): InquestError {
  const ids = found.map(({ id }) => id);
  return new InquestError({
    code: "case/ambiguous-name",
    reaction: "decision",
    message: `"${word}" may be ${ids.slice(0, SHOWN).join(", ")}. Write the one that you mean.`,
    evidence: { word, candidates: ids },
  });
}
