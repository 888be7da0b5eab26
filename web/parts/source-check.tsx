/** The sealed bytes of a source held against their hash, now, and when that was. */
import { useCallback, useRef, useState } from "react";
import type { SourceCheckView } from "../../src/server/client.ts";
import { useReader } from "../settings.tsx";
import { type Trouble, toTrouble } from "../trouble.ts";
import { dayOf } from "./days.ts";
import { KeyCap } from "./key-cap.tsx";
import { VERIFY } from "./single-keys.ts";
import { StepSign } from "./step-state.tsx";
import { TroubleWords } from "./trouble-words.tsx";
import { Day } from "./words.tsx";

export type Checked =
  | { readonly state: "none" }
  | { readonly state: "running" }
  | { readonly state: "done"; readonly view: SourceCheckView; readonly at: Date }
  | { readonly state: "failed"; readonly trouble: Trouble };

export interface SourceCheck {
  readonly checked: Checked;
  readonly check: () => void;
}

export function useSourceCheck(caseId: string, source: string): SourceCheck {
  const { client } = useReader();
  const [checked, setChecked] = useState<Checked>({ state: "none" });
  const isRunning = useRef(false);
  const check = useCallback(() => {
    if (isRunning.current) return;
    isRunning.current = true;
    setChecked({ state: "running" });
    const tell = (outcome: Checked) => {
      isRunning.current = false;
      setChecked(outcome);
    };
    client.checkSource(caseId, source).then(
      (view) => tell({ state: "done", view, at: new Date() }),
      (error: unknown) => tell({ state: "failed", trouble: toTrouble(error) }),
    );
  }, [client, caseId, source]);
  return { checked, check };
}

export function SourceCheckLine({ checked, check }: SourceCheck) {
  const { t } = useReader();
  return (
    <div className="source-check">
      <button type="button" onClick={check} aria-disabled={checked.state === "running"}>
        {t("check.now")}
        <KeyCap of={VERIFY} />
      </button>
      <output>
        <Outcome checked={checked} />
      </output>
    </div>
  );
}

function Outcome({ checked }: { readonly checked: Checked }) {
  const { t, locale, digits, number } = useReader();
  if (checked.state === "none")
    return (
      <>
        <StepSign state="not-run" /> {t("check.none")}
      </>
    );
  if (checked.state === "running") return t("check.running");
  if (checked.state === "failed")
    return (
      <span className="check-bad">
        <StepSign state="failed" /> <TroubleWords of={checked.trouble} />
      </span>
    );
  const { view, at } = checked;
  const time = at.toLocaleTimeString(locale);
  if (!view.ok) {
    return (
      <strong className="check-bad">
        <span aria-hidden="true">✗ </span>
        {t(view.isIntact ? "check.bad.act" : "check.bad", { time })}
      </strong>
    );
  }
  const [before = "", after = ""] = t("check.act", {
    day: "\n",
    leaf: digits(String(view.act.leafIndex)),
    size: number(view.treeSize),
  }).split("\n");
  return (
    <>
      <strong className="check-good">
        <span aria-hidden="true">✓ </span>
        {t("check.good", { time })}
      </strong>{" "}
      {view.isReadable ? null : `${t("check.unread")} `}
      {before}
      <Day day={dayOf(view.act.at)} />
      {after} {t("check.about")}
    </>
  );
}
