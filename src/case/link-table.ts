/** The recorded pairs of a link, read back as columns: what review asks about, and the levels that it shows. */
import { parse } from "csv-parse/sync";
import { z } from "zod";
import { type ListRecord, restoreCell } from "../intake/index.ts";
import { LinkSettings, type ReviewPairs, toWeight } from "../linkage/index.ts";
import type { LinkRecorded } from "./act-bodies.ts";
import type { CaseHandle } from "./handle.ts";

/** Columns of the pairs before those of the comparisons. */
const FIXED = 8;

const ModelFile = z.object({
  model: z.object({
    comparisons: z.array(
      z.object({
        name: z.string(),
        levels: z.array(z.object({ name: z.string(), weightMillibits: z.number() })),
      }),
    ),
    priorMillibits: z.number(),
  }),
});

/** The levels of a pair, and what each adds; bits are empty in links of versions that did not keep them. */
export interface ComparedPair {
  readonly levels: readonly string[];
  readonly bits: readonly number[];
  readonly jointBits: number;
}

export interface LinkTable {
  readonly link: LinkRecorded;
  readonly pairs: ReviewPairs;
  /** Rows of the lists that were linked; positions in `pairs` are places here. */
  readonly records: readonly ListRecord[];
  readonly positionOf: (record: Pick<ListRecord, "list" | "recordId">) => number | undefined;
  /** What the link says of a row of `pairs`, comparison by comparison. */
  readonly comparedOf: (row: number) => ComparedPair;
  readonly comparisons: readonly {
    readonly name: string;
    /** Fields that are compared. */
    readonly fields: readonly string[];
    readonly levels: ReadonlyMap<string, number>;
  }[];
  readonly priorMillibits: number;
  readonly settings: LinkSettings;
}

/** @param all - records of every list of persons; those of lists that came after the link are passed over. */
export async function readLinkTable(
  handle: CaseHandle,
  link: LinkRecorded,
  all: readonly ListRecord[],
): Promise<LinkTable> {
  const read = async (content: LinkRecorded["pairs"]) => new TextDecoder().decode(await handle.read(content));
  const settings = LinkSettings.parse(JSON.parse(await read(link.settings)));
  const { model } = ModelFile.parse(JSON.parse(await read(link.model)));
  const lists = new Set(link.lists);
  const records = all.filter(({ list }) => lists.has(list));
  const positions = new Map<string, Map<string, number>>(link.lists.map((list) => [list, new Map()]));
  for (const [position, { list, recordId }] of records.entries())
    positions.get(list)?.set(recordId, position);
  const positionOf = ({ list, recordId }: Pick<ListRecord, "list" | "recordId">) =>
    positions.get(list)?.get(recordId);
  const clusterOf = clusterColumn(await read(link.clusters), records.length, positionOf);
  const width = model.comparisons.length;
  const columns = pairColumns(await read(link.pairs), positionOf);
  return {
    link,
    records,
    positionOf,
    comparedOf(row) {
      const cells = columns.comparedOf(row);
      const bits = cells.slice(width).map(Number);
      return { levels: cells.slice(0, width), bits: bits.slice(0, width), jointBits: bits[width] ?? 0 };
    },
    comparisons: model.comparisons.map(({ name, levels }) => {
      const { fields = [], writings = [] } = settings.comparisons.find((each) => each.name === name) ?? {};
      return {
        name,
        fields: [...fields, ...writings],
        levels: new Map(levels.map((level) => [level.name, level.weightMillibits])),
      };
    }),
    priorMillibits: model.priorMillibits,
    settings,
    pairs: {
      ...columns.pairs,
      recordCount: records.length,
      clusterOf,
      linkWeight: toWeight(settings.decision.linkProbability),
      reviewWeight: toWeight(settings.decision.reviewProbability),
      keyOf: (position) => `${records[position]?.list}:${records[position]?.recordId}`,
    },
  };
}

type PositionOf = LinkTable["positionOf"];

/** The cluster of each record, as the place of its first member; a record without one is a cluster of its own. */
function clusterColumn(csv: string, recordCount: number, positionOf: PositionOf): Int32Array {
  const clusterOf = Int32Array.from({ length: recordCount }, (_, position) => position);
  const first = new Map<string, number>();
  for (const line of linesOf(csv)) {
    const [list = "", recordId = "", cluster = ""] = cellsOf(line);
    const position = positionOf({ list, recordId });
    if (position === undefined) continue;
    const representative = first.get(cluster) ?? position;
    first.set(cluster, representative);
    clusterOf[position] = representative;
  }
  return clusterOf;
}

/** Only the ends of a pair and its weight are taken apart at once: a large link has hundreds of thousands of them. */
function pairColumns(csv: string, positionOf: PositionOf) {
  const [left, right, weights, together, lines]: [number[], number[], number[], number[], string[]] = [
    [],
    [],
    [],
    [],
    [],
  ];
  for (const line of linesOf(csv)) {
    const [listA = "", idA = "", listB = "", idB = "", weightBits = "", , , isTogether = ""] = cellsOf(
      line,
      FIXED,
    );
    const [one, other] = [
      positionOf({ list: listA, recordId: idA }),
      positionOf({ list: listB, recordId: idB }),
    ];
    if (one === undefined || other === undefined) continue;
    left.push(one);
    right.push(other);
    weights.push(Math.round(Number(weightBits) * 1000));
    together.push(isTogether === "true" ? 1 : 0);
    lines.push(line);
  }
  return {
    pairs: {
      left: Int32Array.from(left),
      right: Int32Array.from(right),
      weights: Int32Array.from(weights),
      together: Uint8Array.from(together),
    },
    comparedOf: (row: number): readonly string[] => cellsOf(lines[row] ?? "").slice(FIXED),
  };
}

/** The lines after the heading, as `toCsv` writes them: a line end within quotation marks does not end one. */
function* linesOf(csv: string): Generator<string> {
  let [start, isHeading] = [0, true];
  for (let end = csv.indexOf("\n"); end >= 0; end = csv.indexOf("\n", end + 1)) {
    const line = csv.slice(start, end);
    if (line.includes('"') && line.split('"').length % 2 === 0) continue;
    if (!isHeading) yield line;
    [start, isHeading] = [end + 1, false];
  }
}

/** @param most - of a line without quotation marks, the cells after so many are left out. */
function cellsOf(line: string, most?: number): string[] {
  const [quoted = []] = line.includes('"') ? z.array(z.array(z.string())).parse(parse(line)) : [];
  const cells = line.includes('"') ? quoted : line.split(",", most);
  // What a spreadsheet would take for a formula, a negative number among it, was written with an apostrophe.
  return cells.map(restoreCell);
}
