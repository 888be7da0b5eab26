/** What the reader chose: language, theme, calendar, digits, keys. The address wins for the language. */
import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from "react";
import { useSearchParams } from "wouter";
import type { Language } from "../src/core/pure.ts";
import { type Client, createClient } from "../src/server/client.ts";
import {
  createPageWords,
  DIRECTIONS,
  type DigitChoice,
  PAGE_LANGUAGES,
  type PageLanguage,
  type PageWords,
} from "./page-words.ts";
import type { ChosenKeys } from "./parts/single-keys.ts";

export const THEMES = ["system", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];
/** `both`: Gregorian and Solar Hijri side by side. */
export const CALENDAR_CHOICES = ["both", "gregorian", "solarHijri", "lunarHijri"] as const;
export type CalendarChoice = (typeof CALENDAR_CHOICES)[number];

export interface Settings {
  readonly language: PageLanguage;
  readonly theme: Theme;
  readonly calendar: CalendarChoice;
  readonly digitChoice: DigitChoice;
  /** Whether single keys jump; off for those whom they disturb. */
  readonly hasKeys: boolean;
  /** Keys that the reader chose instead of ours. */
  readonly keyCodes: ChosenKeys;
}

export interface Reader extends Omit<Settings, "language">, PageWords {
  readonly pageLanguage: PageLanguage;
  /** The one in which the program behind the page answers: it has fewer than the page. */
  readonly language: Language;
  readonly client: Client;
  readonly change: (change: Partial<Settings>) => void;
}

const STORE = "inquest.settings";
const DEFAULTS: Settings = {
  language: "en",
  theme: "system",
  calendar: "both",
  digitChoice: "language",
  hasKeys: true,
  keyCodes: {},
};
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
  const language = PAGE_LANGUAGES.find((each) => each === asked) ?? stored.language;
  const { theme, calendar, digitChoice, hasKeys, keyCodes } = stored;

  // A language that an address asked for stays when the next page's address does not name it.
  useEffect(() => {
    if (language !== stored.language) store({ ...stored, language }, setStored);
  }, [language, stored]);

  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dir = DIRECTIONS[language];
    document.documentElement.dataset.theme = theme;
  }, [language, theme]);

  const reader = useMemo<Reader>(() => {
    const settings = { language, theme, calendar, digitChoice, hasKeys, keyCodes };
    const words = createPageWords(language, digitChoice);
    return {
      ...settings,
      ...words,
      pageLanguage: language,
      language: words.served.language,
      client: createClient(words.served.language),
      change: (change) => {
        store({ ...settings, ...change }, setStored);
        if (change.language !== undefined) {
          setParams((before) => {
            before.set("lang", change.language ?? language);
            return before;
          });
        }
      },
    };
  }, [language, theme, calendar, digitChoice, hasKeys, keyCodes, setParams]);
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
