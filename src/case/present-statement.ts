/** Statements and times in the words of a language. */
import {
  createTranslate,
  formatNumber,
  formatSpan,
  type Language,
  type LocalText,
  parseEdtf,
  pickLocal,
  type TimeSpan,
  type Translate,
} from "../core/index.ts";
import { involvementText, voiceOf } from "../findings/index.ts";
import {
  centreOf,
  isAllegation,
  type Quantity,
  type RecordedStatement,
  type Statement,
  type StatementValue,
  type SubjectId,
  timeOf,
} from "../statements/index.ts";
import { type CaseMessageKey, messagesEn } from "./messages.en.ts";
import { messagesFa } from "./messages.fa.ts";
import { presentCredibility } from "./present-grades.ts";
import { presentPlace } from "./present-place.ts";
import type { CaseState } from "./state.ts";
import type { NamedView, StatementView, SupportView, TimeView } from "./views.ts";

/** Of an outline's middle in words: about ten metres. */
const OUTLINE_DIGITS = 4;

/** Writes the things of a case in one language. */
export interface Presenter {
  readonly language: Language;
  readonly translate: Translate<CaseMessageKey>;
  named(id: SubjectId): NamedView;
  time(span: TimeSpan): TimeView;
  /** A day (ISO) in the calendar of the language, and in the other one. */
  day(iso: string): string;
  statement(recorded: RecordedStatement): StatementView;
  /** How many independent voices assert it, and how many of them speak first-hand. */
  support(recorded: readonly RecordedStatement[]): SupportView;
  /** A value in words. */
  value(value: StatementValue): string;
  /** Whether there are words under a key that was put together. */
  has(key: string): key is CaseMessageKey;
  /** The word for a field of a list; the field's own name where there is none. */
  fieldLabel(field: string): string;
  /** Of a kind of act, in words; the kind itself where there are none. */
  kindText(kind: string): string;
}

const LIST = "list:";

export function createPresenter(state: CaseState, language: Language): Presenter {
  const translate: Translate<CaseMessageKey> = createTranslate<Record<CaseMessageKey, string>>(
    { en: messagesEn, fa: messagesFa },
    language,
  );
  // A list that nobody described is called as it was when it was imported.
  const namesOf = (id: SubjectId) =>
    state.subjects.get(id)?.value.names ?? { en: id.startsWith(LIST) ? id.slice(LIST.length) : id };
  const named = (id: SubjectId): NamedView => ({ id, name: pickLocal(namesOf(id), language) });
  /** Statements of one source speak of the same days over and over, and a day takes three calendars to write. */
  const times = new Map<string, TimeView>();
  const time = (span: TimeSpan): TimeView => {
    const { edtf, calendar, precision, earliest, latest, approximate, uncertain } = span;
    const key = JSON.stringify([edtf, calendar, precision, earliest, latest, approximate, uncertain]);
    const known = times.get(key);
    if (known !== undefined) return known;
    const view = {
      ...{ edtf, earliest, latest, calendar, precision },
      gregorian: formatSpan(span, { language, calendar: "gregorian" }),
      solarHijri: formatSpan(span, { language, calendar: "solar-hijri" }),
      lunarHijri: formatSpan(span, { language, calendar: "lunar-hijri" }),
    };
    times.set(key, view);
    return view;
  };
  const codeText = (code: string) => {
    const key = `code.${code}`;
    return isKey(key) ? translate(key) : code;
  };
  const day = (iso: string) => {
    const { gregorian, solarHijri } = time(parseEdtf(iso));
    return language === "fa" ? `${solarHijri} (${gregorian})` : `${gregorian} (${solarHijri})`;
  };
  const words = { language, named, codeText, translate, namesOf };
  return {
    language,
    translate,
    named,
    time,
    value: (value) => valueText(value, words),
    day,
    has: isKey,
    kindText(kind) {
      const key = `log.kind.${kind}`;
      return isKey(key) ? translate(key) : kind;
    },
    fieldLabel(field) {
      const key = `field.${field}`;
      return isKey(key) ? translate(key) : field;
    },
    support(recorded) {
      const voices = (said: readonly RecordedStatement[]) =>
        new Set(
          said.map(({ statement }) => voiceOf(statement.speaker, (id) => state.subjects.get(id)?.value)),
        ).size;
      const asserting = recorded.filter(({ statement }) => statement.polarity === "asserts");
      return {
        voices: voices(asserting),
        firstHand: voices(asserting.filter(({ statement }) => statement.chain === "first-hand")),
      };
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
        valueText: valueText(statement.value, words),
        nameForm: statement.value.kind === "name" ? translate(`name-form.${statement.value.form}`) : null,
        basis: statement.basis === undefined ? null : translate(`basis.${statement.basis}`),
        certainty: statement.certainty === undefined ? null : translate(`certainty.${statement.certainty}`),
        of: statement.of === undefined ? null : named(statement.of),
        category: statement.category === undefined ? null : named(statement.category),
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
        said: statement.said === undefined ? null : time(parseEdtf(statement.said)),
        translation:
          statement.translation === undefined
            ? null
            : { ...statement.translation, text: pickLocal(statement.translation.text, language) },
        extractedBy: extractedBy(statement.extractedBy),
        reviewedBy: status.status === "accepted" ? status.by : null,
        credibility: presentCredibility(state, statement.id, { translate, day }),
        polarity: statement.polarity,
        ...standingOf(statement, translate, speaker.name),
        access: statement.access,
        status: status.status,
        statusText: translate(`status.${status.status}`, { reason: status.reason ?? "" }),
        note: statement.note === undefined ? null : pickLocal(statement.note, language),
        source: {
          id: statement.source,
          name: source === undefined ? statement.source : pickLocal(source.title, language),
        },
        ...presentPlace(statement.passage, { language, translate }),
      };
    },
  };
}

