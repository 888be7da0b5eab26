/** Swim lanes: a row for each office; solid while the holder is known, faded where only possible. */
import { Link } from "wouter";
import type { OfficesView, PostingView } from "../../src/server/client.ts";
import { useReader } from "../settings.tsx";
import { formatDay, toYear, yearLabel, yearStart } from "./days.ts";

interface LanesProps {
  readonly lanes: OfficesView["lanes"];
  readonly caseId: string;
}

interface Axis {
  readonly from: number;
  readonly to: number;
}

const MARGIN_DAYS = 400;
const LATE_PERCENT = 60;
const LAST_TICK_PERCENT = 95;

export function Lanes({ lanes, caseId }: LanesProps) {
  const { writing } = useReader();
  const axis = axisOf(lanes.flatMap((lane) => lane.postings));
  // A year so near to the end has no room for its digits.
  const ticks = ticksOf(axis).filter((year) => share(yearStart(year), axis) <= LAST_TICK_PERCENT);
  return (
    <div className="lanes">
      <div className="lane-axis" aria-hidden="true">
        {ticks.map((year) => (
          <span key={year} style={{ insetInlineStart: `${share(yearStart(year), axis)}%` }}>
            {yearLabel(year, writing)}
          </span>
        ))}
      </div>
      <ul>
        {lanes.map(({ office, postings }) => (
          <li key={office.id} className="lane">
            <h3 dir="auto">{office.name}</h3>
            <ul className="lane-track">
              {postings.map((posting) => (
                <Bar key={posting.id} posting={posting} axis={axis} caseId={caseId} />
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Bar({
  posting,
  axis,
  caseId,
}: {
  readonly posting: PostingView;
  readonly axis: Axis;
  readonly caseId: string;
}) {
  const { t, language, writing } = useReader();
  const { certain, assumed, possible, person } = posting;
  const cited = posting.statements
    .flatMap(({ time }) => [time?.earliest, time?.latest])
    .filter((day) => typeof day === "number");
  const isUndated = cited.length === 0 && possible.from === null && possible.to === null;
  // Without a stated start or end the bar fades out a little beyond what is cited.
  const first = isUndated ? axis.from : (possible.from ?? Math.min(...cited, axis.to) - MARGIN_DAYS);
  const last = possible.to ?? Math.max(...cited, axis.from) + MARGIN_DAYS;
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
  const fade = `${possible.from === null ? "open-start" : ""} ${possible.to === null ? "open-end" : ""}`;
  return (
    <li className="posting" data-origin={posting.id}>
      <span className="bar-track" aria-hidden="true">
        {isUndated ? null : <i className={`possible ${fade}`} style={place(first, last, axis)} />}
        {assumed === null ? null : <i className="assumed" style={place(assumed.from, assumed.to, axis)} />}
        {certain.map(({ from, to }) => (
          <i key={from} className="certain" style={place(from, to, axis)} />
        ))}
      </span>
      <Link
        href={`/${caseId}/trace/${posting.id}`}
        className="bar-name"
        title={words.join("\n")}
        aria-label={words.join(". ")}
        style={namePlace(first, last, axis)}
      >
        <bdi dir="auto">{person.name}</bdi>
        {isUndated ? <small> ({t("offices.undated")})</small> : null}
      </Link>
    </li>
  );
}

function axisOf(postings: readonly PostingView[]): Axis {
  const days = postings.flatMap(({ certain, assumed, possible, statements }) => [
    ...certain.flatMap(({ from, to }) => [from, to]),
    assumed?.from,
    assumed?.to,
    possible.from,
    possible.to,
    ...statements.flatMap(({ time }) => [time?.earliest, time?.latest]),
  ]);
  const known = days.filter((day) => typeof day === "number");
  if (known.length === 0) return { from: 0, to: 1 };
  return { from: Math.min(...known) - MARGIN_DAYS, to: Math.max(...known) + MARGIN_DAYS };
}

/** At most eight years, evenly spaced. */
function ticksOf({ from, to }: Axis): number[] {
  const [first, last] = [toYear(from) + 1, toYear(to)];
  const step = Math.max(1, Math.ceil((last - first + 1) / 8));
  return Array.from(
    { length: Math.max(0, Math.floor((last - first) / step) + 1) },
    (_, index) => first + index * step,
  );
}

function share(day: number, { from, to }: Axis): number {
  return ((day - from) / (to - from)) * 100;
}

function place(first: number, last: number, axis: Axis) {
  const start = Math.max(0, share(first, axis));
  // A day or a month would be too thin to see.
  const width = Math.max(0.8, Math.min(100, share(last, axis)) - start);
  return { insetInlineStart: `${start}%`, inlineSize: `${width}%` };
}

/** The name stands where the bar begins, or, for a late one, where it ends, so that it never leaves the picture. */
function namePlace(first: number, last: number, axis: Axis) {
  const start = Math.max(0, share(first, axis));
  if (start <= LATE_PERCENT) return { insetInlineStart: `${start}%` };
  return { justifySelf: "end", insetInlineEnd: `${Math.max(0, 100 - share(last, axis))}%` };
}
