import { parseHTML } from "linkedom";
import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";
import type { Language } from "../core/pure.ts";
import {
  type CaptureTable,
  diagnoseTable,
  estimateWithPosteriors,
  sampleLatentClass,
} from "../estimate/index.ts";
import { binDensity, smoothDensity } from "./density.ts";
import {
  listNotDrawn,
  NARROW_WIDTH_PX,
  type Picture,
  PRINT_PALETTE,
  pictureCuts,
  pictureGroups,
  pictureModels,
  pictureOddsRatios,
  pictureReport,
} from "./index.ts";
import { messagesEn } from "./messages.en.ts";
import { messagesFa } from "./messages.fa.ts";
import { wrapToWidth } from "./sheet.ts";
import { evenTicksOf, isWide, ticksOf } from "./ticks.ts";

const { DOMParser } = parseHTML("");

/** Four lists with names that would break markup, hide text or be run by a spreadsheet. */
const TABLE: CaptureTable = {
  lists: ['A & <b> "c"', "شهرداری", "\u202eevil\u0001", "=cmd()"],
  cells: [
    [1, 113],
    [2, 84],
    [4, 93],
    [8, 30],
    [3, 17],
    [5, 22],
    [9, 10],
    [6, 21],
    [10, 4],
    [12, 12],
    [7, 18],
    [15, 3],
  ].map(([pattern = 0, count = 0]) => ({ pattern, count })),
};

const sample = sampleLatentClass(TABLE, { firstRounds: 200, mostRounds: 200, chainCount: 2 });
const diagnostics = diagnoseTable(TABLE);

function pictures(language: Language): readonly Picture[] {
  const { report, posteriors } = estimateWithPosteriors(TABLE, { language, latentSample: sample });
  return pictureReport({ language, report, posteriors, sample, diagnostics });
}

function svgOf(picture: Picture, widthPx = NARROW_WIDTH_PX): string {
  const document = new DOMParser().parseFromString(
    '<svg xmlns="http://www.w3.org/2000/svg"/>',
    "image/svg+xml",
  );
  return picture.draw({ document, widthPx, palette: PRINT_PALETTE, hasHeading: true }).outerHTML;
}

interface Parsed {
  readonly root: Readonly<Record<string, string>>;
  readonly children: readonly string[];
  readonly texts: readonly string[];
}

/** Read strictly as XML: an SVG file that a browser's HTML parser would forgive is no file. */
function parseStrictly(xml: string): Parsed {
  const parser = new SaxesParser();
  const path: string[] = [];
  const children: string[] = [];
  const texts: string[] = [];
  let root: Record<string, string> = {};
  parser.on("opentag", ({ name, attributes }) => {
    if (path.length === 0) root = { ...attributes };
    if (path.length === 1) children.push(name);
    path.push(name);
  });
  parser.on("closetag", () => path.pop());
  parser.on("text", (text) => {
    if (path.at(-1) === "text" || path.at(-1) === "tspan") texts.push(text);
  });
  parser.write(xml).close();
  return { root, children, texts };
}

