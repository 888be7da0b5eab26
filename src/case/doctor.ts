/** What can be lost, said before it is: no second copy, no recovery, no proof outside the house. */
import { statfsSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Language } from "../core/index.ts";
import { createTranslate } from "../core/index.ts";
import { walk } from "../ledger/index.ts";
import type { OpenCase } from "./case-handle.ts";
import { doctorMessagesEn } from "./doctor-messages.en.ts";
import { doctorMessagesFa } from "./doctor-messages.fa.ts";
import type { Surroundings } from "./handle.ts";

export type FindingLevel = "danger" | "advice";

export interface DoctorFinding {
  /** Stable code, such as `no-copy`. */
  readonly code: string;
  readonly level: FindingLevel;
  readonly text: string;
  readonly remedy: string;
}

const DAY_MS = 86_400_000;
const COPY_DAYS = 30;
const LEAST_FREE_BYTES = 1 << 30;
const ACTS_UNSEEN = 500;

/** Looks at an open case; changes nothing. */
export function examineCase(
  opened: OpenCase,
  { now, homeDir }: Pick<Surroundings, "now" | "homeDir">,
  language: Language,
): DoctorFinding[] {
  const { state, ledger, dir } = opened;
  const translate = createTranslate<Record<keyof typeof doctorMessagesEn, string>>(
    { en: doctorMessagesEn, fa: doctorMessagesFa },
    language,
  );
  const findings: DoctorFinding[] = [];
  const find = (code: keyof typeof LEVELS, params: Readonly<Record<string, string | number>> = {}) =>
    findings.push({
      code,
      level: LEVELS[code],
      text: translate(`doctor.${code}`, params),
      remedy: translate(`doctor.${code}.remedy`, params),
    });

  const copiedAt = state.copies.at(-1)?.at ?? null;
  if (copiedAt === null) find("no-copy");
  else {
    const days = Math.floor((now() - Date.parse(copiedAt)) / DAY_MS);
    if (days > COPY_DAYS) find("old-copy", { days });
  }
  const { recipient, recovery, doors } = state.keys;
  if (recipient !== null) {
    if (recovery === null) find("no-recovery");
    else if (!recovery.isTested) find("untested-recovery");
    const there = new Set(opened.secrets.files.list());
    const gone = [...doors.keys()].filter((door) => !there.has(`doors/${door}`));
    if (gone.length > 0) find("doors-gone", { count: gone.length });
    if (doors.size === 1 && recovery === null) find("one-door");
  }
  const seen = state.releases.at(-1)?.treeSize ?? 0;
  if (seen === 0) find("no-checkpoint-outside");
  else if (ledger.size - seen > ACTS_UNSEEN) find("old-checkpoint-outside", { acts: ledger.size - seen });
  if (state.timestamps.received.length === 0) find("no-timestamp");
  const last = ledger.size === 0 ? 0 : Date.parse(ledger.read(ledger.size - 1).at);
  if (last > now() + 60_000) find("clock-behind");
  const free = freeBytes(dir);
  if (free !== null && free < LEAST_FREE_BYTES) find("disk-full-soon", { megabytes: Math.floor(free / 1e6) });
  if (isOpenToOthers(join(homeDir, "keys"))) find("keys-open-to-others");
  if (isOpenToOthers(join(dir, "vault", "keys"))) find("keys-open-to-others");
  const ruled = opened.config.twoPersons ?? [];
  const trusted = new Set(
    state.twoPersons.enrolled.filter((key) => state.twoPersons.isVouched(key)).map(({ actor }) => actor),
  );
  if (ruled.length > 0 && trusted.size < 2) find("nobody-to-second");
  return findings;
}

const LEVELS = {
  "no-copy": "danger",
  "old-copy": "advice",
  "no-recovery": "danger",
  "untested-recovery": "danger",
  "doors-gone": "danger",
  "one-door": "advice",
  "no-checkpoint-outside": "advice",
  "old-checkpoint-outside": "advice",
  "no-timestamp": "advice",
  "clock-behind": "danger",
  "disk-full-soon": "danger",
  "keys-open-to-others": "danger",
  "nobody-to-second": "danger",
} as const satisfies Readonly<Record<string, FindingLevel>>;

function freeBytes(dir: string): number | null {
  try {
    const { bavail, bsize } = statfsSync(dir);
    return bavail * bsize;
  } catch {
    // Some systems do not tell.
    return null;
  }
}

/** Whether any key file may be read by other users of the machine; Windows keeps such rights elsewhere. */
function isOpenToOthers(folder: string): boolean {
  if (process.platform === "win32") return false;
  return [...walk(folder, "")].some(
    ({ path, isFile }) => isFile && (statSync(join(folder, path)).mode & 0o077) !== 0,
  );
}
