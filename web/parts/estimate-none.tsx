/** Where no estimate stands: not run, or failed, with what it needs; and where every method refused. */
import type { RefObject } from "react";
import { Link } from "wouter";
import { useReader } from "../settings.tsx";
import type { LongWork } from "../use-long-work.ts";
import { NextCommand, NextDeed } from "./next-deed.tsx";
import { StepSign, StepState } from "./step-state.tsx";
import { stepStateOf } from "./step-states.ts";

interface NoEstimateProps {
  readonly caseId: string;
  readonly work: LongWork;
  readonly plan: RefObject<HTMLDetailsElement | null>;
}

/** Each thing that an estimate needs leads to where it is had. */
export function NoEstimate({ caseId, work, plan }: NoEstimateProps) {
  const { t, mark } = useReader();
  // While it runs, the work itself says so.
  if (work.job?.state === "running") return null;
  const state = stepStateOf({ isRun: false, hasFailed: work.job?.state === "failed", found: 0 });
  const say = () => {
    if (plan.current === null) return;
    plan.current.open = true;
    plan.current.querySelector("textarea")?.focus();
  };
  return (
    <div className={`state step-state ${state}`} data-step={state}>
      <p>
        <StepSign state={state} /> {state === "failed" ? `${t("estimate.none.failed")} ` : null}
        <span {...mark(t("estimate.none"))}>{t("estimate.none")}</span>
      </p>
      <p>{t("estimate.none.next")}:</p>
      <ul className="needs">
        <li>
          {t("estimate.none.lists")}{" "}
          <span className="next">
            <NextDeed caseId={caseId} deed="import" />
          </span>
        </li>
        <li>
          {t("estimate.none.linked")}{" "}
          <span className="next">
            <NextDeed caseId={caseId} deed="link" />
          </span>
        </li>
        <li>
          {t("estimate.none.assumption")}{" "}
          <span className="next">
            {work.state === "open" ? (
              <button type="button" onClick={say}>
                {t("estimate.none.plan")}
              </button>
            ) : (
              <NextCommand command="inquest estimate --case DIR" />
            )}
          </span>
        </li>
      </ul>
    </div>
  );
}

export function AllRefused({ caseId }: { readonly caseId: string }) {
  const { t } = useReader();
  return (
    <StepState state="nothing" next={<Link href={`/${caseId}/review`}>{t("estimate.allRefused.next")}</Link>}>
      {t("estimate.allRefused")}
    </StepState>
  );
}
