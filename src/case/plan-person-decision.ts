/** What a decision about whole persons would record and change, before it is made: the same for a preview and the act. */
import { InquestError } from "../core/index.ts";
import type { ListRecord } from "../intake/index.ts";
import { pairNumber, regroupRows, UnionFind } from "../linkage/index.ts";
import { findRecord, toSettle, weightOf } from "./judge-pair.ts";
import type { PairAnswer, PersonDecision } from "./judgements.ts";
import type { ReadJudgement } from "./read-judgements.ts";
import type { ReviewTable } from "./review-desk.ts";
import { type JudgedPair, pairKey } from "./standing-judgements.ts";

type Rows = readonly ListRecord[];

export interface PlannedJudgement {
  readonly left: ListRecord;
  readonly right: ListRecord;
  readonly answer: PairAnswer;
  /** The score of the two, in bits; null where the link did not score them. */
  readonly weightBits: number | null;
  /** One's own earlier word, which this takes the place of. */
  readonly earlier: ReadJudgement | null;
  /** Words of others that differ, which this decides between. */
  readonly settles: readonly string[];
}

/** An earlier judgement that says otherwise. */
export interface OtherWord {
  readonly pair: JudgedPair;
  readonly said: ReadJudgement;
  /**
   * `superseded`: one's own, which gives way. `disputed`: of somebody else; the pair binds nothing until it is settled.
   * `joins`: of rows that are not parted here, yet it joins what is parted, by way of another person.
   */
  readonly becomes: "superseded" | "disputed" | "joins";
}

export interface PersonPlan {
  readonly did: PersonDecision;
  readonly judged: readonly PlannedJudgement[];
  /** Rows that leave a person; 0 where none is parted. */
  readonly leaving: number;
  /** The persons as the link has them, and as their rows would be. */
  readonly before: readonly Rows[];
  readonly after: readonly Rows[];
  readonly against: readonly OtherWord[];
  /** "Different" judgements that stand between two who would be joined: nothing is recorded while there is one. */
  readonly forbidding: readonly JudgedPair[];
}

/** So many pairs are recorded at once; a person of so many rows is parted step by step. */
const MOST_PAIRS = 2000;

/**
 * Parts a person: the rows named are somebody else than its other rows, whatever they are among each other.
 *
 * @param words - rows of one person, each `rec-…` or `list:record_id`.
 * @throws InquestError "case/record-unknown"; "case/person-rows" (input) where they are not some of the rows of one person.
 */
export function planSplit(desk: ReviewTable, actor: string, words: readonly string[]): PersonPlan {
  const chosen = [...new Set(words.map((word) => findRecord(desk, word)))];
  const persons = new Set(chosen.map(({ id }) => desk.persons().find(id)));
  const [person] = persons;
  const rest = person?.members.filter((row) => !chosen.includes(row)) ?? [];
  if (persons.size !== 1 || person === undefined || rest.length === 0) {
    const what = persons.size > 1 ? "rows of several persons" : "every row of the person";
    throw personRows(`Those are ${what}; choose some rows of one person that are somebody else.`);
  }
  const pairs = chosen.flatMap((left) => rest.map((right) => [left, right] as const));
  const judged = planPairs(desk, actor, pairs, "different");
  const against = [...saidOtherwise(desk, actor, pairs, "same"), ...joiningElsewhere(desk, pairs)];
  return {
    ...{ did: "split", judged, leaving: chosen.length, against, forbidding: [] },
    before: [person.members],
    after: regroup(desk, actor, person.members, judged),
  };
}

/**
 * Joins two persons with all their rows.
 *
 * @param words - each the id of a person (`person-…`) or of a row.
 * @throws InquestError "case/record-unknown"; "case/person-rows" (input) where both are one person already.
 */
export function planJoin(desk: ReviewTable, actor: string, words: readonly [string, string]): PersonPlan {
  const [one, other] = [findLinkedPerson(desk, words[0]), findLinkedPerson(desk, words[1])];
  if (one === other) throw personRows("Both are one person already; choose another one.");
  const [left, right] = strongestBetween(desk, one, other);
  // Each row is joined to one of the other person, so that no row is left behind by what the machine holds against it.
  const pairs = [
    [left, right] as const,
    ...other.filter((row) => row !== right).map((row) => [left, row] as const),
    ...one.filter((row) => row !== left).map((row) => [row, right] as const),
  ];
  return {
    ...{ did: "joined", judged: planPairs(desk, actor, pairs, "same"), leaving: 0 },
    before: [one, other],
    after: [[...one, ...other]],
    against: [],
    forbidding: forbiddingJoin(desk, pairs),
  };
}

