/** Sites at risk, the most urgent first: what was announced for them comes before what already happened. */
import { daysUntil } from "../core/index.ts";
import { type SiteAsOf, viewSitesAsOf } from "./site-as-of.ts";
import type { OpenStatements } from "./sites.ts";

/**
 * works-soon: announced works may begin within the days asked for, or may have begun; works-announced: later, or
 * without a time; threatened: another threat is recorded; quiet: none is; destroyed: nothing is left to protect.
 */
export type Urgency = "works-soon" | "works-announced" | "threatened" | "quiet" | "destroyed";

const ORDER: readonly Urgency[] = ["works-soon", "works-announced", "threatened", "quiet", "destroyed"];

export interface WatchedSite extends SiteAsOf {
  readonly urgency: Urgency;
  /** Days until announced works may begin; negative when they may have begun; null without works or their time. */
  readonly daysLeft: number | null;
}

/**
 * @param on - the day from which it is looked, as days since 1970-01-01: what certainly happened later is not known yet.
 * @param withinDays - how soon announced works count as soon.
 */
export function viewWatchList(store: OpenStatements, on: number, withinDays: number): WatchedSite[] {
  return viewSitesAsOf(store, on)
    .map((site) => watch(site, on, withinDays))
    .sort(byUrgency);
}

function watch(site: SiteAsOf, on: number, withinDays: number): WatchedSite {
  const works = site.threats.filter(({ code }) => code === "works-announced");
  const starts = works.flatMap(({ time }) => (time === null ? [] : [daysUntil(time, on).earliest]));
  const known = starts.filter((days) => days !== null);
  const daysLeft = known.length === 0 ? null : Math.min(...known);
  // Works whose start is open or unknown may have begun.
  const isSoon = starts.some((days) => days === null || days <= withinDays);
  return {
    ...site,
    daysLeft,
    urgency: urgencyOf(site, { hasWorks: works.length > 0, isSoon }),
  };
}

function urgencyOf(
  { status, threats }: SiteAsOf,
  { hasWorks, isSoon }: { readonly hasWorks: boolean; readonly isSoon: boolean },
): Urgency {
  if (status.code === "destroyed" && status.certain) return "destroyed";
  if (isSoon) return "works-soon";
  if (hasWorks) return "works-announced";
  return threats.length > 0 ? "threatened" : "quiet";
}

function byUrgency(left: WatchedSite, right: WatchedSite): number {
  const rank = ({ urgency }: WatchedSite) => ORDER.indexOf(urgency);
  const days = ({ daysLeft }: WatchedSite) => daysLeft ?? Number.MAX_SAFE_INTEGER;
  return rank(left) - rank(right) || days(left) - days(right) || (left.site < right.site ? -1 : 1);
}
