/** Hierarchy of bodies, units and offices over time, as a view over statements that one stood under another. */
import { possiblyOverlaps, type TimeSpan } from "../core/index.ts";
import type { RecordedStatement, StatementStore, SubjectId } from "../statements/index.ts";
import { type Citation, citationsIn, firstOf, lastOf } from "./citations.ts";

/** One unit under another, with everything that says so or denies it. */
export interface UnitRelation {
  readonly unit: SubjectId;
  readonly parent: SubjectId;
  /** Times of the statements that assert it; an undated statement says nothing of when. */
  readonly times: readonly TimeSpan[];
  /** The dated statements that reach furthest back, and furthest on. */
  readonly firstCited: Citation | null;
  readonly lastCited: Citation | null;
  readonly isUndated: boolean;
  readonly asserting: readonly RecordedStatement[];
  readonly denying: readonly RecordedStatement[];
}

/** How surely a relation held at a time: cited then; not excluded; or only by statements that give no time. */
export type RelationStrength = "cited" | "undated" | "other-times";

/** Every relation of which an open statement speaks. */
export function viewUnits(store: StatementStore): UnitRelation[] {
  return viewRelations(store.openWith(["subordinate-to"]));
}

/** Statements that one thing stood to another in one way, by the two. */
export function viewRelations(statements: readonly RecordedStatement[]): UnitRelation[] {
  const groups = new Map<string, RecordedStatement[]>();
  for (const recorded of statements) {
    const { subject, value } = recorded.statement;
    if (value.kind !== "ref") continue;
    const key = `${subject} ${value.ref}`;
    groups.set(key, [...(groups.get(key) ?? []), recorded]);
  }
  return [...groups].map(([key, statements]) => {
    const [unit = "", parent = ""] = key.split(" ");
    const asserting = statements.filter(({ statement }) => statement.polarity === "asserts");
    const citations = citationsIn(asserting);
    return {
      unit,
      parent,
      times: citations.map(({ claim }) => claim.span),
      firstCited: firstOf(citations),
      lastCited: lastOf(citations),
      isUndated: asserting.some(({ statement }) => statement.time === undefined),
      asserting,
      denying: statements.filter(({ statement }) => statement.polarity === "denies"),
    };
  });
}

export function strengthAt(relation: UnitRelation, time: TimeSpan): RelationStrength {
  if (relation.times.some((span) => possiblyOverlaps(span, time))) return "cited";
  return relation.isUndated ? "undated" : "other-times";
}

/** A unit in a chain, with what is known of who stood above it. */
export interface ChainLink {
  readonly unit: SubjectId;
  /** How it hangs under the one before; null for the unit asked for. */
  readonly relation: UnitRelation | null;
  readonly strength: RelationStrength | null;
  /** True when this unit stands in the chain already: the statements lead in a circle. */
  readonly isCircular: boolean;
  /** Superiors; several where sources name several. Those of other times come only where no better is known. */
  readonly above: readonly ChainLink[];
}

/** From a unit upwards at a time. */
export function chainOfCommand(
  relations: readonly UnitRelation[],
  unit: SubjectId,
  time: TimeSpan,
): ChainLink {
  const climb = (
    at: SubjectId,
    relation: UnitRelation | null,
    strength: RelationStrength | null,
    below: ReadonlySet<SubjectId>,
  ): ChainLink => {
    if (below.has(at)) return { unit: at, relation, strength, isCircular: true, above: [] };
    const path = new Set([...below, at]);
    const superiors = relations
      .filter((each) => each.unit === at && each.asserting.length > 0)
      .map((each) => ({ each, strength: strengthAt(each, time) }));
    const best = superiors.some((each) => each.strength !== "other-times")
      ? superiors.filter((each) => each.strength !== "other-times")
      : superiors;
    const above = best.map((each) => climb(each.each.parent, each.each, each.strength, path));
    return { unit: at, relation, strength, isCircular: false, above };
  };
  return climb(unit, null, null, new Set());
}
