/** What is said of a person, field by field: every value with those who assert it and those who deny it. */
import { compareText, possiblyOverlaps, type TimeSpan } from "../core/index.ts";
import {
  type PropertyName,
  type RecordedStatement,
  type StatementStore,
  type StatementValue,
  type SubjectId,
  timeOf,
} from "../statements/index.ts";
import { type ConfirmationRule, DEFAULT_CONFIRMATION } from "./confirmation.ts";

/**
 * How well a value is borne out, by the numbers of the case's rule: too few voices; as many independent ones as level 2
 * asks for; as many, and as many first-hand, as level 3 does; disputed when another value or a denial stands against it.
 */
export type Confirmation = "single" | "independent" | "strong" | "disputed";

/** One value that somebody gives, with its time and place where those are part of it. */
export interface FieldClaim {
  readonly value: StatementValue;
  readonly time: TimeSpan | null;
  readonly place: SubjectId | null;
  readonly asserting: readonly RecordedStatement[];
  readonly denying: readonly RecordedStatement[];
  /** Independent voices that assert it, and those of them that speak first-hand. */
  readonly voices: number;
  readonly firstHand: number;
}

/**
 * Why a value is shown: only one is given; it has more independent voices than any other; or none is shown, since
 * several have as many.
 */
export type ShownBy = "only-value" | "most-voices" | "nobody-more";

export interface PersonField {
  readonly property: PropertyName;
  /** The best borne out first. */
  readonly claims: readonly FieldClaim[];
  /** Index among the claims of the one to show; null where the rule chooses none. */
  readonly shown: number | null;
  readonly shownBy: ShownBy;
  readonly confirmation: Confirmation;
}

/** The fields of a person that open statements speak of, in the order of the vocabulary's use in the case. */
export function viewPersonFields(
  store: StatementStore,
  /** The person, and the mentions that are held to be the person. */
  subjects: readonly SubjectId[],
  voiceOf: (speaker: SubjectId) => string,
  isUsable: (recorded: RecordedStatement) => boolean,
  rule: ConfirmationRule = DEFAULT_CONFIRMATION,
): PersonField[] {
  const byProperty = new Map<PropertyName, RecordedStatement[]>();
  for (const recorded of subjects.flatMap((subject) => store.ofSubject(subject))) {
    if (!isUsable(recorded)) continue;
    const { property } = recorded.statement;
    byProperty.set(property, [...(byProperty.get(property) ?? []), recorded]);
  }
  return [...byProperty].map(([property, statements]) => toField(property, statements, voiceOf, rule));
}

function toField(
  property: PropertyName,
  statements: readonly RecordedStatement[],
  voiceOf: (speaker: SubjectId) => string,
  rule: ConfirmationRule,
): PersonField {
  const groups = new Map<string, RecordedStatement[]>();
  for (const recorded of statements) {
    const { value, time, place } = recorded.statement;
    const key = JSON.stringify([value, time ?? null, place ?? null]);
    groups.set(key, [...(groups.get(key) ?? []), recorded]);
  }
  const claims = [...groups]
    .map(([key, group]) => ({ key, claim: toClaim(group, voiceOf) }))
    .sort(
      (a, b) =>
        b.claim.voices - a.claim.voices || b.claim.firstHand - a.claim.firstHand || compareText(a.key, b.key),
    )
    .map(({ claim }) => claim);
  const [first, second] = claims;
  const isEven = first !== undefined && second !== undefined && second.voices >= first.voices;
  return {
    property,
    claims,
    shown: isEven || first === undefined || first.voices === 0 ? null : 0,
    shownBy: second === undefined ? "only-value" : isEven ? "nobody-more" : "most-voices",
    confirmation: confirm(claims, rule),
  };
}

function toClaim(
  statements: readonly RecordedStatement[],
  voiceOf: (speaker: SubjectId) => string,
): FieldClaim {
  const asserting = statements.filter(({ statement }) => statement.polarity === "asserts");
  const voices = (list: readonly RecordedStatement[]) =>
    new Set(list.map(({ statement }) => voiceOf(statement.speaker))).size;
  const [first] = statements;
  const dated = statements.find(({ statement }) => statement.timeAsWritten !== undefined) ?? first;
  return {
    value: first?.statement.value ?? { kind: "none" },
    time: dated === undefined ? null : timeOf(dated.statement),
    place: first?.statement.place ?? null,
    asserting,
    denying: statements.filter(({ statement }) => statement.polarity === "denies"),
    voices: voices(asserting),
    firstHand: voices(asserting.filter(({ statement }) => statement.chain === "first-hand")),
  };
}

function confirm(claims: readonly FieldClaim[], { two, three }: ConfirmationRule): Confirmation {
  const [first] = claims;
  const voiced = claims.filter(({ voices }) => voices > 0);
  const isContested =
    voiced.some((claim, index) => voiced.slice(index + 1).some((other) => excludes(claim, other))) ||
    claims.some(({ denying }) => denying.length > 0);
  if (isContested) return "disputed";
  if (first === undefined || first.voices < two.voices) return "single";
  const isStrong = first.voices >= three.voices && first.firstHand >= three.firstHand;
  return isStrong ? "strong" : "independent";
}

/** Whether two claims cannot both be true: July 1988 and 1988 can. */
function excludes(left: FieldClaim, right: FieldClaim): boolean {
  if (JSON.stringify(left.value) !== JSON.stringify(right.value)) return true;
  if (left.place !== null && right.place !== null && left.place !== right.place) return true;
  return left.time !== null && right.time !== null && !possiblyOverlaps(left.time, right.time);
}
