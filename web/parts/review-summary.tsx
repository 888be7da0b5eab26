/** What waits, what was done, and how good links and reviewers are. */
import { Link } from "wouter";
import type { AgreementView, ReviewView } from "../../src/server/client.ts";
import { useReader } from "../settings.tsx";
import { shareText } from "./review-waterfall.tsx";
import { StepSign } from "./step-state.tsx";
import { Said } from "./words.tsx";

export function ReviewSummary({ view, caseId }: { readonly view: ReviewView; readonly caseId: string }) {
  const { t, number, locale } = useReader();
  const { contradictions, bridges, band, second, audit } = view.waiting;
  const counts = {
    contradictions: number(contradictions),
    bridges: number(bridges),
    band: number(band),
  };
  return (
    <div className="review-summary">
      <p className="facts" aria-live="polite">
        {view.pairs.length === 0 ? null : <StepSign state="candidates" />}
        {view.queue === "open" ? <span>{t("review.waiting", counts)}</span> : null}
        {view.queue === "audit" ? <span>{t("review.waiting.audit", { count: audit })}</span> : null}
        {view.queue === "second" || second > 0 ? (
          <span>{t("review.waiting.second", { count: second })}</span>
        ) : null}
        <span>{t("review.judged", { pairs: view.judged.pairs, mine: view.judged.mine })}</span>
        <span>
          <Said>{t("review.reviewer", { reviewer: view.reviewer })}</Said>
        </span>
        {view.sinceLink > 0 ? (
          <span className="role-text">{t("review.sinceLink", { count: view.sinceLink })}</span>
        ) : null}
      </p>
      <details>
        <summary>{t("review.figures")}</summary>
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
    </div>
  );
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
