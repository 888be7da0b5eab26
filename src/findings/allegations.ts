/** Allegations that two people released: told apart from every office, under their label, and never counted. */
import { type LocalText, pickLocal } from "../core/index.ts";
import type { RecordedStatement, SubjectId } from "../statements/index.ts";
import type { CaseFacts } from "./facts.ts";
import { type Figure, toFigureId } from "./figure.ts";
import { involvementText } from "./involvement-text.ts";

/** One figure each, in a group of its own, so that none stands without its label. */
export function answerAllegations(facts: CaseFacts): Figure[] {
  return facts.store.released().map((recorded) => toFigure(recorded, facts));
}

function toFigure({ statement }: RecordedStatement, facts: CaseFacts): Figure {
  const { id, key, subject, speaker, polarity, time, place } = statement;
  const params = { subject: nameOf(subject, facts), speaker: nameOf(speaker, facts) };
  return {
    id: toFigureId("offices", "allegation", key ?? id),
    question: "offices",
    label: { key: polarity === "denies" ? "offices.allegation-denied" : "offices.allegation", params },
    subject,
    value: saidOf(statement, facts),
    range: null,
    unit: null,
    time: time ?? null,
    place: place === undefined ? null : { subject: place },
    standing: "reported",
    speakers: [speaker],
    statements: [id],
    basis: { kind: "statements" },
    contradictedBy: [],
    group: `offices.allegation.${id}`,
  };
}

function saidOf({ value }: RecordedStatement["statement"], facts: CaseFacts): LocalText | null {
  switch (value.kind) {
    case "text":
      return value.text;
    case "involvement":
      return involvementText(value, nameOf(value.act, facts));
    case "ref":
      return nameOf(value.ref, facts);
    default:
      return null;
  }
}

function nameOf(id: SubjectId, facts: CaseFacts): LocalText {
  const names = facts.subjectOf(id)?.names;
  return names === undefined || pickLocal(names, "en") === "" ? { en: id } : names;
}
