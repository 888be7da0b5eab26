/** Groups and their total; the same people under several linkages and what these make together. */
import { type Language, toVisibleText } from "../core/pure.ts";
import { drawIntervalRows } from "./interval-rows.ts";
import type { Picture } from "./picture.ts";
import { type Words, wordsOf } from "./words.ts";

export interface Part {
  readonly name: string;
  /** People counted. */
  readonly counted: number;
  /** null where the part gives no number. */
  readonly point: number | null;
  readonly interval: readonly [number, number] | null;
}

export interface PartsInput {
  readonly language: Language;
  readonly parts: readonly Part[];
  readonly total: { readonly point: number; readonly interval: readonly [number, number] };
}

/** Groups, and their sum from draws. */
export function pictureGroups({ language, parts, total }: PartsInput): Picture {
  const words = wordsOf(language);
  const params = {
    groups: parts.length,
    low: Math.floor(total.interval[0]),
    high: Math.ceil(total.interval[1]),
  };
  return pictureParts({
    words,
    name: "groups",
    title: words.write("groups.title"),
    description: words.write("groups.description", params),
    parts,
    total,
    counted: parts.reduce((sum, part) => sum + part.counted, 0),
  });
}

export interface LinkagesInput extends PartsInput {
  /** Tables that were combined; not all of them need a row of their own. */
  readonly tables: number;
  /** Part of the variance that linkage makes, 0 to 1. */
  readonly linkageShare: number;
}

/** Tables of the same people that differ in how records were linked, and their combination. */
export function pictureLinkages(input: LinkagesInput): Picture {
  const { parts, total, linkageShare, tables } = input;
  const words = wordsOf(input.language);
  const params = {
    tables,
    low: Math.floor(total.interval[0]),
    high: Math.ceil(total.interval[1]),
    share: Math.round(100 * linkageShare),
  };
  return pictureParts({
    words,
    name: "linkages",
    title: words.write("linkages.title"),
    description: words.write("linkages.description", params),
    parts,
    total,
    counted: parts.reduce((sum, part) => sum + part.counted, 0) / Math.max(1, parts.length),
  });
}

interface PartsPicture {
  readonly words: Words;
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly parts: readonly Part[];
  readonly total: PartsInput["total"];
  readonly counted: number;
}

function pictureParts({ words, name, title, description, parts, total, counted }: PartsPicture): Picture {
  const all: readonly Part[] = [...parts, { name: words.write("row.all"), counted, ...total }];
  return {
    name,
    title,
    description,
    table: {
      columns: (["group", "counted", "low", "high", "point"] as const).map((key) =>
        words.write(`column.${key}`),
      ),
      rows: all.map((part) => [
        part.name,
        part.counted,
        part.interval?.[0] ?? null,
        part.interval?.[1] ?? null,
        part.point,
      ]),
    },
    draw: (easel) =>
      drawIntervalRows({
        easel,
        words,
        title,
        description,
        groups: [
          {
            rows: all.map((part) => ({
              name: toVisibleText(part.name),
              interval: part.interval,
              point: part.point,
              isBound: false,
              numbers:
                part.point === null || part.interval === null
                  ? words.write("row.refused")
                  : words.numbers(part.point, part.interval),
            })),
          },
        ],
        walls: [{ at: counted, glyph: "wall", text: words.write("key.counted", { n: Math.round(counted) }) }],
        axis: words.write("axis.people"),
      }),
  };
}
