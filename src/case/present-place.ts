/** Where in its source a statement stands, in the words of a language. */
import {
  compareText,
  formatNumber,
  type Language,
  localizeDigits,
  pickLocal,
  type Translate,
  toCellName,
} from "../core/index.ts";
import { formatMoment, type Passage, quoteOf } from "../statements/index.ts";
import type { CaseMessageKey } from "./messages.en.ts";
import type { PlaceInSourceView, StatementView } from "./views.ts";

interface Words {
  readonly language: Language;
  readonly translate: Translate<CaseMessageKey>;
}

export function presentPlace(
  passage: Passage,
  words: Words,
): Pick<StatementView, "at" | "atText" | "quote" | "seen"> {
  const seen = "seen" in passage && passage.seen !== undefined ? passage.seen : null;
  return {
    at: toPlace(passage),
    atText: placeText(toPlace(passage), words),
    quote: quoteOf(passage),
    seen: seen === null ? null : pickLocal(seen, words.language),
  };
}

/** Text first, then in the order of the source. */
export function comparePlaces(left: PlaceInSourceView, right: PlaceInSourceView): number {
  if (left.kind === "cell" && right.kind === "cell" && left.sheet !== right.sheet)
    return compareText(left.sheet ?? "", right.sheet ?? "");
  const [a, b] = [orderOf(left), orderOf(right)];
  const differing = a.findIndex((part, index) => part !== b[index]);
  return differing < 0 ? 0 : (a[differing] ?? 0) - (b[differing] ?? 0);
}

function orderOf(place: PlaceInSourceView): readonly number[] {
  switch (place.kind) {
    case "text":
      return [0, place.start, place.end];
    case "page":
      return [1, place.page, place.box?.y ?? -1, place.box?.x ?? -1];
    case "time":
      return [2, place.from, place.to];
    case "cell":
      return [3, place.row, place.column];
    case "region":
      return [4, place.box.y, place.box.x];
  }
}

function toPlace(passage: Passage): PlaceInSourceView {
  if (!("kind" in passage)) return { kind: "text", start: passage.start, end: passage.end };
  switch (passage.kind) {
    case "page":
      return { kind: "page", page: passage.page, box: passage.box ?? null, read: passage.read };
    case "time":
      return { kind: "time", from: passage.from, to: passage.to };
    case "cell":
      return { kind: "cell", sheet: passage.sheet ?? null, row: passage.row, column: passage.column };
    case "region":
      return { kind: "region", box: passage.box };
  }
}

function placeText(place: PlaceInSourceView, { language, translate }: Words): string {
  const number = (value: number) => formatNumber(value, language);
  const moment = (seconds: number) => {
    const digits = localizeDigits(formatMoment(seconds), language);
    return language === "fa" ? digits.replace(".", "٫") : digits;
  };
  switch (place.kind) {
    case "text":
      return "";
    case "page":
      return translate(`place-in-source.page-${place.read}`, { page: number(place.page) });
    case "time":
      return translate("place-in-source.time", { from: moment(place.from), to: moment(place.to) });
    case "cell":
      if (place.sheet !== null) {
        // Named as programs show it, in Latin letters and digits.
        const cell = toCellName(place.row, place.column);
        return translate("place-in-source.cell-of-sheet", { cell, sheet: place.sheet });
      }
      return translate("place-in-source.cell", { row: number(place.row), column: number(place.column) });
    case "region": {
      const { x, y, width, height } = place.box;
      return translate("place-in-source.region", {
        x: number(x),
        y: number(y),
        width: number(width),
        height: number(height),
      });
    }
  }
}
