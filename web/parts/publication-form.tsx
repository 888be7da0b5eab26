/** How exactly a site may be told to strangers: with what is risked by it, why, and who looked at it. */
import { useId, useState } from "react";
import type { PublicationDecisionView } from "../../src/server/client.ts";
import { useReader } from "../settings.tsx";
import { toKilometres } from "./kilometres.ts";
import { Choice, Outcome, useDecision, WordsField } from "./visibility-form.tsx";

const TOLD = ["exact", "coarsened", "withheld"] as const;

interface PublicationFormProps {
  readonly caseId: string;
  readonly site: string;
  readonly standing: PublicationDecisionView | null;
  readonly whenDecided: () => void;
}

export function PublicationForm({ caseId, site, standing, whenDecided }: PublicationFormProps) {
  const { client, t } = useReader();
  const [decision, setDecision] = useState(standing?.publication ?? null);
  const [km, setKm] = useState(String(standing?.km ?? ""));
  const [risk, setRisk] = useState(standing?.risk ?? "");
  const [reason, setReason] = useState("");
  const [reviewer, setReviewer] = useState(standing?.by ?? "");
  const kmId = useId();
  const isCoarse = decision === "coarsened";
  const distance = toKilometres(km);
  const form = useDecision(async () => {
    if (decision === null) return;
    await client.decidePublication(caseId, site, {
      ...{ decision, risk: risk.trim(), reason: reason.trim(), reviewer: reviewer.trim() },
      ...(isCoarse && distance !== null ? { km: distance } : {}),
    });
    whenDecided();
  });
  const isMissingKm = isCoarse && distance === null;
  const isMissing =
    decision === null || isMissingKm || [risk, reason, reviewer].some((words) => words.trim() === "");
  return (
    <form className="decision-form" onSubmit={(event) => form.submit(event, isMissing)}>
      <fieldset>
        <legend>{t("publish.place")}</legend>
        {TOLD.map((each) => (
          <Choice
            key={each}
            isChosen={decision === each}
            choose={() => setDecision(each)}
            word={t(`publish.place.${each}`)}
            about={t(`publish.place.${each}.about`)}
          />
        ))}
      </fieldset>
      {isCoarse ? (
        <div className="words-field">
          <label htmlFor={kmId}>{t("publish.place.km")}</label>
          <input
            id={kmId}
            type="text"
            inputMode="decimal"
            dir="ltr"
            value={km}
            aria-invalid={form.isIncomplete && isMissingKm}
            onChange={(event) => setKm(event.currentTarget.value)}
          />
        </div>
      ) : null}
      <WordsField
        label={t("publish.place.risk")}
        value={risk}
        change={setRisk}
        isMissing={form.isIncomplete}
      />
      <WordsField label={t("publish.why")} value={reason} change={setReason} isMissing={form.isIncomplete} />
      <WordsField
        label={t("publish.place.reviewer")}
        value={reviewer}
        change={setReviewer}
        isMissing={form.isIncomplete}
      />
      <Outcome form={form} missing={t(isMissingKm ? "publish.place.km.missing" : "publish.place.missing")} />
    </form>
  );
}
