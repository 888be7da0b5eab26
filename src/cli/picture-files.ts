/** Pictures as files: an SVG of each, and beside it a CSV table of the same numbers. */
import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseHTML } from "linkedom";
import { InquestError } from "../core/index.ts";
import { toCsv } from "../intake/index.ts";
import { NARROW_WIDTH_PX, type Picture, PRINT_PALETTE } from "../plots/index.ts";
import type { CommandContext } from "./context.ts";
import { writeUserFile } from "./write-commands.ts";

/** The picture as the text of an SVG file: on white, with its title, 390 pixels wide. */
export function toSvgText(picture: Picture): string {
  // A document of XML, not of HTML: its text is well-formed whatever the names of lists hold.
  const { DOMParser } = parseHTML("");
  const document = new DOMParser().parseFromString(
    '<svg xmlns="http://www.w3.org/2000/svg"/>',
    "image/svg+xml",
  );
  const drawing = picture.draw({
    document,
    widthPx: NARROW_WIDTH_PX,
    palette: PRINT_PALETTE,
    hasHeading: true,
  });
  return `${drawing.outerHTML}\n`;
}

/** Writes NAME.svg and NAME.csv of each picture into the folder, which is made where it is missing. */
export function writePictures(context: CommandContext, folder: string, pictures: readonly Picture[]): void {
  makeFolder(context, folder);
  for (const picture of pictures) {
    writeUserFile(context, join(folder, `${picture.name}.svg`), toSvgText(picture));
    const { columns, rows } = picture.table;
    writeUserFile(context, join(folder, `${picture.name}.csv`), toCsv([columns, ...rows]));
  }
}

/** @throws InquestError "cli/file-unwritable" (input). */
export function makeFolder(context: CommandContext, folder: string): void {
  const full = resolve(context.cwd, folder);
  try {
    mkdirSync(full, { recursive: true });
  } catch (cause) {
    throw new InquestError({
      code: "cli/file-unwritable",
      reaction: "input",
      message: `The folder ${full} cannot be made. Check that it may be written and that no file has its name.`,
      cause,
      evidence: { path: full },
    });
  }
}
