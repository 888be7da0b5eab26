/** What a person corrected in a list while importing it: the sealed file stays as it came, and each change is told. */
import { z } from "zod";
import { InquestError } from "../core/index.ts";

const Row = z.int().positive();
const Why = z.string().trim().min(3, "must give the reason in a few words").max(1000);

/** One cell that is read as something else than it says. */
export const CellCorrection = z.strictObject({
  /** Data row from 1, as in records and problems. */
  row: Row,
  /** The column's name. */
  column: z.string().min(1),
  /** What the file says, letter by letter: a correction of another value is refused. */
  was: z.string().max(100_000),
  /** What is read instead. */
  now: z.string().max(100_000),
  why: Why,
});
export type CellCorrection = z.infer<typeof CellCorrection>;

/** One row that becomes no record. */
export const RowLeftOut = z.strictObject({ row: Row, why: Why });
export type RowLeftOut = z.infer<typeof RowLeftOut>;

export const ListCorrections = z
  .strictObject({
    /** SHA-256 of the file that they are about: another release has other rows. */
    file: z.string().regex(/^[0-9a-f]{64}$/u, "must be the SHA-256 of the file"),
    cells: z.array(CellCorrection).default([]),
    leftOut: z.array(RowLeftOut).default([]),
  })
  .superRefine(({ cells, leftOut }, context) => {
    const seen = new Set<string>();
    for (const [member, keys] of [
      ["cells", cells.map(({ row, column }) => JSON.stringify([row, column]))],
      ["leftOut", leftOut.map(({ row }) => String(row))],
    ] as const)
      for (const [index, key] of keys.entries()) {
        if (seen.has(key))
          context.addIssue({ code: "custom", path: [member, index], message: "is there twice" });
        seen.add(key);
      }
  });
export type ListCorrections = z.infer<typeof ListCorrections>;

export interface CorrectedRows {
  /** Corrections by row. */
  readonly cells: ReadonlyMap<number, readonly CellCorrection[]>;
  readonly leftOut: ReadonlyMap<number, RowLeftOut>;
}

interface CorrectedTable {
  readonly fileName: string;
  readonly sha256: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly number: number; readonly cells: readonly string[] }[];
}

/**
 * The corrections of a table, each held against what the file says.
 *
 * @throws InquestError "intake/correction" (input) with file, row and remedy for one of another file, or of a row, column
 *   or value that the file does not have.
 */
export function checkCorrections(given: ListCorrections | undefined, table: CorrectedTable): CorrectedRows {
  const cells = new Map<number, CellCorrection[]>();
  const leftOut = new Map<number, RowLeftOut>();
  if (given === undefined) return { cells, leftOut };
  const { fileName, sha256, columns, rows } = table;
  if (given.file !== sha256)
    throw wrong(fileName, `The corrections are about another file (SHA-256 ${given.file})`, given.file);
  const byNumber = new Map(rows.map((row) => [row.number, row.cells]));
  for (const each of given.cells) {
    const row = byNumber.get(each.row);
    const at = columns.indexOf(each.column);
    if (row === undefined)
      throw wrong(fileName, `A correction names row ${each.row}, which it does not have`, each);
    if (at < 0)
      throw wrong(
        fileName,
        `The correction of row ${each.row} names the column "${each.column}", which it does not have`,
        each,
      );
    if ((row[at] ?? "") !== each.was)
      throw wrong(
        fileName,
        `Row ${each.row} has "${row[at] ?? ""}" in "${each.column}", and the correction was made of "${each.was}"`,
        each,
      );
    cells.set(each.row, [...(cells.get(each.row) ?? []), each]);
  }
  for (const each of given.leftOut) {
    if (!byNumber.has(each.row))
      throw wrong(fileName, `Row ${each.row} is to be left out, which it does not have`, each);
    leftOut.set(each.row, each);
  }
  return { cells, leftOut };
}

function wrong(fileName: string, problem: string, evidence: unknown): InquestError {
  return new InquestError({
    code: "intake/correction",
    reaction: "input",
    message: `${fileName}: ${problem}. Nothing was imported. Take the correction out of the recipe, or make it anew for this file.`,
    evidence: { file: fileName, correction: evidence },
  });
}
