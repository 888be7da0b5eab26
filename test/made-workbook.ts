/** Workbooks as spreadsheet programs write them (ECMA-376 transitional), made where a test needs one. */
import { toCellName } from "../src/core/index.ts";
import { madeZip } from "./made-zip.ts";

/** A text, a number in General, null for nothing, or what is said in full. */
export type MadeCell =
  | string
  | number
  | null
  | {
      /** As it stands in `<v>`; left out, the cell has no value. */
      readonly value?: string | number;
      /** `t` of the cell: n, s, str, inlineStr, b, e, d. */
      readonly type?: string;
      /** The code of its number format. */
      readonly format?: string;
      readonly formula?: string;
    };

export interface MadeSheet {
  readonly name: string;
  readonly rows: readonly (readonly MadeCell[])[];
  readonly state?: "hidden" | "veryHidden";
  readonly merged?: readonly string[];
  /** Counted from 1. */
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly number[];
}

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export interface BookOptions {
  readonly date1904?: boolean;
  readonly asksToCompute?: boolean;
}

export type Parts = Map<string, string | Uint8Array>;

/** A workbook with these sheets. */
export function madeWorkbook(sheets: readonly MadeSheet[], options: BookOptions = {}): Buffer {
  return packWorkbook(madeParts(sheets, options));
}

export function packWorkbook(parts: Parts): Buffer {
  return madeZip([...parts]);
}

/** Its parts by name, for tests that break one of them. */
export function madeParts(
  sheets: readonly MadeSheet[],
  { date1904 = false, asksToCompute = false }: BookOptions = {},
): Parts {
  const texts: string[] = [];
  const formats: string[] = [];
  const written = sheets.map((sheet) => toSheetXml(sheet, texts, formats));
  const relation = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;
  const listed = sheets.map(
    ({ name, state }, index) =>
      `<sheet name="${escapeXml(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"${state === undefined ? "" : ` state="${state}"`}/>`,
  );
  return new Map([
    [
      "[Content_Types].xml",
      `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    ],
    [
      "_rels/.rels",
      `${HEAD}<Relationships xmlns="${PACKAGE}">${relation("rId1", "officeDocument", "xl/workbook.xml")}</Relationships>`,
    ],
    [
      "xl/workbook.xml",
      `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><workbookPr${date1904 ? ' date1904="1"' : ""}/><sheets>${listed.join("")}</sheets>${asksToCompute ? '<calcPr fullCalcOnLoad="1"/>' : ""}</workbook>`,
    ],
    [
      "xl/_rels/workbook.xml.rels",
      `${HEAD}<Relationships xmlns="${PACKAGE}">${sheets
        .map((_, index) => relation(`rId${index + 1}`, "worksheet", `worksheets/sheet${index + 1}.xml`))
        .join(
          "",
        )}${relation("rIdT", "sharedStrings", "sharedStrings.xml")}${relation("rIdS", "styles", "/xl/styles.xml")}</Relationships>`,
    ],
    [
      "xl/sharedStrings.xml",
      `${HEAD}<sst xmlns="${MAIN}">${texts.map((text) => `<si><t xml:space="preserve">${escapeXml(text)}</t></si>`).join("")}</sst>`,
    ],
    ["xl/styles.xml", toStylesXml(formats)],
    ...written.map((xml, index): [string, string] => [`xl/worksheets/sheet${index + 1}.xml`, xml]),
  ]);
}

function toSheetXml(
  { rows, merged = [], hiddenRows = [], hiddenColumns = [] }: MadeSheet,
  texts: string[],
  formats: string[],
): string {
  const columns = hiddenColumns.map(
    (column) => `<col min="${column}" max="${column}" width="9" hidden="1"/>`,
  );
  const data = rows.map((cells, index) => {
    const row = index + 1;
    const xml = cells
      .map((cell, at) => toCellXml(cell, toCellName(row, at + 1), { texts, formats }))
      .join("");
    const hidden = hiddenRows.includes(row) ? ' hidden="1"' : "";
    return xml === "" && hidden === "" ? "" : `<row r="${row}"${hidden}>${xml}</row>`;
  });
  const merges = merged.map((ref) => `<mergeCell ref="${ref}"/>`).join("");
  return `${HEAD}<worksheet xmlns="${MAIN}">${columns.length === 0 ? "" : `<cols>${columns.join("")}</cols>`}<sheetData>${data.join("")}</sheetData>${merges === "" ? "" : `<mergeCells>${merges}</mergeCells>`}</worksheet>`;
}

function toCellXml(
  cell: MadeCell,
  name: string,
  { texts, formats }: { readonly texts: string[]; readonly formats: string[] },
): string {
  if (cell === null) return "";
  if (typeof cell === "number") return `<c r="${name}"><v>${cell}</v></c>`;
  if (typeof cell === "string") return `<c r="${name}" t="s"><v>${indexIn(texts, cell)}</v></c>`;
  const { value, type, format, formula } = cell;
  const style = format === undefined ? "" : ` s="${indexIn(formats, format) + 1}"`;
  const result =
    value === undefined
      ? ""
      : type === "inlineStr"
        ? `<is><t xml:space="preserve">${escapeXml(String(value))}</t></is>`
        : `<v>${escapeXml(String(type === "s" ? indexIn(texts, String(value)) : value))}</v>`;
  const computed = formula === undefined ? "" : `<f>${escapeXml(formula)}</f>`;
  return `<c r="${name}"${style}${type === undefined ? "" : ` t="${type}"`}>${computed}${result}</c>`;
}

/** Style 0 is General, the others are the formats in their order. */
function toStylesXml(formats: readonly string[]): string {
  const codes = formats.map(
    (code, index) => `<numFmt numFmtId="${164 + index}" formatCode="${escapeXml(code)}"/>`,
  );
  const styles = formats.map((_, index) => `<xf numFmtId="${164 + index}" applyNumberFormat="1"/>`);
  return `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="${codes.length}">${codes.join("")}</numFmts><cellStyleXfs count="1"><xf numFmtId="0"/></cellStyleXfs><cellXfs count="${styles.length + 1}"><xf numFmtId="0"/>${styles.join("")}</cellXfs></styleSheet>`;
}

function indexIn(known: string[], text: string): number {
  const at = known.indexOf(text);
  return at < 0 ? known.push(text) - 1 : at;
}

export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/gu, (sign) => `&#${sign.charCodeAt(0)};`);
}
