/** One figure: what it is, its value, who says so, what it rests on, and what cannot be true beside it. */
import { Link } from "wouter";
import type { FigureOnScreen } from "../../src/server/client.ts";
import { useReader } from "../settings.tsx";
import { OriginButton } from "./origin.tsx";
import { isNumeric, RangeTrack } from "./range-track.tsx";
import { Said, Standing, Time } from "./words.tsx";

interface FigureRowProps {
  readonly figure: FigureOnScreen;
  /** The figures of the same question, among which are those that contradict this one. */
  readonly all: readonly FigureOnScreen[];
  readonly caseId: string;
  /** The row above says the same; eyes need not read it twice. */
  readonly isLabelRepeated: boolean;
  /** The end of the group's common scale; null for what is no number or stands alone. */
  readonly scale: number | null;
}

export function FigureRow({ figure, all, caseId, isLabelRepeated, scale }: FigureRowProps) {
  const { t } = useReader();
  const wordsOf = useValueText();
  const value = wordsOf(figure);
  return (
    <li className={`figure ${figure.standing}`} id={figure.id} data-origin={figure.id}>
      <p className={isLabelRepeated ? "figure-label repeated" : "figure-label"}>
        <Said>{figure.label}</Said>
      </p>
      <div className="figure-main">
        <span className="figure-line">
          <Link
            href={traceHref(caseId, figure.id)}
            className="figure-value"
            aria-label={`${figure.label}: ${value}. ${t("overview.trace")}`}
          >
            <Said>{value === "" ? "–" : value}</Said>
          </Link>
          <OriginButton id={figure.id} label={`${figure.label}: ${value}`} />
        </span>
        {scale === null ? null : <RangeTrack figure={figure} scale={scale} />}
        <p className="figure-about">
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
        </p>
        <Rivals figure={figure} all={all} caseId={caseId} />
      </div>
      <div className="figure-footing">
        <p className="facts">
          <Standing standing={figure.standing} />
          {figure.footing.sealedSources > 0 && figure.footing.originalsHeld === 0 ? (
            <span className="footing-summary">{t("footing.summary")}</span>
          ) : null}
        </p>
        <Footing figure={figure} />
      </div>
    </li>
  );
}

/** Numbers in the digits of the reader; a value in words stays as it was said. */
function useValueText(): (figure: FigureOnScreen) => string {
  const { rewritten } = useReader();
  return (figure) => (isNumeric(figure) ? rewritten(figure.valueText) : figure.valueText);
}

/** What cannot be true together with this figure. */
function Rivals({ figure, all, caseId }: Pick<FigureRowProps, "figure" | "all" | "caseId">) {
  const { t } = useReader();
  const wordsOf = useValueText();
  const rivals = all.filter((other) => figure.contradictedBy.includes(other.id));
  if (rivals.length === 0) return null;
  return (
    <p className="rivals">
      <span aria-hidden="true">⇹ </span>
      {t("overview.contradicted")}{" "}
      {rivals.map((rival, index) => (
        <span key={rival.id}>
          {index > 0 ? "; " : ""}
          <Link href={traceHref(caseId, rival.id)}>
            <Said>{wordsOf(rival)}</Said>
          </Link>
          {rival.speaker === null ? null : (
            <>
              {" ("}
              <Said>{rival.speaker}</Said>
              {")"}
            </>
          )}
        </span>
      ))}
    </p>
  );
}

/** The footing: sealed, stated, reviewed, as three steps that are filled or empty, and in words. */
function Footing({ figure }: { readonly figure: FigureOnScreen }) {
  const { t } = useReader();
  const { sealedSources, statements, records, reviewed } = figure.footing;
  const words = [
    t("footing.sealed", { count: sealedSources }),
    records > 0 ? t("footing.records", { count: records }) : t("footing.statements", { count: statements }),
    t("footing.reviewed", { count: reviewed }),
  ];
  return (
    <span className="footing">
      <FootingBar steps={[sealedSources > 0, statements + records > 0, reviewed > 0]} />
      <span className="footing-words">
        <span className="visually-hidden">{t("footing.label")}: </span>
        {words.join(" · ")}
      </span>
    </span>
  );
}

/** Three steps, filled as far as the figure's footing goes; the words beside it say the same. */
export function FootingBar({ steps }: { readonly steps: readonly [boolean, boolean, boolean] }) {
  return (
    <span className="bar" aria-hidden="true">
      {steps.map((isFilled, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: three fixed steps in a fixed order.
        <i key={index} className={isFilled ? "filled" : ""} />
      ))}
    </span>
  );
}

function traceHref(caseId: string, id: string): string {
  return `/${caseId}/trace/${encodeURIComponent(id)}`;
}
