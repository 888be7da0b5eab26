import { expect, test } from "vitest";
import { createCaseBelow, type LiveCase, openLiveCase } from "../../src/case/index.ts";
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
  expect((await serveCases([]).post("/api/cases", { title })).body).toMatchObject({
    error: { code: "server/read-only" },
  });
  for (const each of made) await each.close();
});
