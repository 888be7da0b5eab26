/** What an estimate leaves in folders beside its words: pictures with their tables, and a script that makes it again. */
import { join } from "node:path";
import {
  type CaptureTable,
  diagnoseTable,
  type Estimate,
  type LatentSample,
  type ReportWithPosteriors,
  reproduceInR,
  unlistedMembers,
} from "../estimate/index.ts";
import { listNotDrawn, type Picture, pictureReport, type ReportPictures } from "../plots/index.ts";
import type { CommandContext } from "./context.ts";
import { makeFolder, writePictures } from "./picture-files.ts";
import { writeUserFile } from "./write-commands.ts";

/** One table with everything that was made of it. */
export interface EstimatedTable extends Pick<ReportWithPosteriors, "report" | "posteriors"> {
  readonly name: string;
  readonly table: CaptureTable;
  readonly sample: LatentSample | null;
  /** Made again where it is not given, as for a recorded report. */
  readonly unlisted?: readonly Estimate[];
  /** What a case knows beside the table: diagnostics made before, names of lists, the truth of an invented case. */
  readonly known?: Pick<ReportPictures, "diagnostics" | "listNames" | "truth">;
  /** Pictures of this table that are not of its report. */
  readonly also?: readonly Picture[];
}

export interface OutputsInput {
  readonly tables: readonly EstimatedTable[];
  /** Folder of each table within the one named; "" for the folder itself. */
  readonly folders: readonly string[];
  /** Pictures of all tables together. */
  readonly pictures: readonly Picture[];
}

/** Makes the folders that are asked for: where that fails, nobody should have waited for an estimate. */
export function prepareOutputs(context: CommandContext): void {
  for (const folder of [context.line.value("plots"), context.line.value("reproduce")])
    if (folder !== undefined) makeFolder(context, folder);
}

/** Writes what `--plots` and `--reproduce` ask for; nothing without them. */
export function writeOutputs(context: CommandContext, { tables, folders, pictures }: OutputsInput): void {
  const { line, translate } = context;
  // With --json standard output holds the document and nothing else.
  const say = (text: string) => (line.has("json") ? context.terminal.err : context.terminal.out)(`${text}\n`);
  const plots = line.value("plots");
  if (plots !== undefined) {
    let count = pictures.length;
    if (pictures.length > 0) writePictures(context, plots, pictures);
    tables.forEach((each, i) => {
      const { report, posteriors, sample, known, also = [] } = each;
      const own = known ?? { diagnostics: diagnoseTable(each.table) };
      const { language } = line;
      const input = { language, report, posteriors, sample, ...own };
      const drawn = [...pictureReport(input), ...also];
      const folder = join(plots, folders[i] ?? "");
      writePictures(context, folder, drawn);
      count += drawn.length;
      const notDrawn = listNotDrawn(input, drawn);
      const list = { drawn: drawn.map(({ name, title }) => ({ name, title })), notDrawn };
      writeUserFile(context, join(folder, "pictures.json"), `${JSON.stringify(list, null, 2)}\n`);
      for (const missing of notDrawn) say(translate("estimate.not-drawn", { ...missing, dir: folder }));
    });
    say(translate("estimate.plots", { count, dir: plots }));
  }
  const scripts = line.value("reproduce");
  if (scripts !== undefined) {
    tables.forEach((each, i) => {
      const folder = join(scripts, folders[i] ?? "");
      makeFolder(context, folder);
      const { report, table, sample, unlisted = unlistedMembers(report, table, sample) } = each;
      const files = reproduceInR(report, line.language, unlisted);
      for (const [name, text] of Object.entries(files)) {
        writeUserFile(context, join(folder, name), text);
      }
    });
    say(translate("estimate.reproduce", { count: tables.length, dir: scripts }));
  }
}
