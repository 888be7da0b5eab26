/** The view of estimates: the capture table, every method side by side, and what is reported apart. */
import { type Language, pickLocal } from "../core/index.ts";
import type { Estimate } from "../estimate/index.ts";
import { toFigureId } from "../findings/index.ts";
import type { CaseContents } from "./case-contents.ts";
import { type JoinedLists, nameOfList } from "./estimate-columns.ts";
import type { CaseHandle } from "./handle.ts";
import { warningsOfEstimate } from "./known-of-estimate.ts";
import { personImports } from "./link-input.ts";
import { presentLinkageOfEstimate } from "./present-doubt.ts";
import type { Presenter } from "./present-statement.ts";
import type { EstimateTableView, EstimateView, FigureOnScreen } from "./views.ts";

export function presentEstimate(
  handle: CaseHandle,
  contents: CaseContents,
  reported: readonly FigureOnScreen[],
  presenter: Presenter,
): EstimateView {
  return {
    tables: contents.facts.estimates.map(({ id }) => presentTable(handle, contents, id, presenter)),
    reported,
    needs: { personLists: personImports(handle.state).length, isLinked: handle.state.link !== null },
  };
}

function presentTable(
  handle: CaseHandle,
  contents: CaseContents,
  id: string,
  presenter: Presenter,
): EstimateTableView {
  const language: Language = presenter.language;
  const reports = contents.reports.get(id);
  const report = reports?.[language];
  if (report === undefined) throw new TypeError(`no report was read for the estimate ${id}`);
  const { lists, n, cells } = report.table;
  const recorded = contents.facts.estimates.find((estimate) => estimate.id === id);
  const from = recorded?.from ?? "capture-counts";
  const pairs = handle.state.link?.value.needsReview ?? 0;
  const joined = reports?.joined ?? [];
  const groups = joined.map((each) => each.lists);
  return {
    id,
    lists: lists.map((name) => ({ id: name, name: localListName(handle, name, language, joined) })),
    n,
    cells: cells.map(({ pattern, count }) => ({
      lists: lists.filter((_, bit) => (pattern & (1 << bit)) !== 0),
      count,
    })),
    methods: report.methods.map((method) => presentMethod(id, method, presenter)),
    joined: joined.map(({ name, lists: members, text }) => ({
      id: name,
      lists: members.map((list) => ({ id: list, name: nameOfList(handle.state, list, language) })),
      text: text[language],
    })),
    warnings: [
      ...warnOfOpenPairs({ from, pairs }, presenter),
      ...warningsOfEstimate(
        handle.state,
        { id, from, lists: recorded?.lists ?? [], groups, recorded: report.warnings },
        presenter,
      ),
    ],
    refused: report.refused,
    assumption: pickLocal(reports?.assumption ?? handle.config.identifyingAssumption ?? {}, language),
    linkage: reports?.linkage === undefined ? null : presentLinkageOfEstimate(reports.linkage, presenter),
    truth: handle.config.truth?.personsKilled ?? null,
  };
}

/** Pairs that nobody has decided yet bear on every estimate that counts linked records, and on no other. */
export function warnOfOpenPairs(
  { from, pairs }: { readonly from: "clusters" | "capture-counts"; readonly pairs: number },
  { translate }: Pick<Presenter, "translate">,
): EstimateTableView["warnings"] {
  if (from !== "clusters" || pairs === 0) return [];
  return [{ code: "LINKAGE_UNCERTAIN", text: translate("warning.LINKAGE_UNCERTAIN", { pairs }) }];
}

function presentMethod(
  estimate: string,
  method: Estimate,
  presenter: Presenter,
): EstimateTableView["methods"][number] {
  const isBound = method.kind === "lower bound";
  return {
    figure: toFigureId("howMany", "estimated", estimate, method.name),
    name: method.name,
    title: presenter.translate(`method.${method.name}`),
    point: method.point,
    interval: method.interval,
    kind: method.kind,
    kindText: presenter.translate(isBound ? "kind.lower-bound" : "kind.estimate"),
    endErrors: "endErrors" in method.settings ? method.settings.endErrors : null,
    settings: { ...method.settings },
  };
}

/** Tables name their lists in English; the screen names them in its own language. */
export function localListName(
  handle: CaseHandle,
  name: string,
  language: Language,
  joined: readonly JoinedLists[] = [],
): string {
  const members = joined.find((each) => each.name === name)?.lists;
  if (members !== undefined) return members.map((list) => nameOfList(handle.state, list, language)).join("+");
  for (const [id, { value }] of handle.state.subjects) {
    if (id.startsWith("list:") && value.names.en === name) return pickLocal(value.names, language);
  }
  return name;
}
