/** What was recorded last, in a line at the edge of the window, and a button that takes it back. */
import { type RefObject, useEffect, useRef, useState } from "react";
import { useReader } from "../settings.tsx";
import { UNDO_KEY, undo, useTakeBack, useUndo } from "../undo.tsx";
import type { UndoNotice as Notice } from "../undo-store.ts";
import { TroubleWords } from "./trouble-words.tsx";

const STAYS_MS = 30_000;

export function UndoNotice({ caseId }: { readonly caseId: string }) {
  const { t } = useReader();
  const { notice: last, asked } = useUndo();
  // Where a reason is being asked for, the question tells what goes wrong.
  const notice = last?.of.caseId === caseId && asked === null ? last : null;
  const box = useRef<HTMLElement>(null);
  const hold = useStay(notice);
  useOutOfTheWay(box, notice);
  return (
    <section ref={box} className="undo" aria-label={t("undo.title")} {...hold}>
      {/* Always there: only what changes in it is told. */}
      <output>{notice === null ? null : <NoticeWords notice={notice} />}</output>
      {notice === null ? null : <NoticeButtons notice={notice} />}
    </section>
  );
}

function NoticeWords({ notice: { is, of, trouble, more } }: { readonly notice: Notice }) {
  const { t } = useReader();
  const what = of.what(t);
  return (
    <>
      <strong>{t(`undo.${is}`, { what })}</strong> {is === "recorded" ? of.records(t) : null}
      {is === "taken" ? t("undo.act") : null} {more === null ? null : more(t)}
      {trouble === null ? null : (
        <span className="trouble">
          <TroubleWords of={trouble} />
        </span>
      )}
    </>
  );
}

function NoticeButtons({ notice }: { readonly notice: Notice }) {
  const { t } = useReader();
  const { isBusy } = useUndo();
  const takeBack = useTakeBack();
  return (
    <span className="undo-buttons">
      {notice.is === "taken" ? null : (
        <button type="button" aria-disabled={isBusy} onClick={() => takeBack(notice.of)}>
          {t("undo.undo")} <kbd dir="ltr">{UNDO_KEY}</kbd>
        </button>
      )}
      <button type="button" onClick={undo.dismiss}>
        {t("undo.dismiss")}
      </button>
    </span>
  );
}

/** It goes by itself, but not from under whoever is at it. */
function useStay(notice: Notice | null) {
  const [isHeld, setHeld] = useState(false);
  useEffect(() => {
    if (notice === null || isHeld) return;
    const timer = setTimeout(undo.dismiss, STAYS_MS);
    return () => clearTimeout(timer);
  }, [notice, isHeld]);
  useEffect(() => {
    if (notice === null) setHeld(false);
  }, [notice]);
  const on = () => setHeld(true);
  const off = () => setHeld(false);
  return { onPointerEnter: on, onPointerLeave: off, onFocus: on, onBlur: off };
}

/** What has the focus is brought out from under it when it comes. */
function useOutOfTheWay(box: RefObject<HTMLElement | null>, notice: Notice | null): void {
  useEffect(() => {
    const focused = document.activeElement;
    if (notice === null || box.current === null || focused === null) return;
    if (focused === document.body || focused.id === "content" || box.current.contains(focused)) return;
    const covered = focused.getBoundingClientRect().bottom > box.current.getBoundingClientRect().top;
    if (covered) focused.scrollIntoView({ block: "nearest" });
  }, [box, notice]);
}
