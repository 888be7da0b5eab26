import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type OpenCase, readCase, readCaseFolder } from "../../src/case/index.ts";
import { buildCase, repository } from "../case-fixture.ts";

let opened: OpenCase;
beforeAll(async () => {
  opened = await buildCase(readCaseFolder(join(repository, "cases", "first-hour")), "person-codes");
});
afterAll(() => opened.close());

describe("what the records of a person say", () => {
  it("is in the words of the reader where a list gives a code", async () => {
    const reader = await readCase(opened);
    const [person] = reader.people({ q: "", offset: 0, limit: 1 }, "en").people;
    if (person === undefined) throw new TypeError("the case has people");
    const sexes = (["en", "fa"] as const).map(
      (language) =>
        reader.person(person.id, language).fields.find(({ field }) => field === "sex")?.values[0]?.text,
    );
    expect(sexes).toEqual(["male", "مرد"]);
  });
});
