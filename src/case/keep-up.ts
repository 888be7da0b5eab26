/** What somebody who reads a case has to do when acts come in while they read. */

/**
 * - none: the views are made from the state, which has taken the act in.
 * - read: what was read from sealed files, and search, are made anew.
 * - open: keys or what they open changed; the case is opened anew.
 */
export type Upkeep = "none" | "read" | "open";

/** Of these a large case has many, and whoever reads it goes on. */
const NONE: ReadonlySet<string> = new Set([
  "actor.enrolled",
  "checkpoint.cosigned",
  "checkpoint.released",
  "copy.verified",
  "custody.copied",
  "custody.duplicate-noted",
  "custody.exported",
  "custody.received",
  "custody.transferred",
  "custody.viewed",
  "finding.recorded",
  "item.derived",
  "item.described",
  "judgement.undone",
  "list.provenance-stated",
  "list.provenance-withdrawn",
  "mention.resolved",
  "person.visibility-set",
  "pair.judged",
  "posting.continuity-decided",
  "release.published",
  "site.publication-decided",
  "source.access-set",
  "source.graded",
  "source.sealed",
  "speaker.identity-sealed",
  "statement.graded",
  "statement.recorded",
  "statement.status-set",
  "subject.named",
  "timestamp.received",
  "timestamp.requested",
  "timestamp.upgraded",
]);

/** Records, persons, estimates, and who may be shown. */
const READ: ReadonlySet<string> = new Set([
  "allegation.released",
  "allegation.restricted",
  "case.configured",
  "consent.recorded",
  "consent.withdrawn",
  "estimate.recorded",
  "link.recorded",
  "list.imported",
  "list.withdrawn",
]);

/** Kinds that take something out of the views: nobody is shown what they took while they wait to be read. */
export const TAKING_KINDS: readonly string[] = [
  "allegation.restricted",
  "consent.withdrawn",
  "item.shredded",
  "list.withdrawn",
];

/**
 * The most that acts of these kinds ask for; a kind that is not known asks for everything.
 *
 * @param isRevealed - whether what is encrypted was brought into memory: then the name of a new source may be, too.
 */
export function upkeepAfter(kinds: Iterable<string>, isRevealed: boolean): Upkeep {
  let upkeep: Upkeep = "none";
  for (const kind of kinds) {
    if (NONE.has(kind) && !(isRevealed && kind === "source.sealed")) continue;
    if (!READ.has(kind)) return "open";
    upkeep = "read";
  }
  return upkeep;
}
