/** What of a case can be found, by which words, and what it is counted by. What may not be shown is not among it. */
import type { LocalText } from "../core/index.ts";
import type { Finding } from "../findings/index.ts";
import {
  quoteOf,
  type RecordedStatement,
  type Source,
  type Statement,
  type Subject,
  subjectKind,
} from "../statements/index.ts";
import type { CaseContents } from "./case-contents.ts";
import { isRestricted } from "./restricted.ts";
import { listedThings } from "./search-listed.ts";
import { type FindableThing, type FindableThings, scriptsOf } from "./search-thing.ts";
import { createYears } from "./search-years.ts";
import type { CaseState } from "./state.ts";

export function findableThings(state: CaseState, contents: CaseContents): FindableThings {
  const { subjects, sources, statements, findings, consents } = state;
  const yearsOf = createYears();
  const listed = listedThings(state, contents);
  const isWithheld = (id: string) => consents.whyWithheld(id) !== null;

  /** A speaker whose consent is gone is not to be found by name either. */
  const ofSubject = (subject: Subject) => (isWithheld(subject.id) ? undefined : subjectThing(subject));
  const ofSource = (source: Source) => (isWithheld(source.id) ? undefined : sourceThing(source));

  /** Not what is restricted: an allegation that nobody released, and whatever is sealed, is read at its source and nowhere else. */
  const isFindable = (statement: Statement | undefined) =>
    statement !== undefined && !isRestricted(state, statement);

  function ofStatement({ statement }: RecordedStatement): FindableThing | undefined {
    if (!isFindable(statement)) return undefined;
    const { id, key, source, place, passage, note, value, speaker, property, time, access } = statement;
    const seen = "seen" in passage ? textsOf(passage.seen ?? {}) : [];
    const stated = value.kind === "text" ? textsOf(value.text) : value.kind === "name" ? [value.text] : [];
    const said = [quoteOf(passage), ...seen, ...stated];
    return {
      kind: "statement",
      id,
      names: [],
      texts: [...(key === undefined ? [] : [key]), ...said, ...textsOf(note ?? {})],
      facets: {
        source: [source],
        place: place === undefined ? [] : [place],
        speaker: [speaker],
        property: [property],
        status: [state.statusOf(id).status],
        ...(time === undefined ? {} : yearsOf(time)),
        script: scriptsOf(said),
        access: [access],
      },
    };
  }

  /** One that rests on something that may not be shown may repeat it. */
  function isFindableFinding(finding: Finding): boolean {
    const named = [...finding.supports, ...finding.contradicts];
    return named.every((id) => isFindable(statements.find(id)?.statement));
  }

  function ofFinding(finding: Finding): FindableThing | undefined {
    if (!isFindableFinding(finding)) return undefined;
    const texts = [...textsOf(finding.text), ...textsOf(finding.limitations)];
    const facets = { script: scriptsOf(texts), access: ["open"] };
    return { kind: "finding", id: finding.id, names: [], texts: [finding.id, ...texts], facets };
  }

  return {
    *all() {
      for (const { value } of subjects.values()) yield* some(ofSubject(value));
      for (const { value } of sources.values()) yield* some(ofSource(value));
      for (const { value } of findings.values()) yield* some(ofFinding(value));
      yield* listed.all();
      for (const recorded of statements.all()) yield* some(ofStatement(recorded));
    },
    has(kind, id) {
      if (kind === "statement") return isFindable(statements.find(id)?.statement);
      if (kind === "source") return sources.has(id) && !isWithheld(id);
      if (kind === "finding") {
        const finding = findings.get(id)?.value;
        return finding !== undefined && isFindableFinding(finding);
      }
      return listed.has(kind, id) || (subjects.has(id) && !isWithheld(id));
    },
    find(kind, id) {
      const [subject, source] = [subjects.get(id)?.value, sources.get(id)?.value];
      const [statement, finding] = [statements.find(id), findings.get(id)?.value];
      if (kind === "source") return source && ofSource(source);
      if (kind === "statement") return statement && ofStatement(statement);
      if (kind === "finding") return finding && ofFinding(finding);
      return listed.find(kind, id) ?? (subject && ofSubject(subject));
    },
  };
}

function subjectThing({ id, names, note, within }: Subject): FindableThing {
  const called = textsOf(names);
  return {
    kind: subjectKind(id),
    id,
    names: called,
    texts: [id, ...textsOf(note ?? {})],
    facets: { place: within === undefined ? [] : [within], script: scriptsOf(called), access: ["open"] },
  };
}

function sourceThing({ id, key, fileName, title, sealed }: Source): FindableThing {
  const names = textsOf(title);
  return {
    kind: "source",
    id,
    names,
    texts: [key, fileName],
    facets: {
      source: [id],
      script: scriptsOf(names),
      access: [sealed === undefined ? "open" : "encrypted"],
    },
  };
}

function textsOf(texts: LocalText): string[] {
  return Object.values(texts).filter((text) => text !== undefined);
}

function some<T>(value: T | undefined): T[] {
  return value === undefined ? [] : [value];
}
