import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ApiAnswers, ConsentRecorded } from "../../src/server/contract.ts";
import { BASE, openWritableCase, statements, type WritableCase } from "./writable-case.ts";

let own: WritableCase;
beforeAll(async () => {
  own = await openWritableCase();
});
afterAll(() => own.live.close());

describe("a mistake in a statement", () => {
  test.each([
    ["a subject that nobody named", { subject: "person:nobody" }, "statements/unknown-subject", ""],
    ["a speaker that nobody named", { speaker: "speaker:nobody" }, "statements/unknown-subject", ""],
    ["words that stand nowhere", { quote: "words that stand nowhere" }, "statements/passage", ""],
    ["words that stand twice", { quote: "were" }, "statements/passage", ""],
    ["an occurrence beyond the last", { quote: "were", occurrence: 9 }, "statements/passage", ""],
    ["a property that there is not", { property: "was-killed-by" }, "statements/invalid-entry", "/property"],
    ["a property of another kind of subject", { property: "site-reported" }, "statements/subject-kind", ""],
    ["a time that is none", { time: "soon" }, "statements/broken-date", ""],
    ["a member that there is not", { qoute: "x" }, "statements/invalid-entry", ""],
    ["a value where none belongs", { value: "many" }, "statements/value-kind", ""],
    [
      "a range that ends before it starts",
      { subject: "event:e", property: "persons-killed", value: { min: 9, max: 3 } },
      "statements/value-kind",
      "",
    ],
    [
      "a place beyond the poles",
      { subject: "place:t", property: "coordinate", value: { latitude: 91, longitude: 0, accuracyM: 5 } },
      "statements/invalid-entry",
      "/value",
    ],
    ["a unit without a letter", { unit: "" }, "statements/invalid-entry", "/unit"],
    ["half of a sign", { note: { en: "\ud800" } }, "core/json-lone-surrogate", null],
  ])("%s: has its code, its line and its place, and records nothing", async (_, mistake, code, member) => {
    const body = JSON.stringify(statements({ key: "A" }, mistake), null, 1);
    const error = await own.refuse("/statements", body);
    expect(error).toMatchObject({ status: 422, code });
    if (member === null) return;
    const line = body.slice(0, body.indexOf("{", body.indexOf('"A"'))).split("\n").length;
    expect(error.at).toMatchObject({ line, pointer: `/statements/1${member}` });
    expect(error.message).toContain(`line ${line}`);
  });

  test.each([
    ["a source that there is not", { ...statements({}), source: "none" }, "statements/unknown-source", 422],
    ["no source", { statements: statements({}).statements }, "statements/invalid-entry", 422],
    ["no statement", { source: "note", statements: [] }, "statements/invalid-entry", 422],
    ["one key for two", statements({}, { time: "1988" }), "statements/duplicate-key", 422],
    ["no JSON", '{"source": "note",\n"statements": [}', "statements/json", 422],
    ["a member that stands twice", '{"source": "note",\n"source": "b"}', "statements/json", 422],
    ["a list instead of a file", statements({}).statements, "statements/invalid-entry", 422],
    ["bytes that are no UTF-8", new Uint8Array([0x7b, 0xff, 0x7d]), "server/body", 400],
  ])("%s: is refused as a whole", async (_, body, code, status) => {
    expect(await own.refuse("/statements", body)).toMatchObject({ code, status });
  });

  test("one in a hundred: the other ninety-nine are not recorded either", async () => {
    const many = [...Array(99).keys()].map((index) => ({ key: `B${index}` }));
    const error = await own.refuse("/statements", statements(...many, { quote: "words that stand nowhere" }));
    expect(error.at?.pointer).toBe("/statements/99");
  });
});

