/** What stands between a list and its import until a person decides. */
import type { ImportTrialView } from "../../src/server/client.ts";

/** What somebody allowed. */
export interface Allowed {
  /** The list whose next release this may be; leave to replace one is none to replace another. */
  readonly replaces: string | null;
  readonly broken: boolean;
}

export const NOTHING_ALLOWED: Allowed = { replaces: null, broken: false };

/** Of a reason to leave columns open, as a recipe asks. */
const LEAST_REASON = 8;

interface Decided {
  /** The name under which it is imported. */
  readonly list: string;
  readonly allowed: Allowed;
  /** Why columns that are sealed by default may stay open. */
  readonly leaveOpen: string;
  readonly isEncrypted: boolean;
  /** Fields that two columns have. */
  readonly twice: readonly string[];
}

type Tried = Pick<ImportTrialView, "obstacles" | "sensitive">;

export function needsReason({ sensitive }: Pick<Tried, "sensitive">, isEncrypted: boolean): boolean {
  return sensitive.length > 0 && !isEncrypted;
}

/** Whether what may be allowed is allowed, of the list that is named now. */
export function isAllowed(
  is: "replaces" | "broken",
  { allowed, list }: Pick<Decided, "allowed" | "list">,
): boolean {
  return is === "broken" ? allowed.broken : allowed.replaces === list;
}

/** Whether it can be imported; each thing that hinders it is said on the page. */
export function isDecided(trial: Tried, decided: Decided): boolean {
  const { leaveOpen, isEncrypted, twice } = decided;
  if (twice.length > 0) return false;
  if (needsReason(trial, isEncrypted) && leaveOpen.trim().length < LEAST_REASON) return false;
  return trial.obstacles.every(({ is }) => (is === "replaces" || is === "broken") && isAllowed(is, decided));
}
