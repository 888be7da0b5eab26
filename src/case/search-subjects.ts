/** Subjects of a case by part of a name in any script, for whoever is to say which one is meant. */
import { createNameIndex, type NameIndex } from "../registry/index.ts";
import { type Subject, type SubjectKind, subjectKind } from "../statements/index.ts";
import type { SubjectsView, SubjectView } from "./entry-views.ts";
import type { Presenter } from "./present-statement.ts";
import type { CaseState } from "./state.ts";

export interface SubjectsQuery {
  /** Part of a name or of an id; empty for all. */
  readonly q: string;
  /** Those of these kinds; of every kind when there is none. */
  readonly kinds: readonly SubjectKind[];
  readonly limit: number;
  /** An id of which it is asked whether a subject has it. */
  readonly id?: string | undefined;
}

export interface SubjectSearch {
  search(query: SubjectsQuery, presenter: Presenter): SubjectsView;
}

export function createSubjectSearch(state: CaseState): SubjectSearch {
  let built: { readonly of: string; readonly index: NameIndex<Subject> } | null = null;
  /** Made anew when a subject was named or named otherwise, not with every statement. */
  function indexNow(): NameIndex<Subject> {
    const of = `${state.subjects.size} ${state.replaced}`;
    if (built?.of !== of) {
      const subjects = [...state.subjects.values()].map(({ value }) => value);
      built = { of, index: createNameIndex(subjects, namesOf) };
    }
    return built.index;
  }
  return {
    search({ q, kinds, limit, id }, presenter) {
      const index = indexNow();
      const asked = q.trim().toLowerCase();
      const named = index.search(q);
      const called = asked === "" ? [] : index.search("").filter((subject) => subject.id.includes(asked));
      // A speaker whose consent is gone is not to be found by name.
      const fitting = [...new Set([...called, ...named])].filter(
        (subject) =>
          (kinds.length === 0 || kinds.includes(subjectKind(subject.id))) &&
          state.consents.whyWithheld(subject.id) === null,
      );
      return {
        total: fitting.length,
        subjects: fitting.slice(0, limit).map((subject) => presentSubject(subject, presenter)),
        isTaken: id !== undefined && state.subjects.has(id),
      };
    },
  };
}

function presentSubject(subject: Subject, presenter: Presenter): SubjectView {
  const shown = presenter.named(subject.id);
  const kind = subjectKind(subject.id);
  return {
    ...shown,
    kind,
    kindLabel: presenter.translate(`subject-kind.${kind}`),
    otherNames: namesOf(subject).filter((name) => name !== shown.name),
  };
}

function namesOf({ names }: Subject): string[] {
  return Object.values(names).filter((name) => name !== undefined);
}
