/** Asks for the reason of taking something back, where the act that is recorded needs one. */
import { type FormEvent, useEffect, useId, useRef, useState } from "react";
import { useReader } from "../settings.tsx";
import { undo, useUndo } from "../undo.tsx";
import type { Taking } from "../undo-store.ts";
import { TroubleWords } from "./trouble-words.tsx";

export function UndoDialog() {
  const { asked } = useUndo();
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useId();
  useEffect(() => {
    if (asked !== null) dialog.current?.showModal();
    else dialog.current?.close();
  }, [asked]);
  return (
    <dialog ref={dialog} className="undo-dialog" onClose={undo.leave} aria-labelledby={title}>
      {asked === null ? null : <Reason key={asked.act} of={asked} title={title} />}
    </dialog>
  );
}

function Reason({ of, title }: { readonly of: Taking; readonly title: string }) {
  const { client, t } = useReader();
  const { isBusy, notice } = useUndo();
  const [why, setWhy] = useState(() => of.reason?.(t) ?? "");
  const [isMissing, setMissing] = useState(false);
  const field = useRef<HTMLTextAreaElement>(null);
  const id = useId();
  const trouble = notice?.is === "failed" && notice.of.act === of.act ? notice.trouble : null;
  // A sentence is there already: it can be written over at once.
  useEffect(() => field.current?.select(), []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setMissing(why.trim() === "");
    if (why.trim() !== "") void undo.take(of, client, why.trim());
  };
  return (
    <form onSubmit={submit}>
      <h2 id={title}>{t("undo.take", { what: of.what(t) })}</h2>
      <p>{of.records(t)}</p>
      <label htmlFor={id}>{t("undo.why")}</label>
      <textarea
        ref={field}
        id={id}
        rows={2}
        dir="auto"
        value={why}
        aria-invalid={isMissing}
        aria-describedby={`${id}-missing`}
        onChange={(event) => setWhy(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || !event.ctrlKey || event.nativeEvent.isComposing) return;
          event.currentTarget.form?.requestSubmit();
        }}
      />
      <p id={`${id}-missing`} className="trouble" role="alert">
        {isMissing ? t("undo.why.missing") : null}
        {trouble === null ? null : <TroubleWords of={trouble} />}
      </p>
      <div className="undo-buttons">
        <button type="submit" className="primary" aria-disabled={isBusy}>
          {t(isBusy ? "undo.taking" : "undo.confirm")}
        </button>
        <button type="button" onClick={undo.leave}>
          {t("undo.leave")}
        </button>
      </div>
    </form>
  );
}
