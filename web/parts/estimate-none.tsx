/** Where no estimate stands: not run, or failed, with what it needs; and where every method refused. */
import type { ReactNode, RefObject } from "react";
import { Link } from "wouter";
import type { EstimateView } from "../../src/server/client.ts";
import { useReader } from "../settings.tsx";
import type { LongWork } from "../use-long-work.ts";
import { NextCommand, NextDeed } from "./next-deed.tsx";
import { StepSign, StepState } from "./step-state.tsx";
import { stepStateOf } from "./step-states.ts";

interface NoEstimateProps {
  readonly caseId: string;
  readonly work: LongWork;
  readonly plan: RefObject<HTMLDetailsElement | null>;
  readonly needs: EstimateView["needs"];
}

const LEAST_LISTS = 2;

/** Each thing that an estimate needs is there, or leads to where it is had once what comes before it is there. */
export function NoEstimate({ caseId, work, plan, needs }: NoEstimateProps) {
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
        <Need word="lists" isThere={needs.personLists >= LEAST_LISTS}>
          <NextDeed caseId={caseId} deed="import" />
        </Need>
        <Need word="linked" isThere={needs.isLinked}>
          {needs.personLists === 0 ? null : <NextDeed caseId={caseId} deed="link" />}
        </Need>
        <Need word="assumption" isThere={false}>
          {needs.personLists === 0 ? null : work.state === "open" ? (
            <button type="button" onClick={say}>
              {t("estimate.none.plan")}
            </button>
          ) : (
            <NextCommand command="inquest estimate --case DIR" />
          )}
        </Need>
      </ul>
    </div>
  );
}

interface NeedProps {
  readonly word: "lists" | "linked" | "assumption";
  readonly isThere: boolean;
  /** How it is had; null while something else comes first. */
  readonly children: ReactNode;
}

function Need({ word, isThere, children }: NeedProps) {
  const { t } = useReader();
  return (
    <li>
      {t(`estimate.none.${word}`)}{" "}
      {isThere ? (
        <strong className="need-there">
          <span aria-hidden="true">✓</span> {t("estimate.none.there")}
        </strong>
      ) : children === null ? null : (
        <span className="next">{children}</span>
      )}
    </li>
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