/** Looked at and right: all rows of a person are judged one, those that contradict each other among them. */
export function planKeep(
  desk: ReviewTable,
  actor: string,
  word: string,
  contradicting: (rows: Rows) => readonly (readonly [ListRecord, ListRecord])[],
): PersonPlan {
  const rows = findLinkedPerson(desk, word);
  if (rows.length < 2) throw personRows("The person has one row; there is nothing to look at.");
  const groups = new UnionFind(rows.length);
  const pairs = [...contradicting(rows), ...strongestFirst(desk, rows)].filter(([left, right]) => {
    const [one, two] = [rows.indexOf(left), rows.indexOf(right)];
    if (groups.find(one) === groups.find(two)) return false;
    groups.union(one, two);
    return true;
  });
  const judged = planPairs(desk, actor, pairs, "same", true);
  const settled = new Set(
    judged
      .map((each) => ({ key: pairKey(each.left, each.right), each }))
      .filter(({ key, each }) => decisionAfter(desk.standing.pairs.get(key), each, actor) === "same")
      .map(({ key }) => key),
  );
  return {
    ...{ did: "kept", judged, leaving: 0, before: [rows], after: [rows] },
    against: saidOtherwise(desk, actor, pairs, "different").filter(({ becomes }) => becomes === "superseded"),
    forbidding: forbiddingJoin(desk, pairs).filter(({ key }) => !settled.has(key)),
  };
}

/** Whether a decision needs its reason: it changes somebody's mind, decides between others, or stands against a word. */
export function needsReason({ judged, against }: PersonPlan): boolean {
  return (
    against.length > 0 ||
    judged.some(
      ({ answer, earlier, settles }) =>
        settles.length > 0 || (earlier !== null && earlier.judgement.answer !== answer),
    )
  );
}

/** @param word - a person (`person-…`), or a row by `rec-…` or `list:record_id`. */
export function findLinkedPerson(desk: ReviewTable, word: string): Rows {
  const person = desk.persons().find(word) ?? desk.persons().find(findRecord(desk, word).id);
  if (person === undefined) throw personRows("The row is of no linked list; link the lists again first.");
  return person.members;
}

/** @param isSaidAgain - whether what one said of a pair before is said again, now of the whole person. */
function planPairs(
  desk: ReviewTable,
  actor: string,
  pairs: readonly (readonly [ListRecord, ListRecord])[],
  answer: PairAnswer,
  isSaidAgain = false,
): PlannedJudgement[] {
  if (pairs.length > MOST_PAIRS)
    throw personRows(
      `Those are ${pairs.length} pairs of rows, and ${MOST_PAIRS} are judged at once; choose fewer rows.`,
    );
  const planned = pairs.flatMap(([left, right]): PlannedJudgement[] => {
    const standing = desk.standing.pairs.get(pairKey(left, right))?.standing ?? [];
    const earlier = standing.find(({ by }) => by === actor);
    const settles = toSettle(standing, earlier, { answer });
    const isSaid = earlier?.judgement.answer === answer && settles.length === 0;
    if (isSaid && !isSaidAgain) return [];
    return [
      { left, right, answer, weightBits: weightOf(desk, left, right), earlier: earlier ?? null, settles },
    ];
  });
  if (planned.length === 0)
    throw personRows("You said that of all these rows already: it takes effect with the next link.");
  return planned;
}

/** Words of the other answer on the pairs that are judged. */
function saidOtherwise(
  desk: ReviewTable,
  actor: string,
  pairs: readonly (readonly [ListRecord, ListRecord])[],
  other: PairAnswer,
): OtherWord[] {
  return pairs.flatMap(([left, right]) => {
    const pair = desk.standing.pairs.get(pairKey(left, right));
    const said = pair?.standing.filter(({ judgement }) => judgement.answer === other) ?? [];
    return pair === undefined
      ? []
      : said.map(
          (each) => ({ pair, said: each, becomes: each.by === actor ? "superseded" : "disputed" }) as const,
        );
  });
}

/** "Same" judgements by way of rows of other persons that join what is parted. */
function joiningElsewhere(
  desk: ReviewTable,
  pairs: readonly (readonly [ListRecord, ListRecord])[],
): OtherWord[] {
  const parted = new Set(pairs.map(([left, right]) => pairKey(left, right)));
  const inside = new Set(pairs.flatMap(([left, right]) => [left.id, right.id]));
  const binding = [...desk.standing.pairs.values()].filter(
    ({ key, decision }) => decision === "same" && !parted.has(key),
  );
  const groups = groupsOf(binding);
  const joined = new Set(
    pairs
      .filter(([left, right]) => groups.find(left.id) === groups.find(right.id))
      .map(([left]) => groups.find(left.id)),
  );
  return binding
    .filter(
      ({ left, right }) => joined.has(groups.find(left.id)) && !(inside.has(left.id) && inside.has(right.id)),
    )
    .flatMap((pair) =>
      pair.standing
        .filter(({ judgement }) => judgement.answer === "same")
        .map((said) => ({ pair, said, becomes: "joins" }) as const),
    );
}

