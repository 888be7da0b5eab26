/** Subjects by what a person calls them: an id, a name in any language and script, or part of one. */
import { foldText, InquestError } from "../core/index.ts";
import { createNameIndex } from "../registry/index.ts";
import { type Subject, type SubjectId, type SubjectKind, subjectKind } from "../statements/index.ts";
import type { CaseState } from "./state.ts";

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
  const all = [...state.subjects.values()].map(({ value }) => value);
  const ofKind = all.filter(({ id }) => kinds.includes(subjectKind(id)));
  const direct = ofKind.find(({ id }) => id === word);
  if (direct !== undefined) return direct;
  const meant = ofKind.filter(isMeant);
  const exact = meant.filter((subject) => namesOf(subject).some((name) => foldText(name) === foldText(word)));
  const found = exact.length > 0 ? exact : createNameIndex(meant, namesOf, { isStrict: true }).search(word);
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

function namesOf({ id, names }: Subject): string[] {
  const slug = id.slice(id.indexOf(":") + 1).replaceAll("-", " ");
  return [...Object.values(names).filter((name) => name !== undefined), slug];
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
