import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import {
  applyCaseFolder,
  createCase,
  type LiveCase,
  type LockableCase,
  openLiveCase,
  openLockableCase,
  readCaseFolder,
  sealFile,
  verifyCase,
} from "../../src/case/index.ts";
import { silentProgress } from "../../src/core/index.ts";
import type {
  ApiAnswers,
  ErrorView,
  FileSealed,
  ImportTrial,
  SourceImported,
  StatementsRecorded,
} from "../../src/server/contract.ts";
import { writeSmallFolder } from "../case/small-folder.ts";
import { temporaryFolder } from "../case-fixture.ts";
import { madePng } from "../made-files.ts";
import { serveCases, surroundingsOf } from "./served-case.ts";

const RIGHT = "orchard lantern seven rivers";
const MARK = "forty persons were taken";

let held: LockableCase | LiveCase;
afterEach(() => held.close());

async function serveLocked(isClosed: boolean) {
  const folder = temporaryFolder("http-locked");
  const dir = join(folder, "c");
  const from = readCaseFolder(
    writeSmallFolder(folder, {
      subjects: [],
      text: `On that day ${MARK}. Others say fifty.`,
      statements: ['key: K, subject: event:e, property: persons-killed, value: 50, quote: "fifty"'],
    }),
  );
  const surroundings = surroundingsOf(folder);
  const asked = { ...surroundings, askPassphrase: () => Promise.resolve(RIGHT) };
  const opened = await createCase({ dir, config: from.config, isClosed, surroundings: asked });
  await applyCaseFolder(opened, from);
  // So that an open case holds something encrypted too.
  const letter = { name: "letter.txt", bytes: new TextEncoder().encode(`A letter: ${MARK}.`) };
  await sealFile(opened, letter, { isSecret: true });
  await opened.close();
  held = openLockableCase({ dir, surroundings, progress: silentProgress });
  return { dir, base: `/api/cases/${held.id}`, served: serveCases([held]) };
}

const statement = (source: string, more: object = {}) => ({
  source,
  statements: [
    {
      key: "S",
      subject: "event:e",
      property: "persons-killed",
      value: 40,
      speaker: "speaker:s",
      chain: "first-hand",
      quote: MARK,
      ...more,
    },
  ],
});

/** Every byte of the case, as somebody reads it who has the disk and no passphrase. */
const onDisk = (dir: string) =>
  readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), "latin1"))
    .join("\n");

const LIST = `name,phone\nReza ${MARK},+98 21 1\n`;

