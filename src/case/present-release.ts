/** Releases as the workbench shows them: what would go out, what is undecided, what went out, and one person's decisions. */
import { type Language, pickLocal } from "../core/index.ts";
import type { Figure } from "../findings/index.ts";
import {
  type CitedFigure,
  compareInventories,
  leastVisible,
  type ProfileId,
  VISIBILITIES,
} from "../release/index.ts";
import type { CaseContents } from "./case-contents.ts";
import type { OpenCase } from "./case-handle.ts";
import { isSecretList } from "./link-lists.ts";
import type { DecidedVisibility } from "./person-visibility.ts";
import { type MissingDecision, planRelease } from "./plan-release.ts";
import { findPerson, noPerson } from "./present-people.ts";
import type { Presenter } from "./present-statement.ts";
import type {
  ChangeCounts,
  CitedFigureView,
  DecidedView,
  FigureInRelease,
  PersonVisibilityView,
  PublishedReleaseView,
  ReleasePlanView,
  SmallCellView,
  UndecidedView,
  VisibilityDecisionView,
} from "./publish-views.ts";
import { STATEMENT_STAYS } from "./published-releases.ts";
import type { CaseReader } from "./reader.ts";
import { lastReleaseBy, readInventory } from "./release-changes.ts";
import { nextRelease } from "./release-given.ts";
import { causeInWords } from "./release-record.ts";
import { decideRows } from "./resolve-visibility.ts";
import { findRelease, showCited, toView } from "./show-published.ts";
import type { SmallCell } from "./small-cells.ts";
import { listsForTeam } from "./source-access.ts";
import type { FigureOnScreen } from "./views.ts";

const ISO_DAY = 10;

export interface ReleasePlanAsked {
  readonly profile: ProfileId;
  /** Ids of figures and estimates that are left out. */
  readonly without: readonly string[];
}

interface Known {
  readonly contents: CaseContents;
  readonly figures: readonly Figure[];
  /** The same as they are written. */
  readonly onScreen: readonly FigureOnScreen[];
}

/** @throws InquestError "case/not-found" for a figure to leave out that the case does not have. */
export async function presentReleasePlan(
  opened: OpenCase,
  { profile, without }: ReleasePlanAsked,
  { contents, figures, onScreen }: Known,
  presenter: Presenter,
): Promise<ReleasePlanView> {
  const { state } = opened;
  const lookedAt = opened.upTo.shown;
  const plan = await planRelease(opened, profile, { contents, figures, views: onScreen, leftOut: without });
  const written = new Map(onScreen.map((figure) => [figure.id, inFewWords(figure)]));
  const inWords = (ids: readonly string[]) => ids.flatMap((id) => written.get(id) ?? []);
  return {
    ...{ profile, lookedAt, ...nextRelease(state, profile), isClosed: opened.closed !== null },
    undecided: plan.missing.map((missing) => toUndecided(missing, presenter)),
    decided: decidedOf(opened, presenter),
    goes: {
      ...{ persons: plan.people.length, statements: plan.statements.length, sites: plan.sites.length },
    },
    persons: VISIBILITIES.map((visibility) => ({ visibility, count: plan.persons[visibility] })),
    stays: STATEMENT_STAYS.flatMap((why) => (plan.stays[why] === 0 ? [] : [{ why, count: plan.stays[why] }])),
    withheldSites: plan.withheldSites,
    figures: inWords(plan.figures),
    figuresThatStay: inWords(plan.figuresThatStay).map((figure) => ({
      ...figure,
      isLeftOut: without.includes(figure.id),
    })),
    leftOut: plan.leftOut,
    smallCells: plan.smallCells.map((cell) => toSmallCell(cell, written, presenter)),
    namesakes: plan.namesakes,
    lost: plan.lostDecisions,
  };
}

function inFewWords({ id, label, valueText, standing }: FigureOnScreen): FigureInRelease {
  return { id, label, valueText, standing };
}

function toUndecided(missing: MissingDecision, presenter: Presenter): UndecidedView {
  if (missing.is !== "list") {
    const { is, id } = missing;
    return { is, id, name: presenter.named(id).name, persons: null };
  }
  const id = `list:${missing.list}`;
  return { is: "list", id, name: presenter.named(id).name, persons: missing.persons };
}

function decidedOf({ state }: OpenCase, presenter: Presenter): DecidedView[] {
  const named = [...state.visibilities.all()].flatMap(([id, decided]): DecidedView[] => {
    const is = id.startsWith("list:") ? "list" : id.startsWith("speaker:") ? "speaker" : "person";
    return [{ is, id, name: presenter.named(id).name, decision: toDecision(decided) }];
  });
  const sites = [...state.subjects.keys()].flatMap((id): DecidedView[] => {
    const decided = state.publicationOf(id);
    if (decided === undefined) return [];
    const { decision: publication, km = null, risk, reason: why, reviewer: by } = decided;
    const decision = { kind: "publication", publication, km, risk, why, by } as const;
    return [{ is: "site", id, name: presenter.named(id).name, decision }];
  });
  return [...named, ...sites];
}

