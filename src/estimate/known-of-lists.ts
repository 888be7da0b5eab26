/** What people know of the lists that the counts cannot show, and what it does to an estimate. */
import type { Writer } from "./messages.ts";
import type { EstimateWarning, WarningCode } from "./report.ts";

/** One list that depends on another. */
export interface DerivedList {
  readonly list: string;
  readonly from: string;
  /** Lists between the two that are none of the table. */
  readonly via?: readonly string[];
}

/** Two lists that draw on a third, which is none of the table. */
export interface CommonSource {
  readonly lists: readonly [string, string];
  readonly source: string;
}

/** Every field may be left out: what is not known gives no warning. */
export interface KnownOfLists {
  /** Lists that copy or cite another. */
  readonly copies?: readonly DerivedList[];
  /** Lists that draw on the same third. */
  readonly commonSources?: readonly CommonSource[];
  /** Lists to which another sends its people. */
  readonly referrals?: readonly DerivedList[];
  /** Groups of people, in words, whom no list could record. */
  readonly unreachable?: readonly string[];
  /** Groups whom one list could not record, and others could. */
  readonly missed?: readonly { readonly list: string; readonly group: string }[];
  /** The time and place that a list covers, in words or as a code; lists that differ cannot hold the same people. */
  readonly covers?: readonly { readonly list: string; readonly covers: string }[];
  /** Whom a list means to hold. */
  readonly scopes?: readonly { readonly list: string; readonly scope: string }[];
  /** Records of a list that may be people who stand on it already. */
  readonly duplicates?: readonly { readonly list: string; readonly count: number }[];
  /** Pairs of records that nobody has decided. */
  readonly undecidedPairs?: number;
}

/** A warning for each thing known that biases an estimate; `join` names the lists that are better joined into one. */
export function warnOfKnown(known: KnownOfLists, writer: Writer): readonly EstimateWarning[] {
  return [
    ...warnOfDependence(known, writer),
    ...warnOfPopulation(known, writer),
    ...warnOfRecords(known, writer),
  ];
}

function warnOfDependence(known: KnownOfLists, writer: Writer): EstimateWarning[] {
  return [
    ...(known.copies ?? []).map(({ list, from, via = [] }) =>
      via.length === 0
        ? warn("LISTS_COPY_EACH_OTHER", writer.write("warning.LISTS_COPY_EACH_OTHER.known", { list, from }), [
            list,
            from,
          ])
        : warn(
            "LISTS_COPY_EACH_OTHER",
            writer.write("warning.LISTS_COPY_EACH_OTHER.via", { list, from, via: writer.join(via) }),
            [list, from],
          ),
    ),
    ...(known.commonSources ?? []).map(({ lists, source }) => {
      const [first, second] = lists;
      const text = writer.write("warning.LISTS_COPY_EACH_OTHER.common", { first, second, source });
      return warn("LISTS_COPY_EACH_OTHER", text, lists);
    }),
    ...(known.referrals ?? []).map(({ list, from }) =>
      warn("REFERRAL", writer.write("warning.REFERRAL", { list, from }), [list, from]),
    ),
  ];
}

function warnOfPopulation(known: KnownOfLists, writer: Writer): EstimateWarning[] {
  const warnings = (known.unreachable ?? []).map((group) =>
    warn("LIST_WITH_ZERO_CATCHABILITY", writer.write("warning.LIST_WITH_ZERO_CATCHABILITY", { group })),
  );
  for (const { list, group } of known.missed ?? []) {
    const text = writer.write("warning.LIST_WITH_ZERO_CATCHABILITY.some", { list, group });
    warnings.push(warn("LIST_WITH_ZERO_CATCHABILITY", text));
  }
  const [firstCover, ...otherCovers] = known.covers ?? [];
  for (const { list, covers } of otherCovers) {
    if (firstCover === undefined || covers === firstCover.covers) continue;
    const params = {
      first: firstCover.list,
      firstCovers: firstCover.covers,
      second: list,
      secondCovers: covers,
    };
    warnings.push(warn("OPEN_POPULATION", writer.write("warning.OPEN_POPULATION", params)));
  }
  const [firstScope, ...otherScopes] = known.scopes ?? [];
  for (const { list, scope } of otherScopes) {
    if (firstScope === undefined || scope === firstScope.scope) continue;
    const params = { first: firstScope.list, firstScope: firstScope.scope, second: list, secondScope: scope };
    warnings.push(warn("SCOPE_MISMATCH", writer.write("warning.SCOPE_MISMATCH", params)));
  }
  return warnings;
}

function warnOfRecords(known: KnownOfLists, writer: Writer): EstimateWarning[] {
  const warnings = (known.duplicates ?? [])
    .filter(({ count }) => count > 0)
    .map(({ list, count }) =>
      warn("DUPLICATES_UNRESOLVED", writer.write("warning.DUPLICATES_UNRESOLVED", { list, count })),
    );
  const pairs = known.undecidedPairs ?? 0;
  if (pairs > 0)
    warnings.push(warn("LINKAGE_UNCERTAIN", writer.write("warning.LINKAGE_UNCERTAIN", { pairs })));
  return warnings;
}

function warn(code: WarningCode, text: string, join?: readonly string[]): EstimateWarning {
  return { code, text, isKnown: true, ...(join === undefined ? {} : { join }) };
}
