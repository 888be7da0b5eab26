/** The sealed bytes of a source held against their hash, now, and when that was. */
import { useCallback, useState } from "react";
import { ApiFailure, type SourceCheckView } from "../../src/server/client.ts";
import { useReader } from "../settings.tsx";
import { KeyCap } from "./key-cap.tsx";
import { VERIFY } from "./single-keys.ts";
import { Day } from "./words.tsx";

const MS_A_DAY = 86_400_000;

export type Checked =
  | { readonly state: "none" }
  | { readonly state: "running" }
  | { readonly state: "done"; readonly view: SourceCheckView; readonly at: Date }
  | { readonly state: "failed"; readonly message: string };

export interface SourceCheck {
  readonly checked: Checked;
  readonly check: () => void;
}

export function useSourceCheck(caseId: string, source: string): SourceCheck {
  const { client, t } = useReader();
  const [checked, setChecked] = useState<Checked>({ state: "none" });
  const check = useCallback(() => {
    setChecked({ state: "running" });
    client.checkSource(caseId, source).then(
      (view) => setChecked({ state: "done", view, at: new Date() }),
      (error: unknown) => {
        const isGone = error instanceof ApiFailure && error.code === "client/unreachable";
        const message = error instanceof Error ? error.message : String(error);
        setChecked({ state: "failed", message: isGone ? t("app.unreachable") : message });
      },
    );
  }, [client, caseId, source, t]);
  return { checked, check };
}

export function SourceCheckLine({ checked, check }: SourceCheck) {
  const { t } = useReader();
  return (
    <div className="source-check">
      <button type="button" onClick={check} disabled={checked.state === "running"}>
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
  if (checked.state === "none") return null;
  if (checked.state === "running") return t("check.running");
  if (checked.state === "failed") return <strong className="check-bad">{checked.message}</strong>;
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
      <Day day={Math.floor(Date.parse(view.act.at) / MS_A_DAY)} />
      {after} {t("check.about")}
    </>
  );
}
