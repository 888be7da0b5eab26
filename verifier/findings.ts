/** What a check found. Problems mean that something is not as it was sealed; notes are worth knowing. */
import type { MessageKey } from "./messages.en.ts";

/** Codes are those of docs/formats; what is only of packages begins with `package/`. */
export type Code = Extract<MessageKey, `${string}/${string}`>;

export interface Finding {
  /** Path within the folder that was checked, with forward slashes. */
  readonly path: string;
  readonly code: Code;
  readonly expected: string | null;
  readonly actual: string | null;
  /** Where in the file or why, in English or as a number; null when the code says it all. */
  readonly detail: string | null;
  /** What depends on it: kind and id of acts. */
  readonly neededBy?: readonly string[];
}

export type FindingDraft = Pick<Finding, "path" | "code"> & Partial<Finding>;

export interface Findings {
  readonly problems: Finding[];
  readonly notes: Finding[];
  problem(found: FindingDraft): void;
  note(found: FindingDraft): void;
}

/** @param below - put before every path: where the checked folder lies in the one that was named. */
export function createFindings(below = ""): Findings {
  const problems: Finding[] = [];
  const notes: Finding[] = [];
  const whole = (found: FindingDraft): Finding => ({
    expected: null,
    actual: null,
    detail: null,
    ...found,
    path: below + found.path,
  });
  return {
    problems,
    notes,
    problem: (found) => void problems.push(whole(found)),
    note: (found) => void notes.push(whole(found)),
  };
}
