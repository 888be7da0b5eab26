import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { createCaseBelow, type LiveCase, openLiveCase } from "../../src/case/index.ts";
import { InquestError } from "../../src/core/index.ts";
import type { CaseMade, CasesAnswer } from "../../src/server/contract.ts";
import { temporaryFolder } from "../case-fixture.ts";
import { serveCases, surroundingsOf } from "./served-case.ts";

test("a new case is made by whoever has the key, from a title in any script, and served from then on", async () => {
  const made: LiveCase[] = [];
  const home = temporaryFolder("made");
  const making = serveCases([], async (given) => {
    const { dir } = await createCaseBelow(home, given, surroundingsOf(home));
    const live = await openLiveCase({ dir, surroundings: surroundingsOf(home) });
    made.push(live);
    return live;
  });
  const title = { fa: "هوراوا" };
  const first = await making.post<CaseMade>("/api/cases", { title });
  expect(first.status, first.text).toBe(200);
  const second = await making.post<CaseMade>("/api/cases", { title: { en: "../Case", fa: "../x" } });
  expect([first.body.case, second.body.case]).toEqual(["case", "case-2"]);
  const { body } = await making.get<CasesAnswer>("/api/cases?lang=fa");
  expect(body.cases.map((each) => each.title)).toEqual(["هوراوا", "../x"]);
  // Nobody without the key is told that there could be more.
  expect(body.canCreate).toBe(false);
  const asked = (headers: Record<string, string | undefined>, given: unknown = { title }) =>
    making.post("/api/cases", given, headers);
  expect((await asked({ authorization: undefined })).body.error.code).toBe("server/write-key");
  expect((await asked({ "x-inquest": undefined })).body.error.code).toBe("server/foreign-request");
  expect((await asked({}, { title: { en: "  " } })).body.error.code).toBe("case/title");
  for (const en of ["x".repeat(201), "half \ud800 a letter"]) {
    const refused = await asked({}, JSON.parse(JSON.stringify({ title: { en } })));
    expect([refused.status, refused.body.error.code]).toEqual([400, "server/body"]);
  }
  const own = { authorization: `Bearer ${making.key}` };
  const { body: mine } = await making.get<CasesAnswer>("/api/cases", own);
  expect([mine.canCreate, mine.writable]).toEqual([true, ["case", "case-2"]]);
  // Of the refused ones nothing is left that the next would have to go around.
  expect(readdirSync(home).filter((name) => name.startsWith("case"))).toEqual(["case", "case-2"]);
  expect((await serveCases([]).post("/api/cases", { title })).body).toMatchObject({
    error: { code: "server/read-only" },
  });
  const served = new Set(["case-3"]);
  const third = await createCaseBelow(home, { title, isFictional: true }, surroundingsOf(home), served);
  expect(third.id).toBe("case-4");
  for (const each of made) await each.close();
});

test("a case that cannot be read keeps nobody from the others, and is told", async () => {
  const home = temporaryFolder("unread");
  const { dir } = await createCaseBelow(
    home,
    { title: { en: "Whole" }, isFictional: true },
    surroundingsOf(home),
  );
  const whole = await openLiveCase({ dir, surroundings: surroundingsOf(home) });
  const gone = new InquestError({
    code: "ledger/segment-missing",
    reaction: "verification",
    message: "Gone.",
  });
  const { get } = serveCases([whole, { id: "gone", current: () => Promise.reject(gone) }]);
  const { body } = await get<CasesAnswer>("/api/cases");
  expect(body.cases.map(({ id }) => id)).toEqual(["whole"]);
  expect(body.unreadable).toEqual([{ id: "gone", code: "ledger/segment-missing", message: "Gone." }]);
  await whole.close();
});
