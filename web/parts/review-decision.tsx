/** The bar of answers to a pair: what became of the last answer, and which it was. */
import type { RefObject } from "react";
import { useReader } from "../settings.tsx";
import type { ReviewSitting } from "../use-review.ts";
import { DecisionBar } from "./decision-bar.tsx";
import { shareText, signedNumber } from "./review-waterfall.tsx";
import { REVIEW_KEYS, type ReviewKey } from "./single-keys.ts";
import { Said } from "./words.tsx";

interface ReviewDecisionProps {
  readonly sitting: ReviewSitting;
  readonly reason: string;
  readonly setReason: (reason: string) => void;
  readonly press: (key: ReviewKey) => void;
  readonly field: RefObject<HTMLInputElement | null>;
}

/** What has a button; the others look or write. */
const BUTTONS = ["same", "different", "unsure", "skip", "undo"] as const satisfies readonly ReviewKey[];
type ButtonKey = (typeof BUTTONS)[number];
const hasButton = (name: ReviewKey): name is ButtonKey => BUTTONS.some((each) => each === name);

export function ReviewDecision({ sitting, reason, setReason, press, field }: ReviewDecisionProps) {
  const { t } = useReader();
  const { pair, view, trouble } = sitting;
  const last = view?.lastMine ?? null;
  return (
    <DecisionBar
      label={t("review.decide")}
      news={
        <>
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
        </>
      }
      {...{ trouble, press }}
      troubleHead={
        trouble?.code === "case/judgement-reason" ? <strong>{t("review.reason.needed")}</strong> : null
      }
      retry={sitting.retry}
      reason={{ text: reason, write: setReason, field, label: t("review.reason"), isRequired: false }}
      buttons={REVIEW_KEYS.flatMap((key) =>
        hasButton(key.name)
          ? [
              {
                key,
                label: t(`review.${key.name}`),
                isOff: key.name === "undo" ? last === null : pair === null,
              },
            ]
          : [],
      )}
      looking={["skip"]}
    />
  );
}

function Done({ sitting: { done } }: { readonly sitting: ReviewSitting }) {
  const { t, locale } = useReader();
  if (done === null) return null;
  const revealed = done.revealed?.waterfall ?? null;
  return (
    <span>
      {t("review.done", { answer: t(`review.${done.answer}`) })}{" "}
      {revealed === null
        ? null
        : t("review.revealed", {
            bits: signedNumber(revealed.totalBits, locale),
            probability: shareText(revealed.probability, locale),
          })}{" "}
      {done.counts ? null : t("review.uncounted")}
    </span>
  );
}
