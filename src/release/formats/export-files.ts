/** What goes out in one format, as a folder of its own: the files, what they do not mean, a manifest, sums of every file. */
import {
  compareText,
  createTranslate,
  hashBytes,
  type JsonValue,
  toCanonicalJson,
  toPlainJson,
} from "../../core/index.ts";
import type { ReleaseContent } from "../content.ts";
import type { ReleasePackage } from "../data-package.ts";
import { toCaptureMatrices } from "./capture-matrix.ts";
import { ftmKey, toFtmEntities, toFtmStatements } from "./follow-the-money.ts";
import { formatMessagesEn } from "./format-messages.en.ts";
import { formatMessagesFa } from "./format-messages.fa.ts";
import { toGeoJson } from "./geo-json.ts";
import { tableCsv, tablesOf } from "./tables.ts";
import { toWorkbook } from "./workbook.ts";

/** Beside `bagit`, which is a release without dossier and memorial. */
export const EXPORT_FORMATS = ["ftm", "csv", "xlsx", "geojson", "r-matrix", "jsonl"] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export interface ExportAround {
  /** What it holds, how it came about and what changed, by path. */
  readonly record: ReadonlyMap<string, Uint8Array>;
  /** Case, profile, checkpoint, counts of what is in it and what is not. */
  readonly manifest: object;
}

type Texts = readonly (readonly [path: string, content: string | Uint8Array])[];

/**
 * The same content gives the same bytes. `root` is the SHA-256 of `manifest-sha256.txt`, which `sha256sum --check` reads.
 *
 * @throws InquestError "release/nothing-to-export", "release/too-large-for-workbook" (input).
 */
export async function toExport(
  format: ExportFormat,
  content: ReleaseContent,
  { record, manifest }: ExportAround,
): Promise<ReleasePackage> {
  const translate = createTranslate<Record<keyof typeof formatMessagesEn, string>>(
    { en: formatMessagesEn, fa: formatMessagesFa },
    content.head.language,
  );
  const limits = translate("format.limits", { number: content.head.number });
  const readme = `${translate(`format.about.${format}`)}\n\n${limits}\n`;
  const made: Texts = [
    ...(await filesOf(format, content)),
    ...record,
    ["README.txt", readme],
    ["manifest.json", pretty({ ...manifest, format })],
  ];
  const files = new Map(
    made
      .map(([path, bytes]) => [path, typeof bytes === "string" ? encode(bytes) : bytes] as const)
      .sort(([one], [other]) => compareText(one, other)),
  );
  const sums = encode([...files].map(([path, bytes]) => `${hashBytes(bytes)}  ${path}\n`).join(""));
  files.set("manifest-sha256.txt", sums);
  return { files, root: hashBytes(sums) };
}

async function filesOf(format: ExportFormat, content: ReleaseContent): Promise<Texts> {
  switch (format) {
    case "csv":
      return tablesOf(content).map((table) => [`${table.name}.csv`, tableCsv(table)]);
    case "xlsx": {
      const isRightToLeft = content.head.language === "fa";
      return [["release.xlsx", await toWorkbook(tablesOf(content), { isRightToLeft })]];
    }
    case "geojson":
      return [["sites.geojson", pretty(toGeoJson(content.sites))]];
    case "jsonl":
      return linesByKind(content);
    case "r-matrix":
      return toCaptureMatrices(content);
    case "ftm":
      return followTheMoney(content);
  }
}

function linesByKind(content: ReleaseContent): Texts {
  const { people, statements, figures, sites, offices, appeals, estimates, sources, lists } = content;
  return Object.entries({
    people,
    statements,
    figures,
    sites,
    offices,
    appeals,
    estimates,
    sources,
    lists,
  }).map(([name, things]) => [`${name}.jsonl`, things.map((thing: object) => line(thing)).join("")]);
}

/**
 * `entities.ftm.json` as Aleph reads it, and `statements.json` with the members of followthemoney 4. Not as CSV: a cell that is
 * guarded against spreadsheets is another value to whoever reads it by program.
 */
function followTheMoney(content: ReleaseContent): Texts {
  const { caseId, asOf } = content.head;
  // Names of data sets hold lower-case letters, digits and underscores.
  const dataset = `inquest_${caseId.toLowerCase().replace(/[^0-9a-z]+/gu, "_")}`;
  const statements = toFtmStatements(content);
  const entities = toFtmEntities(statements).map((entity) => line({ ...entity, datasets: [dataset] }));
  const lines = statements.map((each) =>
    line({
      ...{ id: ftmKey(dataset, each), canonical_id: each.entityId, entity_id: each.entityId },
      ...{ prop: each.prop, prop_type: each.type, schema: each.schema, value: each.value, dataset },
      ...{ lang: null, original_value: each.original, external: false },
      ...{ first_seen: asOf, last_seen: asOf, origin: each.origin === "" ? null : each.origin },
    }),
  );
  return [
    ["entities.ftm.json", entities.join("")],
    ["statements.json", lines.join("")],
  ];
}

function line(value: object): string {
  return `${toCanonicalJson(toPlainJson(value))}\n`;
}

function pretty(value: object): string {
  const plain: JsonValue = toPlainJson(value);
  return `${JSON.stringify(plain, null, 2)}\n`;
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
