/** A statement while somebody writes it: what is missing of it, and what of it is sent. */
import type { Calendar, LocalText } from "../../src/core/pure.ts";
import type { PropertyView, StatementView, SubjectView } from "../../src/server/client.ts";
import type { MessageKey } from "../messages/en.ts";
import type { QuotedPassage } from "./passage.ts";
import { languageOf, readCount, readPoint, readTime, toLocalText } from "./understood.ts";

export type SubjectKind = SubjectView["kind"];

/** Something that the case names, or that it will name when the statement is recorded. */
export interface ChosenSubject {
  readonly id: string;
  readonly name: string;
  readonly kind: SubjectKind;
  /** Of something new: what it is to be called; null for what is named already. */
  readonly names: LocalText | null;
}

/** Fields in which something is chosen that the case names, or named anew. */
export const CHOOSING = ["subject", "ref", "of", "place", "speaker"] as const;
export type ChoosingField = (typeof CHOOSING)[number];

export interface QuoteDraft {
  readonly subject: ChosenSubject | null;
  readonly property: string;
  /** As it was typed, or the code that was chosen. */
  readonly value: string;
  /** Of a point. */
  readonly metres: string;
  readonly ref: ChosenSubject | null;
  readonly of: ChosenSubject | null;
  readonly time: string;
  readonly calendar: Calendar | "";
  readonly order: "dmy" | "mdy" | "";
  readonly place: ChosenSubject | null;
  readonly speaker: ChosenSubject | null;
  readonly chain: StatementView["chain"];
  readonly isDenied: boolean;
  readonly access: StatementView["access"] | "";
  readonly note: string;
  /**
   * What stands in a field and is not chosen, such as half a name; absent where nothing stands there. It must never be
   * dropped in silence.
   */
  readonly unchosen: Readonly<Partial<Record<ChoosingField, string>>>;
}

export const EMPTY_DRAFT: QuoteDraft = {
  subject: null,
  property: "",
  value: "",
  metres: "",
  ref: null,
  of: null,
  time: "",
  calendar: "",
  order: "",
  place: null,
  speaker: null,
  chain: "first-hand",
  isDenied: false,
  access: "",
  note: "",
  unchosen: {},
};

/** A draft with something else in one of its fields: chosen, typed and not chosen, or nothing. */
export function withChoice(
  draft: QuoteDraft,
  field: ChoosingField,
  { chosen, unchosen }: { readonly chosen: ChosenSubject | null; readonly unchosen: string | null },
): QuoteDraft {
  const { [field]: _, ...others } = draft.unchosen;
  return {
    ...draft,
    [field]: chosen,
    unchosen: chosen !== null || unchosen === null ? others : { ...others, [field]: unchosen },
  };
}

/** A draft of another property: what was filled in for the last one is not of this one. */
export function withProperty(draft: QuoteDraft, property: string): QuoteDraft {
  const { ref: _, of: __, ...others } = draft.unchosen;
  return { ...draft, property, value: "", ref: null, of: null, unchosen: others };
}

/** Whether nothing has come since but new things of which it is known now that their ids are free. */
export function isOnlyNamed(before: QuoteDraft, now: QuoteDraft): boolean {
  const isNamed = (field: ChoosingField): boolean =>
    before[field] === null && now[field] !== null && now[field].names !== null;
  const rest = ({ unchosen: _, ...draft }: QuoteDraft) =>
    JSON.stringify({ ...draft, ...Object.fromEntries(CHOOSING.map((field) => [field, null])) });
  return (
    rest(before) === rest(now) &&
    CHOOSING.some(isNamed) &&
    CHOOSING.every((field) => isNamed(field) || JSON.stringify(before[field]) === JSON.stringify(now[field]))
  );
}

export type QuoteField = "passage" | "subject" | "property" | "value" | "of" | "time" | "place" | "speaker";
export type QuoteFaults = Readonly<Partial<Record<QuoteField, MessageKey>>>;

