/** Appeals: who asked whom for what, when, and whether an answer is recorded. */
import type { TimeSpan } from "../core/index.ts";
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
  /** Statements of what it asks for. */
  readonly asks: readonly RecordedStatement[];
  /** Statements that record an answer, or that none came; empty when nothing is recorded either way. */
  readonly answers: readonly RecordedStatement[];
  /** Every open statement about it, in the order of the ledger. */
  readonly statements: readonly RecordedStatement[];
}

const APPEAL_PROPERTIES = [
  "addressed-to",
  "sent-by",
  "sent",
  "asks-for",
  "signed-by",
  "signed-by-former-un-officials",
  "answered",
  "not-answered",
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
    sent: sentTime(statements),
    asks: withProperty(statements, "asks-for"),
    answers: [...withProperty(statements, "answered"), ...withProperty(statements, "not-answered")],
    statements,
  }));
}

function withProperty(statements: readonly RecordedStatement[], property: PropertyName): RecordedStatement[] {
  return statements.filter(({ statement }) => statement.property === property);
}

function refsOf(statements: readonly RecordedStatement[], property: PropertyName): SubjectId[] {
  const refs = withProperty(statements, property).flatMap(({ statement }) =>
    statement.value.kind === "ref" ? [statement.value.ref] : [],
  );
  return [...new Set(refs)];
}

function sentTime(statements: readonly RecordedStatement[]): TimeSpan | null {
  const dated = [...withProperty(statements, "sent"), ...withProperty(statements, "addressed-to")];
  const found = dated.find(({ statement }) => statement.time !== undefined);
  return found === undefined ? null : timeOf(found.statement);
}
