/** Review of a case in which no link stands: nothing to link, not linked yet, or the link failed. */
import type { ReviewView } from "../../src/server/client.ts";
import { useReader } from "../settings.tsx";
import type { LongWork } from "../use-long-work.ts";
import { toStart } from "./long-work.tsx";
import { NextDeed } from "./next-deed.tsx";
import { StepState } from "./step-state.tsx";
import { stepStateOf } from "./step-states.ts";

interface NotLinkedProps {
  readonly caseId: string;
  readonly view: Pick<ReviewView, "personLists">;
  readonly work: LongWork;
}

export function NotLinked({ caseId, view, work }: NotLinkedProps) {
  const { t, mark } = useReader();
  if (view.personLists === 0)
    return (
      <StepState state="not-run" next={<NextDeed caseId={caseId} deed="import" />}>
        {t("review.noLists")}
      </StepState>
    );
  // While it runs, the work itself says so.
  if (work.job?.state === "running") return null;
  const state = stepStateOf({ isRun: false, hasFailed: work.job?.state === "failed", found: 0 });
  const next =
    work.state === "open" ? (
      <button type="button" onClick={() => toStart("link")} {...mark(t("next.start"))}>
        {t("next.start")}
      </button>
    ) : (
      <NextDeed caseId={caseId} deed="link" />
    );
  return (
    <StepState state={state} next={next}>
      {t(state === "failed" ? "review.notLinked.failed" : "review.notLinked")}
    </StepState>
  );
}
