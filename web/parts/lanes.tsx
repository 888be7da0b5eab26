/** Swim lanes: a row for each office; solid while the holder is known, faded where only possible. */
import { Link } from "wouter";
import type { OfficesView, PostingView } from "../../src/server/client.ts";
import { useReader } from "../settings.tsx";
import { formatDay } from "./days.ts";
import { postingsWithin } from "./filter-lanes.ts";
import { barPlace, LaneAxis, namePlace } from "./lane-axis.tsx";
import { reachOf, type TimeRange } from "./time-axis.ts";

interface LanesProps {
  readonly lanes: OfficesView["lanes"];
  readonly caseId: string;
  /** The time that is looked at, of all that there is. */
  readonly range: TimeRange;
  readonly whole: TimeRange;
}

export function Lanes({ lanes, caseId, range, whole }: LanesProps) {
  return (
    <div className="lanes">
      <LaneAxis range={range} />
      <ul>
        {lanes.map(({ office, postings }) => (
          <Lane key={office.id} {...{ office, postings, caseId, range, whole }} />
        ))}
      </ul>
    </div>
  );
}

interface LaneProps extends Omit<LanesProps, "lanes"> {
  readonly office: OfficesView["lanes"][number]["office"];
  readonly postings: readonly PostingView[];
}

function Lane({ office, postings, caseId, range, whole }: LaneProps) {
  const { t } = useReader();
  const shown = postingsWithin(postings, range, whole);
  const outside = postings.length - shown.length;
  return (
    <li className="lane">
      <h3>
        <bdi dir="auto">{office.name}</bdi>{" "}
        <Link href={`/${caseId}/offices/chain?unit=${encodeURIComponent(office.id)}`} className="lane-chain">
          {t("chain.open")}
        </Link>
      </h3>
      <ul className="lane-track">
        {shown.map((posting) => (
          <Bar key={posting.id} {...{ posting, caseId, range, whole }} />
        ))}
      </ul>
      {outside === 0 ? null : (
        <p className="lane-outside">
          {t(shown.length === 0 ? "offices.outside" : "offices.someOutside", { count: outside })}
        </p>
      )}
    </li>
  );
}

interface BarProps extends Omit<LanesProps, "lanes"> {
  readonly posting: PostingView;
}

function Bar({ posting, caseId, range, whole }: BarProps) {
  const { t, language, writing } = useReader();
  const { certain, assumed, possible, person } = posting;
  const reach = reachOf(posting, whole);
  const { from: first, to: last } = reach ?? range;
  const day = (value: number | null) =>
    value === null
      ? t("offices.open")
      : formatDay(value, writing, language === "fa" ? "solarHijri" : "gregorian");
  const words = [
    [person.name, ...posting.ranks.map(({ valueText }) => valueText)].join(", "),
    ...certain.map(({ from, to }) => `${t("offices.certain")}: ${day(from)} – ${day(to)}`),
    assumed === null ? null : `${t("offices.assumed")}: ${day(assumed.from)} – ${day(assumed.to)}`,
    posting.sequenceText,
    `${t("offices.possible")}: ${day(possible.from)} – ${day(possible.to)}`,
  ].filter((part) => part !== null);
  // An end that lies outside what is looked at is cut, not faded.
  const isOpenStart = possible.from === null && first >= range.from;
  const isOpenEnd = possible.to === null && last <= range.to;
  const fade = `${isOpenStart ? "open-start" : ""} ${isOpenEnd ? "open-end" : ""}`;
  return (
    <li className="posting" data-origin={posting.id}>
      <span className="bar-track" aria-hidden="true">
        {reach === null ? null : <i className={`possible ${fade}`} style={barPlace(first, last, range)} />}
        {assumed === null || !isWithin(assumed, range) ? null : (
          <i className="assumed" style={barPlace(assumed.from, assumed.to, range)} />
        )}
        {certain
          .filter((days) => isWithin(days, range))
          .map(({ from, to }) => (
            <i key={from} className="certain" style={barPlace(from, to, range)} />
          ))}
      </span>
      <Link
        href={`/${caseId}/trace/${posting.id}`}
        className="bar-name"
        title={words.join("\n")}
        aria-label={words.join(". ")}
        style={namePlace(first, last, range)}
      >
        <bdi dir="auto">{person.name}</bdi>
        {reach === null ? <small> ({t("offices.undated")})</small> : null}
      </Link>
    </li>
  );
}

function isWithin({ from, to }: TimeRange, range: TimeRange): boolean {
  return from <= range.to && to >= range.from;
}
