/** How much of somebody may be shown outside: one of five, with the reason. */
import { type FormEvent, useId, useState } from "react";
import type { VisibilityDecisionView } from "../../src/server/client.ts";
import { useReader } from "../settings.tsx";
import { type Trouble, toTrouble } from "../trouble.ts";
import { TroubleWords } from "./trouble-words.tsx";

export const SHOWN = ["full", "name", "initials", "counted", "withheld"] as const;

interface VisibilityFormProps {
  readonly caseId: string;
  /** Ids of what it is decided of. */
  readonly covers: readonly string[];
  /** What stands; null where nothing does. */
  readonly standing: VisibilityDecisionView["visibility"] | null;
  readonly whenDecided: () => void;
}

export function VisibilityForm({ caseId, covers, standing, whenDecided }: VisibilityFormProps) {
  const { client, t } = useReader();
  const [visibility, setVisibility] = useState<VisibilityDecisionView["visibility"] | null>(standing);
  const [why, setWhy] = useState("");
  const form = useDecision(async () => {
    if (visibility === null) return;
    await client.setVisibility(caseId, { covers, visibility, why: why.trim() });
    whenDecided();
  });
  const isMissing = visibility === null || why.trim() === "";
  return (
    <form className="decision-form" onSubmit={(event) => form.submit(event, isMissing)}>
      <fieldset>
        <legend>{t("publish.show")}</legend>
        {SHOWN.map((each) => (
          <Choice
            key={each}
            isChosen={visibility === each}
            choose={() => setVisibility(each)}
            word={t(`publish.show.${each}`)}
            about={t(`publish.show.${each}.about`)}
          />
        ))}
      </fieldset>
      <WordsField label={t("publish.why")} value={why} change={setWhy} isMissing={form.isIncomplete} />
      <Outcome form={form} missing={t("publish.why.missing")} />
    </form>
  );
}

export interface DecisionForm {
  readonly isBusy: boolean;
  /** Whether it was sent before everything was written. */
  readonly isIncomplete: boolean;
  readonly trouble: Trouble | null;
  readonly submit: (event: FormEvent, isMissing: boolean) => void;
}

/** Records once, and keeps what was written where that fails. */
export function useDecision(record: () => Promise<void>): DecisionForm {
  const [isBusy, setBusy] = useState(false);
  const [isIncomplete, setIncomplete] = useState(false);
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const send = async () => {
    setBusy(true);
    setTrouble(null);
    try {
      await record();
    } catch (error) {
      setTrouble(toTrouble(error));
    } finally {
      setBusy(false);
    }
  };
  return {
    ...{ isBusy, isIncomplete, trouble },
    submit: (event, isMissing) => {
      event.preventDefault();
      setIncomplete(isMissing);
      if (!isMissing && !isBusy) void send();
    },
  };
}

interface ChoiceProps {
  readonly isChosen: boolean;
  readonly choose: () => void;
  readonly word: string;
  readonly about: string;
}

export function Choice({ isChosen, choose, word, about }: ChoiceProps) {
  return (
    <label className="check">
      {/* Those of one form are one choice, since a form of its own is around them. */}
      <input type="radio" name="choice" checked={isChosen} onChange={choose} />
      <span>
        {word} <small>{about}</small>
      </span>
    </label>
  );
}

interface WordsFieldProps {
  readonly label: string;
  readonly value: string;
  readonly change: (words: string) => void;
  readonly isMissing: boolean;
}

export function WordsField({ label, value, change, isMissing }: WordsFieldProps) {
  const id = useId();
  return (
    <div className="words-field">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        dir="auto"
        rows={2}
        value={value}
        aria-invalid={isMissing && value.trim() === ""}
        onChange={(event) => change(event.currentTarget.value)}
      />
    </div>
  );
}

/** The button, and what stands in the way. */
export function Outcome({ form, missing }: { readonly form: DecisionForm; readonly missing: string }) {
  const { t } = useReader();
  return (
    <>
      <p className="trouble" role="alert">
        {form.isIncomplete ? missing : null}
        {form.trouble === null ? null : <TroubleWords of={form.trouble} />}
      </p>
      <button type="submit" className="primary" aria-disabled={form.isBusy}>
        {t(form.isBusy ? "publish.deciding" : "publish.decide")}
      </button>
    </>
  );
}
