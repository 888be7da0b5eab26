/** The chains of the latent-class sampler: trace and density of each. */
import { gridX, lineY, type Markish, ruleY, text } from "@observablehq/plot";
import type { Language } from "../core/pure.ts";
import { type LatentSample, MOST_R_HAT } from "../estimate/index.ts";
import { smoothDensity } from "./density.ts";
import { drawAxis } from "./interval-rows.ts";
import type { Picture } from "./picture.ts";
import { drawSheet, type KeyLine, placeOf } from "./sheet.ts";
import { ticksOf } from "./ticks.ts";
import { type Words, wordsOf } from "./words.ts";

const BAND_PX = 74;
const AXIS_PX = 40;
/** Draws of a chain that are drawn: more than pixels would not be seen. */
const MOST_DRAWS = 360;

export interface ChainsInput {
  readonly language: Language;
  readonly sample: LatentSample;
  /** People counted. */
  readonly counted: number;
}

/** Trace and density of the chains: whether they agree is to be seen before any number is read. */
export function pictureChains(input: ChainsInput): readonly Picture[] {
  const words = wordsOf(input.language);
  const chains = input.sample.chains.map(({ missed }) =>
    missed.map((chance) => Math.log10(input.counted / Math.max(1 - chance, 1e-12))),
  );
  const said = {
    chains: chains.length,
    rHat: words.ratio(input.sample.convergence.rHat, 4),
    most: words.ratio(MOST_R_HAT, 3),
  };
  return [pictureTrace(words, chains, said), pictureChainDensity(words, chains, said)];
}

type ChainWords = { readonly chains: number; readonly rHat: string; readonly most: string };

function pictureTrace(words: Words, chains: readonly Float64Array[], said: ChainWords): Picture {
  const title = words.write("trace.title");
  const { language } = words;
  const kept = chains.map((chain) => {
    const step = Math.max(1, Math.ceil(chain.length / MOST_DRAWS));
    return [...chain.keys()]
      .filter((draw) => draw % step === 0)
      .map((draw) => ({ draw: draw + 1, total: chain[draw] ?? 0 }));
  });
  const all = kept.flat().map(({ total }) => total);
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const ends = { low: Math.floor(10 ** low), high: Math.ceil(10 ** high) };
  const description = words.write("trace.description", { ...said, ...ends });
  return {
    name: "chains-trace",
    title,
    description,
    table: {
      columns: [words.write("column.chain"), words.write("column.draw"), words.write("column.total")],
      rows: kept.flatMap((draws, chain) => draws.map(({ draw, total }) => [chain + 1, draw, 10 ** total])),
    },
    draw: (easel) => {
      const { palette } = easel;
      const place = placeOf(language);
      const longest = Math.max(...kept.map((draws) => draws.at(-1)?.draw ?? 1));
      const ticks = ticksOf([0, longest]).slice(1);
      return drawSheet({
        easel,
        language,
        title,
        description,
        // One axis for all chains: written once, or it would read as the range of each.
        keys: [
          {
            glyph: "bar",
            colour: palette.estimated,
            text: words.write("key.trace-axis", { range: words.range([ends.low, ends.high]) }),
          },
        ],
        fill: (topPx) => {
          const marks = kept.flatMap((draws, chain): Markish[] => {
            const top = topPx + (BAND_PX + 26) * chain + 24;
            const yOf = (total: number) => top + BAND_PX * (1 - (total - low) / (high - low || 1));
            return [
              lineY(
                draws.map(({ draw, total }) => ({ draw, y: yOf(total) })),
                { x: "draw", y: "y", stroke: palette.estimated, strokeWidth: 0.8 },
              ),
              text([{ y: top - 10, text: words.write("key.chain", { chain: chain + 1 }) }], {
                ...place.start,
                y: "y",
                text: "text",
                fill: palette.ink,
              }),
            ];
          });
          const endPx = topPx + (BAND_PX + 26) * kept.length + 6;
          return {
            heightPx: endPx,
            axisPx: AXIS_PX,
            x: { type: "linear", domain: [1, longest], reverse: place.isRightToLeft, axis: null },
            marks: [
              ruleY(
                kept.flatMap((_, chain) => {
                  const top = topPx + (BAND_PX + 26) * chain + 24;
                  return [top, top + BAND_PX];
                }),
                { stroke: palette.line },
              ),
              ...marks,
              ...drawAxis({ easel, words, ticks, axis: words.write("column.draw") }, endPx),
            ],
          };
        },
      });
    },
  };
}

/** Four that are told apart by hue and by dash. */
const DASHES = ["1 0", "6 3", "2 2", "9 3 2 3"];

function pictureChainDensity(words: Words, chains: readonly Float64Array[], said: ChainWords): Picture {
  const title = words.write("chains.title");
  const description = words.write("chains.description", said);
  const { language } = words;
  // Smoothed where draws are about normal, on the logarithm; told per person.
  const curves = smoothDensity(chains, 100).map((curve) =>
    curve.map(({ at, density }) => ({ total: 10 ** at, density: density / (10 ** at * Math.LN10) })),
  );
  return {
    name: "chains-density",
    title,
    description,
    table: {
      columns: [words.write("column.chain"), words.write("column.total"), words.write("column.density")],
      rows: curves.flatMap((curve, chain) => curve.map(({ total, density }) => [chain + 1, total, density])),
    },
    draw: (easel) => {
      const { palette } = easel;
      const hues = [palette.estimated, palette.documented, palette.alert, palette.soft];
      const keys = curves.map(
        (_, chain): KeyLine => ({
          glyph: "bar",
          colour: hues[chain % hues.length] ?? palette.ink,
          text: words.write("key.chain", { chain: chain + 1 }),
        }),
      );
      return drawSheet({
        easel,
        language,
        title,
        description,
        keys,
        fill: (topPx) => {
          const endPx = topPx + 190;
          const points = curves.flat();
          const peak = Math.max(...points.map(({ density }) => density));
          const totals = points.map(({ total }) => total);
          const domain = [Math.min(...totals), Math.max(...totals)] as const;
          const ticks = ticksOf(domain);
          return {
            heightPx: endPx,
            axisPx: AXIS_PX,
            x: {
              type: "log",
              domain: [...domain],
              reverse: placeOf(language).isRightToLeft,
              axis: null,
            },
            marks: [
              gridX(ticks, { stroke: palette.line, strokeOpacity: 1, y1: topPx, y2: endPx }),
              ...curves.map((curve, chain) =>
                lineY(
                  curve.map(({ total, density }) => ({ at: total, y: endPx - (density / peak) * 170 })),
                  {
                    x: "at",
                    y: "y",
                    stroke: hues[chain % hues.length] ?? palette.ink,
                    strokeWidth: 1.8,
                    strokeDasharray: DASHES[chain % DASHES.length] ?? "1 0",
                  },
                ),
              ),
              ...drawAxis({ easel, words, ticks, axis: words.write("axis.people") }, endPx),
            ],
          };
        },
      });
    },
  };
}
