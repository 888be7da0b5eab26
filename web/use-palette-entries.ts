/** What the palette offers before anything is asked of the server: pages, other cases, settings. */
import { useLocation } from "wouter";
import type { CaseSummaryView, LockedCase } from "../src/server/client.ts";
import { NEW_CASE, PAGES } from "./addresses.ts";
import { DIGIT_CHOICES, digitWord, LANGUAGE_NAMES, PAGE_LANGUAGES } from "./page-words.ts";
import { letterOf } from "./parts/single-keys.ts";
import { CALENDAR_CHOICES, THEMES, useReader } from "./settings.tsx";
import { UNDO_KEY, useTakeBack, useUndo } from "./undo.tsx";
import { newestOf } from "./undo-store.ts";

export interface PaletteEntry {
  readonly id: string;
  readonly text: string;
  /** What sort of thing it is, or the keys that do the same. */
  readonly about: string;
  /** What a query is looked for in. */
  readonly words: string;
  readonly run: () => void;
}

export interface PaletteInput {
  readonly caseId: string;
  readonly cases: readonly CaseSummaryView[];
  readonly locked: readonly LockedCase[];
  readonly canCreate: boolean;
  readonly showKeys: () => void;
}

export function usePaletteEntries({
  caseId,
  cases,
  locked,
  canCreate,
  showKeys,
}: PaletteInput): readonly PaletteEntry[] {
  const { t, pageLanguage, theme, calendar, digitChoice, hasKeys, change } = useReader();
  const [, go] = useLocation();
  const newest = newestOf(useUndo(), caseId);
  const takeBack = useTakeBack();
  const entry = (id: string, text: string, about: string, run: () => void): PaletteEntry => ({
    ...{ id, text, about, run },
    // With the name of a page in its address, which those may know who read another language too.
    words: `${text} ${about} ${id}`,
  });
  return [
    ...PAGES.map(({ name, path, code }) =>
      entry(`page ${name}`, t(`nav.${name}`), `g ${letterOf(code)}`, () => go(`/${caseId}${path}`)),
    ),
    ...[...cases.map(({ id, title }) => ({ id, title })), ...locked.map(({ id }) => ({ id, title: id }))]
      .filter(({ id }) => id !== caseId)
      .map(({ id, title }) => entry(`case ${id}`, title, t("app.case"), () => go(`/${id}`))),
    ...(canCreate ? [entry("new", t("case.new"), t("app.case"), () => go(NEW_CASE))] : []),
    ...PAGE_LANGUAGES.filter((each) => each !== pageLanguage).map((each) =>
      entry(`language ${each}`, LANGUAGE_NAMES[each], t("palette.language"), () =>
        change({ language: each }),
      ),
    ),
    ...THEMES.filter((each) => each !== theme).map((each) =>
      entry(`theme ${each}`, t(`app.theme.${each}`), t("app.theme"), () => change({ theme: each })),
    ),
    ...CALENDAR_CHOICES.filter((each) => each !== calendar).map((each) =>
      entry(`calendar ${each}`, t(`app.calendar.${each}`), t("app.calendar"), () =>
        change({ calendar: each }),
      ),
    ),
    ...DIGIT_CHOICES.filter((each) => each !== digitChoice).map((each) =>
      entry(`digits ${each}`, digitWord(each, t), t("app.digits"), () => change({ digitChoice: each })),
    ),
    ...(newest === null
      ? []
      : [entry("undo", t("undo.take", { what: newest.what(t) }), UNDO_KEY, () => takeBack(newest))]),
    entry("keys", t(hasKeys ? "app.keys.off" : "app.keys.on"), t("app.keys"), () =>
      change({ hasKeys: !hasKeys }),
    ),
    entry("help", t("keys.title"), "?", showKeys),
  ];
}
