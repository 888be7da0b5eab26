/** Words from the lists, and numbers of evidence, as a line of text bears them. */
import { isolate, toVisibleText } from "../core/index.ts";
import type { CommandContext } from "./context.ts";

type Reader = Pick<CommandContext, "line">;

/** Text from the lists, visible, and kept from turning the line around it. */
export function isolated(text: string): string {
  return isolate(toVisibleText(text));
}

/** A number with its sign and two decimals. */
export function signed(reader: Reader, value: number): string {
  return numbers(reader, 2, "exceptZero").format(value);
}

/** A number with so many decimals. */
export function decimals(reader: Reader, value: number, digits: number): string {
  return numbers(reader, digits, "auto").format(value);
}

function numbers({ line }: Reader, digits: number, signDisplay: "auto" | "exceptZero") {
  return new Intl.NumberFormat(line.language === "fa" ? "fa-IR" : "en-GB", {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    signDisplay,
  });
}
