/** What would go out by a profile, what stays and why, and where a figure tells of few. */
import { Link } from "wouter";
import type { FigureInRelease, ReleasePlanView, SmallCellView } from "../../src/server/client.ts";
import { useReader } from "../settings.tsx";
import { PublishFigures } from "./publish-figures.tsx";
import { PublishNamesakes } from "./publish-namesakes.tsx";
import { Said, wordsInRow } from "./words.tsx";

/** Figures that stand open at once; more wait behind a press. */
const FEW = 12;

interface PlanProps {
  readonly caseId: string;
  readonly plan: ReleasePlanView;
  /** Leaves a figure or an estimate out, or takes it in again. */
  readonly leaveOut: (id: string, isLeftOut: boolean) => void;
}

/** Whether a release would hold nothing because the case does, not because something stays or waits. */
export function holdsNothing(plan: ReleasePlanView): boolean {
  const { goes, undecided, decided, stays, withheldSites, figures, figuresThatStay } = plan;
  const told = [undecided, decided, stays, figures, figuresThatStay].map(({ length }) => length);
  return [...told, goes.persons, goes.statements, goes.sites, withheldSites].every((count) => count === 0);
}

export function GoesOut({ caseId, plan, leaveOut }: PlanProps) {
  const { t } = useReader();
  return (
    <>
      <section aria-labelledby="goes-title">
        <h2 id="goes-title">{t("publish.goes")}</h2>
        <Counts plan={plan} />
        <Listed plan={plan} />
      </section>
      {plan.smallCells.length === 0 ? null : (
        <section className="remarks" aria-labelledby="small-title">
          <h2 id="small-title">{t("publish.small")}</h2>
          <p className="note">{t("publish.small.about")}</p>
          <ul>
            {plan.smallCells.map((cell) => (
              <li key={`${cell.id} ${cell.lists.join(" ")}`}>
                <Cell caseId={caseId} cell={cell} leaveOut={leaveOut} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <PublishNamesakes caseId={caseId} namesakes={plan.namesakes} />
      <section aria-labelledby="stays-title">
        <h2 id="stays-title">{t("publish.stays")}</h2>
        <Stays plan={plan} />
      </section>
      <Figures caseId={caseId} plan={plan} leaveOut={leaveOut} />
    </>
  );
}

/** In a line: what a release holds. */
export function Counts({ plan: { goes, figures } }: { readonly plan: ReleasePlanView }) {
  const { t } = useReader();
  return (
    <p className="facts goes">
      <span>{t("publish.goes.persons", { count: goes.persons })}</span>
      <span>{t("publish.goes.statements", { count: goes.statements })}</span>
      <span>{t("publish.goes.sites", { count: goes.sites })}</span>
      <span>{t("publish.goes.figures", { count: figures.length })}</span>
    </p>
  );
}

/** Persons by what is shown of them; whoever is undecided is in none of these, so they are counted too. */
export function Listed({ plan: { persons, undecided } }: { readonly plan: ReleasePlanView }) {
  const { t, number } = useReader();
  const shown = persons.filter(({ count }) => count > 0);
  const open = undecided.filter(({ is }) => is === "list");
  if (shown.length + open.length === 0) return null;
  return (
    <table className="counts">
      <caption>{t("publish.listed")}</caption>
      <tbody>
        {shown.map(({ visibility, count }) => (
          <tr key={visibility}>
            <th scope="row">{t(`publish.show.${visibility}`)}</th>
            <td>{number(count)}</td>
          </tr>
        ))}
        {open.map(({ id, name, persons: count }) => (
          <tr key={id}>
            <th scope="row">
              {t("publish.show.undecided")} (<Said>{name}</Said>)
            </th>
            <td>{number(count ?? 0)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Stays({ plan: { stays, withheldSites, lost } }: { readonly plan: ReleasePlanView }) {
  const { t, number } = useReader();
  return (
    <>
      {stays.length + withheldSites === 0 ? <p>{t("publish.stays.none")}</p> : null}
      {stays.length === 0 ? null : (
        <table className="counts">
          <caption>{t("publish.stays.statements")}</caption>
          <tbody>
            {stays.map(({ why, count }) => (
              <tr key={why}>
                <th scope="row">{t(`publish.stays.${why}`)}</th>
                <td>{number(count)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {withheldSites === 0 ? null : <p>{t("publish.stays.sites", { count: withheldSites })}</p>}
      {lost.length === 0 ? null : (
        <>
          <h3>{t("publish.lost")}</h3>
          <p className="note">{t("publish.lost.about")}</p>
          <ul>
            {lost.map(({ list, recordId }) => (
              <li key={`${list}:${recordId}`}>
                <Said>{`${list}:${recordId}`}</Said>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

interface CellProps extends Pick<PlanProps, "caseId" | "leaveOut"> {
  readonly cell: SmallCellView;
}

function Cell({ caseId, cell, leaveOut }: CellProps) {
  const { t, language } = useReader();
  const label =
    cell.is === "figure"
      ? cell.label
      : t("publish.small.estimate", { what: cell.label, lists: wordsInRow(cell.lists, language) });
  return (
    <>
      {cell.is === "figure" ? (
        <Link href={`/${caseId}/trace/${encodeURIComponent(cell.id)}`} className="page-link">
          <Said>{label}</Said>
        </Link>
      ) : (
        <Link href={`/${caseId}/estimate`} className="page-link">
          {label}
        </Link>
      )}{" "}
      <span>{t("publish.small.persons", { count: cell.persons })}</span>{" "}
      <button
        type="button"
        className="quiet"
        aria-label={t("publish.leaveOut.of", { what: label })}
        onClick={() => leaveOut(cell.id, true)}
      >
        {t("publish.leaveOut")}
      </button>
    </>
  );
}

function Figures({ caseId, plan, leaveOut }: PlanProps) {
  const { t } = useReader();
  const { figures, figuresThatStay, leftOut } = plan;
  return (
    <>
      {figures.length === 0 ? (
        <p>{t("publish.figures.go", { count: 0 })}</p>
      ) : (
        <details open={figures.length <= FEW} className="release-figures">
          <summary>{t("publish.figures.go", { count: figures.length })}</summary>
          <FigureTable caseId={caseId} figures={figures} press={(id) => leaveOut(id, true)} deed="leaveOut" />
        </details>
      )}
      {figuresThatStay.length === 0 && leftOut.length === 0 ? null : (
        <details className="release-figures">
          <summary>{t("publish.figures.stay", { count: figuresThatStay.length })}</summary>
          <p className="note">{t("publish.figures.stay.about")}</p>
          <FigureTable
            caseId={caseId}
            figures={figuresThatStay}
            press={(id) => leaveOut(id, false)}
            deed="takeIn"
          />
        </details>
      )}
    </>
  );
}

interface FigureTableProps extends Pick<PlanProps, "caseId"> {
  readonly figures: readonly (FigureInRelease & { readonly isLeftOut?: boolean })[];
  readonly press: (id: string) => void;
  readonly deed: "leaveOut" | "takeIn";
}

/** Of those that stay, only what somebody left out can be taken in again. */
function FigureTable({ caseId, figures, press, deed }: FigureTableProps) {
  const { t } = useReader();
  return (
    <PublishFigures
      figures={figures}
      name={({ id, label }) => (
        <Link href={`/${caseId}/trace/${encodeURIComponent(id)}`} className="page-link">
          <Said>{label}</Said>
        </Link>
      )}
      deed={({ id, label, isLeftOut }) => (
        <>
          {isLeftOut === true ? <small>{t("publish.figures.leftOut")} </small> : null}
          {deed === "leaveOut" || isLeftOut === true ? (
            <button
              type="button"
              className="quiet"
              aria-label={t(`publish.${deed}.of`, { what: label })}
              onClick={() => press(id)}
            >
              {t(`publish.${deed}`)}
            </button>
          ) : null}
        </>
      )}
    />
  );
}