describe("a change that does not hold together", () => {
  test.each([
    ["/statements/K/status", { status: "issue" }, 422, "case/status"],
    ["/statements/none/status", { status: "accepted" }, 404, "case/not-found"],
    ["/statements/K/status", { status: "proven" }, 400, "server/body"],
    [
      "/consents",
      { covers: ["K"], giver: "P", scope: "un", how: "by phone", expires: "2026-02-30" },
      422,
      "case/consent",
    ],
    ["/consents", { covers: ["K"], giver: " ", scope: "un", how: "by phone" }, 422, "case/consent"],
    ["/consents", { covers: ["none"], giver: "P", scope: "un", how: "by phone" }, 404, "case/not-found"],
    ["/consents", { covers: [], giver: "P", scope: "un", how: "by phone" }, 400, "server/body"],
    ["/consents/consent-x/withdraw", { why: "asked to" }, 404, "case/not-found"],
    [
      "/offices/continuity",
      { person: "Karimi", office: "Warden", isContiguous: true, reason: "  " },
      422,
      "case/continuity",
    ],
    [
      "/offices/continuity",
      { person: "Nobody", office: "Warden", isContiguous: true, reason: "x" },
      404,
      "case/not-found",
    ],
    [
      "/places/mill/publication",
      { decision: "coarsened", risk: "x", reason: "x", reviewer: "x" },
      422,
      "case/publication",
    ],
    [
      "/places/mill/publication",
      { decision: "exact", km: 3, risk: "x", reason: "x", reviewer: "x" },
      422,
      "case/publication",
    ],
    ["/sources/note/custody", { kind: "custody.transferred", why: "x", from: "a" }, 422, "case/custody"],
    ["/sources/note/custody", { kind: "custody.viewed", why: "x", by: "a", on: "soon" }, 422, "case/custody"],
    ["/sources/none/custody", { kind: "custody.viewed", why: "x", by: "a" }, 404, "case/not-found"],
    ["/sources/note/custody", { kind: "item.derived", why: "x" }, 400, "server/body"],
    ["/findings", [{ id: "f" }], 422, "statements/invalid-entry"],
    ["/subjects", [{ id: "person:a", names: {} }], 422, "statements/invalid-entry"],
    [
      "/subjects",
      [
        { id: "person:a", names: { en: "A" } },
        { id: "person:a", names: { en: "B" } },
      ],
      422,
      "case/subject-twice",
    ],
    ["/proposals", { kind: "item.shredded", subject: "x", why: "x" }, 404, "case/no-key"],
    ["/proposals/none/second", {}, 404, "case/second-person"],
    ["/proposals", "[", 400, "server/body"],
  ])("%s %j: %i %s, and nothing is recorded", async (path, body, status, code) => {
    expect(await own.refuse(path, body)).toMatchObject({ status, code });
  });

  test("a withdrawal on a day that is none is refused, and the case still opens", async () => {
    const given = { covers: ["K"], giver: "P7", scope: "un", how: "in writing" };
    const { consent } = (await own.served.post<ConsentRecorded>(`${BASE}/consents`, given)).body;
    const error = await own.refuse(`/consents/${consent.id}/withdraw`, { why: "asked to", on: "yesterday" });
    expect(error).toMatchObject({ status: 422, code: "case/consent" });
  });

  test("a finding above what its support bears has its place", async () => {
    const finding = {
      id: "f",
      question: "howMany",
      text: { en: "Forty." },
      standard: "beyond-reasonable-doubt",
      supports: ["K"],
      limitations: { en: "None." },
      reviewers: ["R"],
    };
    const error = await own.refuse("/findings", [finding]);
    expect(error).toMatchObject({ status: 422, code: "case/finding-above", at: { pointer: "/0", line: 1 } });
  });

  test("one person cannot be two: whoever proposed does not agree", async () => {
    const wanted = { kind: "case-key.rotated", subject: "case", why: "somebody left" };
    const { body } = await own.served.post<ApiAnswers["propose"]>(`${BASE}/proposals`, wanted);
    expect(await own.refuse(`/proposals/${body.proposal}/second`, {})).toMatchObject({
      status: 409,
      code: "case/second-person",
    });
  });
});
