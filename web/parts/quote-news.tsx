/** What became of the statement that was recorded last, and how to take it back. */
import { useEffect } from "react";
import type { StatementView } from "../../src/server/client.ts";
import { useReader } from "../settings.tsx";
import type { Quoting } from "../use-quote.ts";
import { isForPage } from "./key-target.ts";
import { TroubleWords } from "./trouble-words.tsx";
import { Said } from "./words.tsx";

interface QuoteNewsProps {
  readonly quoting: Quoting;
  readonly statements: readonly StatementView[];
  readonly show: (statement: string) => void;
}

export function QuoteNews({ quoting, statements, show }: QuoteNewsProps) {
  const { t } = useReader();
  const { done, trouble, passage, isBusy, withdraw, restore, hide } = quoting;
  const statement = statements.find(({ id }) => id === done?.statement);
  // Taken back from the palette it is withdrawn, though not from here.
  const mayUndo = done?.isNew === true && !done.isWithdrawn && statement?.status !== "withdrawn";
  useEffect(() => {
    if (!mayUndo) return;
    const onKey = (event: KeyboardEvent) => {
      const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.code === "KeyZ";
      if (!isUndo || !isForPage(event)) return;
      event.preventDefault();
      void withdraw();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [mayUndo, withdraw]);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields, and this has none.
    <div className="quote-news" role="group" aria-label={t("quote.news")} aria-live="polite">
      {done === null || passage !== null ? null : (
        <div className={done.isWithdrawn ? "news withdrawn" : "news"}>
          <p>
            {done.isWithdrawn ? t("quote.undone") : t(done.isNew ? "quote.recorded" : "quote.known")}{" "}
            {statement === undefined || done.isWithdrawn ? null : (
              <>
                <Said>{statement.subject.name}</Said> · {statement.propertyText}
                {statement.valueText === "" ? null : (
                  <>
                    : <Said>{statement.valueText}</Said>
                  </>
                )}
              </>
            )}
          </p>
          {done.isWithdrawn || statement?.status !== "withdrawn" ? null : (
            <p dir="auto">{statement.statusText}</p>
          )}
          {trouble === null ? null : (
            <p className="fault" role="alert">
              <TroubleWords of={trouble} />
            </p>
          )}
          <div className="quote-buttons">
            {mayUndo ? (
              <button type="button" disabled={isBusy} onClick={() => void withdraw()}>
                {t("quote.undo")} <kbd dir="ltr">Ctrl+Z</kbd>
              </button>
            ) : null}
            {statement?.status === "withdrawn" ? (
              <button type="button" disabled={isBusy} onClick={() => void restore()}>
                {t("quote.restore")}
              </button>
            ) : null}
            <button type="button" onClick={() => show(done.statement)}>
              {t("trace.openPassage")}
            </button>
            <button type="button" onClick={hide}>
              {t("quote.hide")}
            </button>
          </div>
        </div>
      )}
    </div>
  );
}