function toDecision({ visibility, why, by, at, isConsentOver }: DecidedVisibility): VisibilityDecisionView {
  return { kind: "visibility", visibility, why, by, on: at.slice(0, ISO_DAY), isConsentOver };
}

function toSmallCell(
  { of, persons }: SmallCell,
  written: ReadonlyMap<string, FigureInRelease>,
  presenter: Presenter,
): SmallCellView {
  if ("figure" in of) {
    const label = written.get(of.figure)?.label ?? of.figure;
    return { id: of.figure, is: "figure", label, lists: [], persons };
  }
  const lists = of.lists.map((list) => presenter.named(`list:${list}`).name);
  return { id: of.estimate, is: "estimate", label: of.estimate, lists, persons };
}

/** @throws InquestError "case/not-found". */
export async function presentPublished(
  opened: OpenCase,
  number: number,
  language: Language,
): Promise<PublishedReleaseView> {
  const recorded = findRelease(opened, number);
  const { value } = recorded;
  const release = toView(recorded);
  const held = await readInventory(opened, value);
  if (held === null) return { release, figures: null, changes: null };
  const figures = Object.entries(held.figures).map(([id, figure]) => ({ id, ...citedIn(figure, language) }));
  const earlier = opened.state.published.filter((each) => each.value.number < number);
  const before = lastReleaseBy({ published: earlier }, value);
  const known = before === undefined ? null : await readInventory(opened, before.value);
  if (before === undefined || known === null) return { release, figures, changes: null };
  const changed = compareInventories(known, held);
  const { added, removed } = countOf(changed.statements);
  return {
    ...{ release, figures },
    changes: {
      since: before.value.number,
      figures: changed.figures.map(({ id, before: was, after }) => ({
        id,
        label: pickLocal((after ?? was)?.label ?? {}, language),
        before: was === null ? null : pickLocal(was.valueText, language),
        after: after === null ? null : pickLocal(after.valueText, language),
      })),
      statements: { added, removed },
      ...{ people: countOf(changed.people), sites: countOf(changed.sites) },
    },
  };
}

function countOf({ added, removed, changed }: { readonly [Of in keyof ChangeCounts]: readonly string[] }) {
  return { added: added.length, removed: removed.length, changed: changed.length };
}

function citedIn({ label, valueText, standing }: CitedFigure, language: Language) {
  return { label: pickLocal(label, language), valueText: pickLocal(valueText, language), standing };
}

/** @throws InquestError "case/not-found": no such release, or no such figure in it. */
export async function presentCited(
  opened: OpenCase,
  reader: Pick<CaseReader, "answers">,
  asked: { readonly number: number; readonly figure: string },
  language: Language,
): Promise<CitedFigureView> {
  const { release, id, cited, now, isSame, because } = await showCited(opened, reader, asked);
  return {
    ...{ release, id, isSame },
    cited: citedIn(cited, language),
    now: now === null ? null : citedIn(now, language),
    because: because.map((cause) => causeInWords(cause, language)),
  };
}

/** @throws InquestError "case/not-found". */
export async function presentPersonVisibility(
  opened: OpenCase,
  contents: CaseContents,
  id: string,
  presenter: Presenter,
): Promise<PersonVisibilityView> {
  const person = findPerson(contents, id);
  if (person === undefined) throw noPerson(id);
  const { state } = opened;
  const { ofRecord } = await decideRows(opened, contents.persons);
  const forTeam = listsForTeam(state);
  const told = person.members.filter(({ list }) => !forTeam.has(list));
  const decided = told.map(ofRecord);
  const isOpen = decided.some((each) => each === undefined);
  return {
    person: person.id,
    isForTeam: told.length === 0,
    visibility: told.length === 0 ? "counted" : isOpen ? null : leastOf(decided),
    rows: person.members.map((member) => {
      const row = ofRecord(member);
      return {
        ...{ id: member.id, list: presenter.named(`list:${member.list}`), recordId: member.recordId },
        ...{ decision: row === undefined ? null : toDecision(row), of: row?.of ?? null },
        isEncrypted: isSecretList(state, member.importName),
        isForTeam: forTeam.has(member.list),
      };
    }),
  };
}

function leastOf(decided: readonly (DecidedVisibility | undefined)[]) {
  return leastVisible(decided.flatMap((each) => each?.visibility ?? []));
}
