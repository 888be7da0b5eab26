/** The sheet that every picture is drawn on: heading, keys, direction, text alternative. */
import { dot, type Markish, type PlotOptions, plot, text } from "@observablehq/plot";
import type { Language } from "../core/pure.ts";
import type { Drawing, Easel } from "./picture.ts";

const SVG = "http://www.w3.org/2000/svg";
const SIDE_PX = 14;
const LINE_PX = 18;
const HEADING_PX = 14;
/** Headings are bold, and bold letters are wider than those that are measured below. */
const BOLD = 1.08;

export const TEXT_PX = 12;

/** One thing in the key: how it is drawn and what it means. */
export interface KeyLine {
  readonly glyph: "wall" | "dashed" | "bar" | "bound" | "hull" | "diamond" | "dot";
  readonly colour: string;
  /** 1 by default. */
  readonly opacity?: number;
  readonly text: string;
}

/** What a picture adds to the sheet; all y are pixels from the top of the sheet. */
export interface SheetContent {
  readonly heightPx: number;
  readonly marks: readonly Markish[];
  /** The scale of x; by default x are pixels from the left. */
  readonly x?: NonNullable<PlotOptions["x"]>;
  readonly axisPx?: number;
}

export interface SheetInput {
  readonly easel: Easel;
  readonly language: Language;
  readonly title: string;
  readonly description: string;
  readonly keys: readonly KeyLine[];
  /** @param topPx - where the free part of the sheet begins. */
  readonly fill: (topPx: number) => SheetContent;
}

/** Draws a sheet: first what it is and what its signs mean, then the picture. */
export function drawSheet({ easel, language, title, description, keys, fill }: SheetInput): Drawing {
  const { palette, widthPx, document } = easel;
  const place = placeOf(language);
  const headings = easel.hasHeading ? wrapToWidth(title, (widthPx - 2 * SIDE_PX) / HEADING_PX) : [];
  const headingRows = headings.map((line, i) => ({ y: 20 + 19 * i, text: line }));
  const keysFrom = headings.length === 0 ? 12 : 24 + 19 * headings.length;
  const keyRows = keys.map((key, i) => ({
    ...key,
    y: keysFrom + LINE_PX * i,
    label: key.text,
  }));
  const topPx = keysFrom + LINE_PX * keys.length + 6;
  const { heightPx, marks, x, axisPx = 0 } = fill(topPx);
  const drawing = plot({
    document,
    width: widthPx,
    height: heightPx + axisPx,
    marginLeft: SIDE_PX,
    marginRight: SIDE_PX,
    marginTop: topPx,
    marginBottom: axisPx,
    x: x ?? { type: "identity", axis: null },
    y: { type: "identity", axis: null },
    color: { type: "identity" },
    opacity: { type: "identity" },
    marks: [
      text(headingRows, {
        ...place.start,
        y: "y",
        text: "text",
        fontSize: HEADING_PX,
        fontWeight: 600,
        fill: palette.ink,
      }),
      text(keyRows, { ...place.start, dx: 26 * place.along, y: "y", text: "label", fill: palette.soft }),
      ...keyRows.map((row) =>
        dot([row], {
          frameAnchor: place.start.frameAnchor,
          dx: 11 * place.along,
          y: "y",
          symbol: GLYPHS[row.glyph],
          r: 6,
          fill: row.glyph === "diamond" ? palette.sheet : row.colour,
          fillOpacity: row.opacity ?? 1,
          ...(row.glyph === "diamond" ? { stroke: row.colour, strokeWidth: 2, r: 4.5 } : {}),
        }),
      ),
      ...marks,
    ],
  });
  // The marks' own labels are words of the library, in English; the picture as a whole is what is named.
  for (const part of drawing.querySelectorAll("[aria-label]")) part.removeAttribute("aria-label");
  const label = document.createElementNS(SVG, "title");
  label.textContent = title;
  const words = document.createElementNS(SVG, "desc");
  words.textContent = description;
  const ground = document.createElementNS(SVG, "rect");
  for (const [name, value] of Object.entries({ width: "100%", height: "100%", fill: palette.sheet })) {
    ground.setAttribute(name, value);
  }
  drawing.prepend(label, words, ground);
  const attributes = {
    xmlns: SVG,
    role: "img",
    lang: language,
    // Whatever the direction of the page around it.
    direction: place.isRightToLeft ? "rtl" : "ltr",
    "aria-label": title,
    "font-family": "Vazirmatn, system-ui, sans-serif",
    "font-size": String(TEXT_PX),
    color: palette.ink,
  };
  for (const [name, value] of Object.entries(attributes)) drawing.setAttribute(name, value);
  return drawing;
}

