/** How an automatic step stands: by sign and word, what that means here, and what to do next. */
import type { ReactNode } from "react";
import { useReader } from "../settings.tsx";
import { STEP_SIGNS, type StepStateName } from "./step-states.ts";

export function StepSign({ state }: { readonly state: StepStateName }) {
  const { t, mark } = useReader();
  return (
    <strong className={`step-sign ${state}`} {...mark(t(`state.${state}`))}>
      <span aria-hidden="true">{STEP_SIGNS[state]}</span> {t(`state.${state}`)}
    </strong>
  );
}

interface StepStateProps {
  readonly state: StepStateName;
  /** What the state means here. */
  readonly children: ReactNode;
  /** A link, a button or a command. */
  readonly next: ReactNode;
}

export function StepState({ state, children, next }: StepStateProps) {
  const { mark } = useReader();
  return (
    <div className={`state step-state ${state}`} data-step={state}>
      <p>
        <StepSign state={state} />{" "}
        <span {...(typeof children === "string" ? mark(children) : {})}>{children}</span>
      </p>
      <p className="next">{next}</p>
    </div>
  );
}
