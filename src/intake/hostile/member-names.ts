/** Names inside an archive: judged as if someone would write them to a disk, though Inquest never does. */
import { hasHiddenCharacters, hasMixedScripts, toLookAlikeKey } from "../../core/index.ts";
import type { ArchiveMember, Findings } from "./report.ts";

/** Names that mean a device on Windows, with any extension. */
const RESERVED = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/iu;

/** What every member is checked for, one by one and against each other. */
export function judgeMembers(members: readonly ArchiveMember[], findings: Findings): void {
  for (const member of members) {
    judgeType(member, findings);
    judgeName(member.name, findings);
  }
  judgeCollisions(members, findings);
}

/** The name of the file itself: nothing is refused because of it, since it is never used as a path. */
export function judgeFileName(name: string, findings: Findings): void {
  warnOfName(name, findings);
}

function judgeType({ name, type, target }: ArchiveMember, findings: Findings): void {
  if (type === "symbolic-link" || type === "hard-link")
    findings.refuseExpansion("intake/archive-link", { member: name, target: target ?? "?" });
  if (type === "device") findings.refuseExpansion("intake/archive-special-file", { member: name });
}

function judgeName(name: string, findings: Findings): void {
  const about = { member: name };
  const parts = name.split(/[/\\]/u);
  if (name === "" || name.includes("\0")) findings.refuseExpansion("intake/archive-name-broken", about);
  if (/^[/\\]|^[A-Za-z]:/u.test(name)) findings.refuseExpansion("intake/archive-path-absolute", about);
  if (parts.includes("..")) findings.refuseExpansion("intake/archive-path-climbs", about);
  warnOfName(name, findings);
}

function warnOfName(name: string, findings: Findings): void {
  const about = { member: name };
  const parts = name.split(/[/\\]/u);
  if (name.includes("\\")) findings.warn("intake/name-backslash", about);
  if (hasHiddenCharacters(name)) findings.warn("intake/name-hidden-characters", about);
  if (parts.some((part) => RESERVED.test(part) || /[. ]$/u.test(part.replace(/^\.\.?$/u, ""))))
    findings.warn("intake/name-reserved", about);
  if (parts.some(hasMixedScripts)) findings.warn("intake/name-mixed-scripts", about);
}

function judgeCollisions(members: readonly ArchiveMember[], findings: Findings): void {
  const exact = new Set<string>();
  const folded = new Map<string, string>();
  const alike = new Map<string, string>();
  const files = new Map<string, string>();
  for (const { name, type } of members) {
    if (exact.has(name)) {
      findings.refuseExpansion("intake/archive-duplicate-name", { member: name });
      continue;
    }
    exact.add(name);
    const key = foldName(name);
    meet(folded, key, name, (other) =>
      findings.refuseExpansion("intake/archive-colliding-names", { member: name, other }),
    );
    meet(alike, toLookAlikeKey(key), name, (other) => {
      if (foldName(other) !== key) findings.warn("intake/archive-lookalike-names", { member: name, other });
    });
    if (type !== "folder") files.set(key, name);
  }
  for (const { name } of members) {
    const parts = foldName(name).split("/");
    for (let depth = 1; depth < parts.length; depth++) {
      const other = files.get(parts.slice(0, depth).join("/"));
      if (other !== undefined)
        findings.refuseExpansion("intake/archive-file-as-folder", { member: name, other });
    }
  }
}

function meet(
  names: Map<string, string>,
  key: string,
  name: string,
  onMeeting: (other: string) => void,
): void {
  const other = names.get(key);
  if (other === undefined) names.set(key, name);
  else onMeeting(other);
}

/** One key for names that a disk of Windows or macOS takes for the same. */
function foldName(name: string): string {
  return name
    .normalize("NFC")
    .toUpperCase()
    .toLowerCase()
    .split(/[/\\]/u)
    .map((part) => part.replace(/(?<=[^. ])[. ]+$/u, ""))
    .filter((part, at, parts) => part !== "." && (part !== "" || at === parts.length - 1))
    .join("/")
    .replace(/\/$/u, "");
}
