/** What the readers of archives share while they go through one. */
import type { Budget } from "./budget.ts";
import type { FileKind } from "./kinds.ts";
import type { InspectLimits } from "./limits.ts";
import type { ArchiveMember, Findings } from "./report.ts";

export interface Walk {
  readonly findings: Findings;
  readonly limits: InspectLimits;
  readonly budget: Budget;
  /** 1 for the file itself, 2 for an archive within it. */
  readonly depth: number;
  /** Looks at what a member holds, goes into it when it is an archive, and uses it up. */
  readonly lookInto: (content: AsyncIterable<Uint8Array>, walk: Walk, name: string) => Promise<SeenContent>;
  /** Called with the directory of a ZIP file before anything is looked into. */
  readonly onListed?: (members: readonly ArchiveMember[]) => void;
  /** Members whose bytes are read whole: parts of an office file. */
  readonly examine?: MemberExaminer;
}

export interface SeenContent {
  readonly kind: FileKind;
  readonly sizeBytes: number;
}

export interface MemberExaminer {
  wants(name: string): boolean;
  /** @param bytes - null for a member that is larger than a text may be. */
  take(name: string, bytes: Uint8Array | null): void;
}

/** Adds a member to the report. */
export function addMember(walk: Walk, member: ArchiveMember): void {
  const { report } = walk.findings;
  report.members ??= [];
  report.members.push(member);
}
