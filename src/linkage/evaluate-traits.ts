/** What makes a record hard to link: its script, its relatives on the lists, its namesakes. */

import { foldText, toCoarseTokenSkeleton, toNameTokens, toTokenSkeleton } from "../core/pure.ts";
import type { Grouping } from "./evaluate-counts.ts";
import { memoized } from "./memoized.ts";
import type { LinkInput, LinkValue } from "./records.ts";
import type { LinkSettings } from "./settings.ts";

export interface RecordTraits {
  readonly list: string;
  /** "arabic", "latin", "mixed", "other", or "unnamed". */
  readonly script: string;
  readonly hasFamily: boolean;
  /** Another person's record has this whole name, as it sounds. */
  readonly isCommon: boolean;
}

const FAMILY = /^(family|sur|last|apellidos?$|nom$|lname)/i;

/** The traits of every record, given who is who. */
export function toRecordTraits(input: LinkInput, settings: LinkSettings, truth: Grouping): RecordTraits[] {
  const { fields, records } = input;
  const named = (isOwn: boolean) =>
    settings.comparisons
      .filter(({ kind, identifies }) => kind === "name" && identifies === isOwn)
      .flatMap((comparison) =>
        [...comparison.fields, ...comparison.writings].map((name) =>
          fields.findIndex((field) => field.name === name),
        ),
      );
  const [own, relatives] = [named(true), named(false)];
  const family = own.filter((index) => FAMILY.test(fields[index]?.name ?? ""));
  const skeleton = memoized((text: string) =>
    toNameTokens(text).tokens.map((token) => toCoarseTokenSkeleton(toTokenSkeleton(token)) || token),
  );
  const words = (values: readonly LinkValue[], indices: readonly number[]): string[] =>
    indices.flatMap((index) => skeleton(textOf(values[index])));

  const names = records.map(({ values }) => words(values, own).toSorted().join(" "));
  const bearers = personsOf(
    names.map((name) => (name === "" ? [] : [name])),
    truth,
  );
  const ties = records.map(({ values }) => {
    const familyWord = words(values, family.length > 0 ? family : own).at(-1);
    if (familyWord === undefined) return [];
    return fields.flatMap(({ kind }, index) => {
      const tie = tieOf(values[index] ?? null, kind, relatives.includes(index));
      return tie === null ? [] : [`${familyWord}|${index}|${tie}`];
    });
  });
  const relativesOf = personsOf(ties, truth);
  return records.map(({ list, values }, record) => ({
    list,
    script: scriptOf(own.map((index) => textOf(values[index])).join(" ")),
    hasFamily: (ties[record] ?? []).some((tie) => (relativesOf.get(tie)?.size ?? 0) > 1),
    isCommon: (bearers.get(names[record] ?? "")?.size ?? 0) > 1,
  }));
}

/** What two relatives share beside the family name: a father, a precise day, a place. */
function tieOf(value: LinkValue, kind: string, isRelative: boolean): string | null {
  if (value === null) return null;
  if (isRelative) {
    const tokens = "text" in value ? toNameTokens(value.text).tokens : [];
    return tokens.length === 0
      ? null
      : tokens.map((token) => toCoarseTokenSkeleton(toTokenSkeleton(token))).join(" ");
  }
  if (kind === "date") return "days" in value && value.days[0] === value.days[1] ? `${value.days[0]}` : null;
  return kind === "text" && "text" in value ? foldText(value.text) : null;
}

/** The persons of each key. */
function personsOf(keys: readonly (readonly string[])[], truth: Grouping): Map<string, Set<number>> {
  const persons = new Map<string, Set<number>>();
  for (const [record, some] of keys.entries()) {
    for (const key of some) {
      const own = persons.get(key);
      if (own === undefined) persons.set(key, new Set([truth.of[record] ?? 0]));
      else own.add(truth.of[record] ?? 0);
    }
  }
  return persons;
}

function textOf(value: LinkValue | undefined): string {
  return value !== null && value !== undefined && "text" in value ? value.text : "";
}

function scriptOf(text: string): string {
  const arabic = /\p{Script=Arabic}/u.test(text);
  const latin = /\p{Script=Latin}/u.test(text);
  if (arabic) return latin ? "mixed" : "arabic";
  if (latin) return "latin";
  return /\p{L}/u.test(text) ? "other" : "unnamed";
}
