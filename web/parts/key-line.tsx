/** A single key in the list of keys, and how a reader takes another one for it. */
import { useState } from "react";
import { useReader } from "../settings.tsx";
import { letterOf, pressedAlone, refusalOf, type SingleKey, signOf } from "./single-keys.ts";

interface KeyLineProps {
  readonly of: SingleKey<string>;
  readonly word: string;
}

export function KeyLine({ of, word }: KeyLineProps) {
  const { t, keyCodes, change } = useReader();
  const [isAsked, setAsked] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const take = (event: React.KeyboardEvent) => {
    const code = pressedAlone(event);
    if (!isAsked || event.key === "Tab" || code === null) return;
    event.preventDefault();
    // Escape leaves the question, and not the list.
    event.stopPropagation();
    if (event.key === "Escape") return setAsked(false);
    const refusal = refusalOf(of, code, keyCodes);
    if (refusal !== null) {
      const key = letterOf(code);
      return setRefused(t(refusal.why === "taken" ? "keys.taken" : "keys.reserved", { key }));
    }
    change({ keyCodes: { ...keyCodes, [of.id]: code } });
    setAsked(false);
    setRefused(null);
  };
  return (
    <div>
      <dt dir="ltr">
        <kbd>{signOf(of, keyCodes)}</kbd>
      </dt>
      <dd>
        {word}{" "}
        <button
          type="button"
          className="key-change"
          aria-label={`${t("keys.change")}: ${word}`}
          onKeyDown={take}
          onBlur={() => setAsked(false)}
          onClick={() => {
            setAsked(true);
            setRefused(null);
          }}
        >
          {t(isAsked ? "keys.press" : "keys.change")}
        </button>
        <span role="status" className="trouble">
          {refused}
        </span>
      </dd>
    </div>
  );
}
