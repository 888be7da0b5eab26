/** Offices: who held which office when. */
import { Link } from "wouter";
import type { OfficesView, PostingView } from "../../src/server/client.ts";
import { filterLanes } from "../parts/filter-lanes.ts";
import { Lanes } from "../parts/lanes.tsx";
import { NextDeed } from "../parts/next-deed.tsx";
import { OfficeFilters } from "../parts/office-filters.tsx";
import { OfficeRange, useRange } from "../parts/office-range.tsx";
import { OfficeViews } from "../parts/office-views.tsx";
import { OriginButton } from "../parts/origin.tsx";
import { PageHead } from "../parts/page-head.tsx";
import { Await, Empty } from "../parts/states.tsx";
import { axisOf } from "../parts/time-axis.ts";
import { usePrinting } from "../parts/use-printing.ts";
import { Day, Said, Time } from "../parts/words.tsx";
import { useReader } from "../settings.tsx";
import { useAsTable, useQuery } from "../use-query.ts";
import { useView } from "../use-view.ts";

export function OfficesPage({ caseId }: { readonly caseId: string }) {
  const { client, language, t } = useReader();
  const offices = useView(`offices ${caseId} ${language}`, () => client.offices(caseId));
  return (
    <>
      <PageHead title={t("nav.offices")} lead={t("offices.lead")}>
        <OfficeViews caseId={caseId} here="lanes" />
      </PageHead>
      <Await of={offices}>
        {(view) =>
          view.lanes.length === 0 ? <NoPosting caseId={caseId} /> : <Postings view={view} caseId={caseId} />
        }
      </Await>
    </>
  );
}

function NoPosting({ caseId }: { readonly caseId: string }) {
  const { t, mark } = useReader();
  return (
    <Empty next={<NextDeed caseId={caseId} deed="state" />}>
      <span {...mark(t("offices.none"))}>{t("offices.none")}</span> {t("offices.none.next")}
    </Empty>
  );
}

function Postings({ view, caseId }: { readonly view: OfficesView; readonly caseId: string }) {
  const { t } = useReader();
  const [isTable, toggleTable] = useAsTable();
  const isPrinting = usePrinting();
  const [query, change] = useQuery();
  const asked = { office: query.get("office") ?? "", person: query.get("person") ?? "" };
  const lanes = filterLanes(view.lanes, asked);
  const whole = axisOf(lanes.flatMap(({ postings }) => postings));
  const { range, go } = useRange(whole);
  return (
    <section aria-label={t("nav.offices")} className="offices">
      <OfficeFilters lanes={view.lanes} />
      {lanes.length === 0 ? (
        <div className="state empty">
          <p>{t("offices.noMatch")}</p>
          <button type="button" onClick={() => change({ office: "", person: "" })}>
            {t("offices.clear")}
          </button>
        </div>
      ) : (
        <>
          {isTable ? null : <OfficeRange {...{ range, whole, go }} />}
          <p className="picture-head">
            {isTable ? null : <LaneKey />}
            <button type="button" className="quiet" aria-pressed={isTable} onClick={toggleTable}>
              {t(isTable ? "offices.asLanes" : "offices.table")}
            </button>
          </p>
          {isTable && !isPrinting ? null : <Lanes {...{ lanes, caseId, range, whole }} />}
          {isTable || isPrinting ? <PostingTable lanes={lanes} caseId={caseId} /> : null}
        </>
      )}
    </section>
  );
}

/** What the three ways to draw a bar mean. */
function LaneKey() {
  const { t } = useReader();
  return (["solid", "hatched", "faded"] as const).map((name) => (
    <span key={name} className="key-line">
      <i className={name} aria-hidden="true" /> {t(`offices.${name}`)}
    </span>
  ));
}

interface PostingTableProps {
  readonly lanes: OfficesView["lanes"];
  readonly caseId: string;
}

function PostingTable({ lanes, caseId }: PostingTableProps) {
  const { t } = useReader();
  const day = (value: number | null) => (value === null ? t("offices.open") : <Day day={value} />);
  const stretches = (days: PostingView["certain"]) =>
    days.length === 0
      ? "–"
      : days.map(({ from, to }) => (
          <span key={from} className="stretch">
            {day(from)} – {day(to)}
          </span>
        ));
  return (
    <table className="stacking">
      <thead>
        <tr>
          <th scope="col">{t("offices.person")}</th>
          <th scope="col">{t("offices.office")}</th>
          <th scope="col">{t("offices.certain")}</th>
          <th scope="col">{t("offices.assumed")}</th>
          <th scope="col">{t("offices.possible")}</th>
        </tr>
      </thead>
      <tbody>
        {lanes.flatMap(({ office, postings }) =>
          postings.map((posting) => (
            <tr key={posting.id} data-origin={posting.id}>
              <th scope="row">
                <Link href={`/${caseId}/trace/${encodeURIComponent(posting.id)}`}>
                  <Said>{posting.person.name}</Said>
                </Link>{" "}
                <OriginButton id={posting.id} label={`${posting.person.name}, ${office.name}`} />
                {posting.ranks.map(({ id, valueText, time }) => (
                  <small key={id} className="beneath">
                    <Said>{valueText}</Said> <Time time={time} />
                  </small>
                ))}
              </th>
              <td data-label={t("offices.office")}>
                <Said>{office.name}</Said>
              </td>
              <td data-label={t("offices.certain")}>{stretches(posting.certain)}</td>
              <td data-label={t("offices.assumed")}>
                {stretches(posting.assumed === null ? [] : [posting.assumed])}
                {posting.sequenceText === null ? null : (
                  <small className="beneath">{posting.sequenceText}</small>
                )}
              </td>
              <td data-label={t("offices.possible")}>
                {day(posting.possible.from)} – {day(posting.possible.to)}
              </td>
            </tr>
          )),
        )}
      </tbody>
    </table>
  );
}
