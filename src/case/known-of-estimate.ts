/** What is known of the lists of an estimate beside their counts, today, and what its warnings advise. */
import { compareText, type Language } from "../core/index.ts";
import {
  createWriter,
  type EstimateWarning,
  type KnownOfLists,
  knownByProvenance,
  warnOfKnown,
} from "../estimate/index.ts";
import { columnsOf, nameInTables, nameOfList, statedProvenances } from "./estimate-columns.ts";
import type { Presenter } from "./present-statement.ts";
import type { CaseState } from "./state.ts";

/** The lists of an estimate and how they count. */
export interface ListsOfEstimate {
  readonly from: "clusters" | "capture-counts";
  /** By name, in the order of the plan. */
  readonly lists: readonly string[];
  /** Lists that count as one. */
  readonly groups: readonly (readonly string[])[];
}

/** What provenance and the recorded link say of the lists, by the names of the language. */
export function knownOfEstimate(
  state: CaseState,
  { from, lists, groups }: ListsOfEstimate,
  language: Language,
): KnownOfLists {
  const nameOf = distinctNames(state, lists, language);
  // Rows that may repeat others bear on estimates that count them, and on no other.
  const repeats = from === "clusters" ? (state.link?.value.repeats ?? []) : [];
  return {
    ...knownByProvenance(statedProvenances(state), columnsOf(lists, groups, nameOf), nameOf),
    duplicates: repeats
      .filter(({ list }) => lists.includes(list))
      .map(({ list, records }) => ({ list: nameOf(list), count: records })),
  };
}

/** Names in a language, with the list's own where two lists of an estimate are called alike. */
function distinctNames(state: CaseState, lists: readonly string[], language: Language) {
  const names = lists.map((list) => nameOfList(state, list, language));
  return (list: string): string => {
    const name = nameOfList(state, list, language);
    return names.filter((each) => each === name).length > 1 ? `${name} (${list})` : name;
  };
}

/** The columns of an estimate's table as texts of a language name them, in their order; no two alike. */
export function namesInTexts(
  state: CaseState,
  { lists, groups }: Pick<ListsOfEstimate, "lists" | "groups">,
  language: Language,
): string[] {
  return columnsOf(lists, groups, distinctNames(state, lists, language)).map(({ name }) => name);
}

export interface AdvisedWarning {
  readonly code: string;
  readonly text: string;
}

/** The recorded warnings of the counts, and those of what is known today, each with what to write or run. */
export function warningsOfEstimate(
  state: CaseState,
  estimate: ListsOfEstimate & { readonly id: string; readonly recorded: readonly EstimateWarning[] },
  { language, translate }: Pick<Presenter, "language" | "translate">,
): AdvisedWarning[] {
  const { id, lists, groups, recorded } = estimate;
  const warned = (warnings: readonly EstimateWarning[], nameOf: (list: string) => string) => {
    const columns = columnsOf(lists, groups, nameOf);
    return warnings.map(({ code, text, join = [] }) => ({
      ...{ code, text },
      members: join.map((name) => columns.find((column) => column.name === name)?.lists ?? []),
    }));
  };
  const known = warned(
    warnOfKnown(knownOfEstimate(state, estimate, language), createWriter(language)),
    distinctNames(state, lists, language),
  );
  const counted = warned(
    recorded.filter(({ isKnown }) => isKnown !== true),
    (list) => nameInTables(state, list),
  );
  const knownPairs = new Set(known.map(({ members }) => pairKey(members)));
  const canJoin = columnsOf(lists, groups, (list) => list).length > 2;
  const offer = (members: Members): string => {
    if (!canJoin) return translate("join.none");
    const subjects = members.flat().map((list) => JSON.stringify(`list:${list}`));
    const merge = `merge: [{lists: [${subjects.join(", ")}]}]`;
    return translate("join.offer", { id, merge, command: "inquest build FOLDER --case DIR" });
  };
  const say = (members: Members): string => {
    const [list = "", other = ""] = members.map(([first = ""]) => toShellWord(first));
    return translate("join.say", { command: `inquest provenance ${list} --draws-on ${other} --why "…"` });
  };
  const advised = ({ code, text, members }: (typeof known)[number], advice: readonly string[]) => {
    const isPair = members.length > 1 && members.every((each) => each.length > 0);
    return { code, text: isPair ? [text, ...advice].join(" ") : text };
  };
  return [
    ...known.map((warning) => advised(warning, [offer(warning.members)])),
    // Where it is known how two lists stand, that says by itself how to join them.
    ...counted.map((warning) =>
      advised(
        warning,
        knownPairs.has(pairKey(warning.members)) ? [] : [say(warning.members), offer(warning.members)],
      ),
    ),
  ];
}

/** The lists of each column that a warning names. */
type Members = readonly (readonly string[])[];

function pairKey(members: Members): string {
  return JSON.stringify(members.map((each) => each.join("\u0000")).sort(compareText));
}

/** A word for a command line: lists are named by strangers. */
function toShellWord(word: string): string {
  return /^[\p{L}\p{N}_.-]+$/u.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
