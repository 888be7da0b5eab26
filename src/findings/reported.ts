/** What speakers report of one measure: one figure for each independent speaker, none added up. */
import { compareText } from "../core/index.ts";
import {
  areDisjoint,
  type PropertyName,
  type Quantity,
  type RecordedStatement,
  type Statement,
  type Subject,
  type SubjectId,
} from "../statements/index.ts";
import { type Figure, type Range, toFigureId } from "./figure.ts";

export interface ReportedInput {
  readonly question: Figure["question"];
  readonly statements: readonly RecordedStatement[];
  readonly subjectOf: (id: SubjectId) => Subject | undefined;
}

interface Mention {
  readonly statement: Statement;
  readonly quantity: Quantity;
}

/**
 * One figure for each measure and independent speaker. Several mentions by one speaker are one figure,
 * and corroborate nothing; a mention whose range has nothing in common with the speaker's others stays
 * a figure of its own.
 */
export function reportedQuantities({ question, statements, subjectOf }: ReportedInput): Figure[] {
  const groups = new Map<string, Mention[][]>();
  for (const { statement } of statements) {
    if (statement.value.kind !== "quantity") continue;
    const mention = { statement, quantity: statement.value };
    const key = [statement.subject, statement.property, voiceOf(statement.speaker, subjectOf)].join(" ");
    const compatible = groups
      .get(key)
      ?.find((mentions) => mentions.every((other) => isCompatible(other, mention)));
    if (compatible !== undefined) compatible.push(mention);
    else groups.set(key, [...(groups.get(key) ?? []), [mention]]);
  }
  const figures = [...groups.values()].flatMap((variants) =>
    variants.map((mentions, index) => toFigure(question, mentions, index, subjectOf)),
  );
  // Measures come in the order in which they were asked for, that is, of the statements given.
  const measures = [...new Set(statements.map(({ statement }) => `${question}.${statement.property}`))];
  const rank = (figure: Figure) => measures.indexOf(figure.group);
  return withContradictions(figures).sort((a, b) => rank(a) - rank(b) || compareBySize(a, b));
}

/** The one voice that a speaker belongs to: its independence group, or itself. */
export function voiceOf(speaker: SubjectId, subjectOf: ReportedInput["subjectOf"]): string {
  return subjectOf(speaker)?.independenceGroup ?? speaker;
}

function isCompatible(left: Mention, right: Mention): boolean {
  const isWordsOnly = ({ quantity }: Mention) => quantity.min === null && quantity.max === null;
  return isWordsOnly(left) === isWordsOnly(right) && !areDisjoint(left.quantity, right.quantity);
}

function toFigure(
  question: Figure["question"],
  mentions: readonly Mention[],
  variant: number,
  subjectOf: ReportedInput["subjectOf"],
): Figure {
  const [first] = mentions;
  if (first === undefined) throw new TypeError("a reported figure needs a mention");
  const { subject, property, speaker, unit, time, place } = first.statement;
  const { value, range } = sizeOf(mentions);
  const times = new Set(mentions.map((mention) => mention.statement.time));
  return {
    id: toFigureId(
      question,
      property,
      ...ofGroup(subject),
      speaker,
      variant === 0 ? "" : String(variant + 1),
    ),
    question,
    // Groups are many: each figure says which.
    label: { key: measureKey(property), params: { group: subjectOf(subject)?.names ?? subject } },
    subject,
    value,
    range,
    unit: unit ?? null,
    // Two mentions with different times: the first in the ledger speaks for the figure; both stand behind it.
    time:
      times.size === 1 ? (time ?? null) : (mentions.find((m) => m.statement.time)?.statement.time ?? null),
    place: place === undefined ? null : { subject: place },
    standing: "reported",
    speakers: [...new Set(mentions.map((mention) => mention.statement.speaker))],
    statements: mentions.map((mention) => mention.statement.id),
    basis: { kind: "statements" },
    contradictedBy: [],
    group: `${question}.${property}`,
  };
}

/** Of an event a measure is asked once; groups are many, and each has figures of its own. */
function ofGroup(subject: SubjectId): string[] {
  return subject.startsWith("group:") ? [subject] : [];
}

/** The number all mentions allow, and the widest bounds any of them gives. */
function sizeOf(mentions: readonly Mention[]): { value: Figure["value"]; range: Range | null } {
  const quantities = mentions.map((mention) => mention.quantity);
  const words = quantities.find((quantity) => quantity.words !== undefined)?.words;
  const mins = quantities.map((quantity) => quantity.min);
  const maxes = quantities.map((quantity) => quantity.max);
  const min = mins.includes(null) ? null : Math.min(...mins.filter((bound) => bound !== null));
  const max = maxes.includes(null) ? null : Math.max(...maxes.filter((bound) => bound !== null));
  if (min === null && max === null) {
    const lowest = mins.find((bound) => bound !== null) ?? maxes.find((bound) => bound !== null);
    return { value: lowest ?? (words === undefined ? null : words), range: null };
  }
  if (min !== null && min === max) return { value: min, range: null };
  const best = quantities.find((quantity) => quantity.best !== undefined)?.best;
  if (best !== undefined) return { value: best, range: [min, max] };
  const isBound = min === null || max === null;
  return { value: isBound ? (min ?? max) : null, range: [min, max] };
}

/** Sets figures of one measure side by side where their ranges have no number in common. */
function withContradictions(figures: readonly Figure[]): Figure[] {
  return figures.map((figure) => ({
    ...figure,
    contradictedBy: figures
      .filter((other) => other.group === figure.group && other.subject === figure.subject)
      .filter((other) => areDisjoint(boundsOf(figure), boundsOf(other)))
      .map((other) => other.id),
  }));
}

/** The bounds of a figure; words alone bound nothing. */
export function boundsOf(figure: Pick<Figure, "value" | "range">): {
  min: number | null;
  max: number | null;
} {
  if (figure.range !== null) return { min: figure.range[0], max: figure.range[1] };
  const exact = typeof figure.value === "number" ? figure.value : null;
  return { min: exact, max: exact };
}

function measureKey(property: PropertyName): Figure["label"]["key"] {
  switch (property) {
    case "persons-killed":
    case "persons-executed-in-period":
    case "names-on-list":
    case "cities-with-executions":
    case "cities-with-graves":
    case "casualties":
    case "unnamed-casualties":
      return `measure.${property}`;
    default:
      return "measure.other";
  }
}

function compareBySize(left: Figure, right: Figure): number {
  const size = (figure: Figure) => boundsOf(figure).min ?? boundsOf(figure).max ?? -1;
  return size(right) - size(left) || compareText(left.id, right.id);
}
