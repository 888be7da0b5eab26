import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { fixedSource, openCase, openLiveCase, verifyCase } from "../../src/case/index.ts";
import type {
  ApiAnswers,
  ConsentRecorded,
  PassagesView,
  SearchView,
  StatementsRecorded,
} from "../../src/server/contract.ts";
import { inquest } from "../case/cli-fixture.ts";
import { serveCases, surroundingsOf } from "./served-case.ts";
import { BASE, openWritableCase, QUOTE, statements, type WritableCase } from "./writable-case.ts";

let own: WritableCase;
beforeEach(async () => {
  own = await openWritableCase();
});
afterEach(() => own.live.close());

/** Every file of `work/`, which other programs read. */
const workFiles = () =>
  readdirSync(join(own.dir, "work"), { recursive: true, encoding: "utf8" })
    .map((name) => join(own.dir, "work", name))
    .filter((path) => statSync(path).isFile())
    .map((path) => readFileSync(path, "utf8"))
    .join("\n");

describe("what is written over HTTP", () => {
  test("shows in passages, search and the page of the person, and leaves all of them with its consent", async () => {
    expect(await own.everything()).not.toContain('"N"');
    const { status, body, text } = await own.served.post<StatementsRecorded>(
      `${BASE}/statements`,
      statements({}),
    );
    expect(status, text).toBe(200);
    const [recorded] = body.statements;
    expect(recorded).toMatchObject({ key: "N", isNew: true, supersedes: null });
    expect(body.acts).toEqual([
      { id: expect.any(String), kind: "statement.recorded", leafIndex: recorded?.leafIndex },
    ]);
    expect(body.treeSize).toBe((recorded?.leafIndex ?? 0) + 1);

    const passages = (await own.served.get<PassagesView>(`${BASE}/sources/note/passages`)).body.passages;
    const passage = passages.find(({ statement }) => statement.key === "N")?.selectors;
    expect(passage?.map((each) => ("exact" in each ? each.exact : null))).toContain(QUOTE);
    const found = (await own.served.get<SearchView>(`${BASE}/search?q=second%20witness`)).body.hits;
    expect(found.map(({ id }) => id)).toContain(recorded?.id);
    const person = await own.served.get<ApiAnswers["statedPerson"]>(`${BASE}/stated-persons/person%3Akarimi`);
    expect(person.body.fields.map(({ property }) => property)).toContain("last-seen");
    const trace = await own.served.get<ApiAnswers["trace"]>(`${BASE}/trace/N`);
    expect(trace.body).toMatchObject({ verified: true });

    const given = { covers: ["N"], giver: "P7", scope: "partners", how: "in writing" };
    const { consent } = (await own.served.post<ConsentRecorded>(`${BASE}/consents`, given)).body;
    expect(await own.everything()).toContain(QUOTE);
    const why = { why: "fears for a sister" };
    const back = await own.served.post<ConsentRecorded>(`${BASE}/consents/${consent.id}/withdraw`, why);
    expect(back.body.consent.withdrawn).toEqual({ ...why, on: null });
    const after = await own.everything();
    expect(after).not.toContain(QUOTE);
    expect(after).not.toContain(recorded?.id);
    expect(workFiles()).not.toContain(QUOTE);
    const traced = await own.served.get(`${BASE}/trace/N`);
    expect({ status: traced.status, text: traced.text }).toMatchObject({
      status: 409,
      text: expect.stringContaining("case/withheld"),
    });
    expect(traced.text).not.toContain(QUOTE);
    expect((await verifyCase(own.dir)).problems).toEqual([]);
  });

  test("is on the disk under a signed checkpoint when it is answered, signed with the key of this machine", async () => {
    const { body } = await own.served.post<StatementsRecorded>(`${BASE}/statements`, statements({}));
    const opened = await openCase({ dir: own.dir, mode: "read", surroundings: surroundingsOf(own.folder) });
    try {
      const [receipt] = body.acts;
      expect(opened.ledger.read(receipt?.leafIndex ?? -1)).toMatchObject({
        id: receipt?.id,
        actor: "keeper",
      });
      expect(opened.ledger.checkpoint()).toMatchObject({ treeSize: body.treeSize, rootHash: body.root });
    } finally {
      await opened.close();
    }
  });

  test("is recorded once, however often the same is sent", async () => {
    const first = await own.served.post<StatementsRecorded>(
      `${BASE}/statements`,
      statements({}, { key: "O" }),
    );
    const again = await own.served.post<StatementsRecorded>(
      `${BASE}/statements`,
      statements({}, { key: "O" }),
    );
    expect(first.body.acts).toHaveLength(2);
    expect(again.body).toMatchObject({ acts: [], treeSize: first.body.treeSize });
    expect(again.body.statements).toEqual(
      first.body.statements.map((statement) => ({ ...statement, isNew: false })),
    );
    const subjects = [{ id: "person:new", names: { en: "New" } }];
    expect(
      (await own.served.post<ApiAnswers["nameSubjects"]>(`${BASE}/subjects`, subjects)).body.acts,
    ).toHaveLength(1);
    expect(
      (await own.served.post<ApiAnswers["nameSubjects"]>(`${BASE}/subjects`, subjects)).body,
    ).toMatchObject({
      acts: [],
      subjects: [{ id: "person:new", isNew: false }],
    });
  });

  test("lands exactly once each when many write at once, the same or different things", async () => {
    const before = await own.countActs();
    const bodies = [...Array(8).keys()].map((index) => statements({ key: `W${index % 4}` }));
    const answers = await Promise.all(
      bodies.map((body) => own.served.post<StatementsRecorded>(`${BASE}/statements`, body)),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(200));
    expect(await own.countActs()).toBe(before + 4);
    const leaves = answers.map(({ body }) => body.statements[0]?.leafIndex ?? -1);
    expect([...new Set(leaves)].sort()).toEqual([0, 1, 2, 3].map((index) => before + index).sort());
    expect(leaves.slice(0, 4)).toEqual(leaves.slice(4));
    expect(answers.filter(({ body }) => body.statements[0]?.isNew === true)).toHaveLength(4);
  });

  test("corrects a statement by its key, and says which it took the place of", async () => {
    const first = (await own.served.post<StatementsRecorded>(`${BASE}/statements`, statements({}))).body
      .statements[0];
    const { body } = await own.served.post<StatementsRecorded>(
      `${BASE}/statements`,
      statements({ time: "1988-08-02" }),
    );
    expect(body.statements).toMatchObject([{ isNew: true, supersedes: first?.id }]);
    expect(await own.everything()).not.toContain(first?.id);
  });

  test("stays at its source when it accuses, whatever access was asked for", async () => {
    const accusation = {
      key: "X",
      property: "alleged-part",
      value: "gave the order",
      standing: "alleged",
      access: "open",
    };
    const sent = statements({ time: undefined, ...accusation });
    expect((await own.served.post(`${BASE}/statements`, sent)).status).toBe(200);
    const source = await own.served.get<ApiAnswers["source"]>(`${BASE}/sources/note`);
    expect(source.body.statementsAt.find(({ key }) => key === "X")?.access).toBe("restricted");
    for (const path of ["/answers", "/search?q=order", "/stated-persons/person%3Akarimi", "/offices"])
      expect((await own.served.get(`${BASE}${path}`)).text).not.toContain("gave the order");
  });

  test("shows although a command of another process wrote between", async () => {
    await own.served.post(`${BASE}/statements`, statements({}));
    expect((await inquest(own.folder, "status", "N", "accepted", "--case", "c")).err).toBe("");
    const source = await own.served.get<ApiAnswers["source"]>(`${BASE}/sources/note`);
    expect(source.body.statementsAt.find(({ key }) => key === "N")?.status).toBe("accepted");
  });
});

