/** Where they lie: sites with what became of them, as of the days asked for, and records by place. */
import { compareText, foldText, parseEdtf } from "../core/index.ts";
import { type Site, type SiteStatus, siteStatus, viewSites } from "../registry/index.ts";
import type { Statement } from "../statements/index.ts";
import { documentedFigure } from "./documented.ts";
import type { CaseFacts, CountedList, CountedRecord } from "./facts.ts";
import { type Figure, toFigureId } from "./figure.ts";
import { isMessageKey } from "./figure-text.ts";
import { textFigure } from "./who.ts";

export function answerWhere(facts: CaseFacts): Figure[] {
  const sites = viewSites(facts.store);
  return [
    ...facts.questions.sitesOn.flatMap((day) => statusCounts(sites, day)),
    ...sites.flatMap((site) => siteFigures(site, facts)),
    ...facts.store
      .openWith(["fate-of-remains"])
      .map(({ statement }) => textFigure("where", { key: "where.fate-of-remains" }, statement)),
    ...recordsByPlace(facts),
    ...listedPlaces(facts),
  ];
}

/** How many sites were destroyed by a day, what is certain apart from what is only possible, and how many certainly or possibly threatened. */
function statusCounts(sites: readonly Site[], day: string): Figure[] {
  if (sites.length === 0) return [];
  const on = parseEdtf(day).latest;
  const statuses = sites.map((site) => siteStatus(site, on));
  const has = (code: SiteStatus["code"], certain: boolean) =>
    statuses.filter((status) => status.code === code && status.certain === certain);
  return [
    countOf("certainly-destroyed", day, has("destroyed", true)),
    countOf("possibly-destroyed", day, has("destroyed", false)),
    // To overlook a threat costs more than to name one that may have come later.
    countOf("threatened", day, [...has("threatened", true), ...has("threatened", false)]),
  ];
}

function countOf(
  name: "certainly-destroyed" | "possibly-destroyed" | "threatened",
  day: string,
  statuses: readonly SiteStatus[],
): Figure {
  return {
    id: toFigureId("where", name, day),
    question: "where",
    label: { key: `where.${name}`, params: { date: day } },
    subject: null,
    value: statuses.length,
    range: null,
    unit: "sites",
    time: day,
    place: null,
    standing: "reported",
    speakers: [],
    statements: statuses.flatMap((status) => status.stages.map((stage) => stage.recorded.statement.id)),
    basis: { kind: "statements" },
    contradictedBy: [],
    group: `where.as-of.${day}`,
  };
}

/** What is reported of a site, and beside it what is denied. */
function siteFigures(site: Site, facts: CaseFacts): Figure[] {
  const status = siteStatus(site, null);
  const denials = site.life.filter((stage) => stage.recorded.statement.polarity === "denies");
  const stages = status.stages.filter((stage) => !denials.includes(stage));
  const figures = [
    ...(stages.length === 0 ? [] : [siteFigure(site, status.code, stages, facts)]),
    ...(denials.length === 0 ? [] : [siteFigure(site, "denied", denials, facts)]),
  ];
  return figures.map((figure) => ({
    ...figure,
    contradictedBy: figures.filter((other) => other !== figure).map((other) => other.id),
  }));
}

function siteFigure(
  site: Site,
  code: SiteStatus["code"] | "denied",
  stages: SiteStatus["stages"],
  facts: CaseFacts,
): Figure {
  const statements = stages.map((stage) => stage.recorded.statement);
  const [first] = statements;
  return {
    id: toFigureId("where", code, site.id),
    question: "where",
    label: { key: `where.site.${code}`, params: { site: facts.subjectOf(site.id)?.names ?? site.id } },
    subject: site.id,
    value: valueOfStage(first?.value),
    range: null,
    unit: null,
    time: first?.time ?? null,
    place: site.place === null ? null : { subject: site.place },
    standing: "reported",
    speakers: [...new Set(statements.map((statement) => statement.speaker))],
    statements: statements.map((statement) => statement.id),
    basis: { kind: "statements" },
    contradictedBy: [],
    group: "where.sites",
  };
}

/** The words of the first who says so, or the threat in ours. */
function valueOfStage(value: Statement["value"] | undefined): Figure["value"] {
  if (value?.kind === "text") return value.text;
  const key = value?.kind === "code" ? `where.threat.${value.code}` : "";
  return isMessageKey(key) ? { key } : null;
}

/** Records of each list by the place they give; spellings that fold to the same letters are one place. */
function recordsByPlace(facts: CaseFacts): Figure[] {
  return facts.lists
    .filter((list) => list.of === "persons" && list.records.some((record) => record.place !== null))
    .flatMap((list) => {
      const places = new Map<string, CountedRecord[]>();
      for (const record of list.records) {
        const key = record.place === null ? "" : foldText(record.place);
        places.set(key, [...(places.get(key) ?? []), record]);
      }
      const ordered = [...places].sort((a, b) => b[1].length - a[1].length || compareText(a[0], b[0]));
      return ordered.map(([key, records]) => placeFigure(list, key, records, facts));
    });
}

function placeFigure(
  list: CountedList,
  key: string,
  records: readonly CountedRecord[],
  facts: CaseFacts,
): Figure {
  const spelling = records[0]?.place ?? null;
  const figure = documentedFigure({
    question: "where",
    id: ["place", list.name, key === "" ? "not-recorded" : key],
    label: {
      key: key === "" ? "documented.no-place" : "documented.place",
      params: { list: listName(list, facts) },
    },
    value: records.length,
    unit: "records",
    lists: [list.name],
    group: `where.place.${list.name}`,
    basis: { kind: "lists", lists: [list.name], records: records.map((record) => record.id) },
  });
  return spelling === null ? figure : { ...figure, place: { verbatim: spelling } };
}

function listedPlaces(facts: CaseFacts): Figure[] {
  return facts.lists
    .filter((list) => list.of === "sites")
    .map((list) =>
      documentedFigure({
        question: "where",
        id: ["listed", list.name],
        label: { key: "documented.listed-places", params: { list: listName(list, facts) } },
        value: list.records.length,
        unit: "places",
        lists: [list.name],
        group: `where.listed.${list.name}`,
        basis: { kind: "lists", lists: [list.name], records: list.records.map((record) => record.id) },
      }),
    );
}

function listName(list: CountedList, facts: CaseFacts) {
  return facts.subjectOf(`list:${list.name}`)?.names ?? list.name;
}
