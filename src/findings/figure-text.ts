/** Figures in the words of a language, as faces print them. */
import {
  createTranslate,
  formatNumber,
  formatSpan,
  type Language,
  type LocalText,
  localizeDigits,
  parseEdtf,
  pickLocal,
  type Translate,
} from "../core/index.ts";
import type { Subject, SubjectId } from "../statements/index.ts";
import type { Answers, Figure, FigureLabel, FigureValue } from "./figure.ts";
import type { FigureView } from "./figure-view.ts";
import { type FindingMessageKey, messagesEn } from "./messages.en.ts";
import { messagesFa } from "./messages.fa.ts";
import { boundsOf } from "./reported.ts";

export interface FigureWriter {
  /** The figure as `inquest answer --json` prints it. */
  view(figure: Figure): FigureView;
  /** The value and its bounds in words: "at least 30,000 persons". */
  valueText(figure: Figure): string;
  nameOf(id: SubjectId): string;
  /** A message of the findings, written out. */
  message(label: FigureLabel): string;
}

/** Writes figures in a language. */
export function createFigureWriter(
  language: Language,
  subjectOf: (id: SubjectId) => Subject | undefined,
): FigureWriter {
  const translate: Translate<FindingMessageKey> = createTranslate<Record<FindingMessageKey, string>>(
    { en: messagesEn, fa: messagesFa },
    language,
  );
  const nameOf = (id: SubjectId) => pickLocal(subjectOf(id)?.names ?? { en: id }, language);
  const writeLabel = (label: FigureLabel): string => {
    const params = Object.entries(label.params ?? {}).map(([name, value]) => [
      name,
      paramText(name, value, language),
    ]);
    return translate(label.key, Object.fromEntries(params));
  };
  const writeValue = (value: FigureValue | null): number | string | null => {
    if (value === null || typeof value === "number") return value;
    return isLabel(value) ? writeLabel(value) : pickLocal(value, language);
  };
  const placeText = (place: Figure["place"]): string | null => {
    if (place === null) return null;
    return "subject" in place ? nameOf(place.subject) : place.verbatim;
  };
  return {
    nameOf,
    message: writeLabel,
    view: (figure) => ({
      id: figure.id,
      label: writeLabel(figure.label),
      subject: figure.subject === null ? null : { id: figure.subject, name: nameOf(figure.subject) },
      value: writeValue(figure.value),
      range: figure.range,
      unit: figure.unit,
      time: figure.time,
      place: placeText(figure.place),
      standing: figure.standing,
      speaker: figure.speakers.length === 0 ? null : figure.speakers.map(nameOf).join("; "),
      statements: figure.statements,
      contradictedBy: figure.contradictedBy,
    }),
    valueText(figure) {
      const unit = unitText(figure, translate);
      // What has no unit leaves no space for it.
      const say: typeof translate = (key, params) => translate(key, params).replace(/ +(?= |$)/gu, "");
      const written = writeValue(figure.value);
      if (typeof written === "string") return written;
      const number = (value: number) => formatNumber(value, language);
      const { min, max } = boundsOf(figure);
      if (figure.standing === "estimated" && written !== null) {
        if (min === null || max === null) return say("value.exact", { count: number(written), unit });
        const isBound = figure.label.key === "estimated.chao";
        const key = isBound ? "value.estimate-at-least" : "value.estimate";
        return say(key, { count: number(written), from: number(min), to: number(max), unit });
      }
      if (min !== null && max !== null) {
        if (min === max) return say("value.exact", { count: number(min), unit });
        if (written !== null) {
          return say("value.estimate", {
            count: number(written),
            from: number(min),
            to: number(max),
            unit,
          });
        }
        return say("value.between", { from: number(min), to: number(max), unit });
      }
      if (min !== null) return say("value.at-least", { count: number(min), unit });
      if (max !== null) return say("value.at-most", { count: number(max), unit });
      return "";
    },
  };
}

/** All figures of the four questions as faces print them. */
export function writeAnswers(answers: Answers, writer: FigureWriter) {
  const write = (figures: readonly Figure[]) => figures.map((figure) => writer.view(figure));
  return {
    howMany: write(answers.howMany),
    who: write(answers.who),
    where: write(answers.where),
    offices: write(answers.offices),
  };
}

function isLabel(value: LocalText | FigureLabel): value is FigureLabel {
  return "key" in value;
}

/** Times among the parameters are shown in words, in Persian by both calendars; numbers and texts as they are. */
function paramText(name: string, value: string | number | LocalText, language: Language): string | number {
  if (typeof value === "object") return pickLocal(value, language);
  if (name === "date" && typeof value === "string") {
    const gregorian = formatSpan(parseEdtf(value), { language, calendar: "gregorian" });
    if (language !== "fa") return gregorian;
    return `${formatSpan(parseEdtf(value), { language, calendar: "solar-hijri" })} (${gregorian})`;
  }
  return typeof value === "string" ? localizeDigits(value, language) : value;
}

function unitText({ unit, value }: Figure, translate: Translate<FindingMessageKey>): string {
  if (unit === null) return "";
  const key = value === 1 ? `unit.${unit}.one` : `unit.${unit}`;
  return isMessageKey(key) ? translate(key) : unit;
}

export function isMessageKey(key: string): key is FindingMessageKey {
  return Object.hasOwn(messagesEn, key);
}
