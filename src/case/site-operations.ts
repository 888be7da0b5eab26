/** Sites at risk, and what may be published of where they lie. */
import { InquestError } from "../core/index.ts";
import { viewWatchList } from "../registry/index.ts";
import { findSubject } from "./find-subject.ts";
import type { CaseHandle } from "./handle.ts";
import type { Presenter } from "./present-statement.ts";
import { PublicationDecided, type PublicationGiven } from "./publication.ts";
import type { WatchedSiteView, WatchListView } from "./site-views.ts";
import type { CaseState } from "./state.ts";

const MS_A_DAY = 86_400_000;

export interface WatchQuestion {
  /** Days since 1970-01-01. */
  readonly on: number;
  readonly withinDays: number;
}

/** Today as a day number, from a clock in milliseconds. */
export function toDay(nowMs: number): number {
  return Math.floor(nowMs / MS_A_DAY);
}

export function presentWatchList(
  state: CaseState,
  { on, withinDays }: WatchQuestion,
  presenter: Presenter,
): WatchListView {
  return {
    on,
    withinDays,
    sites: viewWatchList(state.statements, on, withinDays).map((watched) => ({
      site: presenter.named(watched.site),
      place: watched.place === null ? null : presenter.named(watched.place),
      urgency: watched.urgency,
      urgencyText: presenter.translate(`urgency.${watched.urgency}`, { days: watched.daysLeft ?? "?" }),
      daysLeft: watched.daysLeft,
      threats: watched.threats.map(({ recorded }) => presenter.statement(recorded)),
      facts: [...watched.facts]
        .filter(([, statements]) => statements.length > 0)
        .map(([property, statements]) => ({ property, statements: statements.map(presenter.statement) })),
      imagePairs: watched.imagePairs.map(({ before, after }) => ({
        before: presenter.statement(before),
        after: presenter.statement(after),
      })),
      publication: presentPublication(state.publicationOf(watched.site)),
    })),
  };
}

function presentPublication(decided: PublicationDecided | undefined): WatchedSiteView["publication"] {
  if (decided === undefined) return null;
  const { site: _, ...decision } = decided;
  return decision;
}

/** @throws InquestError "case/not-found"; "case/publication" (input) naming what is missing. */
export async function decidePublication(
  handle: CaseHandle,
  { site: word, ...given }: PublicationGiven & { readonly site: string },
): Promise<string> {
  const site = findSubject(handle.state, { word, kinds: ["site"] }).id;
  const parsed = PublicationDecided.safeParse({ site, ...given });
  if (!parsed.success) {
    const what = parsed.error.issues.map(({ path, message }) => `${path.join(".")} ${message}`).join("; ");
    throw new InquestError({
      code: "case/publication",
      reaction: "input",
      message: `The decision on ${site} cannot be recorded: ${what}.`,
      evidence: { site },
    });
  }
  await handle.record([{ kind: "site.publication-decided", body: { ...parsed.data } }]);
  return site;
}
