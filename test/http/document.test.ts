import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { Validator } from "@seriousme/openapi-schema-validator";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  type CaseSource,
  fixedSource,
  type LiveCase,
  type OpenCase,
  openLiveCase,
  readCase,
} from "../../src/case/index.ts";
import type {
  ApiAnswers,
  ConsentRecorded,
  FileSealed,
  JobView,
  JudgementRecorded,
  OperationId,
  ProposalRecorded,
} from "../../src/server/contract.ts";
import { toRoute } from "../../src/server/operation.ts";
import { OPERATIONS } from "../../src/server/operations.ts";
import { inquest } from "../case/cli-fixture.ts";
import { makeTwoLists } from "../case/two-lists.ts";
import { repository, temporaryFolder } from "../case-fixture.ts";
import { openShippedCase, SHIPPED } from "../shipped-cases.ts";
import { addressesOf, KNOWN_FROM, type Known } from "./every-operation.ts";
import { createValidate, type Document, type Validate } from "./hold-to-document.ts";
import { serveCases, surroundingsOf } from "./served-case.ts";
import { makeSmallCase } from "./small-case.ts";

let folder = "";
let served: ReturnType<typeof serveCases>;
let document: Document;
const opened: OpenCase[] = [];
let small: LiveCase;
/** Two linked lists, of which pairs can be judged. */
let pairs: LiveCase;
/** Operations of which at least one real answer was held against its schema. */
const seen = new Set<string>();

let validate: Validate;

beforeAll(async () => {
  folder = temporaryFolder("http-document");
  const cases: CaseSource[] = [];
  for (const id of SHIPPED) {
    const each = await openShippedCase(id, `http-${id}`);
    opened.push(each);
    cases.push(fixedSource(await readCase(each)));
  }
  small = await openLiveCase({ dir: await makeSmallCase(folder), surroundings: surroundingsOf(folder) });
  const linked = temporaryFolder("http-document-pairs");
  await makeTwoLists(linked, "pairs");
  pairs = await openLiveCase({ dir: join(linked, "pairs"), surroundings: surroundingsOf(linked) });
  served = serveCases([...cases, small, pairs]);
  document = (await served.get<Document>("/api/openapi.json")).body;
  validate = createValidate(document);
});
afterAll(async () => {
  await small.close();
  await pairs.close();
  for (const each of opened) await each.close();
});

