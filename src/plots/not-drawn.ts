/** Pictures of a table that are missing, and why: silence would look like an oversight, or like something hidden. */
import type { Picture } from "./picture.ts";
import type { ReportPictures } from "./report-pictures.ts";
import { wordsOf } from "./words.ts";

export interface NotDrawn {
  /** Name of the picture, as its files would be called. */
  readonly name: string;
  /** In the language asked for, one sentence. */
  readonly reason: string;
}

/** Pictures that a table can have beside that of its histories, which is always there. */
const WHY = {
  models: "why.models",
  "pairs-odds-ratio": "why.odds",
  "pairs-chapman": "why.chapman",
  posteriors: "why.posteriors",
  "chains-trace": "why.chains",
  "chains-density": "why.chains",
  "without-one-list": "why.lists",
  "two-lists-as-one": "why.lists",
  "list-predicted": "why.predicted",
  priors: "why.priors",
  predictive: "why.predictive",
} as const;

/** @param drawn - what {@link pictureReport} gave for the same input. */
export function listNotDrawn(input: ReportPictures, drawn: readonly Picture[]): readonly NotDrawn[] {
  const { write } = wordsOf(input.language);
  const there = new Set(drawn.map(({ name }) => name));
  const hasThirdList = input.report.table.lists.length > 2;
  const needsDiagnostics = new Set<string>([
    ...["pairs-odds-ratio", "pairs-chapman", "without-one-list", "two-lists-as-one"],
    ...["list-predicted", "priors", "predictive"],
  ]);
  return Object.entries(WHY)
    .filter(([name]) => !there.has(name))
    .map(([name, why]) => {
      if (input.diagnostics === null && needsDiagnostics.has(name))
        return { name, reason: write("why.diagnostics") };
      const isOfLists = name === "pairs-odds-ratio" || name === "list-predicted";
      return { name, reason: write(isOfLists && !hasThirdList ? "why.lists" : why) };
    });
}
