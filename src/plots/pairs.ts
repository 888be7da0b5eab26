/** Heat-maps of every two lists: whether they avoid each other, and what Chapman's method makes of them alone. */
import { rect, text } from "@observablehq/plot";
import type { Language } from "../core/pure.ts";
import type { PairDiagnostic } from "../estimate/index.ts";
import type { Drawing, Easel, Picture } from "./picture.ts";
import { cutToWidth, drawSheet, type KeyLine, placeOf } from "./sheet.ts";
import { type Words, wordsOf } from "./words.ts";

export interface PairsInput {
  readonly language: Language;
  readonly lists: readonly string[];
  readonly pairs: readonly PairDiagnostic[];
}

/** Mantel–Haenszel odds ratios; null when no pair can tell, as with two lists. */
export function pictureOddsRatios({ language, lists, pairs }: PairsInput): Picture | null {
  const ratios = pairs.flatMap(({ oddsRatio }) => (oddsRatio === null ? [] : [oddsRatio]));
  if (ratios.length === 0) return null;
  const words = wordsOf(language);
  const title = words.write("odds.title");
  const description = words.write("odds.description", {
    apart: pairs.filter((pair) => evidenceOf(pair) < 0).length,
    together: pairs.filter((pair) => evidenceOf(pair) > 0).length,
    pairs: ratios.length,
  });
  return {
    name: "pairs-odds-ratio",
    title,
    description,
    table: {
      columns: [...pairColumns(words), words.write("column.odds-ratio"), words.write("column.score")],
      rows: pairs.map(({ lists: [first, second], both, oddsRatio, score }) => [
        first,
        second,
        both,
        oddsRatio === "infinite" ? Number.POSITIVE_INFINITY : oddsRatio,
        score,
      ]),
    },
    draw: (easel) => {
      const { alert, documented, soft } = easel.palette;
      return drawGrid({
        ...{ easel, words, title, description, lists },
        keys: [
          { glyph: "bar", colour: alert, text: words.write("key.apart") },
          { glyph: "bar", colour: documented, text: words.write("key.together") },
          { glyph: "bar", colour: soft, opacity: NEUTRAL, text: words.write("key.no-evidence") },
        ],
        cells: pairs.map((pair) => ({
          lists: pair.lists,
          text: ratioText(pair.oddsRatio, words),
          ...shadeOf(pair, { alert, documented, soft }),
        })),
      });
    },
  };
}

/** Scores nearer to 0 come by chance too often to be told in colour. */
const CLEAR_SCORE = 2;

/** −1 where it is clear that two lists avoid each other, 1 where they share people, 0 where neither is. */
function evidenceOf({ oddsRatio, score }: PairDiagnostic): -1 | 0 | 1 {
  if (oddsRatio === null || Math.abs(score) <= CLEAR_SCORE) return 0;
  return score < 0 ? -1 : 1;
}

function shadeOf(pair: PairDiagnostic, palette: Pick<Easel["palette"], "alert" | "documented" | "soft">) {
  const evidence = evidenceOf(pair);
  if (evidence === 0 || pair.oddsRatio === null) return { colour: palette.soft, strength: 0 };
  return {
    colour: evidence < 0 ? palette.alert : palette.documented,
    // An eightfold ratio either way is as strong as the colour gets.
    strength:
      pair.oddsRatio === "infinite"
        ? 1
        : Math.min(1, Math.abs(Math.log2(Math.max(pair.oddsRatio, 1e-9))) / 3),
  };
}

function ratioText(oddsRatio: PairDiagnostic["oddsRatio"], words: Words): string {
  if (oddsRatio === null) return "–";
  if (oddsRatio === "infinite") return words.write("row.infinite");
  return words.decimal(oddsRatio, oddsRatio < 10 ? 2 : 0);
}

