/** Estimate: the documented count, every model beside it, and what is reported apart from both. */
import { lazy, Suspense, useRef, useState } from "react";
import type { EstimateTableView, FigureOnScreen } from "../../src/server/client.ts";
import { AllRefused, NoEstimate } from "../parts/estimate-none.tsx";
import { EstimatePlan } from "../parts/estimate-plan.tsx";
import { EstimateTools, modelsId } from "../parts/estimate-tools.tsx";
import { FigureGroups } from "../parts/figure-group.tsx";
import { LinkCuts } from "../parts/link-cuts.tsx";
import { OriginButton } from "../parts/origin.tsx";
import { PageHead } from "../parts/page-head.tsx";
import { Await, Loading } from "../parts/states.tsx";
import { StrataTable } from "../parts/strata-table.tsx";
import { Said } from "../parts/words.tsx";
import { useReader } from "../settings.tsx";
import { useLongWork } from "../use-long-work.ts";
import { useView } from "../use-view.ts";

// Drawing needs a library that no other page needs.
const ModelsPicture = lazy(() =>
  import("../parts/picture.tsx").then((module) => ({ default: module.ModelsPicture })),
);
const UpsetPicture = lazy(() =>
  import("../parts/picture.tsx").then((module) => ({ default: module.UpsetPicture })),
);

export function EstimatePage({ caseId }: { readonly caseId: string }) {
  const { client, language, t } = useReader();
  const [estimates, setEstimates] = useState(0);
  const work = useLongWork(caseId, "estimate", () => setEstimates((count) => count + 1));
  const plan = useRef<HTMLDetailsElement>(null);
  const estimate = useView(`estimate ${caseId} ${language} ${estimates}`, () => client.estimate(caseId));
  // Estimates of counts that nobody imported as a list are made again, too.
  const hasNothing =
    estimate.state === "ready" && estimate.view.needs.personLists === 0 && estimate.view.tables.length === 0;
  return (
    <>
      <PageHead title={t("nav.estimate")} lead={t("estimate.lead")} />
      {hasNothing ? null : <EstimatePlan caseId={caseId} work={work} details={plan} />}
      <Await of={estimate}>
        {({ tables, reported, needs }) => (
          <>
            {tables.length === 0 ? <NoEstimate {...{ caseId, work, plan, needs }} /> : null}
            <EstimateTools caseId={caseId} tables={tables} work={work} plan={plan} />
            {tables.map((table) => (
              <EstimateTable key={table.id} table={table} caseId={caseId} />
            ))}
            {needs.isLinked && tables.length > 0 ? <StrataTable caseId={caseId} /> : null}
            {needs.isLinked ? <LinkCuts caseId={caseId} /> : null}
            {reported.length === 0 ? null : <Reported figures={reported} caseId={caseId} />}
          </>
        )}
      </Await>
    </>
  );
}

function EstimateTable({ table, caseId }: { readonly table: EstimateTableView; readonly caseId: string }) {
  const { t } = useReader();
  return (
    <section className="estimate" aria-label={t("nav.estimate")}>
      <p className="facts">
        <span>{t("estimate.lists", { n: table.n, lists: table.lists.length })}</span>
        {table.lists.map(({ id, name }) => (
          <Said key={id}>{name}</Said>
        ))}
      </p>
      <h2 id={modelsId(table)} tabIndex={-1}>
        {t("estimate.models")}
      </h2>
      {table.methods.length === 0 ? <AllRefused caseId={caseId} /> : <Models table={table} />}
      <section className="assumption" aria-labelledby={`assumption-${table.id}`}>
        <h2 id={`assumption-${table.id}`}>{t("estimate.assumption")}</h2>
        <p dir="auto">{table.assumption}</p>
      </section>
      {table.joined.length === 0 ? null : (
        <section aria-labelledby={`joined-${table.id}`}>
          <h2 id={`joined-${table.id}`}>{t("estimate.joined")}</h2>
          {table.joined.map(({ id, text }) => (
            <p key={id} dir="auto">
              {text}
            </p>
          ))}
        </section>
      )}
      {table.linkage === null ? null : (
        <section aria-labelledby={`linkage-${table.id}`}>
          <h2 id={`linkage-${table.id}`}>{t("estimate.linkage")}</h2>
          <p dir="auto">{table.linkage.text}</p>
        </section>
      )}
      <Notes title={t("estimate.warnings")} notes={table.warnings} />
      <Notes title={t("estimate.refused")} notes={table.refused} />
      <Histories table={table} />
    </section>
  );
}

