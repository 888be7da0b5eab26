/** Statements and times in the words of a language. */
import {
  createTranslate,
  formatNumber,
  formatSpan,
  type Language,
  parseEdtf,
  pickLocal,
  type TimeSpan,
  type Translate,
} from "../core/index.ts";
import {
  type Quantity,
  type RecordedStatement,
  type StatementValue,
  type SubjectId,
  timeOf,
} from "../statements/index.ts";
import { type CaseMessageKey, messagesEn } from "./messages.en.ts";
import { messagesFa } from "./messages.fa.ts";
import type { CaseState } from "./state.ts";
import type { NamedView, StatementView, TimeView } from "./views.ts";

/** Writes the things of a case in one language. */
export interface Presenter {
  readonly language: Language;
  readonly translate: Translate<CaseMessageKey>;
  named(id: SubjectId): NamedView;
  time(span: TimeSpan): TimeView;
  /** A day (ISO) in the calendar of the language, and in the other one. */
  day(iso: string): string;
  statement(recorded: RecordedStatement): StatementView;
  /** A value in words. */
  value(value: StatementValue): string;
  /** The word for a field of a list; the field's own name where there is none. */
  fieldLabel(field: string): string;
}

export function createPresenter(state: CaseState, language: Language): Presenter {
  const translate: Translate<CaseMessageKey> = createTranslate<Record<CaseMessageKey, string>>(
    { en: messagesEn, fa: messagesFa },
    language,
  );
  const named = (id: SubjectId): NamedView => ({
    id,
    name: pickLocal(state.subjects.get(id)?.value.names ?? { en: id }, language),
  });
  const time = (span: TimeSpan): TimeView => ({
    edtf: span.edtf,
    earliest: span.earliest,
    latest: span.latest,
    gregorian: formatSpan(span, { language, calendar: "gregorian" }),
    solarHijri: formatSpan(span, { language, calendar: "solar-hijri" }),
    lunarHijri: formatSpan(span, { language, calendar: "lunar-hijri" }),
  });
  const codeText = (code: string) => {
    const key = `code.${code}`;
    return isKey(key) ? translate(key) : code;
  };
  return {
    language,
    translate,
    named,
    time,
    value: (value) => valueText(value, { language, named, codeText }),
    day(iso) {
      const { gregorian, solarHijri } = time(parseEdtf(iso));
      return language === "fa" ? `${solarHijri} (${gregorian})` : `${gregorian} (${solarHijri})`;
    },
    fieldLabel(field) {
      const key = `field.${field}`;
      return isKey(key) ? translate(key) : field;
    },
    statement({ statement }) {
      const source = state.sources.get(statement.source)?.value;
      const speaker = named(statement.speaker);
      const when = timeOf(statement);
      const written = statement.timeAsWritten;
      const status = state.statusOf(statement.id);
      return {
        id: statement.id,
        key: statement.key ?? null,
        subject: named(statement.subject),
        property: statement.property,
        propertyText: translate(`property.${statement.property}`),
        valueText: valueText(statement.value, { language, named, codeText }),
        time: when === null ? null : time(when),
        timeAsWritten:
          written === undefined
            ? null
            : {
                text: written.text,
                calendar: written.calendar,
                calendarText: translate(`calendar.${written.calendar}`),
              },
        place: statement.place === undefined ? null : named(statement.place).name,
        speaker,
        chain: statement.chain,
        via: statement.via === undefined ? null : pickLocal(statement.via, language),
        polarity: statement.polarity,
        standing: statement.standing,
        standingText: translate(`standing.${statement.standing}`, { speaker: speaker.name }),
        access: statement.access,
        status: status.status,
        statusText: translate(`status.${status.status}`, { reason: status.reason ?? "" }),
        note: statement.note === undefined ? null : pickLocal(statement.note, language),
        source: {
          id: statement.source,
          name: source === undefined ? statement.source : pickLocal(source.title, language),
        },
        start: statement.passage.start,
        end: statement.passage.end,
        quote: statement.passage.quote,
      };
    },
  };
}

interface ValueContext {
  readonly language: Language;
  readonly named: (id: SubjectId) => NamedView;
  readonly codeText: (code: string) => string;
}

function valueText(value: StatementValue, { language, named, codeText }: ValueContext): string {
  switch (value.kind) {
    case "quantity":
      return quantityText(value, language);
    case "text":
      return pickLocal(value.text, language);
    case "ref":
      return named(value.ref).name;
    case "point":
      return `${value.latitude}, ${value.longitude} (± ${formatNumber(value.accuracyM / 1000, language)} km)`;
    case "code":
      return codeText(value.code);
    case "none":
      return "";
  }
}

function quantityText({ min, max, best, words }: Quantity, language: Language): string {
  const number = (value: number) => formatNumber(value, language);
  if (best !== undefined && min !== null && max !== null)
    return `${number(best)} (${number(min)}–${number(max)})`;
  if (min !== null && max !== null) return min === max ? number(min) : `${number(min)}–${number(max)}`;
  if (min !== null) return `≥ ${number(min)}`;
  if (max !== null) return `≤ ${number(max)}`;
  return pickLocal(words ?? {}, language);
}

function isKey(key: string): key is CaseMessageKey {
  return Object.hasOwn(messagesEn, key);
}
