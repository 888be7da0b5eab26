/** One figure: what it is, its value, who says so, what it rests on, and what cannot be true beside it. */
import { Link } from "wouter";
import type { FigureOnScreen } from "../../src/server/client.ts";
import { useReader } from "../settings.tsx";
import { Said, Standing, Time } from "./words.tsx";

export interface FigureRowProps {
  readonly figure: FigureOnScreen;
  /** The figures of the same question, among which are those that contradict this one. */
  readonly all: readonly FigureOnScreen[];
  readonly caseId: string;
}

export function FigureRow({ figure, all, caseId }: FigureRowProps) {
  const { t } = useReader();
  const rivals = all.filter((other) => figure.contradictedBy.includes(other.id));
  const href = (id: string) => `/${caseId}/trace/${encodeURIComponent(id)}`;
  return (
    <li className={`figure ${figure.standing}`} id={figure.id}>
      <div className="figure-main">
        <p className="figure-label">
          <Said>{figure.label}</Said>
        </p>
        <Link
          href={href(figure.id)}
          className="figure-value"
          aria-label={`${figure.label}: ${figure.valueText}. ${t("overview.trace")}`}
        >
          <Said>{figure.valueText === "" ? "–" : figure.valueText}</Said>
        </Link>
      </div>
      <div className="figure-about">
        <Standing standing={figure.standing} />
        {figure.speaker === null ? null : (
          <span className="speaker">
            <Said>{figure.speaker}</Said>
          </span>
        )}
        <Time time={figure.timeText} />
        {figure.place === null ? null : (
          <span>
            <Said>{figure.place}</Said>
          </span>
        )}
        <Footing figure={figure} />
      </div>
      {rivals.length === 0 ? null : (
        <p className="rivals">
          <span aria-hidden="true">↔ </span>
          {t("overview.contradicted")}{" "}
          {rivals.map((rival, index) => (
            <span key={rival.id}>
              {index > 0 ? "; " : ""}
              <Link href={href(rival.id)}>
                <Said>{rival.valueText}</Said>
              </Link>
              {rival.speaker === null ? "" : " ("}
              {rival.speaker === null ? null : <Said>{rival.speaker}</Said>}
              {rival.speaker === null ? "" : ")"}
            </span>
          ))}
        </p>
      )}
    </li>
  );
}

/** The footing: sealed, stated, reviewed, as three steps that are filled or empty, and in words. */
function Footing({ figure }: { readonly figure: FigureOnScreen }) {
  const { t } = useReader();
  const { sealedSources, originalsHeld, statements, records, reviewed } = figure.footing;
  const steps = [sealedSources > 0, statements + records > 0, reviewed > 0];
  const words = [
    t("footing.sealed", { count: sealedSources }),
    records > 0 ? t("footing.records", { count: records }) : t("footing.statements", { count: statements }),
    t("footing.reviewed", { count: reviewed }),
    ...(sealedSources > 0 && originalsHeld === 0 ? [t("footing.summary")] : []),
  ];
  return (
    <span className="footing" title={`${t("footing.label")}: ${words.join(", ")}`}>
      <span className="bar" aria-hidden="true">
        {steps.map((isFilled, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: three fixed steps in a fixed order.
          <i key={index} className={isFilled ? "filled" : ""} />
        ))}
      </span>
      <span className="footing-words">{words.join(" · ")}</span>
    </span>
  );
}
