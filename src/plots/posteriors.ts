/** Posteriors of N by model. */
import { areaY, gridX, lineY, type Markish, text } from "@observablehq/plot";
import type { Language } from "../core/pure.ts";
import { totalQuantile, type UnseenPosterior } from "../estimate/index.ts";
import { binDensity } from "./density.ts";
import { drawAxis, HULL_PX } from "./interval-rows.ts";
import type { Picture } from "./picture.ts";
import { drawSheet, placeOf } from "./sheet.ts";
import { evenTicksOf } from "./ticks.ts";
import { wordsOf } from "./words.ts";

export interface PosteriorsInput {
  readonly language: Language;
  readonly posteriors: readonly {
    readonly title: string;
    readonly posterior: UnseenPosterior;
    /** The interval that is reported, where it is the hull of several models' and not the posterior's own. */
    readonly hull: readonly [number, number] | null;
  }[];
}

const BAND_PX = 74;
const AXIS_PX = 40;

/** Posterior densities under each other, on one axis; null without any. */
export function picturePosteriors({ language, posteriors }: PosteriorsInput): Picture | null {
  if (posteriors.length === 0) return null;
  const words = wordsOf(language);
  const medians = posteriors.map(({ posterior }) => totalQuantile(posterior, 0.5));
  const from = Math.min(...posteriors.map(({ posterior }) => totalQuantile(posterior, 0.002)));
  const to = Math.max(...posteriors.map(({ posterior }) => totalQuantile(posterior, 0.985)));
  const densities = posteriors.map(({ title, posterior, hull }) => ({
    title,
    posterior,
    hull,
    points: binDensity(posterior, { from, to, bins: 120 }),
  }));
  const title = words.write("posteriors.title");
  const description = words.write("posteriors.description", {
    models: posteriors.length,
    low: Math.round(Math.min(...medians)),
    high: Math.round(Math.max(...medians)),
  });
  return {
    name: "posteriors",
    title,
    description,
    table: {
      columns: [words.write("column.method"), words.write("column.total"), words.write("column.density")],
      rows: densities.flatMap((each) => each.points.map(({ at, density }) => [each.title, at, density])),
    },
    draw: (easel) => {
      const { palette } = easel;
      const place = placeOf(language);
      const ticks = evenTicksOf([from, to]);
      return drawSheet({
        easel,
        language,
        title,
        description,
        keys: [
          { glyph: "bar", colour: palette.estimated, opacity: 0.45, text: words.write("key.density") },
          { glyph: "bar", colour: palette.estimated, text: words.write("key.interval") },
          ...(densities.some(({ hull }) => hull !== null)
            ? [{ glyph: "hull" as const, colour: palette.estimated, text: words.write("key.hull") }]
            : []),
        ],
        fill: (topPx) => {
          const endPx = topPx + BAND_PX * densities.length + 8;
          const marks = densities.flatMap(({ title: name, posterior, points, hull }, i): Markish[] => {
            const basePx = topPx + BAND_PX * (i + 1);
            const peak = Math.max(...points.map(({ density }) => density));
            const interval =
              hull ?? ([totalQuantile(posterior, 0.025), totalQuantile(posterior, 0.975)] as const);
            const shape = points.map(({ at, density }) => ({
              at,
              y: basePx - (density / peak) * (BAND_PX - 26),
            }));
            const halo = { stroke: palette.sheet, strokeWidth: 4 };
            return [
              areaY(shape, { x: "at", y1: basePx, y2: "y", fill: palette.estimated, fillOpacity: 0.4 }),
              lineY(shape, { x: "at", y: "y", stroke: palette.estimated, strokeWidth: 1.5 }),
              lineY(
                [Math.max(interval[0], from), Math.min(interval[1], to)].map((at) => ({ at, y: basePx + 1 })),
                { x: "at", y: "y", stroke: palette.estimated, strokeWidth: hull === null ? 4 : HULL_PX },
              ),
              text([{ y: basePx - BAND_PX + 14, text: name }], {
                ...place.start,
                ...halo,
                y: "y",
                text: "text",
                fill: palette.ink,
              }),
              text([{ y: basePx - BAND_PX + 14, text: words.range(interval) }], {
                ...place.end,
                ...halo,
                y: "y",
                text: "text",
                fill: palette.ink,
                fontWeight: 600,
                fontVariant: "tabular-nums",
              }),
            ];
          });
          return {
            heightPx: endPx,
            axisPx: AXIS_PX,
            x: { type: "linear", domain: [from, to], reverse: place.isRightToLeft, axis: null },
            marks: [
              gridX(ticks, { stroke: palette.line, strokeOpacity: 1, y1: topPx, y2: endPx }),
              ...marks,
              ...drawAxis({ easel, words, ticks, axis: words.write("axis.people") }, endPx),
            ],
          };
        },
      });
    },
  };
}
