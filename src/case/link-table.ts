/** The recorded pairs of a link, read back as columns: what review asks about, and the levels that it shows. */
import { parse } from "csv-parse/sync";
import { z } from "zod";
import type { ListRecord } from "../intake/index.ts";
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

export interface LinkTable {
  readonly link: LinkRecorded;
  readonly pairs: ReviewPairs;
  /** Rows of the lists that were linked; positions in `pairs` are places here. */
  readonly records: readonly ListRecord[];
  readonly positionOf: (record: Pick<ListRecord, "list" | "recordId">) => number | undefined;
  /** The level of each comparison for a row of `pairs`. */
  readonly levelsOf: (row: number) => readonly string[];
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
  const columns = pairColumns(await read(link.pairs), positionOf);
  return {
    link,
    records,
    positionOf,
    levelsOf: columns.levelsOf,
    comparisons: model.comparisons.map(({ name, levels }) => ({
      name,
      fields: settings.comparisons.find((each) => each.name === name)?.fields ?? [],
      levels: new Map(levels.map((level) => [level.name, level.weightMillibits])),
    })),
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
  for (const [list = "", recordId = "", cluster = ""] of readRows(csv)) {
    const position = positionOf({ list, recordId });
    if (position === undefined) continue;
    const representative = first.get(cluster) ?? position;
    first.set(cluster, representative);
    clusterOf[position] = representative;
  }
  return clusterOf;
}

function pairColumns(csv: string, positionOf: PositionOf) {
  const rows = readRows(csv).flatMap((cells) => {
    const [listA = "", idA = "", listB = "", idB = "", weightBits = "", , , together = ""] = cells;
    const left = positionOf({ list: listA, recordId: idA });
    const right = positionOf({ list: listB, recordId: idB });
    if (left === undefined || right === undefined) return [];
    // Below zero the sign stands behind the apostrophe that keeps spreadsheets from reading a formula.
    const weight = Math.round(Number(weightBits.replace(/^'/u, "")) * 1000);
    return [{ left, right, weight, together: together === "true" ? 1 : 0, levels: cells.slice(FIXED) }];
  });
  return {
    pairs: {
      left: Int32Array.from(rows, ({ left }) => left),
      right: Int32Array.from(rows, ({ right }) => right),
      weights: Int32Array.from(rows, ({ weight }) => weight),
      together: Uint8Array.from(rows, ({ together }) => together),
    },
    levelsOf: (row: number): readonly string[] => rows[row]?.levels ?? [],
  };
}

/** The rows after the heading; our own sealed bytes, checked by hash while they were read. */
function readRows(csv: string): readonly (readonly string[])[] {
  return z.array(z.array(z.string())).parse(parse(csv, { from_line: 2 }));
}
