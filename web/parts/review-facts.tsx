/** What every sitting of review says at its head: how far it is, who decides, and what the link has not heard of. */
import type { ReactNode } from "react";
import { useReader } from "../settings.tsx";
import type { LongWork } from "../use-long-work.ts";
import { toStart } from "./long-work.tsx";
import { NextDeed } from "./next-deed.tsx";
import { Said } from "./words.tsx";

interface ReviewFactsProps {
  readonly caseId: string;
  readonly done: number;
  readonly total: number;
  /** How far it is, in words. */
  readonly progress: string;
  readonly reviewer: string;
  readonly sinceLink: number;
  readonly work: LongWork;
  readonly children: ReactNode;
}

export function ReviewFacts(props: ReviewFactsProps) {
  const { caseId, done, total, progress, reviewer, sinceLink, work, children } = props;
  const { t } = useReader();
  return (
    <>
      <p className="facts" aria-live="polite">
        <span>{progress}</span>
        {total === 0 ? null : <progress max={total} value={done} aria-label={progress} />}
        {children}
        <span>
          <Said>{t("review.reviewer", { reviewer })}</Said>
        </span>
      </p>
      {sinceLink === 0 ? null : (
        <p className="facts">
          <span className="role-text">{t("review.sinceLink", { count: sinceLink })}</span>
          {work.state === "open" ? (
            <button type="button" onClick={() => toStart("link")}>
              {t("review.linkAgain")}
            </button>
          ) : (
            <NextDeed caseId={caseId} deed="link" />
          )}
        </p>
      )}
    </>
  );
}
