/** The files that make an estimate again are the same over HTTP as those that the command writes. */
import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type LiveCase, openLiveCase } from "../../src/case/index.ts";
import type { ApiAnswers } from "../../src/server/contract.ts";
import { inquest } from "../case/cli-fixture.ts";
import { repository, temporaryFolder } from "../case-fixture.ts";
import { serveCases, surroundingsOf } from "./served-case.ts";

let folder = "";
let live: LiveCase;
let served: ReturnType<typeof serveCases>;
const BASE = "/api/cases/c/estimate";

describe("the files that make an estimate again", () => {
  beforeAll(async () => {
    folder = temporaryFolder("reproduction");
    cpSync(join(repository, "cases", "kosovo-1999"), join(folder, "source"), { recursive: true });
    const config = join(folder, "source", "case.yaml");
    // Methods that draw nothing, so that nobody waits.
    writeFileSync(config, readFileSync(config, "utf8").replace("methods: all", "methods: [chao, dga]"));
    await inquest(folder, "init", "c", "--title", "Kosovo");
    await inquest(folder, "build", "source", "--case", "c");
    for (const language of ["en", "fa"]) {
      const asked = ["--reproduce", language, "--lang", language, "--quiet"];
      const { code, err } = await inquest(folder, "estimate", "--case", "c", ...asked);
      expect(code, err).toBe(0);
    }
    live = await openLiveCase({ dir: join(folder, "c"), surroundings: surroundingsOf(folder) });
    served = serveCases([live]);
  });
  afterAll(() => live.close());

  test.each(["en", "fa"])("are byte for byte those of the command (%s)", async (language) => {
    const { body } = await served.get<ApiAnswers["reproduction"]>(
      `${BASE}/four-lists/reproduction?lang=${language}`,
    );
    const written = join(folder, language, "four-lists");
    expect(body.files.map(({ name }) => name).sort()).toEqual(readdirSync(written).sort());
    for (const { name, text } of body.files)
      expect(Buffer.from(text).equals(readFileSync(join(written, name))), name).toBe(true);
    const script = body.files.find(({ name }) => name === "reproduce.R")?.text ?? "";
    for (const call of ["\nchao(", "\ndga("]) expect(script).toContain(call);
  });

  test("are not those of an estimate that nobody recorded, which is said with what there is", async () => {
    const { status, body } = await served.get(`${BASE}/none/reproduction`);
    expect(status).toBe(404);
    expect(body).toMatchObject({ error: { code: "case/not-found" } });
    expect(JSON.stringify(body)).toContain("four-lists");
  });
});
