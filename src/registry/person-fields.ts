/** What is said of a person, field by field: every value with those who assert it and those who deny it. */
import { compareText, isCertainlyBefore, type TimeSpan } from "../core/index.ts";
import {
  type PropertyName,
  type RecordedStatement,
  type StatementStore,
  type StatementValue,
  type SubjectId,
  timeOf,
} from "../statements/index.ts";
import {
  agrees,
  breadthOf,
  type Claimed,
  denies,
  excludes,
  isSamePlace,
  type LiesWithin,
  valueKeys,
} from "./claim-agreement.ts";
import { type ConfirmationRule, DEFAULT_CONFIRMATION } from "./confirmation.ts";

/**
 * How well a value is borne out, by the numbers of the case's rule: too few voices; as many independent ones as level 2
 * asks for; as many, and as many first-hand, as level 3 does; disputed when another value or a denial stands against it.
 */
export type Confirmation = "single" | "independent" | "strong" | "disputed";

/**
 * One value that somebody gives, with its time and place where those are part of it. Those who say it more coarsely or more
 * finely, or in another script, assert it too.
 */
export interface FieldClaim {
  readonly value: StatementValue;
  readonly time: TimeSpan | null;
  readonly place: SubjectId | null;
  readonly asserting: readonly RecordedStatement[];
  readonly denying: readonly RecordedStatement[];
  /** Independent voices that assert it, and those of them that speak first-hand. */
  readonly voices: number;
  readonly firstHand: number;
  /** Those of the voices that say just this, no more coarsely and no more finely. */
  readonly exactly: number;
}

/**
 * Why a value is shown: only one is given; no other excludes it, and it is the one that most bear out, the finest of these; it
 * has more independent voices than any that excludes it; or none is shown, since one of those has as many.
 */
export type ShownBy = "only-value" | "agreeing" | "most-voices" | "nobody-more";

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
  liesWithin: LiesWithin = isSamePlace,
): PersonField[] {
  const byProperty = new Map<PropertyName, RecordedStatement[]>();
  for (const recorded of subjects.flatMap((subject) => store.ofSubject(subject))) {
    if (!isUsable(recorded)) continue;
    const { property } = recorded.statement;
    byProperty.set(property, [...(byProperty.get(property) ?? []), recorded]);
  }
  return [...byProperty].map(([property, statements]) =>
    toField(property, statements, { voiceOf, rule, liesWithin }),
  );
}

interface Weighing {
  readonly voiceOf: (speaker: SubjectId) => string;
  readonly rule: ConfirmationRule;
  readonly liesWithin: LiesWithin;
}

function toField(
  property: PropertyName,
  statements: readonly RecordedStatement[],
  weighing: Weighing,
): PersonField {
  const { rule, liesWithin } = weighing;
  const groups = new Map<string, RecordedStatement[]>();
  for (const recorded of statements) {
    const { value, time, place } = recorded.statement;
    const key = JSON.stringify([value, time ?? null, place ?? null]);
    groups.set(key, [...(groups.get(key) ?? []), recorded]);
  }
  const withValue = indexByValue(property, statements);
  const claims = [...groups]
    .map(([key, group]) => ({ key, claim: toClaim(property, group, withValue, weighing) }))
    .sort(
      (a, b) =>
        b.claim.voices - a.claim.voices ||
        b.claim.firstHand - a.claim.firstHand ||
        byFineness(a.claim, b.claim) ||
        compareText(a.key, b.key),
    )
    .map(({ claim }) => claim);
  const [first, ...others] = claims;
  const rivals = others.filter(
    (other) => first !== undefined && excludes(property, first, other, liesWithin),
  );
  const isEven = rivals.some(({ voices }) => voices >= (first?.voices ?? 0));
  const among = rivals.length === 0 ? "agreeing" : "most-voices";
  return {
    property,
    claims,
    shown: isEven || first === undefined || first.voices === 0 ? null : 0,
    shownBy: others.length === 0 ? "only-value" : isEven ? "nobody-more" : among,
    confirmation: confirm(property, claims, { rule, liesWithin }),
  };
}

