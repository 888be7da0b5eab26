/** What the pairs that wait may still change: each figure now, and with the whole queue decided one way or the other. */
import { Link } from "wouter";
import type { OutlookFigureView, ReviewOutlookView, ReviewView } from "../../src/server/client.ts";
import { useReader } from "../settings.tsx";
import { useSettled } from "../use-settled.ts";
import { useView } from "../use-view.ts";
import { isolated } from "./words.tsx";

/** Not asked anew after each answer while somebody answers quickly: the next pair comes first. */
const SETTLED_MS = 2500;

interface ReviewOutlookProps {
  readonly caseId: string;
  readonly view: ReviewView;
}

export function ReviewOutlook({ caseId, view }: ReviewOutlookProps) {
  const { client, language, t } = useReader();
  const { waiting, judged, sinceLink } = view;
  const state = useSettled(JSON.stringify([waiting, judged, sinceLink]), SETTLED_MS);
  const outlook = useView(`outlook ${caseId} ${language} ${state}`, () => client.reviewOutlook(caseId));
  // The queue works without it, and what went wrong with the queue is told there.
  if (outlook.state !== "ready") return null;
  const { figures } = outlook.view;
  if (figures === null) return <p className="note">{t("review.outlook.otherTime")}</p>;
  const [first] = figures;
  if (first === undefined)
    return outlook.view.waiting === 0 ? null : <p className="note">{t("review.outlook.none")}</p>;
  return (
    <details className="outlook">
      <summary>
        {t("review.outlook", { count: figures.length })} · <First figure={first} />
      </summary>
      <Figures outlook={outlook.view} figures={figures} caseId={caseId} />
    </details>
  );
}

function First({ figure: { label, now, allSame, allDifferent } }: { readonly figure: OutlookFigureView }) {
  const { t } = useReader();
  const [low, high] = [Math.min(allSame, allDifferent), Math.max(allSame, allDifferent)];
  return <span>{t("review.outlook.first", { label: isolated(label), current: now, low, high })}</span>;
}

interface FiguresProps {
  readonly outlook: ReviewOutlookView;
  readonly figures: readonly OutlookFigureView[];
  readonly caseId: string;
}

function Figures({ outlook: { waiting, likely }, figures, caseId }: FiguresProps) {
  const { t, number } = useReader();
  const COLUMNS = ["now", "asLeft", "allSame", "allDifferent"] as const;
  // What was decided changes nothing by itself where the link has heard of it.
  const columns = COLUMNS.filter(
    (name) => name !== "asLeft" || figures.some(({ now, asLeft }) => now !== asLeft),
  );
  const trace = (id: string) => `/${caseId}/trace/${encodeURIComponent(id)}`;
  return (
    <>
      <table className="stacking">
        <thead>
          <tr>
            <th scope="col">{t("review.outlook.figure")}</th>
            {columns.map((name) => (
              <th key={name} scope="col">
                {t(`review.outlook.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {figures.map((figure) => (
            <tr key={figure.id}>
              <th scope="row">
                <Link href={trace(figure.id)}>{figure.label}</Link>
              </th>
              {columns.map((name) => (
                <td key={name} data-label={t(`review.outlook.${name}`)}>
                  {number(figure[name])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {likely === null ? null : (
        <p>
          {t("review.outlook.likely")}{" "}
          <Link href={trace(likely.id)}>
            {t("review.outlook.likely.figure", {
              label: isolated(likely.label),
              ...{ count: likely.value, low: likely.low, high: likely.high },
            })}
          </Link>
        </p>
      )}
      <p className="note">
        {waiting === 0 ? t("review.outlook.heard") : t("review.outlook.about", { count: waiting })}
      </p>
    </>
  );
}
