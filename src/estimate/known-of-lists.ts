/** What people know of the lists that the counts cannot show, and what it does to an estimate. */
import type { Writer } from "./messages.ts";
import type { EstimateWarning } from "./report.ts";

/** One list that drew on another. */
export interface ListSource {
  readonly list: string;
  readonly from: string;
}

/** Every field may be left out: what is not known gives no warning. */
export interface KnownOfLists {
  /** Lists that copy or cite another. */
  readonly copies?: readonly ListSource[];
  /** Lists to which another sends its people. */
  readonly referrals?: readonly ListSource[];
  /** Groups of people, in words, whom no list could record. */
  readonly unreachable?: readonly string[];
  /** The time and place that a list covers, in words or as a code; lists that differ cannot hold the same people. */
  readonly covers?: readonly { readonly list: string; readonly covers: string }[];
  /** Whom a list means to hold. */
  readonly scopes?: readonly { readonly list: string; readonly scope: string }[];
  /** People who may stand twice on a list. */
  readonly duplicates?: readonly { readonly list: string; readonly count: number }[];
  /** Pairs of records that nobody has decided. */
  readonly undecidedPairs?: number;
}

/** A warning for each thing known that biases an estimate. */
export function warnOfKnown(known: KnownOfLists, writer: Writer): readonly EstimateWarning[] {
  const warnings: EstimateWarning[] = [];
  for (const { list, from } of known.copies ?? []) {
    const text = writer.write("warning.LISTS_COPY_EACH_OTHER.known", { list, from });
    warnings.push({ code: "LISTS_COPY_EACH_OTHER", text });
  }
  for (const { list, from } of known.referrals ?? []) {
    warnings.push({ code: "REFERRAL", text: writer.write("warning.REFERRAL", { list, from }) });
  }
  for (const group of known.unreachable ?? []) {
    const text = writer.write("warning.LIST_WITH_ZERO_CATCHABILITY", { group });
    warnings.push({ code: "LIST_WITH_ZERO_CATCHABILITY", text });
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
    warnings.push({ code: "OPEN_POPULATION", text: writer.write("warning.OPEN_POPULATION", params) });
  }
  const [firstScope, ...otherScopes] = known.scopes ?? [];
  for (const { list, scope } of otherScopes) {
    if (firstScope === undefined || scope === firstScope.scope) continue;
    const params = { first: firstScope.list, firstScope: firstScope.scope, second: list, secondScope: scope };
    warnings.push({ code: "SCOPE_MISMATCH", text: writer.write("warning.SCOPE_MISMATCH", params) });
  }
  for (const { list, count } of known.duplicates ?? []) {
    if (count === 0) continue;
    const text = writer.write("warning.DUPLICATES_UNRESOLVED", { list, count });
    warnings.push({ code: "DUPLICATES_UNRESOLVED", text });
  }
  const pairs = known.undecidedPairs ?? 0;
  if (pairs > 0) {
    warnings.push({ code: "LINKAGE_UNCERTAIN", text: writer.write("warning.LINKAGE_UNCERTAIN", { pairs }) });
  }
  return warnings;
}
