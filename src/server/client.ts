/** The HTTP client of the workbench: the one file of this room that a browser may import. */

import type { Client } from "./client-shape.ts";
import { answerOf, get, OWN, post, reach } from "./client-transport.ts";
import type { FileSealedView, ImportTrialView, SourceImported } from "./contract.ts";

export type * from "./client-asked.ts";
export type * from "./client-shape.ts";
export { ApiFailure } from "./client-transport.ts";
export type * from "./contract.ts";
export { MAX_FILE_BYTES } from "./upload-limit.ts";

/** A client that asks in one language. */
export function createClient(language: string): Client {
  const below = <T>(
    caseId: string,
    path: string,
    params: Readonly<Record<string, string>> | [string, string][] = {},
  ): Promise<T> => {
    const asked = new URLSearchParams(params);
    asked.set("lang", language);
    return get<T>(`/api/cases/${encodeURIComponent(caseId)}${path}`, asked);
  };
  const part = encodeURIComponent;
  return {
    cases: () => get("/api/cases", new URLSearchParams({ lang: language })),
    answers: (caseId) => below(caseId, "/answers"),
    work: (caseId, since) => below(caseId, "/work", { since }),
    trace: (caseId, id) => below(caseId, `/trace/${part(id)}`),
    origin: (caseId, id) => below(caseId, `/origins/${part(id)}`),
    sources: (caseId) => below(caseId, "/sources"),
    source: (caseId, id) => below(caseId, `/sources/${part(id)}`),
    sealFile: async (caseId, file, name, isSecret) => {
      const asked = new URLSearchParams({ name, ...(isSecret ? { encrypt: "1" } : {}) });
      const sealed = await answerOf<{ file: FileSealedView }>(
        await reach(`/api/cases/${part(caseId)}/sources?${asked}`, {
          method: "POST",
          headers: { "content-type": "application/octet-stream", [OWN]: "1" },
          body: file,
        }),
      );
      return sealed.file;
    },
    table: (caseId, source, asked) => below(caseId, `/sources/${part(source)}/table`, { ...asked }),
    tryImport: async (caseId, source, asked) => {
      const path = `/api/cases/${part(caseId)}/sources/${part(source)}/import/try`;
      return (await post<{ trial: ImportTrialView }>(path, { ...asked, language })).trial;
    },
    importSource: async (caseId, source, asked) => {
      const path = `/api/cases/${part(caseId)}/sources/${part(source)}/import`;
      const { imported, acts } = await post<SourceImported>(path, asked);
      return { ...imported, act: acts.find(({ kind }) => kind === "list.imported")?.id ?? null };
    },
    withdrawList: (caseId, list, given) =>
      post(`/api/cases/${part(caseId)}/lists/${part(list)}/withdraw`, given),
    rows: (caseId, id, asked) =>
      below(
        caseId,
        `/sources/${part(id)}/rows`,
        "row" in asked ? { row: asked.row } : { offset: String(asked.offset) },
      ),
    page: (caseId, id, number) => below(caseId, `/sources/${part(id)}/pages/${number}`),
    media: async (caseId, id) => {
      const response = await reach(`/api/cases/${part(caseId)}/sources/${part(id)}/media?lang=${language}`);
      return response.ok ? response.blob() : answerOf<Blob>(response);
    },
    describeSource: (caseId, id, shows) =>
      post(`/api/cases/${part(caseId)}/sources/${part(id)}/description`, { shows }),
    checkSource: (caseId, id) => below(caseId, `/sources/${part(id)}/verification`),
    vocabulary: (caseId) => below(caseId, "/vocabulary"),
    subjects: (caseId, { q, kinds, limit, id }) =>
      below(caseId, "/subjects", [
        ["q", q],
        ["limit", String(limit)],
        ...(id === undefined ? [] : [["id", id] satisfies [string, string]]),
        ...kinds.map((kind): [string, string] => ["kind", kind]),
      ]),
    recordStatements: (caseId, file) => post(`/api/cases/${part(caseId)}/statements`, file),
    nameSubjects: (caseId, subjects) => post(`/api/cases/${part(caseId)}/subjects`, subjects),
    setStatus: (caseId, statement, given) =>
      post(`/api/cases/${part(caseId)}/statements/${part(statement)}/status`, given),
    people: (caseId, { q, offset, limit, ...choices }) =>
      below(caseId, "/people", [
        ["q", q],
        ["offset", String(offset)],
        ["limit", String(limit)],
        ...paramsOf(choices),
      ]),
    search: (caseId, { q, chosen, missing, isNear, offset, limit }) => {
      const params: [name: string, value: string][] = [
        ["q", q],
        ["offset", String(offset)],
        ["limit", String(limit)],
      ];
      if (isNear) params.push(["near", "1"]);
      return below(caseId, "/search", [...params, ...paramsOf({ chosen, missing })]);
    },
    person: (caseId, id) => below(caseId, `/people/${part(id)}`),
    places: (caseId, on, audience) => below(caseId, "/places", { audience, ...(on === null ? {} : { on }) }),
    site: (caseId, id, on, audience) =>
      below(caseId, `/places/sites/${part(id)}`, { audience, ...(on === null ? {} : { on }) }),
    offices: (caseId) => below(caseId, "/offices"),
    chainOfCommand: (caseId, unit, on) => below(caseId, "/offices/chain", { unit, on }),
    appeals: (caseId, on) => below(caseId, "/appeals", { on }),
    recommendations: (caseId, { from, answer, offset, limit }) =>
      below(caseId, "/recommendations", {
        offset: String(offset),
        limit: String(limit),
        ...(from === "" ? {} : { from }),
        ...(answer === "" ? {} : { answer }),
      }),
    rollCalls: (caseId) => below(caseId, "/roll-calls"),
    estimate: (caseId) => below(caseId, "/estimate"),
    reproduction: (caseId, estimate) => below(caseId, `/estimate/${part(estimate)}/reproduction`),
    review: (caseId, { queue, seed, size, limit }) =>
      below(caseId, "/review", { queue, seed: String(seed), size: String(size), limit: String(limit) }),
    linkCuts: (caseId) => below(caseId, "/link/cuts"),
    strata: (caseId, by) => below(caseId, "/estimate/strata", by === undefined ? {} : { by }),
    reviewOutlook: (caseId) => below(caseId, "/review/outlook"),
    judgements: (caseId) => below(caseId, "/review/judgements"),
    reviewPair: (caseId, left, right) => below(caseId, "/review/pair", { left, right }),
    personChecks: (caseId, { shown, offset, limit, person }) =>
      below(caseId, "/review/persons", {
        shown,
        offset: String(offset),
        limit: String(limit),
        ...(person === "" ? {} : { person }),
      }),
    splitPreview: (caseId, rows) =>
      below(
        caseId,
        "/review/persons/split",
        rows.map((row): [string, string] => ["row", row]),
      ),
    joinPreview: (caseId, one, other) => below(caseId, "/review/persons/join", { one, other }),
    splitPerson: (caseId, given) => post(`/api/cases/${part(caseId)}/review/persons/split`, given),
    joinPersons: (caseId, given) => post(`/api/cases/${part(caseId)}/review/persons/join`, given),
    keepPerson: (caseId, given) => post(`/api/cases/${part(caseId)}/review/persons/keep`, given),
    personVisibility: (caseId, id) => below(caseId, `/people/${part(id)}/visibility`),
    setVisibility: (caseId, given) => post(`/api/cases/${part(caseId)}/visibility`, given),
    decidePublication: (caseId, site, given) =>
      post(`/api/cases/${part(caseId)}/places/${part(site)}/publication`, given),
    releasePlan: (caseId, profile, without) =>
      below(caseId, "/release-plan", [
        ["profile", profile],
        ...without.map((id): [string, string] => ["without", id]),
      ]),
    published: (caseId) => below(caseId, "/published"),
    publishedRelease: (caseId, number) => below(caseId, `/published/${number}`),
    citedFigure: (caseId, number, figure) => below(caseId, `/published/${number}/figures/${part(figure)}`),
    publishRelease: (caseId, given) => post(`/api/cases/${part(caseId)}/published`, given),
    jobs: (caseId) => below(caseId, "/jobs"),
    startJob: (caseId, kind) => post(`/api/cases/${part(caseId)}/jobs`, { kind }),
    cancelJob: (caseId, job) => post(`/api/cases/${part(caseId)}/jobs/${part(job)}/cancel`, {}),
    planEstimate: (caseId, plan) => post(`/api/cases/${part(caseId)}/estimate/plan`, plan),
    judge: (caseId, given) => post(`/api/cases/${part(caseId)}/review/judgements`, { ...given }),
    undoJudgement: (caseId, judgement) =>
      post(`/api/cases/${part(caseId)}/review/judgements/${part(judgement)}/undo`, {}),
    unlock: (caseId, passphrase) => post(`/api/cases/${part(caseId)}/unlock`, { passphrase }),
    lock: (caseId) => post(`/api/cases/${part(caseId)}/lock`, {}),
    lockAll: () => post("/api/lock-all", {}),
    createCase: (given) => post("/api/cases", given),
  };
}

/** As parameters of an address. */
function paramsOf({
  chosen = {},
  missing = [],
}: {
  readonly chosen?: Readonly<Partial<Record<string, readonly string[]>>> | undefined;
  readonly missing?: readonly string[] | undefined;
}): [name: string, value: string][] {
  return [
    ...Object.entries(chosen).flatMap(([facet, values]) =>
      (values ?? []).map((value): [string, string] => [facet, value]),
    ),
    ...missing.map((facet): [string, string] => ["missing", facet]),
  ];
}