function extractedBy(extraction: Statement["extractedBy"]): string | null {
  if (extraction === undefined) return null;
  return "person" in extraction ? extraction.person : `${extraction.tool} ${extraction.version}`;
}

/** Whatever its recorder called it, an allegation is shown as one, and who denies it is not said to allege it. */
function standingOf(
  statement: Statement,
  translate: Presenter["translate"],
  speaker: string,
): Pick<StatementView, "standing" | "standingText"> {
  const standing = isAllegation(statement) ? "alleged" : statement.standing;
  const key = standing === "alleged" && statement.polarity === "denies" ? "denied" : standing;
  return { standing, standingText: translate(`standing.${key}`, { speaker }) };
}

interface ValueContext {
  readonly language: Language;
  readonly named: (id: SubjectId) => NamedView;
  readonly codeText: (code: string) => string;
  readonly translate: Presenter["translate"];
  readonly namesOf: (id: SubjectId) => LocalText;
}

function valueText(value: StatementValue, context: ValueContext): string {
  const { language, named, codeText, translate, namesOf } = context;
  switch (value.kind) {
    case "quantity":
      return quantityText(value, language);
    case "text":
      return pickLocal(value.text, language);
    case "name":
      return value.title === undefined ? value.text : `${value.title} ${value.text}`;
    case "ref":
      return named(value.ref).name;
    case "point":
      return `${value.latitude}, ${value.longitude} (± ${formatNumber(value.accuracyM / 1000, language)} km)`;
    case "outline": {
      const { latitude, longitude } = centreOf(value.ring);
      const corners = value.ring.length - 1;
      return translate("value.outline", {
        corners,
        latitude: latitude.toFixed(OUTLINE_DIGITS),
        longitude: longitude.toFixed(OUTLINE_DIGITS),
        metres: value.accuracyM,
      });
    }
    case "involvement":
      return pickLocal(involvementText(value, namesOf(value.act)), language);
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
