/** What the reader chose: language, theme, calendar, keys. The address wins for the language. */
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import { useSearchParams } from "wouter";
import {
  createTranslate,
  formatNumber,
  type Language,
  localizeDigits,
  type Translate,
} from "../src/core/pure.ts";
import { type Client, createClient } from "../src/server/client.ts";
import { en, type MessageKey } from "./messages/en.ts";
import { fa } from "./messages/fa.ts";
import type { ChosenKeys } from "./parts/single-keys.ts";

export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];
/** `both`: Gregorian and Solar Hijri side by side. */
export const CALENDAR_CHOICES = ["both", "gregorian", "solarHijri", "lunarHijri"] as const;
export type CalendarChoice = (typeof CALENDAR_CHOICES)[number];

export interface Settings {
  readonly language: Language;
  readonly theme: Theme;
  readonly calendar: CalendarChoice;
  /** Whether single keys jump; off for those whom they disturb. */
  readonly hasKeys: boolean;
  /** Keys that the reader chose instead of ours. */
  readonly keyCodes: ChosenKeys;
}

export interface Reader extends Settings {
  readonly t: Translate<MessageKey>;
  readonly client: Client;
  readonly number: (value: number) => string;
  readonly digits: (text: string) => string;
  readonly change: (change: Partial<Settings>) => void;
}

const STORE = "inquest.settings";
const DEFAULTS: Settings = { language: "en", theme: "system", calendar: "both", hasKeys: true, keyCodes: {} };
const ReaderContext = createContext<Reader | null>(null);

/** The reader's settings and everything that follows from them. */
export function useReader(): Reader {
  const reader = useContext(ReaderContext);
  if (reader === null) throw new TypeError("useReader needs a ReaderProvider above it");
  return reader;
}

export function ReaderProvider({ children }: { readonly children: ReactNode }) {
  const [stored, setStored] = useState(readStored);
  const [params, setParams] = useSearchParams();
  const asked = params.get("lang");
  const language: Language = asked === "fa" || asked === "en" ? asked : stored.language;
  const { theme, calendar, hasKeys, keyCodes } = stored;

  // A language that an address asked for stays when the next page's address does not name it.
  useEffect(() => {
    if (language !== stored.language) store({ ...stored, language }, setStored);
  }, [language, stored]);

  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dir = language === "fa" ? "rtl" : "ltr";
    document.documentElement.dataset.theme = theme;
  }, [language, theme]);

  const reader = useMemo<Reader>(() => {
    const files: Record<Language, Record<MessageKey, string>> = { en, fa };
    return {
      language,
      theme,
      calendar,
      hasKeys,
      keyCodes,
      t: createTranslate(files, language),
      client: createClient(language),
      number: (value) => formatNumber(value, language),
      digits: (text) => localizeDigits(text, language),
      change: (change) => {
        const next = { language, theme, calendar, hasKeys, keyCodes, ...change };
        store(next, setStored);
        if (change.language !== undefined) {
          setParams((before) => {
            before.set("lang", change.language ?? language);
            return before;
          });
        }
      },
    };
  }, [language, theme, calendar, hasKeys, keyCodes, setParams]);
  return <ReaderContext value={reader}>{children}</ReaderContext>;
}

function store(next: Settings, set: (next: Settings) => void): void {
  localStorage.setItem(STORE, JSON.stringify(next));
  set(next);
}

/** What was chosen before; anything unreadable counts as nothing. */
function readStored(): Settings {
  try {
    const stored: Partial<Settings> = JSON.parse(localStorage.getItem(STORE) ?? "{}");
    return { ...DEFAULTS, ...stored };
  } catch {
    return DEFAULTS;
  }
}
