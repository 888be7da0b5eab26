/**
 * Capture histories as R reads them: one file for each estimate, with a column of 0 and 1 for each list and how many persons
 * are on exactly these. Nobody is named in it, and no line is a person.
 */
import { InquestError } from "../../core/index.ts";
import { toCsv } from "../../intake/index.ts";
import type { ReleaseContent, ReleasedEstimate } from "../content.ts";

/** @throws InquestError "release/nothing-to-export" (input) where no table of lists goes out. */
export function toCaptureMatrices({
  estimates,
}: Pick<ReleaseContent, "estimates">): (readonly [path: string, text: string])[] {
  if (estimates.length === 0) {
    throw new InquestError({
      code: "release/nothing-to-export",
      reaction: "input",
      message:
        "No table of lists goes out, so there is no capture matrix: no estimate is recorded, or it was left out. Link the lists and estimate first (inquest link, inquest estimate), or choose another format.",
      evidence: {},
    });
  }
  const named = estimates.map((estimate, index) => ({ estimate, file: `matrix-${index + 1}.csv` }));
  return [
    ...named.map(({ estimate, file }) => [file, matrixCsv(estimate)] as const),
    [
      "estimates.csv",
      toCsv([
        ["file", "estimate", "lists"],
        ...named.map(({ estimate, file }) => [
          file,
          estimate.id,
          estimate.lists.map(({ name }) => name).join(" | "),
        ]),
      ]),
    ],
    ["read.R", readInR(named.map(({ file }) => file))],
  ];
}

function matrixCsv({ lists, cells }: ReleasedEstimate): string {
  const columns = lists.map(({ id }) => id);
  return toCsv([
    [...columns, "count"],
    ...cells.map((cell) => [...columns.map((list) => (cell.lists.includes(list) ? 1 : 0)), cell.count]),
  ]);
}

/** Base R, and the calls of the packages that people use, left for them to make. */
function readInR(files: readonly string[]): string {
  return `${[
    "# Capture histories: one row for each combination of lists, with the number of persons on exactly these lists.",
    "# Persons on no list are not in the table: they are what an estimate is about.",
    ...files.map((file, index) => `table${index + 1} <- read.csv("${file}", check.names = FALSE)`),
    "# Rcapture:  closedp(as.matrix(table1), dfreq = TRUE)",
    "# SparseMSE: estimatepopulation(as.matrix(table1))",
    "# LCMCR takes one row for each person:",
    'people1 <- table1[rep(seq_len(nrow(table1)), table1$count), names(table1) != "count"]',
    "people1[] <- lapply(people1, function(column) factor(column, levels = c(0, 1)))",
    'print(colSums(table1[table1$count > 0, names(table1) != "count"] * table1$count[table1$count > 0]))',
  ].join("\n")}\n`;
}
