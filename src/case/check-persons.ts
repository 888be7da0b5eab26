/** Which persons of the link are to be looked at, contradictions first, and what people already decided of them. */
import type { ListRecord } from "../intake/index.ts";
import { UnionFind } from "../linkage/index.ts";
import { liesWithin } from "./find-subject.ts";
import type { LinkedPerson } from "./linked-persons.ts";
import type { ReviewTable } from "./review-desk.ts";
import { byKind, CONTRADICTIONS, type RowContradiction } from "./row-contradictions.ts";
import { type JudgedPair, pairKey } from "./standing-judgements.ts";
import type { CaseState } from "./state.ts";

/**
 * `open`: to be looked at. `kept`: looked at and right, its rows were judged one person. `parted`: rows of it were judged
 * two persons; `joined`: it was joined with another one; both are heeded by the next link.
 */
export type PersonCheckState = "open" | "kept" | "parted" | "joined";

export interface CheckedPerson {
  readonly person: LinkedPerson;
  readonly state: PersonCheckState;
  /** What no statement reconciles, the worst first. */
  readonly contradictions: readonly RowContradiction[];
  /** Pairs of its rows of which somebody said something. */
  readonly judged: readonly JudgedPair[];
}

/** Whether two names of places are, as the case names places, of one place, or of a place and one within it. */
export type PlacesReconciled = (one: string, other: string) => boolean;

export function createPlacesReconciled(state: CaseState): PlacesReconciled {
  const known = new Map<string, boolean>();
  return (one, other) => {
    const key = JSON.stringify([one, other]);
    let answer = known.get(key);
    if (answer === undefined) {
      const others = state.subjectsCalled(other);
      answer = state
        .subjectsCalled(one)
        .some(({ id }) =>
          others.some((its) => liesWithin(state, id, its.id) || liesWithin(state, its.id, id)),
        );
      known.set(key, answer);
    }
    return answer;
  };
}

/** Every person of several rows: contradictions first, and the worst of them, then by the weakest link. */
export function checkPersons(desk: ReviewTable, areReconciled: PlacesReconciled): CheckedPerson[] {
  const { several, find } = desk.persons();
  const judged = new Map<string, JudgedPair[]>();
  const joined = new Set<string>();
  for (const pair of desk.standing.pairs.values()) {
    const [person, other] = [find(pair.left.id), find(pair.right.id)];
    if (person === undefined || other === undefined) continue;
    if (person !== other) {
      if (isJoining(pair)) joined.add(person.id).add(other.id);
      continue;
    }
    const pairs = judged.get(person.id);
    if (pairs === undefined) judged.set(person.id, [pair]);
    else pairs.push(pair);
  }
  return several
    .map((person) => {
      const checked = checkPerson(person, judged.get(person.id) ?? [], areReconciled);
      const isJoined = joined.has(person.id) && checked.state !== "parted";
      return isJoined ? { ...checked, state: "joined" as const } : checked;
    })
    .map((checked, place) => ({ checked, place, severity: severityOf(checked) }))
    .sort(
      (a, b) => b.severity - a.severity || weaknessOf(a.checked) - weaknessOf(b.checked) || a.place - b.place,
    )
    .map(({ checked }) => checked);
}

/** A person by an id or by one of its rows, one of a single row too: there is nothing in it to look at. */
export function findChecked(
  desk: ReviewTable,
  checked: readonly CheckedPerson[],
  word: string,
): CheckedPerson | undefined {
  const found = desk.persons().find(word);
  if (found === undefined) return undefined;
  const person = { ...found, contradictions: [], weakest: null };
  return (
    checked.find((each) => each.person.id === found.id) ?? {
      person,
      ...{ state: "open", contradictions: [], judged: [] },
    }
  );
}

