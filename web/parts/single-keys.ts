/** Single keys by their place on the keyboard, and which of them a reader may choose instead. */
import type { Language } from "../../src/core/pure.ts";

export interface SingleKey<Name extends string> {
  readonly name: Name;
  /** Under which a reader's own choice is kept. */
  readonly id: string;
  /** Of the event: the key's place, whatever the keyboard writes there. */
  readonly code: string;
  /** Another place that does the same until a reader chooses, such as on the number pad. */
  readonly also?: string;
  /** What the key is called where that is not what stands on it first. */
  readonly sign?: string;
}

/** What a reader chose instead, by the id of the key. */
export type ChosenKeys = Readonly<Record<string, string>>;

export const QUOTE = { name: "quote", id: "viewer.quote", code: "KeyS" } as const;
export const VERIFY = { name: "verify", id: "viewer.verify", code: "KeyV" } as const;
export const BEFORE = { name: "before", id: "viewer.before", code: "BracketLeft" } as const;
export const AFTER = { name: "after", id: "viewer.after", code: "BracketRight" } as const;
export const COVER = { name: "cover", id: "viewer.cover", code: "KeyB" } as const;

/** Of the viewer of sources. */
export const VIEWER_KEYS = [
  QUOTE,
  VERIFY,
  COVER,
  BEFORE,
  AFTER,
] as const satisfies readonly SingleKey<string>[];
export type ViewerKey = (typeof VIEWER_KEYS)[number]["name"];

/** Of every page with values on it. */
export const ORIGIN_KEYS = [
  { name: "origin", id: "origin", code: "KeyI" },
] as const satisfies readonly SingleKey<string>[];

export const REVIEW_KEYS = [
  { name: "same", id: "review.same", code: "KeyY" },
  { name: "different", id: "review.different", code: "KeyN" },
  { name: "unsure", id: "review.unsure", code: "KeyU" },
  { name: "skip", id: "review.skip", code: "KeyS" },
  { name: "undo", id: "review.undo", code: "KeyZ" },
  { name: "reason", id: "review.reason", code: "KeyR" },
  { name: "explain", id: "review.explain", code: "KeyE" },
  { name: "open", id: "review.open", code: "KeyO" },
  { name: "other", id: "review.other", code: "KeyP" },
] as const satisfies readonly SingleKey<string>[];
export type ReviewKey = (typeof REVIEW_KEYS)[number]["name"];

/** Of the problems of a list that is imported. */
export const IMPORT_KEYS = [
  { name: "undo", id: "import.undo", code: "KeyZ" },
] as const satisfies readonly SingleKey<string>[];
/** Of the persons that are looked at as a whole. */
export const PERSON_KEYS = [
  { name: "down", id: "persons.down", code: "KeyJ" },
  { name: "up", id: "persons.up", code: "KeyK" },
  { name: "tick", id: "persons.tick", code: "KeyX" },
  { name: "split", id: "persons.split", code: "KeyN" },
  { name: "keep", id: "persons.keep", code: "KeyY" },
  { name: "join", id: "persons.join", code: "KeyM" },
  { name: "contradiction", id: "persons.contradiction", code: "KeyC" },
  { name: "skip", id: "persons.skip", code: "KeyS" },
  { name: "undo", id: "persons.undo", code: "KeyZ" },
  { name: "reason", id: "persons.reason", code: "KeyR" },
] as const satisfies readonly SingleKey<string>[];
export type PersonKey = (typeof PERSON_KEYS)[number]["name"];
/** Of the appeals. */
export const APPEAL_KEYS = [
  { name: "new", id: "appeals.new", code: "KeyA" },
] as const satisfies readonly SingleKey<string>[];
/** Of the list of people. */
export const PEOPLE_KEYS = [
  { name: "down", id: "people.down", code: "KeyJ" },
  { name: "up", id: "people.up", code: "KeyK" },
] as const satisfies readonly SingleKey<string>[];
/** Of the lanes of offices: how long a time is looked at. */
export const OFFICE_KEYS = [
  { name: "closer", id: "offices.closer", code: "Equal", also: "NumpadAdd", sign: "+" },
  { name: "further", id: "offices.further", code: "Minus", also: "NumpadSubtract", sign: "−" },
  { name: "whole", id: "offices.whole", code: "Digit0", also: "Numpad0" },
] as const satisfies readonly SingleKey<string>[];
export type OfficeKey = (typeof OFFICE_KEYS)[number]["name"];

export const ESTIMATE_KEYS = [
  { name: "again", id: "estimate.again", code: "KeyR" },
  { name: "models", id: "estimate.models", code: "KeyM" },
  { name: "download", id: "estimate.download", code: "KeyD" },
] as const satisfies readonly SingleKey<string>[];
export type EstimateKey = (typeof ESTIMATE_KEYS)[number]["name"];

