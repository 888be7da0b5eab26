/** Appeals: who asked whom for what, when, and whether an answer is recorded. */
import { isCertainlyBefore, type TimeSpan } from "../core/index.ts";
import {
  type PropertyName,
  type RecordedStatement,
  type StatementStore,
  type SubjectId,
  timeOf,
} from "../statements/index.ts";

export interface Appeal {
  readonly id: SubjectId;
  readonly senders: readonly SubjectId[];
  readonly addressees: readonly SubjectId[];
  readonly sent: TimeSpan | null;
  /** Every time that a statement of its sending gives; more than one that differ contradict each other. */
  readonly sentTimes: readonly TimeSpan[];
  /** Statements of what it asks for. */
  readonly asks: readonly RecordedStatement[];
  /** Statements that record an answer, or that none came; empty when nothing is recorded either way. */
  readonly answers: readonly RecordedStatement[];
  /** A dated answer lies before every time of its sending: of another appeal, or a mistake in one of the sources. */
  readonly isAnsweredFirst: boolean;
  /** Every open statement about it, in the order of the ledger. */
  readonly statements: readonly RecordedStatement[];
}

const APPEAL_PROPERTIES = [
  "addressed-to",
  "sent-by",
  "sent",
  "received",
  "asks-for",
  "legal-basis",
  "appeal-text",
  "signed-by",
  "signed-by-former-un-officials",
  "signatory",
  "answer-due",
  "answered",
  "not-answered",
  "answer-attribution",
  "answer-kind",
  "duty-passes-to",
] as const satisfies readonly PropertyName[];

/** Every appeal of which an open statement speaks, in the order of the ledger. */
export function viewAppeals(store: StatementStore): Appeal[] {
  const groups = new Map<SubjectId, RecordedStatement[]>();
  const recorded = [...store.openWith(APPEAL_PROPERTIES)].sort((a, b) => a.leafIndex - b.leafIndex);
  for (const item of recorded) {
    groups.set(item.statement.subject, [...(groups.get(item.statement.subject) ?? []), item]);
  }
  return [...groups].map(([id, statements]) => ({
    id,
    senders: refsOf(statements, "sent-by"),
    addressees: refsOf(statements, "addressed-to"),
    sent: sentTimes(statements)[0] ?? null,
    sentTimes: sentTimes(statements),
    asks: withProperty(statements, "asks-for"),
    answers: answersOf(statements),
    isAnsweredFirst: isAnsweredFirst(statements),
    statements,
  }));
}

function isAnsweredFirst(statements: readonly RecordedStatement[]): boolean {
  const sent = sentTimes(statements);
  const said = statements.filter(saysAnswered);
  const later = [...said, ...withProperty(statements, "answer-due")];
  return (
    sent.length > 0 &&
    later
      .flatMap(({ statement }) => timeOf(statement) ?? [])
      .some((time) => sent.every((sending) => isCertainlyBefore(time, sending)))
  );
}

/** What is said of an answer says that there was one: how it is to be taken, in which form it came. */
const OF_AN_ANSWER: readonly PropertyName[] = ["answered", "answer-attribution", "answer-kind"];

/** Whether a statement says that an answer came: it asserts one or something of one, or denies that there was none. */
export function saysAnswered({ statement: { property, polarity, value } }: RecordedStatement): boolean {
  const isOfNone = property === "not-answered" || (value.kind === "code" && value.code === "no-answer");
  if (isOfNone) return polarity === "denies";
  return OF_AN_ANSWER.includes(property) && polarity === "asserts";
}

/** Those that say that an answer came first. */
function answersOf(statements: readonly RecordedStatement[]): RecordedStatement[] {
  const told = [...withProperty(statements, "answered"), ...withProperty(statements, "not-answered")];
  // How an answer is to be taken says that there was one, where nobody tells of it otherwise.
  const implied = [
    ...withProperty(statements, "answer-attribution"),
    ...withProperty(statements, "answer-kind"),
  ].filter((each) => saysAnswered(each) && !told.some(({ statement }) => statement.of === each.statement.of));
  const answers = [...told, ...implied];
  return [...answers.filter(saysAnswered), ...answers.filter((each) => !saysAnswered(each))];
}

function withProperty(statements: readonly RecordedStatement[], property: PropertyName): RecordedStatement[] {
  return statements.filter(({ statement }) => statement.property === property);
}

function refsOf(statements: readonly RecordedStatement[], property: PropertyName): SubjectId[] {
  const refs = withProperty(statements, property).flatMap(({ statement: { value, polarity } }) =>
    value.kind === "ref" && polarity === "asserts" ? [value.ref] : [],
  );
  return [...new Set(refs)];
}

/** By those that speak of its sending; where there are none, by those that say to whom it went. */
function sentTimes(statements: readonly RecordedStatement[]): TimeSpan[] {
  const timesOf = (property: PropertyName) =>
    withProperty(statements, property).flatMap(({ statement }) =>
      statement.polarity === "denies" ? [] : (timeOf(statement) ?? []),
    );
  const sent = timesOf("sent");
  return sent.length > 0 ? sent : timesOf("addressed-to");
}