function Models({ table }: { readonly table: EstimateTableView }) {
  const { t, number } = useReader();
  return (
    <>
      <Suspense fallback={<Loading />}>
        <ModelsPicture table={table} />
      </Suspense>
      <table className="stacking">
        <thead>
          <tr>
            <th scope="col">{t("estimate.method")}</th>
            <th scope="col">{t("estimate.interval")}</th>
            <th scope="col">{t("estimate.point")}</th>
            <th scope="col">{t("estimate.kind")}</th>
            {table.truth === null ? null : <th scope="col">{t("estimate.error")}</th>}
          </tr>
        </thead>
        <tbody>
          {table.methods.map(({ figure, name, title, point, interval, endErrors, kindText, settings }) => (
            <tr key={name} data-origin={figure}>
              <th scope="row">
                {title} {typeof settings.model === "string" ? <code dir="ltr">{settings.model}</code> : null}{" "}
                <OriginButton id={figure} label={title} />
                {typeof settings.assumption === "string" ? (
                  <small className="beneath" dir="auto">
                    {settings.assumption}
                  </small>
                ) : null}
              </th>
              <td data-label={t("estimate.interval")}>
                <span className="one-line">
                  {interval === null
                    ? "–"
                    : `${number(Math.floor(interval[0]))} – ${number(Math.ceil(interval[1]))}`}
                </span>
                {interval === null ? null : (
                  <small className="beneath">
                    {t(name === "ensemble" ? "estimate.interval.hull" : "estimate.interval.level")}
                  </small>
                )}
                {endErrors === null ? null : (
                  <small className="beneath">
                    {t("estimate.end-errors", {
                      low: Math.ceil(endErrors.low),
                      high: Math.ceil(endErrors.high),
                    })}
                  </small>
                )}
              </td>
              <td data-label={t("estimate.point")}>{number(Math.round(point))}</td>
              <td data-label={t("estimate.kind")}>{kindText}</td>
              {table.truth === null ? null : (
                <td data-label={t("estimate.error")}>
                  <bdi dir="ltr">{signed(Math.round(point) - table.truth, number)}</bdi>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function signed(difference: number, number: (value: number) => string): string {
  return difference > 0 ? `+${number(difference)}` : number(difference).replace("-", "−");
}

function Notes({
  title,
  notes,
}: {
  readonly title: string;
  readonly notes: readonly { readonly code: string; readonly text: string }[];
}) {
  if (notes.length === 0) return null;
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <ul className="notes">
        {notes.map(({ code, text }) => (
          <li key={`${code} ${text}`}>
            <Said>{text}</Said> <code dir="ltr">{code.toLowerCase().replaceAll("_", "-")}</code>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The capture histories as a matrix: which lists, and how many people are on exactly these. */
function Histories({ table }: { readonly table: EstimateTableView }) {
  const { t, number } = useReader();
  const cells = [...table.cells].sort((a, b) => b.count - a.count);
  return (
    <section aria-labelledby={`histories-${table.id}`}>
      <h2 id={`histories-${table.id}`}>{t("estimate.histories")}</h2>
      <Suspense fallback={<Loading />}>
        <UpsetPicture table={table} />
      </Suspense>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard. */}
      <section className="scroll" tabIndex={0} aria-labelledby={`histories-${table.id}`}>
        <table className="histories">
          <thead>
            <tr>
              {table.lists.map(({ id, name }) => (
                <th key={id} scope="col" dir="auto">
                  {name}
                </th>
              ))}
              <th scope="col" className="count">
                {t("estimate.count")}
              </th>
            </tr>
          </thead>
          <tbody>
            {cells.map(({ lists, count }) => (
              <tr key={lists.join(" ")}>
                {table.lists.map(({ id }) => (
                  <td key={id}>
                    <span aria-hidden="true" className={lists.includes(id) ? "on" : "off"}>
                      {lists.includes(id) ? "●" : "○"}
                    </span>
                    <span className="visually-hidden">
                      {t(lists.includes(id) ? "estimate.on" : "estimate.off")}
                    </span>
                  </td>
                ))}
                <td className="count">{number(count)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

function Reported({
  figures,
  caseId,
}: {
  readonly figures: readonly FigureOnScreen[];
  readonly caseId: string;
}) {
  const { t } = useReader();
  return (
    <section aria-labelledby="reported-title">
      <h2 id="reported-title">{t("estimate.reported")}</h2>
      <FigureGroups figures={figures} caseId={caseId} hasScales />
    </section>
  );
}
