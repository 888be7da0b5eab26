/** The documented counts of persons as they would be, were the persons of the link others. */
import { answerHowMany, type CaseFacts, type Figure } from "../findings/index.ts";
import { type Person, viewPersons } from "../registry/index.ts";
import type { CaseContents } from "./case-contents.ts";
import type { CaseRecord } from "./persons.ts";

export interface CountedFigure {
  readonly figure: Figure;
  readonly value: number;
}

/** As they are, or with other persons. */
export function documentedFigures(
  { facts }: Pick<CaseContents, "facts">,
  persons: CaseFacts["persons"] = facts.persons,
): CountedFigure[] {
  return answerHowMany({ ...facts, persons }).flatMap((figure) =>
    figure.group === "howMany.documented" && typeof figure.value === "number"
      ? [{ figure, value: figure.value }]
      : [],
  );
}

/** The persons with some rows grouped otherwise; null where the link does not hold all those rows as the views do. */
export function regroupPersons(
  linked: readonly Person<CaseRecord>[],
  groupOf: ReadonlyMap<string, string>,
): Person<CaseRecord>[] | null {
  const isConcerned = ({ members }: Person<CaseRecord>) => members.some(({ id }) => groupOf.has(id));
  const members = linked.filter(isConcerned).flatMap((person) => person.members);
  if (members.length !== groupOf.size) return null;
  return [
    ...linked.filter((person) => !isConcerned(person)),
    ...viewPersons(members, ({ id }) => groupOf.get(id)),
  ];
}