describe("a change is refused", () => {
  const change = statements({});

  test.each([
    ["without our header", { "x-inquest": undefined }, "server/foreign-request"],
    ["from another origin", { origin: "http://127.0.0.1:2" }, "server/foreign-request"],
    ["from another site", { "sec-fetch-site": "cross-site" }, "server/foreign-request"],
    ["as the body of a form", { "content-type": "text/plain" }, "server/foreign-request"],
    ["under another host", { host: "evil.example" }, "server/foreign-host"],
    ["without the key of the server", { authorization: undefined }, "server/write-key"],
    ["with a key that was guessed", { authorization: `Bearer ${"a".repeat(43)}` }, "server/write-key"],
  ])("%s", async (_, headers, code) => {
    expect(await own.refuse("/statements", change, headers)).toMatchObject({ status: 403, code });
  });

  test("when its body is too large, before it is read", async () => {
    const large = JSON.stringify({ source: "note", statements: [], filler: "x".repeat(17 * 1024 * 1024) });
    expect(await own.refuse("/statements", large)).toMatchObject({
      status: 413,
      code: "server/body-too-large",
    });
    const length = { "content-length": String(1024 ** 4) };
    expect(await own.refuse("/statements", change, length)).toMatchObject({ status: 413 });
  });

  test("while another process writes, and goes through when it has ended", async () => {
    const other = await openCase({ dir: own.dir, mode: "write", surroundings: surroundingsOf(own.folder) });
    try {
      const answer = await own.served.post(`${BASE}/statements`, change);
      expect([answer.status, answer.body.error.code]).toEqual([423, "ledger/case-locked"]);
    } finally {
      await other.close();
    }
    expect((await own.served.post(`${BASE}/statements`, change)).status).toBe(200);
  });

  test("by a case that is only shown", async () => {
    const shown = await openLiveCase({
      dir: own.dir,
      surroundings: surroundingsOf(own.folder),
      isReadOnly: true,
    });
    try {
      for (const source of [shown, fixedSource(await own.live.current())]) {
        own.served = serveCases([source]);
        expect(await own.refuse("/statements", change)).toMatchObject({
          status: 423,
          code: "server/read-only",
        });
      }
    } finally {
      await shown.close();
    }
  });

  test("after the case was closed here", async () => {
    await own.live.close();
    const answer = await own.served.post(`${BASE}/statements`, change);
    expect([answer.status, answer.body.error.code]).toEqual([423, "case/locked"]);
    own.live = await openLiveCase({ dir: own.dir, surroundings: surroundingsOf(own.folder) });
  });
});

describe("a browser", () => {
  test("that opened the address with the key may write, and its address no longer holds the key", async () => {
    const opened = await own.served.get(`/c/people?key=${own.served.key}`);
    expect([opened.status, opened.headers.get("location")]).toEqual([302, "/c/people"]);
    const cookie = opened.headers.get("set-cookie") ?? "";
    expect(cookie).toMatch(/^inquest-write-[0-9a-f]{8}=.*HttpOnly.*SameSite=Strict/u);
    const byCookie = { authorization: undefined, cookie: cookie.split(";")[0] };
    expect((await own.served.post(`${BASE}/statements`, statements({}), byCookie)).status).toBe(200);
  });

  test("that guesses it gets the page and no cookie", async () => {
    const opened = await own.served.get(`/?key=${"a".repeat(43)}`);
    expect([opened.status, opened.headers.get("set-cookie")]).toEqual([200, null]);
  });
});
