/** The words of a source behind a time, beside what they were read as. */
import type { CaseReader } from "../case/index.ts";
import { toVisibleText } from "../core/index.ts";
import type { CommandContext } from "./context.ts";

type Said = ReturnType<CaseReader["watchList"]>["sites"][number]["threats"][number];

/** ` · as written: “مرداد ۱۳۶۷” (Solar Hijri)`; empty where no words were kept. */
export function asWritten(
  { translate }: Pick<CommandContext, "translate">,
  { timeAsWritten }: Pick<Said, "timeAsWritten">,
): string {
  if (timeAsWritten === null) return "";
  const { text, calendarText } = timeAsWritten;
  return ` · ${translate("time.as-written", { text: toVisibleText(text), calendar: calendarText })}`;
}
