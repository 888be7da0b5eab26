/** What waits, what was done, and how good links and reviewers are. */
import { Link } from "wouter";
import type { AgreementView, ReviewView } from "../../src/server/client.ts";
import { useReader } from "../settings.tsx";
import type { LongWork } from "../use-long-work.ts";
import { JudgedPairs } from "./judged-pairs.tsx";
import { ReviewFacts } from "./review-facts.tsx";
import { ReviewOutlook } from "./review-outlook.tsx";
import { shareText } from "./review-waterfall.tsx";
import { StepSign } from "./step-state.tsx";
import { Said } from "./words.tsx";

interface ReviewSummaryProps {
  readonly view: ReviewView;
  readonly caseId: string;
  readonly work: LongWork;
}

export function ReviewSummary({ view, caseId, work }: ReviewSummaryProps) {
  const { t, locale } = useReader();
  const { contradictions, bridges, band, second } = view.waiting;
  const { done, left, pace } = view.progress;
  return (
    <div className="review-summary">
      <ReviewFacts
        {...{ caseId, work, done }}
        total={done + left}
        progress={t("review.progress", { done, left })}
        reviewer={view.reviewer}
        sinceLink={view.sinceLink}
      >
        {view.pairs.length === 0 ? null : <StepSign state="candidates" />}
        {pace === null || left === 0 ? null : <span>{timeLeft(pace.secondsLeft, t)}</span>}
        {view.queue === "open" ? <span>{t("review.waiting", { contradictions, bridges, band })}</span> : null}
        {view.queue !== "second" && second > 0 ? (
          <span>{t("review.waiting.second", { count: second })}</span>
        ) : null}
        <span>{t("review.judged", { pairs: view.judged.pairs, mine: view.judged.mine })}</span>
      </ReviewFacts>
      {view.queue === "open" ? <ReviewOutlook caseId={caseId} view={view} /> : null}
      <details>
        <summary>{t("review.figures")}</summary>
        <p>
          {pace === null
            ? t("review.pace.none")
            : t("review.pace.about", {
                seconds: pace.secondsEach,
                count: pace.measuredOn,
                minutes: pace.breakSeconds / 60,
              })}
        </p>
        <p>{agreementText(view.agreement, t, locale)}</p>
        {view.agreement.reviewers.length < 2 ? null : (
          <ul>
            {view.agreement.reviewers.map((each) => (
              <li key={`${each.one} ${each.other}`}>
                <Said>{each.one}</Said> – <Said>{each.other}</Said>: {agreementText(each, t, locale)}
              </li>
            ))}
          </ul>
        )}
        {view.audit === null ? (
          <p>
            <StepSign state="not-run" /> {t("review.audit.notRun")}{" "}
            <Link href={`/${caseId}/review?queue=audit`}>{t("review.queue.audit")}</Link>
          </p>
        ) : (
          <p>
            {t("review.audit", {
              judged: view.audit.judged,
              precision: figureText(view.audit.precision, t, locale),
              recall: figureText(view.audit.recall, t, locale),
            })}
          </p>
        )}
      </details>
      {view.judged.mine === 0 ? null : <JudgedPairs caseId={caseId} view={view} />}
    </div>
  );
}

/** Hours from an hour and a half on; never none. */
function timeLeft(seconds: number, t: Words): string {
  const minutes = Math.max(1, Math.round(seconds / 60));
  if (minutes < 90) return t("review.pace.minutes", { minutes });
  return t("review.pace.hours", { hours: Math.round(minutes / 6) / 10 });
}

type Words = ReturnType<typeof useReader>["t"];

function agreementText(
  { pairs, agreed, raw, kappa, standardError }: Omit<AgreementView, "reviewers">,
  t: Words,
  locale: string,
): string {
  if (raw === null) return t("review.agreement.none");
  const params = { pairs, agreed, raw: shareText(raw, locale) };
  if (kappa === null) return t("review.agreement.noKappa", params);
  return t("review.agreement", {
    ...params,
    kappa: shareText(kappa, locale),
    error: shareText(standardError ?? 0, locale),
  });
}

function figureText(
  figure: { readonly value: number; readonly low: number; readonly high: number } | null,
  t: Words,
  locale: string,
): string {
  if (figure === null) return t("review.audit.unknown");
  const share = (value: number) => shareText(value, locale);
  return `\u2068${share(figure.value)} [${share(figure.low)} – ${share(figure.high)}]\u2069`;
}
