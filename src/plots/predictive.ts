/** What the best log-linear model expects of the counts, beside what was counted. */
import { dot, ruleY, text } from "@observablehq/plot";
import type { Language } from "../core/pure.ts";
import type { PredictiveCheck } from "../estimate/index.ts";
import type { Picture } from "./picture.ts";
import { cutToWidth, drawSheet, placeOf } from "./sheet.ts";
import { type Words, wordsOf } from "./words.ts";

export interface PredictiveInput {
  readonly language: Language;
  /** Lists by number, as the rows name them. */
  readonly lists: readonly string[];
  readonly checks: readonly PredictiveCheck[];
}

const MOST_ROWS = 40;
const ROW_PX = 36;
const SIDE_PX = 14;
const NAME_PX = 20;

/**
 * Each number on an axis of its own, from none to the largest of counted and expected: numbers of a thousand and of
 * three are judged alike. Null without a model that predicts.
 */
export function picturePredictive({ language, lists, checks }: PredictiveInput): Picture | null {
  if (checks.length === 0) return null;
  const words = wordsOf(language);
  const title = words.write("predictive.title");
  const description = words.write("predictive.description", {
    checks: checks.length,
    outside: checks.filter(isOutside).length,
  });
  return {
    name: "predictive",
    title,
    description,
    table: {
      columns: (["what", "counted", "expected", "low", "high", "tail"] as const).map((key) =>
        words.write(`column.${key}`),
      ),
      rows: checks.map((check) => [
        nameOf(words, check),
        check.counted,
        check.expected,
        check.range[0],
        check.range[1],
        check.tail,
      ]),
    },
    draw: (easel) => {
      const { palette, widthPx } = easel;
      const place = placeOf(language);
      const worst = [...checks].sort((a, b) => a.tail - b.tail).slice(0, MOST_ROWS);
      const shown = checks.filter((check) => worst.includes(check));
      return drawSheet({
        easel,
        language,
        title,
        description,
        keys: [
          { glyph: "bar", colour: palette.estimated, opacity: 0.45, text: words.write("key.expected") },
          { glyph: "dot", colour: palette.documented, text: words.write("key.seen") },
        ],
        fill: (topPx) => {
          const from = topPx + NAME_PX * lists.length + 6;
          const names = lists.map((list, i) => ({
            y: topPx + 8 + NAME_PX * i,
            text: cutToWidth(`${words.people(i + 1)}   ${list}`, widthPx - 2 * SIDE_PX),
          }));
          const rows = shown.map((check, i) => {
            const most = Math.max(check.counted, check.range[1], 1);
            const at = (value: number) => {
              const px = SIDE_PX + (value / most) * (widthPx - 2 * SIDE_PX);
              return place.isRightToLeft ? widthPx - px : px;
            };
            const numbers = `${words.people(check.counted)}  (${words.range(check.range)})`;
            return {
              nameY: from + ROW_PX * i + 12,
              barY: from + ROW_PX * i + 25,
              from: at(0),
              to: at(most),
              low: at(check.range[0]),
              high: at(check.range[1]),
              counted: at(check.counted),
              colour: isOutside(check) ? palette.alert : palette.documented,
              name: cutToWidth(numberedNameOf(words, lists, check), widthPx - 40 - numbers.length * 6.5),
              numbers: numbers,
            };
          });
          const hidden = checks.length - shown.length;
          const end = from + ROW_PX * rows.length + 4;
          return {
            heightPx: end + (hidden > 0 ? 22 : 4),
            marks: [
              text(names, { ...place.start, y: "y", text: "text", fill: palette.ink }),
              ruleY(rows, { x1: "from", x2: "to", y: "barY", stroke: palette.line }),
              ruleY(rows, {
                x1: "low",
                x2: "high",
                y: "barY",
                stroke: palette.estimated,
                strokeOpacity: 0.45,
                strokeWidth: 7,
              }),
              dot(rows, { x: "counted", y: "barY", r: 4, fill: "colour" }),
              text(rows, { ...place.start, y: "nameY", text: "name", fill: palette.ink }),
              text(rows, {
                ...place.end,
                y: "nameY",
                text: "numbers",
                fill: palette.ink,
                fontVariant: "tabular-nums",
              }),
              text(hidden > 0 ? [{ y: end + 6, text: words.write("row.more", { count: hidden }) }] : [], {
                ...place.start,
                y: "y",
                text: "text",
                fill: palette.soft,
              }),
            ],
          };
        },
      });
    },
  };
}

function isOutside({ counted, range }: PredictiveCheck): boolean {
  return counted < range[0] || counted > range[1];
}

function nameOf(words: Words, { of }: PredictiveCheck): string {
  if (of.kind === "seen-on") return words.write("row.on-lists", { lists: of.lists });
  const [first, second] = of.lists;
  return words.write("row.both", { first: first, second: second });
}

/** Pairs by the numbers of their lists: two long names would not fit, and cut they are alike. */
function numberedNameOf(words: Words, lists: readonly string[], check: PredictiveCheck): string {
  if (check.of.kind === "seen-on") return nameOf(words, check);
  const [first, second] = check.of.lists.map((list) => words.people(lists.indexOf(list) + 1));
  return words.write("row.both", { first: first ?? "", second: second ?? "" });
}
