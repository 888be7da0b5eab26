/** A box in a picture while somebody draws or writes it. */

import type { PictureBox } from "./passage.ts";
import { toAsciiDigits } from "./understood.ts";

export const SIDES = ["left", "top", "width", "height"] as const;
export type Side = (typeof SIDES)[number];

/** As it is typed, in the digits of either script. */
export type TypedBox = Readonly<Record<Side, string>>;

export const NO_BOX: TypedBox = { left: "", top: "", width: "", height: "" };

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A canvas of more pixels takes memory that nobody sees on a screen. */
export const MAX_DRAWN_PIXELS = 16_000_000;
/** Pixels a point: small print of a scan can be read, and grows with the page. */
const DENSITY = 2.5;

/** How finely a page of so many points is drawn: pixels a point. */
export function densityOf({ width, height }: Size): number {
  return Math.min(DENSITY, Math.sqrt(MAX_DRAWN_PIXELS / Math.max(1, width * height)));
}

/** Whole pixels or points inside of the picture or page; null for anything else. */
export function readBox(typed: TypedBox, size: Size): PictureBox | null {
  const [x, y, width, height] = SIDES.map((side) => {
    const digits = toAsciiDigits(typed[side]).trim();
    return /^\d{1,6}$/u.test(digits) ? Number(digits) : Number.NaN;
  });
  if (x === undefined || y === undefined || width === undefined || height === undefined) return null;
  const isInside = width > 0 && height > 0 && x + width <= size.width && y + height <= size.height;
  return isInside ? { x, y, width, height } : null;
}

/** @param digits - writes numbers as the reader does. */
export function typeBox(
  { x, y, width, height }: PictureBox,
  digits: (text: string) => string = (text) => text,
): TypedBox {
  const of = (value: number) => digits(String(value));
  return { left: of(x), top: of(y), width: of(width), height: of(height) };
}

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Between two points that were drawn, in whole pixels and cut off at the edges; null where it has no area. */
export function boxBetween(from: Point, to: Point, size: Size): PictureBox | null {
  const within = (value: number, end: number) => Math.min(Math.max(value, 0), end);
  const [left, right] = [Math.min(from.x, to.x), Math.max(from.x, to.x)];
  const [top, bottom] = [Math.min(from.y, to.y), Math.max(from.y, to.y)];
  const x = Math.floor(within(left, size.width));
  const y = Math.floor(within(top, size.height));
  const width = Math.ceil(within(right, size.width)) - x;
  const height = Math.ceil(within(bottom, size.height)) - y;
  return width > 0 && height > 0 ? { x, y, width, height } : null;
}