const PLACE_KEYS_OF_ALL = [
  { name: "table", id: "places.table", code: "KeyT" },
  { name: "destroyed", id: "places.destroyed", code: "Digit1", also: "Numpad1" },
  { name: "threatened", id: "places.threatened", code: "Digit2", also: "Numpad2" },
  { name: "reported", id: "places.reported", code: "Digit3", also: "Numpad3" },
  { name: "other", id: "places.other", code: "Digit4", also: "Numpad4" },
  { name: "every", id: "places.every", code: "Digit5", also: "Numpad5" },
] as const satisfies readonly SingleKey<string>[];
const PLACE_KEYS = {
  ltr: [
    { name: "earlier", id: "places.earlier", code: "ArrowLeft" },
    { name: "later", id: "places.later", code: "ArrowRight" },
    ...PLACE_KEYS_OF_ALL,
  ],
  // Time runs the way the page is read, and so do its buttons.
  rtl: [
    { name: "earlier", id: "places.earlier", code: "ArrowRight" },
    { name: "later", id: "places.later", code: "ArrowLeft" },
    ...PLACE_KEYS_OF_ALL,
  ],
} as const satisfies Readonly<Record<string, readonly SingleKey<string>[]>>;
export type PlaceKey = (typeof PLACE_KEYS)["ltr"][number]["name"];

/** Of the places, for a page that is read in a direction. */
export function placeKeys(language: Language): readonly SingleKey<PlaceKey>[] {
  return PLACE_KEYS[language === "fa" ? "rtl" : "ltr"];
}

/** Of each screen that has keys of its own, what works on it. */
export const SCREEN_KEYS = {
  viewer: VIEWER_KEYS,
  import: IMPORT_KEYS,
  review: REVIEW_KEYS,
  persons: PERSON_KEYS,
  people: PEOPLE_KEYS,
  places: PLACE_KEYS.ltr,
  offices: OFFICE_KEYS,
  estimate: ESTIMATE_KEYS,
  appeals: APPEAL_KEYS,
} as const satisfies Readonly<Record<string, readonly SingleKey<string>[]>>;
export type KeyScreen = keyof typeof SCREEN_KEYS;
interface ScreenKey extends SingleKey<string> {
  readonly id: (typeof SCREEN_KEYS)[KeyScreen][number]["id"];
}

/** What works on a screen, for a page that is read in a direction. */
export function keysOf(screen: KeyScreen, language: Language): readonly ScreenKey[] {
  return screen === "places" && language === "fa" ? PLACE_KEYS.rtl : SCREEN_KEYS[screen];
}

/** Keys that work on one screen together. */
const SCREENS: readonly (readonly SingleKey<string>[])[] = Object.values(SCREEN_KEYS).map((keys) => [
  ...keys,
  ...ORIGIN_KEYS,
]);

const SIGNS: Readonly<Record<string, string>> = {
  BracketLeft: "[",
  BracketRight: "]",
  Semicolon: ";",
  Quote: "'",
  Comma: ",",
  Period: ".",
  Backslash: "\\",
  Minus: "-",
  Equal: "=",
  Backquote: "`",
};

/** Keys that we use and that nobody may choose, since they move what has the focus. */
const ARROWS: Readonly<Record<string, string>> = { ArrowLeft: "←", ArrowRight: "→" };

/** The key that a reader presses for it. */
export function codeOf({ id, code }: Pick<SingleKey<string>, "id" | "code">, chosen: ChosenKeys): string {
  return chosen[id] ?? code;
}

/**
 * The place of a key that was pressed by itself; null for Shift, Ctrl and their like, alone or with another, which are on
 * their way to something else.
 */
export function pressedAlone({
  key,
  code,
  ctrlKey,
  altKey,
  metaKey,
}: Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "altKey" | "metaKey">): string | null {
  return MODIFIERS.has(key) || ctrlKey || altKey || metaKey ? null : code;
}

const MODIFIERS: ReadonlySet<string> = new Set([
  ...["Shift", "Control", "Alt", "AltGraph", "Meta", "OS", "Fn", "FnLock", "Hyper", "Super", "Symbol"],
  ...["CapsLock", "NumLock", "ScrollLock", "SymbolLock"],
]);
/** Whether a press of the key at this place means it. */
export function isPressed(key: SingleKey<string>, code: string, chosen: ChosenKeys): boolean {
  return code === codeOf(key, chosen) || (key.also === code && chosen[key.id] === undefined);
}

/** What the key is called for this reader. */
export function signOf(key: Pick<SingleKey<string>, "id" | "code" | "sign">, chosen: ChosenKeys): string {
  return (chosen[key.id] === undefined ? key.sign : undefined) ?? letterOf(codeOf(key, chosen));
}

/** What stands on the key of a code, on a keyboard of Latin letters. */
export function letterOf(code: string): string {
  return SIGNS[code] ?? ARROWS[code] ?? code.replace(/^(?:Key|Digit)/u, "").toLowerCase();
}

/**
 * Why a key cannot be chosen: `g`, `/` and the keys that move or end something are not free, and of two things on one
 * screen each has its own. Null for one that can.
 */
export function refusalOf(
  key: SingleKey<string>,
  code: string,
  chosen: ChosenKeys,
): { readonly why: "reserved" } | { readonly why: "taken"; readonly by: SingleKey<string> } | null {
  if (code === "KeyG" || !(/^(?:Key[A-Z]|Digit[0-9])$/u.test(code) || Object.hasOwn(SIGNS, code)))
    return { why: "reserved" };
  const by = SCREENS.filter((screen) => screen.some(({ id }) => id === key.id))
    .flat()
    .find((other) => other.id !== key.id && codeOf(other, chosen) === code);
  return by === undefined ? null : { why: "taken", by };
}
