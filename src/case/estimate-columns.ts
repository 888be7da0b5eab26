/** The columns of a case's capture table: one a list, or one for lists that are joined, with the reason. */
import { type Language, type LocalText, pickLocal } from "../core/index.ts";
import { knownByProvenance, type TableColumn } from "../estimate/index.ts";
import type { EstimatePlan } from "./config.ts";
import { planError } from "./plan-error.ts";
import { createPresenter } from "./present-statement.ts";
import type { CaseState } from "./state.ts";

/** Lists that count as one in an estimate. */
export interface JoinedLists {
  /** The column's name in the table. */
  readonly name: string;
  readonly lists: readonly string[];
  /** Which, and why, in both languages. */
  readonly text: { readonly en: string; readonly fa: string };
}

/** What a list is called; its own name where its subject has none. */
export function nameOfList(
  { subjects }: Pick<CaseState, "subjects">,
  list: string,
  language: Language,
): string {
  const names: LocalText | undefined = subjects.get(`list:${list}`)?.value.names;
  return names === undefined ? list : pickLocal(names, language);
}

/** Tables name their lists in English, by names that are short and the same everywhere. */
export function nameInTables({ subjects }: Pick<CaseState, "subjects">, list: string): string {
  return subjects.get(`list:${list}`)?.value.names.en ?? list;
}

/** Columns of lists, in their order; those of a group stand together at the place of the first. */
export function columnsOf(
  lists: readonly string[],
  groups: readonly (readonly string[])[],
  nameOf: (list: string) => string,
): readonly TableColumn[] {
  return lists.flatMap((list) => {
    const group = groups.find((each) => each.includes(list)) ?? [list];
    const members = lists.filter((each) => group.includes(each));
    return members[0] === list ? [{ name: members.map(nameOf).join("+"), lists: members }] : [];
  });
}

/**
 * The lists that a plan joins, each group with its reason: the plan's own words, and what is known of where they come
 * from.
 *
 * @param lists - all lists of the estimate, by name.
 * @throws InquestError "case/estimate-plan" (input) for a list that is not of the estimate or in two groups, for groups
 *   that leave one list only, and where neither the plan nor the provenance of the lists says why.
 */
export function joinedLists(state: CaseState, plan: EstimatePlan, lists: readonly string[]): JoinedLists[] {
  const groups = (plan.merge ?? []).map(({ lists: group, why }) => ({
    lists: group.map((list) => list.replace(/^list:/u, "")),
    why,
  }));
  const all = groups.flatMap((group) => group.lists);
  const stranger = all.find((list) => !lists.includes(list));
  if (stranger !== undefined) throw planError(plan, `merge names ${stranger}, which is none of its lists`);
  const twice = all.find((list, index) => all.indexOf(list) !== index);
  if (twice !== undefined) throw planError(plan, `merge names ${twice} twice`);
  const columns = columnsOf(
    lists,
    groups.map((group) => group.lists),
    (list) => nameInTables(state, list),
  );
  if (groups.length > 0 && columns.length < 2)
    throw planError(plan, "merge leaves one list only, from which nothing can be estimated");
  return groups.map(({ lists: group, why }) => {
    if (why === undefined && !isConnected(state, group)) {
      throw planError(
        plan,
        `merge joins ${group.join(" and ")} and nothing says why. Say it under why, or where the lists come from with inquest provenance`,
      );
    }
    return {
      name: columns.find((column) => group.some((list) => column.lists.includes(list)))?.name ?? "",
      lists: lists.filter((list) => group.includes(list)),
      text: { en: reasonText(state, group, why, "en"), fa: reasonText(state, group, why, "fa") },
    };
  });
}

/** What is known of lists of one group, as if each stood by itself. */
function knownWithin(state: CaseState, group: readonly string[], nameOf: (list: string) => string) {
  return knownByProvenance(
    statedProvenances(state),
    group.map((list) => ({ name: nameOf(list), lists: [list] })),
    nameOf,
  );
}

/** Whether provenance leads from each list of a group to each other one. */
function isConnected(state: CaseState, group: readonly string[]): boolean {
  const { copies = [], referrals = [], commonSources = [] } = knownWithin(state, group, (list) => list);
  const pairs = [
    ...[...copies, ...referrals].map(({ list, from }) => [list, from]),
    ...commonSources.map(({ lists }) => lists),
  ];
  const reached = new Set(group.slice(0, 1));
  for (let before = 0; before < reached.size; ) {
    before = reached.size;
    for (const pair of pairs)
      if (pair.some((list) => reached.has(list))) for (const each of pair) reached.add(each);
  }
  return reached.size === group.length;
}

function reasonText(
  state: CaseState,
  group: readonly string[],
  why: LocalText | undefined,
  language: Language,
): string {
  const { translate } = createPresenter(state, language);
  const nameOf = (list: string) => nameOfList(state, list, language);
  const join = (names: readonly string[]) => names.join(language === "fa" ? "، " : ", ");
  const { copies = [], referrals = [], commonSources = [] } = knownWithin(state, group, nameOf);
  const said = group.flatMap((list) => {
    const stated = state.provenances.of(list)?.provenance.why;
    const bears = [...copies, ...referrals].some((each) => each.list === nameOf(list));
    const isCommon = commonSources.some(({ lists }) => lists.includes(nameOf(list)));
    return stated !== undefined && (bears || isCommon)
      ? [translate("joined.said", { list: nameOf(list), why: stated })]
      : [];
  });
  return [
    translate("joined.lists", { lists: join(group.map(nameOf)) }),
    ...(why === undefined ? [] : [pickLocal(why, language)]),
    ...copies.map(({ list, from, via = [] }) =>
      via.length === 0
        ? translate("joined.copy", { list, from })
        : translate("joined.via", { list, from, via: join(via) }),
    ),
    ...commonSources.map(({ lists: [first, second], source }) =>
      translate("joined.common", { first, second, source }),
    ),
    ...referrals.map(({ list, from }) => translate("joined.referral", { list, from })),
    ...said,
  ].join(" ");
}

export function statedProvenances({ provenances }: Pick<CaseState, "provenances">) {
  return provenances.all().map(({ list, provenance }) => ({ list, ...provenance }));
}
