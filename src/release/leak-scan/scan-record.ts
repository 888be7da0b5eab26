/** What a scan has found and what it had to leave, kept while it goes on. */
import { createFinder } from "./create-finder.ts";
import { innerTexts } from "./inner-texts.ts";
import type { LeakFound, LeakScan, Unread, UnreadRemark, Where } from "./scan-result.ts";
import { isLookedFor, type Sought } from "./sought.ts";

const JOINT = "\u200c";

/** What was found and what was left, told once each. */
export interface ScanRecord {
  /** Looks through a text and what it says without its escapes and tags, and keeps what is found. */
  look(text: string, path: readonly string[], where: Where): void;
  /** Whether a text holds anything that is sought. */
  holds(text: string): boolean;
  leave(path: readonly string[], remark: UnreadRemark): void;
  leavePlain(path: readonly string[]): void;
}

export function createRecord(sought: readonly Sought[]): ScanRecord & { result(): Omit<LeakScan, "files"> } {
  const find = createFinder(sought.filter(isLookedFor));
  const found = new Map<string, LeakFound>();
  const unread = new Map<string, Unread>();
  const plainOnly: (readonly string[])[] = [];
  let readings = 0;
  return {
    look(text, path, where) {
      // A page shows joints and does not say where they stood.
      const drawn = where === "drawn" && text.includes(JOINT) ? [text.replaceAll(JOINT, "")] : [];
      for (const each of [text, ...innerTexts(text), ...drawn]) {
        readings += 1;
        for (const id of find(each)) {
          const key = JSON.stringify([path, id, where]);
          if (!found.has(key)) found.set(key, { path, id, where });
        }
      }
    },
    holds: (text) => [text, ...innerTexts(text)].some((each) => !find(each)[Symbol.iterator]().next().done),
    leave: (path, remark) => void unread.set(JSON.stringify([path, remark]), { path, remark }),
    leavePlain: (path) => void plainOnly.push(path),
    result: () => ({
      found: [...found.values()],
      unread: [...unread.values()],
      plainOnly,
      notSought: sought.filter((each) => !isLookedFor(each)).map(({ id }) => id),
      readings,
    }),
  };
}