describe("pictures of an estimate", () => {
  const names = pictures("en").map(({ name }) => name);

  it("are all there that the table bears, the answers first", () => {
    expect(names).toEqual([
      "models",
      "upset",
      "pairs-odds-ratio",
      "pairs-chapman",
      "posteriors",
      "chains-trace",
      "chains-density",
      "without-one-list",
      "two-lists-as-one",
      "list-predicted",
      "priors",
      "predictive",
    ]);
  });

  it.each(["en", "fa"] as const)(
    "are well-formed XML with a role, a title and a description (%s)",
    (language) => {
      for (const picture of pictures(language)) {
        const { root, children } = parseStrictly(svgOf(picture));
        expect(root).toMatchObject({
          role: "img",
          lang: language,
          direction: language === "fa" ? "rtl" : "ltr",
          xmlns: "http://www.w3.org/2000/svg",
        });
        expect(root.width).toBe(String(NARROW_WIDTH_PX));
        expect(root["aria-label"]).toBe(picture.title);
        expect(svgOf(picture).match(/aria-label=/gu)).toHaveLength(1);
        expect(children.slice(0, 2)).toEqual(["title", "desc"]);
        expect(picture.description.length).toBeGreaterThan(30);
      }
    },
  );

  it("carry the numbers of Persian in Persian digits, and nothing in Latin ones but what a table calls its lists", () => {
    for (const picture of pictures("fa")) {
      const { texts } = parseStrictly(svgOf(picture));
      expect(texts.length).toBeGreaterThan(0);
      const latin = texts.filter((text) => /[0-9]/u.test(text) && !text.includes("U+202E"));
      expect(latin, picture.name).toEqual([]);
    }
  });

  it("run from the right in Persian: the fewest people stand to the right of the most", () => {
    const dots = (language: Language) => {
      const [models] = pictures(language);
      if (models === undefined) throw new TypeError("no picture of models");
      const places = [...svgOf(models).matchAll(/<line [^>]*x2="([\d.]+)" x1="([\d.]+)"/gu)];
      return places.map(([, high, low]) => Math.sign(Number(high) - Number(low)));
    };
    expect(dots("en")).toContain(1);
    expect(dots("en")).not.toContain(-1);
    expect(dots("fa")).toContain(-1);
    expect(dots("fa")).not.toContain(1);
  });

  it("show hidden characters of list names instead of obeying them", () => {
    for (const picture of [...pictures("en"), ...pictures("fa")]) {
      const svg = svgOf(picture);
      expect(svg).not.toContain("\u202e");
      expect(svg).not.toContain("\u0001");
      // Engines draw the controls of direction as letters, and then a digit stands at the wrong end of its number.
      expect(svg).not.toMatch(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/u);
    }
  });

  it("give the same bytes for the same table", () => {
    expect(pictures("fa").map((picture) => svgOf(picture))).toEqual(
      pictures("fa").map((picture) => svgOf(picture)),
    );
  });

  it("stand in a table of the same numbers, one row for each mark", () => {
    const { report } = estimateWithPosteriors(TABLE, { latentSample: sample });
    const byName = new Map(pictures("en").map((picture) => [picture.name, picture.table]));
    expect(byName.get("models")?.rows.map((row) => row.slice(1, 4))).toEqual(
      report.methods.map(({ interval, point }) => [interval?.[0] ?? null, interval?.[1] ?? null, point]),
    );
    expect(byName.get("upset")?.rows.map((row) => row.at(-1))).toEqual(
      TABLE.cells.map(({ count }) => count).sort((a, b) => b - a),
    );
    expect(byName.get("pairs-chapman")?.rows.map((row) => row.at(-1))).toEqual(
      diagnostics.pairs.map(({ chapman }) => chapman),
    );
    for (const { columns, rows } of byName.values()) {
      for (const row of rows) expect(row).toHaveLength(columns.length);
    }
  });

  it("of cuts tells each cut's persons, and beside them the number without any cut with its interval", () => {
    const cuts = [0.5, 0.9, 0.99].map((probability, at) => {
      return { probability, isOwn: probability === 0.9, persons: 580 + 20 * at };
    });
    const picture = pictureCuts({ language: "fa", cuts, likely: { value: 588, low: 567, high: 613 } });
    if (picture === null) throw new Error("three cuts are drawn");
    expect(picture.table.rows.map(([, persons]) => persons)).toEqual([580, 600, 620]);
    const { texts } = parseStrictly(svgOf(picture));
    for (const text of ["۵۶۷ تا ۶۱۳ (۵۸۸)", "۵۸۰", "۶۲۰"]) expect(texts).toContain(text);
    expect(texts.join(" ")).not.toMatch(/[0-9]/u);
    expect(pictureCuts({ language: "en", cuts: cuts.slice(1, 2), likely: null })).toBeNull();
  });

  it("leaves the words of each model free of the line of what was counted", () => {
    const models = ["Chao", "Log-linear"].map((title) => {
      return { title, point: 2000, interval: [1500, 3000] as const, isBound: false };
    });
    const picture = pictureModels({ language: "en", counted: 900, truth: null, models });
    if (picture === null) throw new Error("two models are drawn");
    const root = new DOMParser().parseFromString(svgOf(picture), "image/svg+xml");
    const walls = [...root.querySelectorAll("g.wall line")].map((line) =>
      ["y1", "y2"].map((name) => Number(line.getAttribute(name))),
    );
    expect(walls).toHaveLength(2);
    const names = [...root.querySelectorAll("text")].filter(({ textContent }) => textContent === "Chao");
    const lines = names.map((name) => {
      const [, y = Number.NaN] = /,([\d.]+)\)/u.exec(name.getAttribute("transform") ?? "") ?? [];
      return Number(y);
    });
    expect(lines).toHaveLength(1);
    for (const line of lines)
      for (const [top = 0, bottom = 0] of walls)
        expect(line + 6 < Math.min(top, bottom) || line - 6 > Math.max(top, bottom)).toBe(true);
  });

  it("never show one number alone: without a method that gives a number there is no picture of models", () => {
    expect(pictureModels({ language: "en", counted: 3, truth: null, models: [] })).toBeNull();
  });

  it("keep every text inside of the sheet, also with sixteen lists of long names", () => {
    const lists = Array.from(
      { length: 16 },
      (_, i) => `A rather long name of a list that nobody can shorten, ${i}`,
    );
    const table = {
      lists,
      cells: lists.map((_, i) => ({ pattern: (1 << i) | (1 << ((i + 1) % 16)), count: 9 + i })),
    };
    const { report, posteriors } = estimateWithPosteriors(table, { methods: ["chao"] });
    const drawn = pictureReport({ language: "en", report, posteriors, sample: null, diagnostics: null });
    expect(drawn.map(({ name }) => name)).toEqual(["models", "upset"]);
    for (const picture of drawn) {
      const { texts } = parseStrictly(svgOf(picture));
      expect(Math.max(...texts.map((text) => text.length))).toBeLessThan(64);
    }
  });
});

