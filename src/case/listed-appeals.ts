/** Lists whose rows are recommendations of States, roll calls, or the votes of them. */

import { InquestError } from "../core/index.ts";
import type { FieldValue, ListRecord } from "../intake/index.ts";
import { type RollCall, type RollCalls, viewRollCalls } from "../registry/index.ts";
import type { ListImported } from "./act-bodies.ts";
import type { AppealRollView, RecommendationsView, RollCallsView, RollCallView } from "./appeal-views.ts";
import type { CaseHandle } from "./handle.ts";
import type { Presenter } from "./present-statement.ts";

export interface ListedAppeals {
  readonly recommendations: readonly ListRecord[];
  readonly rollCalls: RollCalls;
}

/** Reads the records of these lists, each file hashed while it is read. */
export async function readListedAppeals(handle: CaseHandle): Promise<ListedAppeals> {
  const of = async (kind: string) => {
    const lists = [...handle.state.lists.values()].filter(({ value }) => value.of === kind);
    const read = async ({ name, body }: ListImported) =>
      (await handle.records(name)).map((record) => ({ ...record, body: body ?? null }));
    return (await Promise.all(lists.map(({ value }) => read(value)))).flat();
  };
  const [recommendations, rollCalls, votes] = [
    await of("recommendations"),
    await of("roll-calls"),
    await of("votes"),
  ];
  return {
    recommendations,
    rollCalls: viewRollCalls(
      rollCalls.map(({ id, recordId, fields, body }) => ({
        record: id,
        id: recordId,
        body: wordsOf(fields.body) ?? body,
        session: wordsOf(fields.session),
        resolution: wordsOf(fields.resolution),
        title: wordsOf(fields.title),
        time: fields.date?.kind === "date" ? fields.date.time : null,
      })),
      votes.map(({ id, fields }) => ({
        record: id,
        rollCall: wordsOf(fields.rollCall) ?? "",
        state: wordsOf(fields.state),
        vote: wordsOf(fields.vote),
      })),
    ),
  };
}

export interface RecommendationsQuery {
  /** The State that recommends, as the list writes it. */
  readonly from?: string | undefined;
  /** The answer's code; `missing` for those without one. */
  readonly answer?: string | undefined;
  readonly offset: number;
  readonly limit: number;
}

/** How many appeals stand in lists, and how they were answered. */
export function countListed({ recommendations, rollCalls }: ListedAppeals): AppealRollView["listed"] {
  return {
    recommendations: recommendations.length,
    answers: count(recommendations.map(({ fields }) => wordsOf(fields.answer))),
    rollCalls: rollCalls.rollCalls.length,
  };
}

/** A recommendation is an appeal of a State to a State; where only its session is known, it has no time. */
export function presentRecommendations(
  { recommendations }: ListedAppeals,
  query: RecommendationsQuery,
  presenter: Presenter,
): RecommendationsView {
  const rows = recommendations.map((record) => ({
    id: record.id,
    list: presenter.named(`list:${record.list}`).name,
    row: record.row,
    from: wordsOf(record.fields.sender),
    to: wordsOf(record.fields.addressee),
    text: wordsOf(record.fields.asks) ?? "",
    answer: wordsOf(record.fields.answer),
    session: wordsOf(record.fields.session),
    time: record.fields.date?.kind === "date" ? presenter.time(record.fields.date.time) : null,
  }));
  const matching = rows.filter(
    ({ from, answer }) =>
      (query.from === undefined || from === query.from) &&
      (query.answer === undefined || (answer ?? "missing") === query.answer),
  );
  return {
    total: rows.length,
    matching: matching.length,
    facets: {
      answer: count(matching.map(({ answer }) => answer)),
      session: count(matching.map(({ session }) => session)),
      from: count(matching.map(({ from }) => from)),
    },
    rows: matching.slice(query.offset, query.offset + query.limit),
  };
}

export function presentRollCalls(
  { rollCalls: { rollCalls, strayVotes } }: ListedAppeals,
  presenter: Presenter,
): RollCallsView {
  return {
    rollCalls: rollCalls.map((each) => summarise(each, presenter)),
    strayVotes: strayVotes.length,
  };
}

/** @throws InquestError "case/not-found". */
export function presentRollCall(
  { rollCalls }: ListedAppeals,
  id: string,
  presenter: Presenter,
): RollCallView {
  const found = rollCalls.rollCalls.find(
    (each) => each.id === id || each.record === id || each.resolution === id,
  );
  if (found === undefined) {
    throw new InquestError({
      code: "case/not-found",
      reaction: "not-found",
      message: `No roll call has the id or the resolution ${id}. inquest roll-calls lists them.`,
      evidence: { id },
    });
  }
  return { ...summarise(found, presenter), votes: found.votes, twice: found.twice };
}

function summarise(rollCall: RollCall, presenter: Presenter): RollCallsView["rollCalls"][number] {
  const { record, id, body, session, resolution, title, time, counts } = rollCall;
  return {
    id,
    record,
    // A subject of the case by its name, any other words as they stand.
    body: body === null ? null : presenter.named(body).name,
    session,
    resolution,
    title,
    time: time === null ? null : presenter.time(time),
    counts: [...counts].map(([value, total]) => ({ value, count: total })).sort((a, b) => b.count - a.count),
  };
}

function count(
  values: readonly (string | null)[],
): { readonly value: string | null; readonly count: number }[] {
  const counts = new Map<string | null, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].map(([value, total]) => ({ value, count: total })).sort((a, b) => b.count - a.count);
}

function wordsOf(field: FieldValue | undefined): string | null {
  if (field === undefined) return null;
  if (field.kind === "code") return field.code;
  return "text" in field ? field.text : field.raw;
}
