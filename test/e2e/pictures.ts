/** Which pictures of the workbench stand in docs/screens: every place in two languages at two widths. */
import { FOUND_PLACES, PLACES } from "./routes.ts";

export const PICTURE_LANGUAGES = ["en", "fa"] as const;
export type PictureLanguage = (typeof PICTURE_LANGUAGES)[number];

/** A desk and a telephone. */
export const PICTURE_SIZES = [
  { width: 1280, height: 800 },
  { width: 390, height: 844 },
] as const;

/** Those who read the repository fetch all of them. */
export const MOST_PICTURE_BYTES = 60_000;
export const MOST_BYTES_OF_ALL = 4_500_000;

export const PICTURED: readonly string[] = [...Object.keys(PLACES), ...Object.keys(FOUND_PLACES)];

export function pictureFile(place: string, language: PictureLanguage, width: number): string {
  return `${place}.${language}.${width}.webp`;
}