describe("the OpenAPI document", () => {
  test("is valid OpenAPI 3.1", async () => {
    const { valid, errors } = await new Validator().validate(JSON.parse(JSON.stringify(document)));
    expect(errors ?? []).toEqual([]);
    expect(valid).toBe(true);
  });

  test("is refused by the same validator with a fault in it", async () => {
    const broken = {
      ...JSON.parse(JSON.stringify(document)),
      paths: { "/api/cases": { get: { responses: 3 } } },
    };
    expect((await new Validator().validate(broken)).valid).toBe(false);
  });

  test("refers to nothing that it does not hold", () => {
    const text = JSON.stringify(document);
    const references = [...text.matchAll(/"\$ref":"#\/components\/(\w+)\/([^"]+)"/gu)];
    expect(references.length).toBeGreaterThan(200);
    expect(text.match(/"\$ref":"(?!#\/components\/)/u)).toBeNull();
    const held: Record<string, object> = { ...document.components };
    const missing = references.filter(([, kind = "", name = ""]) => !Object.hasOwn(held[kind] ?? {}, name));
    expect(missing.map(([text]) => text)).toEqual([]);
  });

  test("names every route of the application, and the application every one of its", () => {
    const routes = served.app.routes
      .filter(({ method, path }) => method !== "ALL" && path.startsWith("/api/"))
      .map(({ method, path }) => `${method} ${path}`);
    const named = Object.entries(document.paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${toRoute({ path })}`),
    );
    expect([...new Set(routes)].sort()).toEqual(named.sort());
  });

  test("asks for every parameter that stands in a path, and for no other there", () => {
    for (const { path, params } of Object.values(OPERATIONS)) {
      const inPath = [...path.matchAll(/\{(\w+)\}/gu)].map(([, name]) => name);
      expect(Object.keys(params.shape).sort(), path).toEqual(inPath.sort());
    }
  });

  test("is what inquest schema api prints, and needs no server", async () => {
    const { code, out } = await inquest(folder, "schema", "api");
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual(document);
  });

  test("says of the answers what their interfaces say today", () => {
    const script = join(repository, "scripts", "write-answer-schemas.mjs");
    const { status, stderr } = spawnSync(process.execPath, [script, "--check"], { encoding: "utf8" });
    expect(stderr).toBe("");
    expect(status).toBe(0);
  });
});

describe("an answer that is not what the document says", () => {
  test.each([
    ["a member too many", (view: object) => ({ ...view, more: 1 })],
    ["a member too few", (view: object) => ({ ...view, total: undefined })],
    ["a member of another kind", (view: object) => ({ ...view, people: "none" })],
  ])("is noticed: %s", async (_, change) => {
    const { body } = await served.get<ApiAnswers["people"]>("/api/cases/first-hour/people");
    expect(validate("people", body)).toBe("");
    expect(validate("people", JSON.parse(JSON.stringify(change(body))))).not.toBe("");
  });
});

async function expectAnswer(id: OperationId, address: string, headers = {}): Promise<void> {
  const { status, body } = await served.get<unknown>(address, headers);
  expect(status, `${address}\n${JSON.stringify(body)}`).toBe(200);
  expect(validate(id, body), address).toBe("");
  seen.add(id);
}

async function knownOf(base: string): Promise<Known> {
  const ask = async <Id extends keyof Known>(id: Id) =>
    (await served.get<Known[Id]>(`${base}${KNOWN_FROM[id]}`)).body;
  return {
    answers: await ask("answers"),
    sources: await ask("sources"),
    people: await ask("people"),
    offices: await ask("offices"),
    places: await ask("places"),
    rollCalls: await ask("rollCalls"),
    estimate: await ask("estimate"),
  };
}

describe("every answer is what the document says, in both languages", () => {
  test("of all cases at once", async () => {
    for (const language of ["en", "fa"]) {
      await expectAnswer("cases", `/api/cases?lang=${language}`);
      await expectAnswer("openApi", `/api/openapi.json?lang=${language}`);
    }
  });

  test.each([...SHIPPED, "c"])("of the case %s", async (id) => {
    const base = `/api/cases/${id}`;
    let count = 0;
    const addresses = Object.entries(addressesOf(await knownOf(base)));
    for (const [name, paths] of addresses) {
      const operation = Object.values(OPERATIONS).find((each) => each.id === name);
      if (operation === undefined) throw new Error(`no operation ${name}`);
      for (const path of paths)
        for (const language of ["en", "fa"]) {
          await expectAnswer(operation.id, `${base}${path}${path.includes("?") ? "&" : "?"}lang=${language}`);
          count += 1;
        }
    }
    expect(count).toBeGreaterThan(40);
  });

  test.each([
    ["an unknown case", 404, "/api/cases/none/answers"],
    ["an unknown route", 404, "/api/nothing"],
    ["an unknown source", 404, "/api/cases/c/sources/none"],
    ["a day that is none", 400, "/api/cases/c/appeals?on=yesterday"],
    ["a time that cannot be read", 422, "/api/cases/c/offices/held?office=warden&on=soon"],
    ["a page before the first", 400, "/api/cases/c/people?offset=-1"],
    ["a foreign host", 403, "/api/cases"],
  ])("an error too: %s", async (what, status, address) => {
    const headers = what === "a foreign host" ? { host: "evil.example" } : {};
    const answer = await served.get(address, headers);
    expect(answer.status).toBe(status);
    expect(validate("ErrorView", answer.body)).toBe("");
  });
});

describe("every change is answered as the document says", () => {
  const base = "/api/cases/c";
  async function change<T>(id: OperationId, path: string, body: unknown, of = base): Promise<T> {
    const answer = await served.post<T>(`${of}${path}`, body);
    expect(answer.status, `${path}\n${answer.text}`).toBe(200);
    expect(validate(id, answer.body), path).toBe("");
    seen.add(id);
    return answer.body;
  }

  test("by one person", async () => {
    await change("nameSubjects", "/subjects", [{ id: "person:naderi", names: { en: "Zahra Naderi" } }]);
    await change("recordStatements", "/statements", {
      source: "note",
      statements: [
        {
          key: "N",
          subject: "event:e",
          property: "persons-killed",
          value: 50,
          speaker: "speaker:other",
          chain: "second-hand",
          quote: "A second witness says fifty",
        },
      ],
    });
    await change("setStatus", "/statements/N/status", { status: "accepted" });
    const given = { covers: ["N"], giver: "P7", scope: "un", how: "in writing", purposes: ["an inquiry"] };
    const { consent } = await change<ConsentRecorded>("recordConsent", "/consents", given);
    await change("withdrawConsent", `/consents/${consent.id}/withdraw`, {
      why: "asked to",
      on: "2026-01-02",
    });
    await change("decideContinuity", "/offices/continuity", {
      person: "Reza Karimi",
      office: "Warden",
      isContiguous: true,
      reason: "The register has no gap.",
    });
    await change("decidePublication", "/places/site%3Amill/publication", {
      decision: "coarsened",
      km: 5,
      risk: "Graves may be disturbed.",
      reason: "The families asked for it.",
      reviewer: "A. Reviewer",
    });
    await change("recordCustody", "/sources/note/custody", {
      kind: "custody.received",
      from: "P7",
      to: "the keepers",
      why: "given at a meeting",
    });
    await change("describeSource", "/sources/note/description", { shows: { en: "a letter" } });
    await change("recordFindings", "/findings", [
      {
        id: "killed",
        question: "howMany",
        text: { en: "At least forty were killed." },
        standard: "reasonable-suspicion",
        supports: ["K"],
        limitations: { en: "One witness." },
        reviewers: ["A. Reviewer"],
      },
    ]);
    await change("grade", "/grades", { word: "note", grade: "C", reason: "one witness" });
    await change("resolveMention", "/mentions/mention%3Aguard", { as: "person:karimi", reason: "same scar" });
    // What was written is there to be read, and read as the document says.
    for (const [id, path] of [
      ["consents", "/consents"],
      ["findings", "/findings"],
      ["grades", "/grades?of=note"],
      ["mentions", "/mentions"],
      ["watchList", "/places/watch?on=2026-01-01"],
      ["postings", "/offices/postings?person=person%3Akarimi"],
    ] as const)
      await expectAnswer(id, `${base}${path}`);
  });

  test("of files and lists", async () => {
    const sent = await served.post<FileSealed>(
      `${base}/sources?name=list.csv`,
      new TextEncoder().encode("نام,تاریخ اعدام\nرضا کریمی,۱۳۶۷/۵/۱۲\nپروین گلچین,؟؟\nx\n"),
      { "content-type": "application/octet-stream" },
    );
    expect(sent.status, sent.text).toBe(200);
    expect(validate("sealFile", sent.body)).toBe("");
    seen.add("sealFile");
    const key = { authorization: `Bearer ${served.key}` };
    await expectAnswer("table", `${base}/sources/list.csv/table?lang=fa`, key);
    const fields = { name: { column: "نام" }, death: { column: "تاریخ اعدام", calendar: "solar-hijri" } };
    const recipe = { fields, corrections: { file: sent.body.file.sha256 } };
    await change("tryImport", "/sources/list.csv/import/try", { list: "l", recipe, language: "fa" });
    await change("importSource", "/sources/list.csv/import", { list: "l", recipe });
    // Its own recipe is then among those that are offered.
    await expectAnswer("table", `${base}/sources/list.csv/table`, key);
  });

  test("of pairs", async () => {
    const there = "/api/cases/pairs";
    const { body } = await served.get<ApiAnswers["review"]>(`${there}/review`);
    const [pair] = body.pairs;
    if (pair === undefined) throw new Error("a pair waits");
    const given = { left: pair.left.id, right: pair.right.id, answer: "same", asked: pair.asked, rank: 1 };
    const judged = await change<JudgementRecorded>("judgePair", "/review/judgements", given, there);
    await expectAnswer("judgements", `${there}/review/judgements`);
    await expectAnswer("reviewPair", `${there}/review/pair?left=${given.left}&right=${given.right}`);
    await expectAnswer("review", `${there}/review`);
    const list = "/lists/families/provenance";
    const said = { drawsOn: ["exiles", "a newsletter"], covers: "1988", why: "its preface", source: "note" };
    await change("stateProvenance", list, said, there);
    await expectAnswer("provenance", `${there}/provenance`);
    await change("withdrawProvenance", `${list}/withdraw`, { why: "misread" }, there);
    await change("undoJudgement", `/review/judgements/${judged.judgement}/undo`, {}, there);
    await expectAnswer("judgements", `${there}/review/judgements`);
    await change("keepPerson", "/review/persons/keep", { person: given.left }, there);
    await change(
      "splitPerson",
      "/review/persons/split",
      { rows: ["memorial:memorial-00093"], reason: "two graves" },
      there,
    );
    const both = { one: "families:families-00001", other: "families:families-00003" };
    await change("joinPersons", "/review/persons/join", both, there);
    await expectAnswer("personChecks", `${there}/review/persons?person=memorial%3Amemorial-00093`);
    await expectAnswer("personChecks", `${there}/review/persons?shown=decided`);
    await expectAnswer(
      "joinPreview",
      `${there}/review/persons/join?one=families:families-00004&other=${both.one}`,
    );
  });

  test("of long work, with how far it is, and what is planned", async () => {
    const there = "/api/cases/pairs";
    const plan = { assumption: { en: "The lists were made apart from each other." }, methods: ["chao"] };
    await change("planEstimate", "/estimate/plan", plan, there);
    const { id } = await change<JobView>("startJob", "/jobs", { kind: "estimate" }, there);
    const key = { authorization: `Bearer ${served.key}` };
    await expectAnswer("jobs", `${there}/jobs`, key);
    await change("cancelJob", `/jobs/${id}/cancel`, {}, there);
    await expectAnswer("jobs", `${there}/jobs`, key);
    await change("withdrawList", "/lists/families/withdraw", { why: "the wrong columns" }, there);
  });

  test("of who may be shown, and of a release", async () => {
    const planned = `${base}/release-plan?profile=public`;
    const plan = async () => (await served.get<ApiAnswers["releasePlan"]>(planned)).body;
    const named = (await plan()).undecided.filter(({ is }) => is !== "site").map(({ id }) => id);
    await change("setVisibility", "/visibility", { covers: named, visibility: "full", why: "they agreed" });
    await expectAnswer("releasePlan", planned);
    const { undecided, lookedAt, figures } = await plan();
    expect(undecided).toEqual([]);
    const given = { profile: "public", language: "fa", note: "The first.", lookedAt };
    const { job } = await change<ApiAnswers["publishRelease"]>("publishRelease", "/published", given);
    // A release is waited for instead.
    const ended = await change<JobView>("cancelJob", `/jobs/${job?.id}/cancel`, {});
    expect(ended.state).toBe("done");
    await expectAnswer("published", `${base}/published`);
    await expectAnswer("publishedRelease", `${base}/published/1`);
    const figure = encodeURIComponent(figures[0]?.id ?? "");
    await expectAnswer("citedFigure", `${base}/published/1/figures/${figure}`);
  });

  test("by two", async () => {
    const wanted = { kind: "case-key.rotated", subject: "case", why: "somebody left" };
    const { proposal } = await change<ProposalRecorded>("propose", "/proposals", wanted);
    const bahar = await openLiveCase({
      dir: join(folder, "c"),
      surroundings: surroundingsOf(folder, "bahar"),
    });
    try {
      const other = serveCases([bahar]);
      const path = `${base}/proposals/${proposal}/second`;
      // Her key is not vouched for yet, and enrols itself with her first act.
      expect((await other.post(path, {})).body).toMatchObject({ error: { code: "case/second-person" } });
      await other.post(`${base}/subjects`, [{ id: "place:town", names: { en: "A town" } }]);
      const { body } = await other.get<ApiAnswers["twoPersons"]>(`${base}/proposals`);
      const device = body.keys.find(({ actor }) => actor === "bahar")?.device ?? "";
      expect((await inquest(folder, "vouch", "bahar", device, "--case", "c")).err).toBe("");
      const seconded = await other.post(path, {});
      expect(seconded.status, seconded.text).toBe(200);
      expect(validate("second", seconded.body)).toBe("");
      seen.add("second");
      const subject = { kind: "allegation.released", subject: "L", why: "it is public" };
      const release = await change<ProposalRecorded>("propose", "/proposals", subject);
      const agreed = await other.post(`${base}/proposals/${release.proposal}/second`, {});
      expect(agreed.status, agreed.text).toBe(200);
      await change("releaseAllegation", "/allegations/L/release", { why: "two people agreed" });
      await expectAnswer("allegations", `${base}/allegations`);
      await change("restrictAllegation", "/allegations/L/restrict", { why: "an appeal is pending" });
    } finally {
      await bahar.close();
    }
    await expectAnswer("twoPersons", `${base}/proposals`);
  });
});

test("no operation went without an answer, but locks, new cases and files, which have tests of their own", () => {
  const unseen = Object.keys(OPERATIONS).filter((id) => !seen.has(id));
  expect(unseen.sort()).toEqual(["createCase", "lock", "lockAll", "media", "unlock"]);
});