describe("the interval of several models together", () => {
  it("is the hull in both pictures, with the same ends, and nowhere called one of 95 %", () => {
    // Chains of their own, as many rounds as they take to agree: before that there is no ensemble.
    const { report, posteriors } = estimateWithPosteriors(TABLE, {
      methods: ["dga", "logitNormal", "ensemble"],
    });
    const interval = report.methods.find(({ name }) => name === "ensemble")?.interval;
    if (interval == null) throw new TypeError("the ensemble gave no interval");
    for (const language of ["en", "fa"] as const) {
      const drawn = pictureReport({ language, report, posteriors, sample: null, diagnostics: null });
      const ends = interval.map((end, i) => (i === 0 ? Math.floor(end) : Math.ceil(end)));
      const written = ends.map((end) => new Intl.NumberFormat(language).format(end));
      const key = { en: messagesEn, fa: messagesFa }[language]["key.hull"];
      for (const name of ["models", "posteriors"]) {
        const picture = drawn.find((each) => each.name === name);
        if (picture === undefined) throw new TypeError(`no picture ${name}`);
        const { texts } = parseStrictly(svgOf(picture));
        expect(texts, name).toContain(key);
        const row = texts.filter((text) => written.every((end) => text.includes(end)));
        expect(row, `${name} ${language}: ${written.join(" ")}`).toHaveLength(1);
      }
    }
  });
});

describe("the picture of odds ratios", () => {
  const pair = (second: string, oddsRatio: number | "infinite", score: number) => ({
    lists: ["A", second] as const,
    both: 3,
    oddsRatio,
    score,
    chapman: 50,
  });
  const pairs = [pair("B", 0, -0.8), pair("C", "infinite", 1.2), pair("D", 0.2, -2.6), pair("E", 6, 3.1)];

  it("is coloured only where the evidence is clear, and knows how infinity is written", () => {
    for (const language of ["en", "fa"] as const) {
      const picture = pictureOddsRatios({ language, lists: ["A", "B", "C", "D", "E"], pairs });
      if (picture === null) throw new TypeError("no picture of odds ratios");
      const svg = svgOf(picture);
      expect(svg).not.toContain("Infinity");
      expect(parseStrictly(svg).texts).toContain("∞");
      const cells = [...svg.matchAll(/<rect fill-opacity="[\d.]+" fill="(#\w+)"/gu)].map(([, fill]) => fill);
      const { soft, alert, documented } = PRINT_PALETTE;
      expect(cells).toEqual([soft, soft, alert, documented]);
    }
  });
});

