/** Documented figures: what Inquest itself counts in the lists of the case. */
import { listStatementId } from "./facts.ts";
import type { Figure, FigureLabel } from "./figure.ts";
import { toFigureId } from "./figure.ts";

export interface DocumentedCount {
  readonly question: Figure["question"];
  /** The words of the id, after the question. */
  readonly id: readonly string[];
  readonly label: FigureLabel;
  readonly value: number;
  readonly unit: string;
  /** The lists that were counted. */
  readonly lists: readonly string[];
  readonly group: string;
  /** What exactly was counted. */
  readonly basis: Figure["basis"];
}

/** A count of records or persons: documented, said by nobody, resting on whole lists. */
export function documentedFigure(count: DocumentedCount): Figure {
  const { question, id, label, value, unit, lists, group } = count;
  return {
    id: toFigureId(question, ...id),
    question,
    label,
    subject: null,
    value,
    range: null,
    unit,
    time: null,
    place: null,
    standing: "documented",
    speakers: [],
    statements: lists.map(listStatementId),
    basis: count.basis,
    contradictedBy: [],
    group,
  };
}
