/** Persons that review looks at as a whole, in the words of a language. */
import type { ListRecord } from "../intake/index.ts";
import { type CheckedPerson, checkPersons, createPlacesReconciled, findChecked } from "./check-persons.ts";
import type {
  CheckedRowView,
  LastPersonDecisionView,
  PersonChecksView,
  PersonCheckView,
  PersonContradictionView,
  PersonCountsView,
  SaidOfRowsView,
  ShownPersons,
} from "./person-check-views.ts";
import { presentJudgement } from "./present-judgements.ts";
import type { Presenter } from "./present-statement.ts";
import type { ReadJudgement } from "./read-judgements.ts";
import { namesOfRecord, otherScriptsFirst } from "./record-names.ts";
import type { ReviewTable } from "./review-desk.ts";
import { CONTRADICTIONS, type RowContradiction } from "./row-contradictions.ts";
import type { JudgedPair } from "./standing-judgements.ts";
import type { CaseState } from "./state.ts";

export interface PersonChecksQuery {
  readonly shown: ShownPersons;
  readonly offset: number;
  readonly limit: number;
  /** A person or one of its rows, to be shown besides. */
  readonly person?: string | undefined;
}

export function presentPersonChecks(
  { desk, state, actor }: { readonly desk: ReviewTable; readonly state: CaseState; readonly actor: string },
  { shown, offset, limit, person }: PersonChecksQuery,
  presenter: Presenter,
): Omit<PersonChecksView, "personLists"> {
  const checked = checkPersons(desk, createPlacesReconciled(state));
  const wanted = checked.filter((each) => (each.state === "open") === (shown === "open"));
  const rankOf = (each: CheckedPerson): number | null => {
    const place = wanted.indexOf(each);
    return place < 0 ? null : place + 1;
  };
  const named = person === undefined ? undefined : findChecked(desk, checked, person);
  return {
    isLinked: true,
    reviewer: actor,
    counts: countChecks(checked, presenter),
    sinceLink: desk.sinceLink(),
    lastMine: presentLastDecision(desk, actor, presenter),
    shown,
    total: wanted.length,
    offset,
    persons: wanted
      .slice(offset, offset + limit)
      .map((each, index) => presentCheckedPerson(each, offset + index + 1, presenter)),
    named: named === undefined ? null : presentCheckedPerson(named, rankOf(named), presenter),
  };
}

/** Of a case in which nothing is linked, or whose link may be shown no more. */
export function presentNoPersons(
  actor: string,
  { shown, offset }: PersonChecksQuery,
): Omit<PersonChecksView, "personLists"> {
  return {
    ...{ isLinked: false, reviewer: actor, sinceLink: 0, lastMine: null, shown, offset },
    counts: { persons: 0, decided: 0, waiting: 0, contradicted: 0, kinds: [] },
    ...{ total: 0, persons: [], named: null },
  };
}

function countChecks(checked: readonly CheckedPerson[], { translate }: Presenter): PersonCountsView {
  const open = checked.filter(({ state }) => state === "open");
  return {
    persons: checked.length,
    decided: checked.length - open.length,
    waiting: checked.filter(({ state }) => state === "parted" || state === "joined").length,
    contradicted: open.filter(({ contradictions }) => contradictions.length > 0).length,
    kinds: CONTRADICTIONS.map((kind) => ({
      kind,
      text: translate(`check.${kind}`),
      persons: open.filter(({ contradictions }) => contradictions.some((each) => each.kind === kind)).length,
    })).filter(({ persons }) => persons > 0),
  };
}

/** The last decision that was not taken back, whether or not it counts. */
function presentLastDecision(
  { read, standing }: ReviewTable,
  actor: string,
  { translate }: Presenter,
): LastPersonDecisionView | null {
  const last = read.findLast(
    ({ by, undone, judgement }) => by === actor && undone === null && judgement.ofPerson !== undefined,
  );
  const did = last?.judgement.ofPerson?.did;
  if (last === undefined || did === undefined) return null;
  const pair = [...standing.pairs.values()].find(({ history }) => history.includes(last));
  // What may not be shown any more is not told: only that there is something to take back.
  if (pair === undefined && !standing.lost.includes(last)) return null;
  return {
    id: last.id,
    did,
    didText: translate(`check.did.${did}`),
    row: pair?.left.id ?? null,
    names: pair === undefined ? [] : namesOfRecord(pair.left),
  };
}

export function presentCheckedPerson(
  { person, state, contradictions, judged }: CheckedPerson,
  rank: number | null,
  presenter: Presenter,
): PersonCheckView {
  const { translate } = presenter;
  return {
    id: person.id,
    names: otherScriptsFirst(person.members.flatMap(namesOfRecord)),
    rank,
    state,
    stateText: translate(`check.state.${state}`),
    contradictions: contradictions.map((each) => presentContradiction(each, presenter)),
    weakestBits: person.weakest === null ? null : person.weakest / 1000,
    ...presentRows(person.members, contradictions, presenter),
    said: judged.flatMap((pair) => pair.standing.map((said) => presentSaid(pair, said, presenter))),
  };
}

export function presentContradiction(
  { kind, field }: RowContradiction,
  { translate, fieldLabel }: Presenter,
): PersonContradictionView {
  const what = translate(`check.${kind}`);
  const isNamed = field === null || kind === "sex" || kind === "father" || kind === "birth";
  return { kind, field, text: isNamed ? what : translate("check.field", { what, field: fieldLabel(field) }) };
}

export function presentSaid(pair: JudgedPair, said: ReadJudgement, presenter: Presenter): SaidOfRowsView {
  return {
    left: toAddress(pair.left),
    right: toAddress(pair.right),
    judgement: presentJudgement(said, pair.standing, presenter),
  };
}

export function toAddress(record: ListRecord) {
  const { id, list, recordId } = record;
  return { id, list, recordId, names: namesOfRecord(record) };
}

/** Fields that say who somebody is stand first. */
const FIRST = ["name", "given", "family", "nameLatin", "father"];

function presentRows(
  members: readonly ListRecord[],
  contradictions: readonly RowContradiction[],
  presenter: Presenter,
): Pick<PersonCheckView, "columns" | "rows"> {
  const contrary = new Map<string | null, Set<number>>();
  for (const { kind, field, pairs } of contradictions) {
    if (kind === "disputed") continue;
    const rows = contrary.get(field) ?? new Set<number>();
    for (const pair of pairs) for (const row of pair) rows.add(row);
    contrary.set(field, rows);
  }
  const said = [...new Set(members.flatMap(({ fields }) => Object.keys(fields)))];
  const first = FIRST.filter((field) => said.includes(field));
  const against = said.filter((field) => contrary.has(field));
  return {
    columns: [...new Set([...first, ...against, ...said])].map((field) => ({
      field,
      label: presenter.fieldLabel(field),
      isContradicted: contrary.has(field),
    })),
    rows: members.map((record, index): CheckedRowView => {
      const { id, list, row, recordId, fields } = record;
      return {
        ...{ id, row, recordId, list: presenter.named(`list:${list}`).name, names: namesOfRecord(record) },
        isRepeated: contrary.get(null)?.has(index) ?? false,
        values: Object.entries(fields).map(([field, value]) => ({
          field,
          raw: value.raw,
          time: value.kind === "date" ? presenter.time(value.time) : null,
          isContradicted: contrary.get(field)?.has(index) ?? false,
        })),
      };
    }),
  };
}
