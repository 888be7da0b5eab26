/** Language beside the head; theme, calendar, digits and keys behind a disclosure. */
import { useEffect, useRef } from "react";
import { DIGIT_CHOICES, digitWord, LANGUAGE_NAMES, PAGE_LANGUAGES } from "../page-words.ts";
import { CALENDAR_CHOICES, THEMES, useReader } from "../settings.tsx";

export function SettingsMenu() {
  const { t, pageLanguage, theme, calendar, digitChoice, hasKeys, change } = useReader();
  const details = useRef<HTMLDetailsElement>(null);
  const summary = useRef<HTMLElement>(null);

  // Escape and a press elsewhere close it, as every popover does; Escape gives the focus back.
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || details.current?.open !== true) return;
      details.current.open = false;
      summary.current?.focus();
    };
    const onPress = ({ target }: PointerEvent) => {
      if (details.current === null || (target instanceof Node && details.current.contains(target))) return;
      details.current.open = false;
    };
    document.addEventListener("keydown", onKey);
    document.addEventListener("pointerdown", onPress);
    return () => {
      document.removeEventListener("keydown", onKey);
      document.removeEventListener("pointerdown", onPress);
    };
  }, []);
  return (
    <div className="settings">
      {PAGE_LANGUAGES.filter((each) => each !== pageLanguage).map((each) => (
        <button
          key={each}
          type="button"
          className="language"
          lang={each}
          onClick={() => change({ language: each })}
        >
          {LANGUAGE_NAMES[each]}
        </button>
      ))}
      <details ref={details}>
        <summary ref={summary}>{t("app.settings")}</summary>
        <div className="panel">
          <Choice
            label={t("app.theme")}
            value={theme}
            options={THEMES}
            word={(each) => t(`app.theme.${each}`)}
            choose={(each) => change({ theme: each })}
          />
          <Choice
            label={t("app.calendar")}
            value={calendar}
            options={CALENDAR_CHOICES}
            word={(each) => t(`app.calendar.${each}`)}
            choose={(each) => change({ calendar: each })}
          />
          <Choice
            label={t("app.digits")}
            value={digitChoice}
            options={DIGIT_CHOICES}
            word={(each) => digitWord(each, t)}
            choose={(each) => change({ digitChoice: each })}
          />
          <Choice
            label={t("app.keys")}
            value={hasKeys ? "on" : "off"}
            options={["on", "off"] as const}
            word={(each) => t(`app.keys.${each}`)}
            choose={(each) => change({ hasKeys: each === "on" })}
          />
        </div>
      </details>
    </div>
  );
}

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly T[];
  readonly word: (option: T) => string;
  readonly choose: (option: T) => void;
}

function Choice<T extends string>({ label, value, options, word, choose }: ChoiceProps<T>) {
  return (
    <fieldset>
      <legend>{label}</legend>
      {options.map((option) => (
        <label key={option}>
          <input type="radio" name={label} checked={option === value} onChange={() => choose(option)} />
          {word(option)}
        </label>
      ))}
    </fieldset>
  );
}
