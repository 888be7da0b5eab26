/** How each thing that is recorded from a page is taken back. */
import type { EstimatePlanBefore, PlanRecorded, SourceView } from "../src/server/client.ts";
import type { Taking } from "./undo-store.ts";

interface ImportTaken {
  readonly caseId: string;
  readonly list: string;
  /** The act that imported it. */
  readonly act: string;
}

/** Its rows leave every view; why is told with it. */
export function importTaking({ caseId, list, act }: ImportTaken): Taking {
  return {
    act,
    caseId,
    what: (t) => t("undo.import", { list }),
    records: (t) => t("undo.import.records"),
    reason: (t) => t("undo.import.why"),
    async take(client, why) {
      const { isEarlierStanding } = await client.withdrawList(caseId, list, { why, import: act });
      return isEarlierStanding ? (t) => t("undo.import.earlier") : null;
    },
  };
}

/** The plan that stood before is stated again; null where none did, or nothing was recorded. */
export function planTaking(caseId: string, { acts, before }: PlanRecorded): Taking | null {
  const [recorded] = acts;
  if (recorded === undefined || before === null) return null;
  return {
    act: recorded.id,
    caseId,
    what: (t) => t("undo.plan"),
    records: (t) => t("undo.plan.records", { words: wordsOf(before) }),
    reason: null,
    async take(client) {
      await client.planEstimate(caseId, before);
      return null;
    },
  };
}

function wordsOf({ assumption }: EstimatePlanBefore): string {
  return Object.values(assumption)
    .filter((words) => words !== undefined)
    .join(" · ");
}

interface DescriptionTaken {
  readonly caseId: string;
  /** As it was before it was said anew. */
  readonly source: Pick<SourceView, "id" | "title" | "description">;
  readonly act: string | undefined;
}

/** The earlier words are said again; null where there were none. */
export function descriptionTaking({ caseId, source, act }: DescriptionTaken): Taking | null {
  const { id, title, description } = source;
  if (description === null || act === undefined) return null;
  return {
    act,
    caseId,
    what: (t) => t("undo.description", { source: title }),
    records: (t) => t("undo.description.records", { words: description.shows }),
    reason: null,
    async take(client) {
      await client.describeSource(caseId, id, description.said);
      return null;
    },
  };
}

interface StatementTaken {
  readonly caseId: string;
  readonly statement: string;
  /** The words that it was stated of. */
  readonly quote: string;
  readonly act: string | undefined;
  /** Why it is withdrawn, as it is recorded. */
  readonly reason: string;
}

/** It is withdrawn, and counts for nothing. */
export function statementTaking({ caseId, statement, quote, act, reason }: StatementTaken): Taking | null {
  if (act === undefined) return null;
  return {
    act,
    caseId,
    what: (t) => t("undo.statement", { words: quote }),
    records: (t) => t("undo.statement.records"),
    reason: null,
    async take(client) {
      await client.setStatus(caseId, statement, { status: "withdrawn", reason });
      return null;
    },
  };
}
