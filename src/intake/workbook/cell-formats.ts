/** The number format of each style of cells (ECMA-376-1, 18.8). */
import type { ZipParts } from "../hostile/zip-parts.ts";
import { builtInFormat, type NumberFormat, parseNumberFormat } from "./number-format.ts";
import type { ReadingBudget } from "./reading-budget.ts";
import { readXmlPart } from "./xml-part.ts";

/** From the style of a cell to its format; a style that is not there is General, as programs take it. */
export type CellFormats = (style: number) => NumberFormat;

/** Programs refuse a longer one (Excel: 255 letters); a format of such length is one to be followed by nobody. */
const LONGEST_CODE = 1000;

const GENERAL = parseNumberFormat("General");

/** What is followed by nobody: no section of it holds. */
const NOT_FOLLOWED: NumberFormat = parseNumberFormat("[<0]0;[<0]0");

export const NO_FORMATS: CellFormats = () => GENERAL;

/** @throws Refused when the part is broken or has more styles than may be read. */
export async function readCellFormats(
  parts: ZipParts,
  name: string,
  budget: ReadingBudget,
): Promise<CellFormats> {
  const codes = new Map<number, string>();
  const styles: number[] = [];
  const within: string[] = [];
  const where = () => `style ${styles.length}`;
  await readXmlPart(
    { name, bytes: parts.read(name), where },
    {
      open(element, { numFmtId, formatCode }) {
        const parent = within.at(-1);
        within.push(element);
        if (element === "numFmt" && parent === "numFmts" && formatCode !== undefined) {
          budget.spendEntry(where);
          codes.set(Number(numFmtId), formatCode);
        } else if (element === "xf" && parent === "cellXfs") {
          budget.spendEntry(where);
          styles.push(Number(numFmtId ?? 0));
        }
      },
      close() {
        within.pop();
      },
      text() {},
    },
    budget.nesting,
  );
  const formats = new Map<number, NumberFormat>();
  return (style) => {
    const id = styles[style];
    if (id === undefined) return GENERAL;
    let format = formats.get(id);
    if (format === undefined) {
      const code = codes.get(id) ?? builtInFormat(id);
      format = code === undefined || code.length > LONGEST_CODE ? NOT_FOLLOWED : parseNumberFormat(code);
      formats.set(id, format);
    }
    return format;
  };
}
