/** A sign for each kind, where no shape can be drawn. */
import type { Mark } from "./document.ts";

export const MARKS: Readonly<Record<Mark, string>> = {
  documented: "■",
  estimated: "○",
  reported: "◇",
  destroyed: "✕",
  threatened: "▲",
  other: "□",
};
