/** Naming subjects: a decision of a person, recorded where it says something new. */
import { type JsonValue, toCanonicalJson } from "../core/index.ts";
import { readEntryFile, type Subject } from "../statements/index.ts";
import { toSubjects } from "./case-folder.ts";
import type { ActDraft, CaseHandle } from "./handle.ts";

export interface SubjectEntered {
  readonly id: string;
  /** False where the case names it so already. */
  readonly isNew: boolean;
  /** What it was called before, where this names it anew; null for most. */
  readonly wasNamed: string | null;
}

/**
 * Names subjects, given as in `subjects.yaml`; one under an id that is named already takes its place.
 *
 * @param file - a name, for messages; one that ends in `.json` is read as JSON.
 * @throws InquestError with file and line: "statements/yaml", "statements/json", "statements/invalid-entry",
 *   "case/subject-twice". Nothing is recorded from a list with a mistake.
 */
export async function nameSubjects(
  handle: CaseHandle,
  text: string,
  file: string,
): Promise<readonly SubjectEntered[]> {
  const subjects = toSubjects(readEntryFile(text, file), file);
  const entered = subjects.map((subject) => ({
    id: subject.id,
    isNew: isNews(handle, subject),
    wasNamed: nameBefore(handle, subject),
  }));
  await handle.record(subjectDrafts(handle, subjects));
  return entered;
}

/** An act for each subject that the case does not name, or names otherwise. */
export function subjectDrafts(handle: CaseHandle, subjects: readonly Subject[]): ActDraft[] {
  return subjects
    .filter((subject) => isNews(handle, subject))
    .map((subject): JsonValue => ({ ...subject }))
    .map((subject) => ({ kind: "subject.named", body: { subject } }));
}

function nameBefore({ state }: CaseHandle, subject: Subject): string | null {
  const known = state.subjects.get(subject.id)?.value;
  if (known === undefined || toCanonicalJson({ ...known.names }) === toCanonicalJson({ ...subject.names }))
    return null;
  return Object.values(known.names).join(", ");
}

function isNews({ state }: CaseHandle, subject: Subject): boolean {
  const known = state.subjects.get(subject.id)?.value;
  return known === undefined || toCanonicalJson({ ...known }) !== toCanonicalJson({ ...subject });
}