describe("pictures that a table cannot bear", () => {
  it("are named with a reason: three lists with nobody on a third", () => {
    const table = {
      lists: ["A", "B", "C"],
      cells: [
        { pattern: 1, count: 37 },
        { pattern: 2, count: 28 },
        { pattern: 4, count: 19 },
        { pattern: 3, count: 9 },
      ],
    };
    const { report, posteriors } = estimateWithPosteriors(table);
    const own = diagnoseTable(table);
    const input = { language: "en", report, posteriors, sample: null, diagnostics: own } as const;
    const missing = listNotDrawn(input, pictureReport(input));
    expect(missing.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["pairs-odds-ratio", "chains-trace", "chains-density"]),
    );
    expect(missing.find(({ name }) => name === "pairs-odds-ratio")?.reason).toContain(
      "no ratio can be formed",
    );
  });
});

describe("a heading", () => {
  it("is broken before the edge also in the widest of the usual fonts", () => {
    // Bold DejaVu Sans draws this line 379 pixels wide, on a sheet of 362.
    expect(wrapToWidth(messagesEn["models.title"], 362 / 14)).toHaveLength(2);
  });
});

describe("the picture of groups", () => {
  it("names a group without a number and still counts its people", () => {
    const parts = [
      { name: "north", counted: 100, point: 150, interval: [120, 200] as const },
      { name: "south", counted: 7, point: null, interval: null },
    ];
    const picture = pictureGroups({ language: "en", parts, total: { point: 160, interval: [127, 207] } });
    expect(picture.table.rows).toEqual([
      ["north", 100, 120, 200, 150],
      ["south", 7, null, null, null],
      ["All together", 107, 127, 207, 160],
    ]);
    expect(svgOf(picture)).toContain("no number");
  });
});

describe("densities", () => {
  it("of a posterior hold all of its probability", () => {
    const { posteriors } = estimateWithPosteriors(TABLE);
    const posterior = posteriors.get("dga");
    if (posterior === undefined) throw new TypeError("dga gave no posterior");
    const points = binDensity(posterior, { from: 0, to: 40_000, bins: 400 });
    expect(points.reduce((sum, { density }) => sum + density * 100, 0)).toBeCloseTo(1, 3);
  });

  it("of draws hold all of their probability and peak where the draws are", () => {
    const draws = Float64Array.from({ length: 2000 }, (_, i) => 5 + Math.sin(i * 1.7) * 0.2);
    const [curve = []] = smoothDensity([draws], 400);
    const step = (curve[1]?.at ?? 0) - (curve[0]?.at ?? 0);
    expect(curve.reduce((sum, { density }) => sum + density * step, 0)).toBeCloseTo(1, 1);
  });
});

describe("ticks", () => {
  it("are a few round numbers inside of the axis", () => {
    expect(ticksOf([4380, 17_000])).toEqual([5000, 10_000, 15_000]);
    expect(ticksOf([0.55, 1.25])).toEqual([0.6, 0.8, 1, 1.2]);
    expect(isWide([10, 100_000])).toBe(true);
    // A straight axis between far ends: even steps, or their labels would lie on each other.
    expect(evenTicksOf([96, 8700])).toEqual([2500, 5000, 7500]);
    expect(ticksOf([10, 100_000])).toEqual([10, 100, 1000, 10_000, 100_000]);
  });
});

describe("the words of pictures", () => {
  it("are the same in both languages", () => {
    expect(Object.keys(messagesFa).sort()).toEqual(Object.keys(messagesEn).sort());
    const holes = (text: string) => (text.match(/\{\w+\}/gu) ?? []).sort();
    for (const [key, text] of Object.entries(messagesEn)) {
      expect(holes(Object.entries(messagesFa).find(([name]) => name === key)?.[1] ?? ""), key).toEqual(
        holes(text),
      );
    }
  });
});