/** Finds statements that may have a value: of thousands, only few need then be compared. */
function indexByValue(
  property: PropertyName,
  statements: readonly RecordedStatement[],
): (value: StatementValue) => readonly RecordedStatement[] {
  const byKey = new Map<string, RecordedStatement[]>();
  for (const recorded of statements)
    for (const key of valueKeys(property, recorded.statement.value)) {
      const list = byKey.get(key);
      if (list === undefined) byKey.set(key, [recorded]);
      else list.push(recorded);
    }
  return (value) => {
    const lists = valueKeys(property, value).map((key) => byKey.get(key) ?? []);
    return lists.length === 1 ? (lists[0] ?? []) : [...new Set(lists.flat())];
  };
}

/** @param withValue - statements of the property by value: those that agree with the group's bear it out too. */
function toClaim(
  property: PropertyName,
  group: readonly RecordedStatement[],
  withValue: (value: StatementValue) => readonly RecordedStatement[],
  { voiceOf, liesWithin }: Pick<Weighing, "voiceOf" | "liesWithin">,
): FieldClaim {
  const [first] = group;
  const dated = group.find(({ statement }) => statement.timeAsWritten !== undefined) ?? first;
  const claimed = {
    value: first?.statement.value ?? ({ kind: "none" } as const),
    time: dated === undefined ? null : timeOf(dated.statement),
    place: first?.statement.place ?? null,
  };
  const all = withValue(claimed.value);
  const asserting = all.filter(
    (recorded) =>
      recorded.statement.polarity === "asserts" &&
      agrees(property, toClaimed(recorded), claimed, liesWithin) &&
      // Who names no time bears no time out.
      (claimed.time === null ||
        recorded.statement.time !== undefined ||
        recorded.statement.timeAsWritten !== undefined),
  );
  // What is only denied is nobody's claim.
  const isClaimed = group.some(({ statement }) => statement.polarity === "asserts");
  const voices = (list: readonly RecordedStatement[]) =>
    new Set(list.map(({ statement }) => voiceOf(statement.speaker))).size;
  return {
    ...claimed,
    asserting: isClaimed ? asserting : [],
    denying: all.filter(
      (recorded) =>
        recorded.statement.polarity === "denies" && denies(property, toClaimed(recorded), claimed),
    ),
    voices: isClaimed ? voices(asserting) : 0,
    exactly: voices(group.filter(({ statement }) => statement.polarity === "asserts")),
    firstHand: isClaimed ? voices(asserting.filter(({ statement }) => statement.chain === "first-hand")) : 0,
  };
}

function toClaimed({ statement }: RecordedStatement): Claimed {
  return { value: statement.value, time: timeOf(statement), place: statement.place ?? null };
}

/** Of claims with as many voices the finer one comes first: with the narrower time, then with a place. */
function byFineness(left: FieldClaim, right: FieldClaim): number {
  const [a, b] = [breadthOf(left), breadthOf(right)];
  if (a !== b) return a < b ? -1 : 1;
  return Number(left.place === null) - Number(right.place === null);
}

function confirm(
  property: PropertyName,
  claims: readonly FieldClaim[],
  { rule: { two, three }, liesWithin }: Pick<Weighing, "rule" | "liesWithin">,
): Confirmation {
  const [first] = claims;
  const voiced = claims.filter(({ voices }) => voices > 0);
  const isContested =
    voiced.some((claim, index) =>
      voiced.slice(index + 1).some((other) => excludes(property, claim, other, liesWithin)),
    ) || claims.some(({ denying }) => denying.length > 0);
  if (isContested) return "disputed";
  if (first === undefined || first.voices < two.voices) return "single";
  const isStrong = first.voices >= three.voices && first.firstHand >= three.firstHand;
  return isStrong ? "strong" : "independent";
}

/** Whether every birth that is asserted lies certainly after every death that is: one of them is somebody else's, or a mistake. */
export function isBornAfterDeath(fields: readonly PersonField[]): boolean {
  const timesOf = (property: PropertyName) =>
    fields
      .filter((field) => field.property === property)
      .flatMap(({ claims }) => claims)
      .flatMap(({ time, voices }) => (time === null || voices === 0 ? [] : [time]));
  const [born, died] = [timesOf("born"), timesOf("died")];
  return (
    born.length > 0 &&
    died.length > 0 &&
    born.every((birth) => died.every((death) => isCertainlyBefore(death, birth)))
  );
}
