/** An estimate of the linked lists: what must hold for it is said first, in the words of whoever asks. */
import { type RefObject, useState } from "react";
import { useReader } from "../settings.tsx";
import { type Trouble, toTrouble } from "../trouble.ts";
import { undo } from "../undo.tsx";
import { planTaking } from "../undo-takings.ts";
import type { LongWork } from "../use-long-work.ts";
import { LongWorkControl } from "./long-work.tsx";
import { TroubleWords } from "./trouble-words.tsx";

interface EstimatePlanProps {
  readonly caseId: string;
  readonly work: LongWork;
  readonly details: RefObject<HTMLDetailsElement | null>;
}

/** Nothing where it cannot be done from here. */
export function EstimatePlan({ caseId, work, details }: EstimatePlanProps) {
  const { client, language, t } = useReader();
  const [assumption, setAssumption] = useState("");
  /** Whether a plan was recorded that nothing stood before. */
  const [isFirst, setFirst] = useState(false);
  const [refusal, setRefusal] = useState<Trouble | null>(null);
  if (work.state !== "open") return null;
  const start = async () => {
    try {
      const planned = await client.planEstimate(caseId, { assumption: { [language]: assumption } });
      const taking = planTaking(caseId, planned);
      if (taking !== null) undo.recorded(taking);
      setFirst(planned.acts.length > 0 && taking === null);
      setRefusal(null);
    } catch (error) {
      setRefusal(toTrouble(error));
      return;
    }
    await work.start();
  };
  return (
    // Open from the first word of the work on: what became of it is told in here, too.
    <details ref={details} className="estimate-plan" open={work.job !== null}>
      <summary>{t("estimate.plan")}</summary>
      <LongWorkControl kind="estimate" work={work} start={start}>
        <p>{t("estimate.plan.about")}</p>
        <label>
          <span>{t("estimate.plan.assumption")}</span>
          <textarea
            dir="auto"
            rows={3}
            value={assumption}
            aria-invalid={refusal !== null}
            aria-describedby={refusal === null ? undefined : "plan-refused"}
            onChange={(event) => setAssumption(event.currentTarget.value)}
          />
        </label>
        {refusal === null ? null : (
          <p className="trouble" id="plan-refused" role="alert">
            <TroubleWords of={refusal} />
          </p>
        )}
      </LongWorkControl>
      <p className="note" role="status">
        {isFirst ? t("estimate.plan.first") : null}
      </p>
    </details>
  );
}