/** Chapman's estimate of every pair; null for fewer than two pairs: one alone would pass for a result. */
export function pictureChapmanPairs({ language, lists, pairs }: PairsInput): Picture | null {
  if (pairs.length < 2) return null;
  const words = wordsOf(language);
  const points = pairs.map(({ chapman }) => chapman);
  const [low, high] = [Math.min(...points), Math.max(...points)];
  const title = words.write("chapman.title");
  const description = words.write("chapman.description", {
    pairs: pairs.length,
    low: Math.round(low),
    high: Math.round(high),
  });
  return {
    name: "pairs-chapman",
    title,
    description,
    table: {
      columns: [...pairColumns(words), words.write("column.chapman")],
      rows: pairs.map(({ lists: [first, second], both, chapman }) => [first, second, both, chapman]),
    },
    draw: (easel) => {
      const colour = easel.palette.estimated;
      const spread = Math.log(high / low) || 1;
      return drawGrid({
        ...{ easel, words, title, description, lists },
        keys: [
          {
            glyph: "bar",
            colour,
            opacity: WEAKEST,
            text: `${words.people(low)}: ${words.write("key.chapman-low")}`,
          },
          {
            glyph: "bar",
            colour,
            opacity: STRONGEST,
            text: `${words.people(high)}: ${words.write("key.chapman-high")}`,
          },
        ],
        cells: pairs.map(({ lists: names, chapman }) => ({
          lists: names,
          text: words.people(chapman),
          colour,
          strength: Math.log(chapman / low) / spread,
        })),
      });
    },
  };
}

function pairColumns(words: Words): string[] {
  return [words.write("column.first"), words.write("column.second"), words.write("column.both")];
}

interface GridInput {
  readonly easel: Easel;
  readonly words: Words;
  readonly title: string;
  readonly description: string;
  readonly lists: readonly string[];
  readonly keys: readonly KeyLine[];
  readonly cells: readonly {
    readonly lists: readonly [string, string];
    readonly text: string;
    readonly colour: string;
    /** 0 to 1. */
    readonly strength: number;
  }[];
}

const SIDE_PX = 14;
const LABEL_PX = 22;
const NAME_PX = 20;
const WEAKEST = 0.08;
const STRONGEST = 0.6;
/** A key that looks like the weakest cells, and can still be seen. */
const NEUTRAL = 0.2;
/** Mean width of a digit as a share of its height. */
const DIGIT = 0.62;

/** The lower half of a square of lists; lists go by number, which the lines above it name. */
function drawGrid({ easel, words, title, description, lists, keys, cells }: GridInput): Drawing {
  const { palette, widthPx } = easel;
  const place = placeOf(words.language);
  const across = (px: number) => (place.isRightToLeft ? widthPx - px : px);
  const side = Math.min(64, (widthPx - 2 * SIDE_PX - LABEL_PX) / Math.max(1, lists.length - 1));
  const longest = Math.max(...cells.map((cell) => cell.text.length));
  const size = Math.min(13, (side - 4) / (longest * DIGIT));
  return drawSheet({
    easel,
    language: words.language,
    title,
    description,
    keys,
    fill: (topPx) => {
      const from = topPx + 6 + NAME_PX * lists.length;
      const names = lists.map((name, list) => ({
        y: topPx + 8 + NAME_PX * list,
        text: cutToWidth(`${words.people(list + 1)}   ${name}`, widthPx - 2 * SIDE_PX),
      }));
      const squares = cells.map((cell) => {
        const [column, row] = cell.lists.map((name) => lists.indexOf(name)).sort((a, b) => a - b);
        const x = SIDE_PX + LABEL_PX + side * (column ?? 0);
        const y = from + side * ((row ?? 1) - 1);
        return {
          ...cell,
          x1: across(x + 1),
          x2: across(x + side - 1),
          y1: y + 1,
          y2: y + side - 1,
          x: across(x + side / 2),
          y: y + side / 2,
          opacity: WEAKEST + (STRONGEST - WEAKEST) * cell.strength,
        };
      });
      const end = from + side * (lists.length - 1);
      const rowLabels = lists.slice(1).map((_, i) => ({
        x: across(SIDE_PX + LABEL_PX / 2),
        y: from + side * (i + 0.5),
        text: words.people(i + 2),
      }));
      const columnLabels = lists.slice(0, -1).map((_, i) => ({
        x: across(SIDE_PX + LABEL_PX + side * (i + 0.5)),
        y: end + 12,
        text: words.people(i + 1),
      }));
      return {
        heightPx: end + 26,
        marks: [
          text(names, { ...place.start, y: "y", text: "text", fill: palette.ink }),
          rect(squares, { x1: "x1", x2: "x2", y1: "y1", y2: "y2", fill: "colour", fillOpacity: "opacity" }),
          // Text too small to read is left to the table.
          ...(size < 8
            ? []
            : [
                text(squares, {
                  x: "x",
                  y: "y",
                  text: "text",
                  fill: palette.ink,
                  fontSize: size,
                  fontVariant: "tabular-nums",
                }),
              ]),
          text([...rowLabels, ...columnLabels], { x: "x", y: "y", text: "text", fill: palette.soft }),
        ],
      };
    },
  });
}
