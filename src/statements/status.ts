/** The status of a statement: how far its recorders have come with it. It never says whether the statement is true. */
import { z } from "zod";

export const STATUSES = ["draft", "accepted", "conflict", "work-needed", "issue", "withdrawn"] as const;
export type StatementStatus = (typeof STATUSES)[number];

/** Anything but a draft and an acceptance is a finding about the statement, and finds its reason in the act. */
const NEEDS_REASON: ReadonlySet<StatementStatus> = new Set<StatementStatus>([
  "conflict",
  "work-needed",
  "issue",
  "withdrawn",
]);

export const StatusSet = z
  .strictObject({
    statement: z.string().regex(/^st-[0-9a-f]{32}$/u),
    status: z.enum(STATUSES),
    reason: z.string().trim().min(1).optional(),
  })
  .refine(({ status, reason }) => reason !== undefined || !NEEDS_REASON.has(status), {
    path: ["reason"],
    error: "a status of conflict, work-needed, issue or withdrawn needs its reason",
  });
export type StatusSet = z.infer<typeof StatusSet>;

export interface CurrentStatus {
  readonly status: StatementStatus;
  readonly reason: string | null;
  /** Who set it; null for a draft that nobody has looked at. */
  readonly by: string | null;
}

/** What every statement is until somebody says otherwise. */
export const UNREAD: CurrentStatus = { status: "draft", reason: null, by: null };

/** Whether nothing is found against a statement: a draft, or one that was accepted. */
export function isPlainStatus(status: StatementStatus): boolean {
  return !NEEDS_REASON.has(status);
}
