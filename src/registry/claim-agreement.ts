/** Whether two things that are said of a person agree, can both be true, or exclude each other. */
import {
  foldText,
  isCertainlyWithin,
  possiblyOverlaps,
  type TimeSpan,
  toCoarseSkeleton,
} from "../core/index.ts";
import { areDisjoint, type PropertyName, type StatementValue, type SubjectId } from "../statements/index.ts";

/** What is claimed: a value, with its time and place where those are part of it. */
export interface Claimed {
  readonly value: StatementValue;
  readonly time: TimeSpan | null;
  readonly place: SubjectId | null;
}

/** One person has several names, callings, charges; what is one value beside another of these contradicts nothing. */
const MANY_VALUED: ReadonlySet<PropertyName> = new Set<PropertyName>([
  "person-name",
  "affiliation",
  "occupation",
  "last-seen",
  "arrested",
  "detained-at",
  "charge",
  "tried-by",
  "identified-by",
  "family-notified",
  "commemorated-at",
]);

const VIOLENT: readonly string[] = ["executed", "killed"];

const NAMES: ReadonlySet<PropertyName> = new Set<PropertyName>(["person-name", "father-name"]);

/** Whether one place or body lies in another; one lies in itself. */
export type LiesWithin = (inner: SubjectId, outer: SubjectId) => boolean;

/** Whether the one bears the other out: the same value in whatever script and case, at times and places that can be the same. */
export function agrees(
  property: PropertyName,
  left: Claimed,
  right: Claimed,
  liesWithin: LiesWithin,
): boolean {
  return isSameValue(property, left.value, right.value, liesWithin) && canCoincide(left, right, liesWithin);
}

/** Whether not both can be true: July 1988 and 1988 can, as can two occupations. */
export function excludes(
  property: PropertyName,
  left: Claimed,
  right: Claimed,
  liesWithin: LiesWithin,
): boolean {
  if (MANY_VALUED.has(property)) return false;
  if (!NAMES.has(property) && !areComparable(left.value, right.value)) return false;
  return !isSameValue(property, left.value, right.value, liesWithin) || !canCoincide(left, right, liesWithin);
}

/** Whether a denial of the one denies the other: who denies that it was in 1988 denies that it was in July. */
export function denies(property: PropertyName, denied: Claimed, claim: Claimed): boolean {
  if (!isSameValue(property, denied.value, claim.value, isSamePlace)) return false;
  if (denied.place !== null && denied.place !== claim.place) return false;
  if (denied.time === null || denied.time.edtf === claim.time?.edtf) return true;
  return claim.time !== null && isCertainlyWithin(claim.time, denied.time);
}

/** Days that the outer bounds of a time hold; an open one is wider than any other. */
export function breadthOf({ time }: Claimed): number {
  if (time === null || time.earliest === null || time.latest === null) return Number.POSITIVE_INFINITY;
  return time.latest - time.earliest + 1;
}

/** Where nothing is known of what lies in what. */
export const isSamePlace: LiesWithin = (inner, outer) => inner === outer;

/** A prison and the town that it lies in can be one place. */
function canBeOnePlace(left: SubjectId, right: SubjectId, liesWithin: LiesWithin): boolean {
  return left === right || liesWithin(left, right) || liesWithin(right, left);
}

function canCoincide(left: Claimed, right: Claimed, liesWithin: LiesWithin): boolean {
  if (left.place !== null && right.place !== null && !canBeOnePlace(left.place, right.place, liesWithin))
    return false;
  return left.time === null || right.time === null || possiblyOverlaps(left.time, right.time);
}

function isSameValue(
  property: PropertyName,
  left: StatementValue,
  right: StatementValue,
  liesWithin: LiesWithin,
): boolean {
  if (left.kind === "ref" && right.kind === "ref") return canBeOnePlace(left.ref, right.ref, liesWithin);
  // Whoever was executed was killed.
  if (
    left.kind === "code" &&
    right.kind === "code" &&
    [left, right].every(({ code }) => VIOLENT.includes(code))
  )
    return true;
  if (left.kind === "quantity" && right.kind === "quantity") return !areDisjoint(left, right);
  const others = valueKeys(property, right);
  return valueKeys(property, left).some((key) => others.includes(key));
}

/** Keys are asked for again and again while claims are laid beside each other; folding a text is dear. */
const keysOf = new WeakMap<StatementValue, readonly string[]>();

/** Two values are the same only if they share a key; counts share theirs and are then compared. */
export function valueKeys(property: PropertyName, value: StatementValue): readonly string[] {
  const known = keysOf.get(value);
  if (known !== undefined) return known;
  const keys = makeKeys(property, value);
  keysOf.set(value, keys);
  return keys;
}

function makeKeys(property: PropertyName, value: StatementValue): string[] {
  // Those of one kind are laid beside each other one by one.
  if (value.kind === "quantity" || value.kind === "ref") return [value.kind];
  if (value.kind === "code" && VIOLENT.includes(value.code)) return ["code killed"];
  if (value.kind === "name") return [`name ${toCoarseSkeleton(value.text)}`];
  if (value.kind !== "text") return [JSON.stringify(value)];
  // A name may be written as plain words, in whichever script.
  if (NAMES.has(property))
    return Object.values(value.text).flatMap((text) =>
      text === undefined ? [] : [`name ${toCoarseSkeleton(text)}`],
    );
  // In a language that both have.
  return Object.entries(value.text).flatMap(([language, text]) =>
    text === undefined ? [] : [`text ${language} ${foldText(text)}`],
  );
}

/** Words in two languages alone cannot be compared: they are two values, and neither excludes the other. */
function areComparable(left: StatementValue, right: StatementValue): boolean {
  if (left.kind !== "text" || right.kind !== "text") return true;
  const languages = new Set(Object.keys(left.text));
  return Object.keys(right.text).some((language) => languages.has(language));
}