/** The one speaker of all that a source states, who is likely to say the next thing too; nobody where there are several. */
export function speakerBefore(
  statements: readonly Pick<StatementView, "speaker" | "chain">[],
): Pick<QuoteDraft, "speaker" | "chain"> {
  const [first] = statements;
  const nobody = { speaker: null, chain: "first-hand" } as const;
  if (first === undefined || statements.some(({ speaker }) => speaker.id !== first.speaker.id)) return nobody;
  const { speaker, chain } = first;
  const [kind] = speaker.id.split(":");
  const known = SPEAKING.find((each) => each === kind);
  return known === undefined ? nobody : { speaker: { ...speaker, kind: known, names: null }, chain };
}

/** What may speak. */
export const SPEAKING: readonly SubjectKind[] = ["speaker", "person", "body", "group", "office"];

/** Properties whose values this form has no fields for. */
export const WITHOUT_FIELDS: ReadonlySet<PropertyView["value"]> = new Set<PropertyView["value"]>([
  "outline",
  "involvement",
]);

/** What is stated of such a subject; a mention may turn out to be a person, so what is said of one is. */
export function propertiesOf(all: readonly PropertyView[], kind: SubjectKind): PropertyView[] {
  return all.filter(
    ({ of, value }) =>
      !WITHOUT_FIELDS.has(value) && (of.includes(kind) || (kind === "mention" && of.includes("person"))),
  );
}

/** What keeps the statement from being sent; nothing where the case is to judge it. */
export function faultsOf(draft: QuoteDraft, property: PropertyView | undefined): QuoteFaults {
  const faults: { [Field in QuoteField]?: MessageKey } = {};
  if (draft.subject === null) faults.subject = unchosenFault(draft, "subject") ?? "quote.missing";
  if (property === undefined) faults.property = "quote.missing";
  if (draft.speaker === null) faults.speaker = unchosenFault(draft, "speaker") ?? "quote.missing";
  const place = unchosenFault(draft, "place");
  if (place !== null) faults.place = place;
  const time = readTime({ text: draft.time, calendar: draft.calendar, order: draft.order });
  if (time.state === "unclear") faults.time = `quote.unclear.${time.why}`;
  if (property === undefined) return faults;
  const twice = sameIdTwice(draft, property);
  if (twice !== null) faults[twice] = "pick.id.taken";
  if (property.whose !== null && draft.of === null) {
    const of = unchosenFault(draft, "of") ?? (property.whose.isNeeded ? "quote.missing" : null);
    if (of !== null) faults.of = of;
  }
  const value = valueFault(draft, property);
  if (value !== null) faults.value = value;
  return faults;
}

/** Something was typed, and nothing chosen; or something new is begun that has no name yet. */
function unchosenFault({ unchosen, ...draft }: QuoteDraft, field: ChoosingField): MessageKey | null {
  const typed = draft[field] === null ? unchosen[field] : undefined;
  if (typed === undefined) return null;
  return typed.trim() === "" ? "quote.missing" : "quote.unchosen";
}

/** Two things that are named anew under one id and are called otherwise would become one. */
function sameIdTwice(draft: QuoteDraft, property: PropertyView): QuoteField | null {
  const named = new Map<string, string>();
  for (const [field, chosen] of chosenOf(draft, property)) {
    if (chosen.names === null) continue;
    const called = JSON.stringify(chosen.names);
    if ((named.get(chosen.id) ?? called) !== called) return field;
    named.set(chosen.id, called);
  }
  return null;
}

/** Everything that the statement names, by its field. */
function chosenOf(
  { subject, ref, of, place, speaker }: QuoteDraft,
  property: PropertyView,
): (readonly [QuoteField, ChosenSubject])[] {
  const all = [
    ["subject", subject],
    ["value", property.value === "ref" ? ref : null],
    ["of", property.whose === null ? null : of],
    ["place", place],
    ["speaker", speaker],
  ] as const;
  return all.flatMap(([field, chosen]) => (chosen === null ? [] : [[field, chosen] as const]));
}

