/** The bar of answers: buttons with their keys, the reason, what became of the last answer. */
import type { RefObject } from "react";
import { useReader } from "../settings.tsx";
import type { ReviewSitting } from "../use-review.ts";
import { KeyCap } from "./key-cap.tsx";
import { shareText, signedNumber } from "./review-waterfall.tsx";
import { REVIEW_KEYS, type ReviewKey } from "./single-keys.ts";
import { TroubleWords } from "./trouble-words.tsx";
import { Said } from "./words.tsx";

interface ReviewDecisionProps {
  readonly sitting: ReviewSitting;
  readonly reason: string;
  readonly setReason: (reason: string) => void;
  readonly press: (key: ReviewKey) => void;
  readonly field: RefObject<HTMLInputElement | null>;
}

export function ReviewDecision({ sitting, reason, setReason, press, field }: ReviewDecisionProps) {
  const { t } = useReader();
  const { pair, view, trouble } = sitting;
  const last = view?.lastMine ?? null;
  const buttons = REVIEW_KEYS.filter(({ name }) => name !== "reason");
  const isOff = (name: ReviewKey) => (name === "undo" ? last === null : pair === null);
  return (
    <section className="review-bar" aria-label={t("review.decide")}>
      <div className="review-news" aria-live="polite">
        {trouble === null ? <Done sitting={sitting} /> : null}
        {last === null ? null : (
          <span className="last">
            {t("review.last", { answer: last.answerText })}{" "}
            {[last.left, last.right].map(({ names, list, recordId }, index) => (
              <span key={`${list} ${recordId}`}>
                {index === 0 ? null : " | "}
                <Said>{names[0] ?? `${list}:${recordId}`}</Said>
              </span>
            ))}
            {last.others === 0 ? null : ` ${t("review.last.others", { count: last.others })}`}
          </span>
        )}
      </div>
      {trouble === null ? null : (
        <div className="trouble" role="alert">
          {trouble.code === "case/judgement-reason" ? <strong>{t("review.reason.needed")}</strong> : null}
          <span>
            <TroubleWords of={trouble} />
          </span>
          <button type="button" onClick={sitting.retry}>
            {t("app.retry")}
          </button>
        </div>
      )}
      <label className="review-reason">
        <span>{t("review.reason")}</span>
        <input
          ref={field}
          type="text"
          dir="auto"
          maxLength={4000}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          onKeyDown={(event) => {
            // Back to the keys: the reason goes with the next answer.
            if (event.key === "Enter" || event.key === "Escape") event.currentTarget.blur();
          }}
        />
      </label>
      <div className="review-buttons">
        {buttons.map(({ name, ...key }) => (
          <button
            key={name}
            type="button"
            className={`answer-${name}`}
            disabled={isOff(name)}
            onClick={() => press(name)}
          >
            {t(`review.${name}`)}
            <KeyCap of={key} />
          </button>
        ))}
      </div>
    </section>
  );
}

function Done({ sitting: { done } }: { readonly sitting: ReviewSitting }) {
  const { t, locale } = useReader();
  if (done === null) return null;
  return (
    <span>
      {t("review.done", { answer: t(`review.${done.answer}`) })}{" "}
      {done.revealed === null
        ? null
        : t("review.revealed", {
            bits: signedNumber(done.revealed.bits, locale),
            probability: shareText(done.revealed.probability, locale),
          })}{" "}
      {done.counts ? null : t("review.uncounted")}
    </span>
  );
}
