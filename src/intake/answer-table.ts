/** Small tables that people bring beside their lists: who is who, and what they judged of pairs. */
import { InquestError } from "../core/index.ts";
import { detectDelimiter } from "./csv-delimiter.ts";
import { isBlankRow, readCsvRows } from "./csv-rows.ts";
import { decodeText } from "./decode.ts";
import { requireHeading, toHeading } from "./heading.ts";

export interface TableSource {
  readonly bytes: Uint8Array;
  readonly fileName: string;
}

/** A record, and the person that it is of. */
export interface TruthLine {
  readonly list: string;
  readonly recordId: string;
  readonly cluster: string;
}

const DECISIONS = ["same", "different", "unsure"] as const;

/** What a person said of two records. */
export interface JudgementLine {
  readonly left: { readonly list: string; readonly recordId: string };
  readonly right: { readonly list: string; readonly recordId: string };
  readonly decision: (typeof DECISIONS)[number];
}

/**
 * A truth file: columns `list`, `record_id`, `cluster`, in any order; others are passed over.
 *
 * @throws InquestError "intake/missing-column", and those of reading a table.
 */
export function readTruthTable(source: TableSource): TruthLine[] {
  return readRows(source, ["list", "record_id", "cluster"]).map(({ at }) => ({
    list: at("list"),
    recordId: at("record_id"),
    cluster: at("cluster"),
  }));
}

/**
 * Judged pairs: columns `list_a`, `record_id_a`, `list_b`, `record_id_b`, `decision`, in the order in which they were
 * made. A row without a decision is one that waits for it.
 *
 * @throws InquestError "intake/missing-column"; "intake/judgement" for a decision that is none of same, different,
 *   unsure; and those of reading a table.
 */
export function readJudgementTable(source: TableSource): JudgementLine[] {
  const columns = ["list_a", "record_id_a", "list_b", "record_id_b", "decision"];
  const side = (at: TableRow["at"], letter: "a" | "b") => ({
    list: at(`list_${letter}`),
    recordId: at(`record_id_${letter}`),
  });
  return readRows(source, columns).flatMap(({ line, at }) => {
    const word = at("decision");
    if (word === "") return [];
    const decision = DECISIONS.find((known) => known === word.toLowerCase());
    if (decision === undefined) {
      throw new InquestError({
        code: "intake/judgement",
        reaction: "input",
        message: `${source.fileName}, line ${line}: "${word}" is no decision. Write ${DECISIONS.join(", ")}, or leave it empty.`,
        evidence: { file: source.fileName, line, word },
      });
    }
    return [{ left: side(at, "a"), right: side(at, "b"), decision }];
  });
}

interface TableRow {
  readonly line: number;
  /** The cell of a column, trimmed; empty where the row is short. */
  readonly at: (column: string) => string;
}

function readRows({ bytes, fileName }: TableSource, wanted: readonly string[]): TableRow[] {
  const { text } = decodeText(bytes);
  const { heading, data } = requireHeading(readCsvRows(text, detectDelimiter(text)), fileName);
  const { columns } = toHeading(heading.cells);
  const missing = wanted.filter((column) => !columns.includes(column));
  if (missing.length > 0) {
    throw new InquestError({
      code: "intake/missing-column",
      reaction: "input",
      message: `${fileName} lacks ${missing.join(", ")}. It has: ${columns.join(", ")}. Name the columns ${wanted.join(", ")}.`,
      evidence: { file: fileName, missing, columns },
    });
  }
  const places = new Map(columns.map((column, index) => [column, index]));
  return data
    .filter((row) => !isBlankRow(row.cells))
    .map(({ line, cells }) => ({ line, at: (column) => (cells[places.get(column) ?? -1] ?? "").trim() }));
}