function valueFault(draft: QuoteDraft, { value: kind }: PropertyView): MessageKey | null {
  if (kind === "none") return null;
  if (kind === "ref") return draft.ref === null ? (unchosenFault(draft, "ref") ?? "quote.missing") : null;
  const read =
    kind === "quantity"
      ? readCount(draft.value)
      : kind === "point"
        ? readPoint(draft.value, draft.metres)
        : ({ state: draft.value.trim() === "" ? "empty" : "clear" } as const);
  if (read.state === "empty") return "quote.missing";
  return read.state === "unclear" ? `quote.unclear.${read.why}` : null;
}

/** What must be named before the statement can be recorded, each once. */
export function newSubjects(
  draft: QuoteDraft,
  property: PropertyView,
): { readonly id: string; readonly names: LocalText }[] {
  const fresh = new Map(
    chosenOf(draft, property).flatMap(([, { id, names }]) => (names === null ? [] : [[id, { id, names }]])),
  );
  return [...fresh.values()];
}

/** The statement file of this one statement; it must have no faults. */
export function toStatementFile(
  draft: QuoteDraft,
  {
    property,
    passage,
    source,
  }: {
    readonly property: PropertyView;
    readonly passage: QuotedPassage;
    readonly source: string;
  },
): object {
  const { subject, speaker, chain, place, of, note, access } = draft;
  const time = readTime({ text: draft.time, calendar: draft.calendar, order: draft.order });
  const statement = {
    subject: subject?.id,
    property: property.name,
    value: draftValue(draft, property),
    ...(property.whose === null || of === null ? {} : { of: of.id }),
    ...(time.state === "clear" ? { time: time.is.draft } : {}),
    ...(place === null ? {} : { place: place.id }),
    speaker: speaker?.id,
    chain,
    ...(draft.isDenied ? { polarity: "denies" } : {}),
    ...(access === "" ? {} : { access }),
    ...(passage.part?.isSeen === true ? { seen: toLocalText(passage.quote) } : { quote: passage.quote }),
    ...placeOf(passage),
    ...(passage.occurrence === null ? {} : { occurrence: passage.occurrence }),
    ...(note.trim() === "" ? {} : { note: toLocalText(note.trim()) }),
  };
  return { source, statements: [statement] };
}

function placeOf({ page, part }: QuotedPassage): object {
  if (part !== undefined) {
    const { x, y, width, height } = part.box;
    const box = [x, y, width, height];
    // What somebody reads from a drawn page is looked for by nobody.
    return { at: page === null ? { region: box } : { page, box, read: "eye" } };
  }
  return page === null ? {} : { at: { page } };
}

function draftValue(draft: QuoteDraft, { value: kind }: PropertyView): unknown {
  const typed = draft.value.trim();
  switch (kind) {
    case "none":
      return undefined;
    case "ref":
      return draft.ref?.id;
    case "text":
      return toLocalText(typed);
    case "name":
      return { text: typed, language: languageOf(typed) };
    case "quantity": {
      const read = readCount(typed);
      return read.state === "clear" ? read.is.draft : undefined;
    }
    case "point": {
      const read = readPoint(typed, draft.metres);
      return read.state === "clear" ? read.is : undefined;
    }
    default:
      return typed;
  }
}

const FIELDS: Readonly<Record<string, QuoteField>> = {
  "statements/passage": "passage",
  "statements/passage-kind": "passage",
  "statements/passage-range": "passage",
  "statements/subject-kind": "property",
  "statements/value-kind": "value",
  "statements/broken-date": "time",
  "statements/missing-speaker": "speaker",
  "statements/member": "of",
};

/** The field that a refusal of the case concerns, by its code or the member that it points at; null for the whole. */
export function fieldOf({
  code,
  pointer,
}: {
  readonly code: string;
  readonly pointer: string;
}): QuoteField | null {
  const [, member = ""] = /^\/statements\/0\/(\w+)/u.exec(pointer) ?? [];
  const pointed = (["subject", "property", "value", "of", "time", "place", "speaker"] as const).find(
    (field) => field === member,
  );
  return pointed ?? FIELDS[code] ?? null;
}