describe.each([
  ["an open case that holds something encrypted", false],
  ["a closed case", true],
])("%s", (_, isClosed) => {
  test("takes a file encrypted, and makes a list of it whose rows are encrypted too", async () => {
    const { dir, base, served } = await serveLocked(isClosed);
    const unlocked = await served.post(`${base}/unlock`, { passphrase: RIGHT });
    const cookie = (unlocked.headers.get("set-cookie") ?? "").split(";")[0];
    const sent = await served.post<FileSealed>(
      `${base}/sources?name=secret-name.csv&encrypt=1`,
      new TextEncoder().encode(LIST),
      { cookie, "content-type": "application/octet-stream" },
    );
    expect(sent.status, sent.text).toBe(200);
    const source = `${base}/sources/${sent.body.file.source}`;
    expect((await served.get(`${source}/table`)).status).toBe(423);
    const { body: look } = await served.get<ApiAnswers["table"]>(`${source}/table`, { cookie });
    expect(look).toMatchObject({ rowCount: 1, source: { isEncrypted: true, fileName: "secret-name.csv" } });
    const recipe = { fields: { name: { column: "name" } } };
    const tried = await served.post<ImportTrial>(`${source}/import/try`, { list: "l", recipe }, { cookie });
    expect(tried.body.trial.sensitive).toMatchObject([{ column: "phone" }]);
    const { body } = await served.post<SourceImported>(`${source}/import`, { list: "l", recipe }, { cookie });
    expect(body.imported).toMatchObject({ records: 1, existed: false });
    for (const secret of [`Reza ${MARK}`, "+98 21 1", "secret-name"])
      expect(onDisk(dir)).not.toContain(secret);
  });

  test("gives an encrypted picture, and what it shows in words, to the browser that unlocked it alone", async () => {
    const { dir, base, served } = await serveLocked(isClosed);
    const unlocked = await served.post(`${base}/unlock`, { passphrase: RIGHT });
    const cookie = (unlocked.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
    const picture = madePng(9, 9);
    const headers = { cookie, "content-type": "application/octet-stream" };
    const sent = await served.post<FileSealed>(`${base}/sources?name=face.png&encrypt=1`, picture, headers);
    expect(sent.status, sent.text).toBe(200);
    const source = `${base}/sources/${sent.body.file.source}`;
    const said = await served.post(
      `${source}/description`,
      { shows: { en: `photograph, ${MARK}` } },
      { cookie },
    );
    expect(said.status, said.text).toBe(200);
    const view = await served.get<ApiAnswers["source"]>(source, { cookie });
    expect(view.body).toMatchObject({
      media: { kind: "picture", mediaType: "image/png" },
      description: { shows: `photograph, ${MARK}` },
    });
    const ask = (given: Record<string, string>) =>
      served.app.request(`${source}/media`, { headers: { host: "127.0.0.1:1988", ...given } });
    expect(new Uint8Array(await (await ask({ cookie })).arrayBuffer())).toEqual(new Uint8Array(picture));
    expect((await ask({})).status).toBe(423);
    await served.post("/api/lock-all", {});
    expect((await ask({ cookie })).status).toBe(423);
    expect(onDisk(dir)).not.toContain(`photograph, ${MARK}`);
    expect(onDisk(dir)).not.toContain("IHDR");
  });

  test("is written to only by the browser that unlocked it, and by nobody once it is locked", async () => {
    const { dir, base, served } = await serveLocked(isClosed);
    const write = (more: Record<string, string | undefined>) =>
      served.post<StatementsRecorded & ErrorView>(`${base}/statements`, statement("note"), more);
    // The key of the server opens no lock.
    expect(await write({})).toMatchObject({ status: 423, body: { error: { code: "server/locked" } } });
    const unlocked = await served.post(`${base}/unlock`, { passphrase: RIGHT });
    const cookie = (unlocked.headers.get("set-cookie") ?? "").split(";")[0];
    expect((await write({ cookie: "" })).status).toBe(423);
    const { status, body } = await write({ cookie, authorization: undefined });
    expect({ status, kinds: body.acts?.map(({ kind }) => kind).includes("statement.recorded") }).toEqual({
      status: 200,
      kinds: true,
    });
    const read = await served.get<ApiAnswers["source"]>(`${base}/sources/note`, { cookie });
    expect(read.body.statementsAt.map(({ key }) => key).sort()).toEqual(["K", "S"]);
    await served.post("/api/lock-all", {});
    expect((await write({ cookie })).status).toBe(423);
    const asked = { ...surroundingsOf(join(dir, "..")), askPassphrase: () => Promise.resolve(RIGHT) };
    expect((await verifyCase(dir, silentProgress, asked)).problems).toEqual([]);
  });

  test("keeps a statement about an encrypted source encrypted, and records it once", async () => {
    const { dir, base, served } = await serveLocked(isClosed);
    const unlocked = await served.post(`${base}/unlock`, { passphrase: RIGHT });
    const cookie = (unlocked.headers.get("set-cookie") ?? "").split(";")[0];
    const write = () =>
      served.post<StatementsRecorded>(`${base}/statements`, statement("letter", { value: 4321 }), { cookie });
    const first = await write();
    expect(first.status, first.text).toBe(200);
    expect(first.body.acts.map(({ kind }) => kind)).toContain("statement.sealed");
    const again = await write();
    expect(again.body.statements).toEqual([{ ...first.body.statements[0], isNew: false }]);
    expect(again.body.acts).toEqual([]);
    const source = await served.get<ApiAnswers["source"]>(`${base}/sources/letter`, { cookie });
    expect(source.body.statementsAt).toMatchObject([{ key: "S", quote: MARK, access: "sealed" }]);
    await held.close();
    expect(onDisk(dir)).not.toContain("4321");
  });
});

test("a closed case is released to no folder in the open, and says which command takes one", async () => {
  const { dir, base, served } = await serveLocked(true);
  const unlocked = await served.post(`${base}/unlock`, { passphrase: RIGHT });
  const cookie = (unlocked.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  const why = "a pseudonym";
  const shown = await served.post(
    `${base}/visibility`,
    { covers: ["speaker:s"], visibility: "name", why },
    { cookie },
  );
  expect(shown.status, shown.text).toBe(200);
  const { body: plan } = await served.get<ApiAnswers["releasePlan"]>(`${base}/release-plan?profile=public`, {
    cookie,
  });
  expect(plan).toMatchObject({ isClosed: true, undecided: [] });
  const asked = { profile: "public", language: "en", lookedAt: plan.lookedAt };
  const refused = await served.post<ErrorView>(`${base}/published`, asked, { cookie });
  expect(refused).toMatchObject({
    status: 422,
    body: {
      error: { code: "case/release-closed", message: expect.stringContaining("inquest release --out") },
    },
  });
  expect(readdirSync(dir)).not.toContain("releases");
});

test("the first thing to encrypt in an open case asks for a passphrase that no request can give", async () => {
  const folder = temporaryFolder("http-locked");
  const dir = join(folder, "c");
  const from = readCaseFolder(
    writeSmallFolder(folder, {
      subjects: [],
      text: `On that day ${MARK}.`,
      statements: [`key: K, subject: event:e, property: persons-killed, value: 40, quote: "${MARK}"`],
    }),
  );
  const surroundings = surroundingsOf(folder);
  const opened = await createCase({ dir, config: from.config, surroundings });
  await applyCaseFolder(opened, from);
  await opened.close();
  const live = await openLiveCase({ dir, surroundings });
  held = live;
  const served = serveCases([live]);
  const answer = await served.post("/api/cases/c/statements", statement("note", { access: "sealed" }));
  expect([answer.status, answer.body.error.code]).toEqual([409, "case/key-needed"]);
});
