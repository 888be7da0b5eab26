import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openCase } from "../../src/case/index.ts";
import type { ApiAnswers, ConsentRecorded, StatementsRecorded } from "../../src/server/contract.ts";
import { surroundingsOf } from "./served-case.ts";
import { TEXT } from "./small-case.ts";
import { BASE, openWritableCase, statements, type WritableCase } from "./writable-case.ts";

let own: WritableCase;
beforeEach(async () => {
  own = await openWritableCase();
});
afterEach(() => own.live.close());

describe("words whose consent was taken back", () => {
  const MARK = "Reza Karimi was warden in March";

  async function withdraw(what: string): Promise<void> {
    const given = { covers: [what], giver: "P7", scope: "un", how: "in writing" };
    const { consent } = (await own.served.post<ConsentRecorded>(`${BASE}/consents`, given)).body;
    await own.served.post(`${BASE}/consents/${consent.id}/withdraw`, { why: "asked to" });
  }

  beforeEach(async () => {
    await own.served.post(`${BASE}/statements`, statements({ key: "S", quote: MARK }));
    await withdraw("S");
  });

  test.each([
    ["the words themselves", { quote: MARK }],
    ["words that are like them", { quote: "Reza Karimi was the warden in March" }],
    ["words around them", { quote: "ward four. Reza Karimi was warden" }],
    ["the blocks that stand for them", { quote: "█".repeat(5), occurrence: 1 }],
  ])("are told by no refusal of %s", async (_, change) => {
    const before = await own.countActs();
    const answer = await own.served.post(`${BASE}/statements`, statements({ key: "T", ...change }));
    expect([409, 422]).toContain(answer.status);
    expect(answer.text.replaceAll(JSON.stringify(change.quote).slice(1, -1), "")).not.toMatch(
      /Karimi|warden|March/u,
    );
    expect(await own.countActs()).toBe(before);
  });

  test("do not come back under their key with other words, nor break the case", async () => {
    const error = await own.refuse("/statements", statements({ key: "S" }));
    expect(error).toMatchObject({ status: 409, code: "case/withheld" });
  });

  test("leave what stands beside them to be quoted, at its place in the text as it was sealed", async () => {
    const quote = "in June";
    const answer = await own.served.post<StatementsRecorded>(
      `${BASE}/statements`,
      statements({ key: "T", quote }),
    );
    expect(answer.status, answer.text).toBe(200);
    const { leafIndex = -1 } = answer.body.statements[0] ?? {};
    const opened = await openCase({ dir: own.dir, mode: "read", surroundings: surroundingsOf(own.folder) });
    const { body } = opened.ledger.read(leafIndex);
    await opened.close();
    const { passage } = JSON.parse(JSON.stringify(body)).statement;
    const source = await own.served.get<ApiAnswers["source"]>(`${BASE}/sources/note`);
    expect([...(source.body.text ?? "")].slice(passage.start, passage.end).join("")).toBe(quote);
    expect(passage.prefix).toBe(TEXT.slice(TEXT.indexOf(quote) - 32, TEXT.indexOf(quote)));
    expect(await own.everything()).not.toContain(MARK);
  });

  test("are quoted from no source that was taken back as a whole", async () => {
    await withdraw("note");
    const error = await own.refuse("/statements", statements({ key: "T" }));
    expect(error).toMatchObject({ status: 409, code: "case/withheld" });
    expect(error.message).not.toContain("witness");
  });
});
