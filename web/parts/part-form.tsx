/** Which part of a picture or of a page something is stated of, in numbers, and what stands there. */
import { useEffect, useId, useRef, useState } from "react";
import { useReader } from "../settings.tsx";
import { KeyCap } from "./key-cap.tsx";
import { NO_BOX, readBox, SIDES, type Size, type TypedBox, typeBox } from "./picture-box.ts";
import type { ShownProps } from "./shown-picture.tsx";
import { QUOTE } from "./single-keys.ts";

interface PartFormProps extends Pick<ShownProps, "open" | "setQuote" | "statements"> {
  /** In pixels of a picture, in points of a page. */
  readonly size: Size;
  /** The page that it is a part of; null of a picture. */
  readonly page: number | null;
  readonly typed: TypedBox;
  readonly type: (typed: TypedBox) => void;
}

const WHATS = ["read", "seen"] as const;
type What = (typeof WHATS)[number];

export function PartForm({ open, setQuote, statements, size, page, typed, type }: PartFormProps) {
  const { t, digits } = useReader();
  const [what, setWhat] = useState<What>("read");
  const [words, setWords] = useState("");
  const [fault, setFault] = useState<"outside" | "no-words" | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const id = useId();

  function state(): void {
    const box = readBox(typed, size);
    const wrong = box === null ? "outside" : words.trim() === "" ? "no-words" : null;
    setFault(wrong);
    if (box === null || wrong !== null) {
      const side = wrong === "outside" ? "left" : "words";
      form.current?.querySelector<HTMLInputElement>(`[name="${side}"]`)?.focus();
      return;
    }
    open({
      start: 0,
      end: 0,
      quote: words.trim(),
      occurrence: null,
      page,
      part: { box, isSeen: what === "seen" },
    });
  }
  const latest = useRef(state);
  latest.current = state;
  useEffect(() => {
    setQuote(() => latest.current());
    return () => setQuote(null);
  }, [setQuote]);
  // What was stated is done with; the next part is another one.
  const stated = useRef(statements.length);
  useEffect(() => {
    if (statements.length > stated.current) {
      type(NO_BOX);
      setWords("");
    }
    stated.current = statements.length;
  }, [statements, type]);

  return (
    <form
      ref={form}
      className="part-form"
      aria-labelledby={`${id}-title`}
      onSubmit={(event) => {
        event.preventDefault();
        state();
      }}
    >
      <h3 id={`${id}-title`}>{t(page === null ? "part.title" : "part.title.page")}</h3>
      <p className="note" id={`${id}-lead`}>
        {t(page === null ? "part.lead" : "part.lead.page")}
      </p>
      <div className="part-sides">
        {SIDES.map((side) => (
          <div key={side} className="field">
            <label htmlFor={`${id}-${side}`}>{t(`part.${side}`)}</label>
            <input
              id={`${id}-${side}`}
              name={side}
              type="text"
              inputMode="numeric"
              dir="ltr"
              value={typed[side]}
              aria-describedby={`${id}-fault`}
              aria-invalid={fault === "outside" || undefined}
              onChange={(event) => type({ ...typed, [side]: event.currentTarget.value })}
            />
          </div>
        ))}
        <button type="button" onClick={() => type(typeBox({ x: 0, y: 0, ...size }, digits))}>
          {t(page === null ? "part.whole" : "part.whole.page")}
        </button>
      </div>
      {page === null ? (
        <fieldset className="field">
          <legend>{t("part.what")}</legend>
          {WHATS.map((each) => (
            <label key={each} className="check">
              <input type="radio" name="what" checked={what === each} onChange={() => setWhat(each)} />
              {t(`part.${each}`)}
            </label>
          ))}
        </fieldset>
      ) : null}
      <div className="field">
        <label htmlFor={`${id}-words`}>{t("part.words")}</label>
        <input
          id={`${id}-words`}
          name="words"
          type="text"
          dir="auto"
          maxLength={2000}
          value={words}
          aria-describedby={`${id}-fault`}
          aria-invalid={fault === "no-words" || undefined}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
      </div>
      <p id={`${id}-fault`} role="status" className="trouble">
        {fault === null
          ? null
          : t(fault === "outside" && page !== null ? "part.outside.page" : `part.${fault}`, {
              width: digits(String(size.width)),
              height: digits(String(size.height)),
            })}
      </p>
      <button type="submit">
        {t("part.state")} <KeyCap of={QUOTE} />
      </button>
    </form>
  );
}