/** Pairs on which somebody's "different" stands and that would be joined, directly or by way of other judgements. */
function forbiddingJoin(
  desk: ReviewTable,
  pairs: readonly (readonly [ListRecord, ListRecord])[],
): JudgedPair[] {
  const all = [...desk.standing.pairs.values()];
  const wanted = pairs.map(([left, right]) => ({ left, right }));
  const groups = groupsOf([...all.filter(({ decision }) => decision === "same"), ...wanted]);
  const [first] = wanted;
  const group = first === undefined ? undefined : groups.find(first.left.id);
  return all.filter(
    ({ left, right, decision, isDisputed }) =>
      (decision === "different" || isDisputed) &&
      groups.find(left.id) === group &&
      groups.find(right.id) === group,
  );
}

/** Rows that pairs join; each named by its id. */
function groupsOf(pairs: readonly { readonly left: ListRecord; readonly right: ListRecord }[]) {
  const numbers = new Map<string, number>();
  const numberOf = (id: string): number => {
    const number = numbers.get(id) ?? numbers.size;
    numbers.set(id, number);
    return number;
  };
  const ends = pairs.map(({ left, right }) => [numberOf(left.id), numberOf(right.id)] as const);
  const groups = new UnionFind(numbers.size);
  for (const [left, right] of ends) groups.union(left, right);
  return {
    /** A row that no pair names is a group of its own. */
    find: (id: string): number | string => {
      const number = numbers.get(id);
      return number === undefined ? id : groups.find(number);
    },
  };
}

/** Every two rows, those with the most evidence for one person first. */
function strongestFirst(desk: ReviewTable, rows: Rows): (readonly [ListRecord, ListRecord])[] {
  return rows
    .flatMap((left, index) => rows.slice(index + 1).map((right) => [left, right] as const))
    .map((pair) => ({ pair, weight: weightOf(desk, ...pair) ?? Number.NEGATIVE_INFINITY }))
    .sort((a, b) => b.weight - a.weight || 0)
    .map(({ pair }) => pair);
}

function strongestBetween(desk: ReviewTable, one: Rows, other: Rows): readonly [ListRecord, ListRecord] {
  let best: { readonly pair: readonly [ListRecord, ListRecord]; readonly weight: number } | null = null;
  for (const left of one)
    for (const right of other) {
      const weight = weightOf(desk, left, right) ?? Number.NEGATIVE_INFINITY;
      if (best === null || weight > best.weight) best = { pair: [left, right], weight };
    }
  if (best === null) throw new TypeError("a person has a row");
  return best.pair;
}

/** What the next link would make of the rows of a person, by the recorded scores and by what then stands. */
function regroup(desk: ReviewTable, actor: string, rows: Rows, judged: readonly PlannedJudgement[]): Rows[] {
  const { table, agenda } = desk;
  const planned = new Map(judged.map((each) => [pairKey(each.left, each.right), each]));
  const [together, apart]: [[number, number][], [number, number][]] = [[], []];
  for (const [left, one] of rows.entries())
    for (let right = left + 1; right < rows.length; right += 1) {
      const other = rows[right];
      if (other === undefined) continue;
      const key = pairKey(one, other);
      const decision = decisionAfter(desk.standing.pairs.get(key), planned.get(key), actor);
      if (decision === "same") together.push([left, right]);
      else if (decision === "different") apart.push([left, right]);
    }
  const positions = rows.map((row) => table.positionOf(row) ?? -1);
  const groups = regroupRows({
    ...{ count: rows.length, together, apart },
    linkWeight: agenda.pairs.linkWeight,
    isForbidden: (left, right) =>
      table.settings.decision.sameList === "review" && rows[left]?.list === rows[right]?.list,
    weightOf(left, right) {
      const number = pairNumber(positions[left] ?? -1, positions[right] ?? -1, table.records.length);
      const row = agenda.rowOf.get(number);
      return row === undefined ? undefined : agenda.pairs.weights[row];
    },
  });
  const after = new Map<number, ListRecord[]>();
  for (const [index, row] of rows.entries()) {
    const group = groups[index] ?? index;
    after.set(group, [...(after.get(group) ?? []), row]);
  }
  return [...after.values()];
}

/** What binds a pair once it is judged; null where reviewers disagree. */
function decisionAfter(
  pair: JudgedPair | undefined,
  planned: PlannedJudgement | undefined,
  actor: string,
): PairAnswer | null {
  if (planned === undefined) return pair?.decision ?? null;
  const others = pair?.standing.filter(
    ({ by, id, judgement }) => by !== actor && judgement.answer !== "unsure" && !planned.settles.includes(id),
  );
  return others?.some(({ judgement }) => judgement.answer !== planned.answer) === true
    ? null
    : planned.answer;
}

function personRows(message: string): InquestError {
  return new InquestError({ code: "case/person-rows", reaction: "input", message, evidence: {} });
}
