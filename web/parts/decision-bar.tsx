/** The bar of decisions at the foot of a review: what became of the last one, the reason, and buttons with their keys. */
import type { ReactNode, RefObject } from "react";
import { useMayWrite } from "../case-access.ts";
import { useReader } from "../settings.tsx";
import type { Trouble } from "../trouble.ts";
import { KeyCap } from "./key-cap.tsx";
import { NextCommand } from "./next-deed.tsx";
import type { SingleKey } from "./single-keys.ts";
import { TroubleWords } from "./trouble-words.tsx";

export interface DecisionButton<Name extends string> {
  readonly key: SingleKey<Name>;
  readonly label: string;
  readonly isOff: boolean;
  readonly button?: RefObject<HTMLButtonElement | null> | undefined;
}

export interface DecisionReason {
  readonly text: string;
  readonly write: (text: string) => void;
  readonly field: RefObject<HTMLInputElement | null>;
  readonly label: string;
  readonly isRequired: boolean;
}

interface DecisionBarProps<Name extends string> {
  readonly label: string;
  readonly className?: string;
  /** What became of the last decision, and which it was. */
  readonly news: ReactNode;
  readonly trouble: Trouble | null;
  /** What stands before the words of what went wrong. */
  readonly troubleHead?: ReactNode;
  readonly retry: () => void;
  readonly reason: DecisionReason;
  readonly buttons: readonly DecisionButton<Name>[];
  /** Those that record nothing: all that is offered where nothing can be recorded. */
  readonly looking: readonly Name[];
  readonly press: (name: Name) => void;
}

export function DecisionBar<Name extends string>(props: DecisionBarProps<Name>) {
  const { label, className, news, trouble, troubleHead, retry, reason, buttons, looking, press } = props;
  const { t } = useReader();
  const mayWrite = useMayWrite();
  const offered = mayWrite ? buttons : buttons.filter(({ key }) => looking.includes(key.name));
  return (
    <section className={`review-bar ${className ?? ""}`} aria-label={label} tabIndex={-1}>
      <div className="review-news" aria-live="polite">
        {news}
      </div>
      {trouble === null ? null : (
        <div className="trouble" role="alert">
          {troubleHead}
          <span>
            <TroubleWords of={trouble} />
          </span>
          <button type="button" onClick={retry}>
            {t("app.retry")}
          </button>
        </div>
      )}
      {mayWrite ? <Reason reason={reason} /> : <NotFromHere />}
      <div className="review-buttons">
        {offered.map(({ key, label: words, isOff, button }) => (
          <button
            key={key.name}
            ref={button}
            type="button"
            className={`answer-${key.name}`}
            disabled={isOff}
            onClick={() => press(key.name)}
          >
            {words}
            <KeyCap of={key} />
          </button>
        ))}
      </div>
    </section>
  );
}

function Reason({ reason: { text, write, field, label, isRequired } }: { readonly reason: DecisionReason }) {
  return (
    <label className="review-reason">
      <span>{label}</span>
      <input
        ref={field}
        type="text"
        dir="auto"
        maxLength={4000}
        required={isRequired}
        value={text}
        onChange={(event) => write(event.currentTarget.value)}
        onKeyDown={(event) => {
          // Back to the keys: the reason goes with the decision. The bar takes the focus and no button of it, which a second
          // Enter would press; Tab goes on from here.
          if (event.key === "Enter" || event.key === "Escape")
            event.currentTarget.closest<HTMLElement>(".review-bar")?.focus();
        }}
      />
    </label>
  );
}

/** Why nothing can be decided, and where it can. */
function NotFromHere() {
  const { t } = useReader();
  return (
    <p className="not-from-here">
      {t("review.readOnly")} <NextCommand command="inquest review --case DIR" />
    </p>
  );
}