function checkPerson(
  person: LinkedPerson,
  judged: readonly JudgedPair[],
  areReconciled: PlacesReconciled,
): CheckedPerson {
  const unreconciled = unreconciledOf(person.members, person.contradictions, areReconciled);
  if (judged.length === 0) return { person, state: "open", contradictions: unreconciled, judged };
  const indexOf = new Map(person.members.map(({ id }, index) => [id, index]));
  const ends = ({ left, right }: JudgedPair): [number, number] => [
    indexOf.get(left.id) ?? -1,
    indexOf.get(right.id) ?? -1,
  ];
  const disputed = judged.filter(({ isDisputed }) => isDisputed).map(ends);
  const contradictions =
    disputed.length === 0
      ? unreconciled
      : [...unreconciled, { kind: "disputed", field: null, pairs: disputed } as const].sort(byKind);
  return { person, state: stateOf(person.members, { judged, ends, contradictions }), contradictions, judged };
}

/** Whether it joins two persons that the link has not joined yet. */
function isJoining({ decision, isChanged, standing }: JudgedPair): boolean {
  const isWhole = standing.some(({ judgement }) => judgement.ofPerson?.did === "joined");
  return decision === "same" && !isChanged && isWhole;
}

/** Those of the contradictions between rows that what the case says of places does not resolve. */
export function unreconciledOf(
  rows: readonly ListRecord[],
  contradictions: readonly RowContradiction[],
  areReconciled: PlacesReconciled,
): RowContradiction[] {
  return contradictions.flatMap((each) => withoutReconciled(rows, each, areReconciled));
}

function withoutReconciled(
  rows: readonly ListRecord[],
  contradiction: RowContradiction,
  areReconciled: PlacesReconciled,
): RowContradiction[] {
  const { kind, field } = contradiction;
  if (kind !== "place" || field === null) return [contradiction];
  const textOf = (row: number) => {
    const value = rows[row]?.fields[field];
    return value !== undefined && "text" in value ? value.text : "";
  };
  const pairs = contradiction.pairs.filter(([left, right]) => !areReconciled(textOf(left), textOf(right)));
  return pairs.length === 0 ? [] : [{ ...contradiction, pairs }];
}

interface Said {
  readonly judged: readonly JudgedPair[];
  readonly ends: (pair: JudgedPair) => readonly [number, number];
  readonly contradictions: readonly RowContradiction[];
}

/**
 * A person is looked at once judgements join all of its rows, and each two that contradict were themselves before
 * somebody's eyes: as a pair, or in a decision about the whole person.
 */
function stateOf(rows: readonly ListRecord[], { judged, ends, contradictions }: Said): PersonCheckState {
  const standing = judged.filter(({ isChanged }) => !isChanged);
  if (standing.some(({ decision }) => decision === "different")) return "parted";
  const [all, whole] = [new UnionFind(rows.length), new UnionFind(rows.length)];
  const direct = new Set<string>();
  for (const pair of standing) {
    if (pair.decision !== "same") continue;
    const [left, right] = ends(pair);
    all.union(left, right);
    direct.add(pair.key);
    if (pair.standing.some(({ judgement }) => judgement.ofPerson !== undefined)) whole.union(left, right);
  }
  const isJoined = rows.every((_, row) => all.find(row) === all.find(0));
  const isSeen = ([left, right]: readonly [number, number]) => {
    const [one, other] = [rows[left], rows[right]];
    if (one === undefined || other === undefined) return false;
    return whole.find(left) === whole.find(right) || direct.has(pairKey(one, other));
  };
  const areSeen = contradictions.every(({ kind, pairs }) => kind !== "disputed" && pairs.every(isSeen));
  return isJoined && areSeen ? "kept" : "open";
}

/** A number that is larger the worse the contradictions are: one of a worse kind outweighs all that are less. */
function severityOf({ contradictions }: CheckedPerson): number {
  const kinds = new Set(contradictions.map(({ kind }) => kind));
  return [...kinds].reduce(
    (sum, kind) => sum + 2 ** (CONTRADICTIONS.length - CONTRADICTIONS.indexOf(kind)),
    0,
  );
}

/** What the link did not score comes before what it scored. */
function weaknessOf({ person }: CheckedPerson): number {
  return person.weakest ?? Number.NEGATIVE_INFINITY;
}
