/** Tables as a workbook (Office Open XML, ECMA-376): one sheet a table, texts as texts, so that no cell is ever a formula. */
import { InquestError } from "../../core/index.ts";
import type { CsvValue } from "../../intake/index.ts";
import { RELATIONS, toOfficeFile, toXmlText } from "./office-package.ts";
import type { ReleaseTable } from "./tables.ts";

/** What a spreadsheet opens: rows of a sheet, and UTF-16 units of a cell. */
const MOST_ROWS = 1_048_576;
const MOST_UNITS = 32_767;

const SPREADSHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const TYPE = "officedocument.spreadsheetml";

/**
 * The same tables give the same bytes.
 *
 * @param options.isRightToLeft - whether columns stand from right to left.
 * @throws InquestError "release/too-large-for-workbook" (input) for what no spreadsheet opens: nothing is ever cut short.
 */
export async function toWorkbook(
  tables: readonly ReleaseTable[],
  { isRightToLeft }: { readonly isRightToLeft: boolean },
): Promise<Uint8Array> {
  for (const table of tables) requireFits(table);
  const numbered = tables.map((table, index) => ({ table, number: index + 1 }));
  const sheets = numbered.map(({ table, number }) => ({
    path: `xl/worksheets/sheet${number}.xml`,
    type: `${TYPE}.worksheet`,
    body: sheetXml(table, isRightToLeft),
  }));
  const named = numbered.map(
    ({ table, number }) =>
      `<sheet name="${toCellText(table.name)}" sheetId="${number}" r:id="rId${number}"/>`,
  );
  return toOfficeFile({
    parts: [
      {
        path: "xl/workbook.xml",
        type: `${TYPE}.sheet.main`,
        body: `<workbook xmlns="${SPREADSHEET}" xmlns:r="${RELATIONS}"><sheets>${named.join("")}</sheets></workbook>`,
      },
      ...sheets,
    ],
    relations: numbered.map(({ number }) => ({
      kind: "worksheet",
      target: `worksheets/sheet${number}.xml`,
    })),
  });
}

function requireFits({ name, rows }: ReleaseTable): void {
  const isLong = rows.length >= MOST_ROWS;
  const row = rows.findIndex((cells) =>
    cells.some((cell) => typeof cell === "string" && cell.length > MOST_UNITS),
  );
  if (!isLong && row < 0) return;
  throw new InquestError({
    code: "release/too-large-for-workbook",
    reaction: "input",
    message: isLong
      ? `The table "${name}" has ${rows.length} rows; a spreadsheet opens ${MOST_ROWS - 1}. Use csv or jsonl.`
      : `Row ${row + 1} of the table "${name}" holds a text of more than ${MOST_UNITS} characters, which a spreadsheet would cut short. Use csv or jsonl.`,
    evidence: { table: name, rows: rows.length, row: row + 1 },
  });
}

function sheetXml({ columns, rows }: ReleaseTable, isRightToLeft: boolean): string {
  const view = `<sheetViews><sheetView workbookViewId="0"${isRightToLeft ? ' rightToLeft="1"' : ""}><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`;
  const lines = [columns, ...rows].map(
    (cells, row) =>
      `<row r="${row + 1}">${cells.map((cell, column) => cellXml(cell, `${letters(column)}${row + 1}`)).join("")}</row>`,
  );
  return `<worksheet xmlns="${SPREADSHEET}">${view}<sheetData>${lines.join("")}</sheetData></worksheet>`;
}

function cellXml(value: CsvValue, at: string): string {
  if (value === null || value === "") return "";
  if (typeof value === "number") return `<c r="${at}"><v>${value}</v></c>`;
  if (typeof value === "boolean") return `<c r="${at}" t="b"><v>${value ? 1 : 0}</v></c>`;
  return `<c r="${at}" t="inlineStr"><is><t xml:space="preserve">${toCellText(value)}</t></is></c>`;
}

/** A, B … Z, AA … */
function letters(column: number): string {
  const rest = Math.floor(column / 26) - 1;
  return `${rest < 0 ? "" : letters(rest)}${String.fromCharCode(65 + (column % 26))}`;
}

/** A reader takes _x0041_ for an escape (ECMA-376, 22.9.2.19, ST_Xstring). */
function toCellText(text: string): string {
  return toXmlText(text).replace(/_(?=x[0-9a-fA-F]{4}_)/gu, "_x005F_");
}
