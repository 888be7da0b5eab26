/** Who controls the land of a site over time: everybody of whom it is said stays, each with when it is said of them. */
import { isCertainlyWithin, parseEdtf, possiblyOverlaps, toIsoDay } from "../core/index.ts";
import type { RecordedStatement } from "../statements/index.ts";
import { type UnitRelation, viewRelations } from "./units.ts";

/**
 * On a day: certain where a statement is true on every day of its time and the day is one of them; possible where the
 * day lies in a time on some day of which it is true; undated where no time is given; at other times.
 */
export type Control = "certain" | "possible" | "undated" | "other-times";

export interface LandControl {
  readonly relation: UnitRelation;
  /** Null where no day is asked for. */
  readonly control: Control | null;
}

/**
 * @param statements - `site-land-controlled-by` of one site.
 * @param on - days since 1970-01-01, or null for whatever is known.
 */
export function viewLandControl(statements: readonly RecordedStatement[], on: number | null): LandControl[] {
  return viewRelations(statements)
    .map((relation) => ({ relation, control: on === null ? null : controlOn(relation, on) }))
    .sort(
      (a, b) =>
        firstDay(a.relation) - firstDay(b.relation) || (a.relation.parent < b.relation.parent ? -1 : 1),
    );
}

function controlOn({ asserting, isUndated }: UnitRelation, on: number): Control {
  const day = parseEdtf(toIsoDay(on));
  const dated = asserting.flatMap(({ statement: { time, bound } }) =>
    time === undefined ? [] : [{ span: parseEdtf(time), isPrecise: bound === "precise" }],
  );
  if (dated.some(({ span, isPrecise }) => isPrecise && isCertainlyWithin(day, span))) return "certain";
  if (dated.some(({ span }) => isCertainlyWithin(span, day))) return "certain";
  if (dated.some(({ span }) => possiblyOverlaps(span, day))) return "possible";
  return isUndated ? "undated" : "other-times";
}

/** Finite, so that two that nobody dated can be compared. */
function firstDay({ times }: UnitRelation): number {
  const starts = times.map(({ earliest }) => earliest ?? Number.MIN_SAFE_INTEGER);
  return starts.length === 0 ? Number.MAX_SAFE_INTEGER : Math.min(...starts);
}
