/** An act behind a value: who signed it, on which day, and where in the log it stands. */
import type { OriginActView } from "./origin-views.ts";
import type { TraceContext } from "./trace-rows.ts";

/** Hexadecimal digits of a hash in a footnote: as many as nobody finds twice by chance. */
export const SHORT_HASH = 16;
const ISO_DAY = 10;

export function presentAct(
  leafIndex: number,
  { ledger, presenter }: Pick<TraceContext, "ledger" | "presenter">,
): OriginActView {
  const { actor, at } = ledger.read(leafIndex);
  return { by: actor, on: presenter.day(at.slice(0, ISO_DAY)), leafIndex };
}
