/** What waits for people in a case, and what was done lately: the two things to look at before a day's work. */
import { compareText } from "../core/index.ts";
import { viewSites } from "../registry/index.ts";
import type { StatementStatus } from "../statements/index.ts";
import type { OpenCase } from "./case-handle.ts";
import type { CaseHandle } from "./handle.ts";
import { personImports } from "./link-input.ts";
import type { Presenter } from "./present-statement.ts";
import { isRestricted } from "./restricted.ts";
import type { ReviewView } from "./review-views.ts";
import type { CaseState } from "./state.ts";
import type { NewsView, WorkLeftView, WorkPlace } from "./work-views.ts";

/** Acts that are looked at for what is new, from the last one back. */
const MOST_LOOKED_AT = 20_000;

/** Statuses by which recorders say that there is something to do. */
const OPEN_STATUSES = ["conflict", "work-needed", "issue"] as const satisfies readonly StatementStatus[];

/** @param waiting - what waits in review. */
export function presentWorkLeft(
  { state }: Pick<CaseHandle, "state">,
  waiting: ReviewView["waiting"],
  { translate }: Pick<Presenter, "translate">,
): readonly WorkLeftView[] {
  const linkLeaf = state.link?.leafIndex ?? -1;
  // Lists of appeals and votes are not linked; and one list alone may repeat a person.
  const imported = personImports(state).map((name) => state.lists.get(name)?.leafIndex ?? -1);
  const unlinked = imported.filter((leafIndex) => leafIndex > linkLeaf);
  const outdated = [...state.estimates.values()].filter(
    ({ value, leafIndex }) => value.from === "clusters" && leafIndex < linkLeaf,
  );
  const open = [...state.subjects.keys()].filter(
    (id) => id.startsWith("mention:") && state.mentions.of(id)?.as == null,
  );
  const undecided = viewSites(state.statements).filter(({ id }) => state.publicationOf(id) === undefined);
  const proposed = [...state.twoPersons.proposals.values()].filter(
    ({ isUsed, secondedBy }) => !isUsed && secondedBy === null,
  );
  const statuses = countStatuses(state);
  const of = (
    what: WorkWord,
    count: number,
    place: WorkPlace,
    status: string | null = null,
  ): WorkLeftView => ({
    what: status === null ? what : `status.${status}`,
    count,
    text: translate(`work.${what}`, { count }),
    place,
    status,
  });
  return [
    of("contradictions", waiting.contradictions, "review"),
    of("pairs", waiting.bridges + waiting.band, "review"),
    of("second", waiting.second, "review"),
    of("proposals", proposed.length, null),
    ...OPEN_STATUSES.map((status) => of(status, statuses.get(status) ?? 0, "search", status)),
    of("mentions", open.length, null),
    of(state.link === null ? "never-linked" : "unlinked", unlinked.length, "review"),
    of("outdated", outdated.length, "estimate"),
    of("publication", undecided.length, "places"),
  ].filter(({ count }) => count > 0);
}

/** As many as the search shows: what was corrected, is withheld or restricted waits for nobody there. */
function countStatuses(state: CaseState): ReadonlyMap<StatementStatus, number> {
  const counts = new Map<StatementStatus, number>();
  for (const [id, status] of state.statusesSet()) {
    const found = state.statements.find(id);
    if (found === undefined || isRestricted(state, found.statement)) continue;
    counts.set(status, (counts.get(status) ?? 0) + 1);
  }
  return counts;
}

type WorkWord =
  | "contradictions"
  | "pairs"
  | "second"
  | "proposals"
  | (typeof OPEN_STATUSES)[number]
  | "mentions"
  | "unlinked"
  | "never-linked"
  | "outdated"
  | "publication";

/** @param since - ISO time. The words of acts are not told: what is withheld stands in the log all the same. */
export function presentNews(
  { ledger }: Pick<OpenCase, "ledger">,
  since: string,
  { kindText }: Pick<Presenter, "kindText">,
): NewsView {
  const kinds = new Map<string, { count: number; readonly by: Set<string>; readonly last: string }>();
  const from = Date.parse(since);
  let acts = 0;
  let leaf = ledger.size - 1;
  for (; leaf >= 0 && acts < MOST_LOOKED_AT; leaf -= 1) {
    const { kind, at, actor } = ledger.read(leaf);
    if (Date.parse(at) < from) break;
    acts += 1;
    const known = kinds.get(kind);
    if (known === undefined) kinds.set(kind, { count: 1, by: new Set([actor]), last: at });
    else {
      known.count += 1;
      known.by.add(actor);
    }
  }
  return {
    since,
    acts,
    isAll: acts < MOST_LOOKED_AT,
    kinds: [...kinds]
      .map(([kind, { count, by, last }]) => ({
        kind,
        text: kindText(kind),
        count,
        by: [...by].sort(compareText),
        last,
      }))
      .sort((a, b) => b.count - a.count || compareText(a.kind, b.kind)),
  };
}