interface Placement {
  readonly frameAnchor: "left" | "right";
  readonly textAnchor: "start" | "end";
}

/** Where lines begin and end. */
export interface Place {
  readonly isRightToLeft: boolean;
  /** 1 when reading goes to the right, −1 when it goes to the left. */
  readonly along: 1 | -1;
  readonly start: Placement;
  readonly end: Placement;
}

/**
 * The sheet runs in the direction of its language, so that "start" is where its readers begin. Direction is an
 * attribute and never a control character in the text: engines draw those as if they were letters, and then a digit
 * stands at the wrong end of its number.
 */
export function placeOf(language: Language): Place {
  const isRightToLeft = language === "fa";
  return {
    isRightToLeft,
    along: isRightToLeft ? -1 : 1,
    start: { frameAnchor: isRightToLeft ? "right" : "left", textAnchor: "start" },
    end: { frameAnchor: isRightToLeft ? "left" : "right", textAnchor: "end" },
  };
}

/** The text, cut with an ellipsis to what a width holds. */
export function cutToWidth(words: string, widthPx: number): string {
  const letters = [...words];
  let used = 0;
  for (const [i, letter] of letters.entries()) {
    used += widthOf(letter) * TEXT_PX;
    if (used > widthPx) return `${letters.slice(0, Math.max(1, i - 1)).join("")}…`;
  }
  return words;
}

/** Width of a letter as a share of its height, in the widest of the usual fonts. */
function widthOf(letter: string): number {
  if (/[\p{M}\p{Cf}]/u.test(letter)) return 0;
  if (/\p{Nd}|\p{Lu}/u.test(letter)) return 0.66;
  if (/\p{Script=Arabic}/u.test(letter)) return 0.5;
  return letter === " " ? 0.32 : 0.58;
}

/**
 * Lines broken between words. A file is read without the font that it names, so widths are those of the widest usual one.
 *
 * @param most - width of a line as a multiple of the height of its letters.
 */
export function wrapToWidth(words: string, most: number): readonly string[] {
  const lines: string[] = [];
  for (const word of words.split(" ")) {
    const last = lines.at(-1);
    const longer = last === undefined ? word : `${last} ${word}`;
    const width = [...longer].reduce((sum, letter) => sum + widthOf(letter), 0) * BOLD;
    if (last !== undefined && width <= most) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** What of a path a glyph is drawn with. */
interface Pen {
  rect(x: number, y: number, width: number, height: number): void;
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  closePath(): void;
  arc(x: number, y: number, radius: number, from: number, to: number): void;
}

const glyph = (draw: (pen: Pen) => void) => ({ draw: (pen: Pen) => draw(pen) });

const GLYPHS = {
  wall: glyph((pen) => pen.rect(-1, -7, 2, 14)),
  dashed: glyph((pen) => {
    for (const y of [-7, -2, 3]) pen.rect(-1, y, 2, 3.5);
  }),
  bar: glyph((pen) => pen.rect(-10, -3, 20, 6)),
  bound: glyph((pen) => {
    for (const x of [-10, -3, 4]) pen.rect(x, -3, 5, 6);
  }),
  hull: glyph((pen) => pen.rect(-10, -1.25, 20, 2.5)),
  diamond: "diamond2",
  dot: glyph((pen) => pen.arc(0, 0, 4, 0, 2 * Math.PI)),
} as const;
