/** Subjects by their names as written, folded: a case may name a hundred thousand persons. */
import { foldText } from "../core/index.ts";
import type { Subject, SubjectId } from "../statements/index.ts";

export interface SubjectNames {
  /** Notes a subject's names; those that it had before stay noted, and are asked about when they are found. */
  add(subject: Subject): void;
  /** The subjects that ever had this name, in the order in which they got it. */
  everCalled(name: string): readonly SubjectId[];
}

/** @param known - the subjects so far, folded when somebody first asks. */
export function createSubjectNames(known: () => Iterable<Subject>): SubjectNames {
  let byName: Map<string, SubjectId[]> | null = null;

  function note(names: Map<string, SubjectId[]>, subject: Subject): void {
    for (const name of namesOf(subject).map(foldText)) {
      const ids = names.get(name);
      if (ids === undefined) names.set(name, [subject.id]);
      else if (!ids.includes(subject.id)) ids.push(subject.id);
    }
  }

  return {
    add(subject) {
      if (byName !== null) note(byName, subject);
    },
    everCalled(name) {
      if (byName === null) {
        byName = new Map();
        for (const subject of known()) note(byName, subject);
      }
      return byName.get(foldText(name)) ?? [];
    },
  };
}

/** Names in every language, and the words of the id. */
export function namesOf({ id, names }: Subject): string[] {
  const slug = id.slice(id.indexOf(":") + 1).replaceAll("-", " ");
  return [...Object.values(names).filter((name) => name !== undefined), slug];
}
