/** Files that a browser sends, and lists that are made of them: whatever they are called and hold. */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type {
  ApiAnswers,
  FileSealed,
  ImportTrial,
  ListRecipeView,
  SourceImported,
} from "../../src/server/contract.ts";
import { inquest } from "../case/cli-fixture.ts";
import { madeWorkbook } from "../made-workbook.ts";
import { BASE, openWritableCase, type WritableCase } from "./writable-case.ts";

const BYTES = { "content-type": "application/octet-stream" };
let own: WritableCase;
beforeAll(async () => {
  own = await openWritableCase();
});
afterAll(() => own.live.close());

const part = encodeURIComponent;
const key = () => ({ authorization: `Bearer ${own.served.key}` });
const send = <T = FileSealed>(name: string, content: string | Uint8Array, more = "") =>
  own.served.post<T>(
    `${BASE}/sources?name=${part(name)}${more}`,
    typeof content === "string" ? new TextEncoder().encode(content) : content,
    BYTES,
  );
const table = (source: string, query = "") =>
  own.served.get<ApiAnswers["table"]>(`${BASE}/sources/${part(source)}/table${query}`, key());
const tryOut = (source: string, list: string, recipe: object) =>
  own.served.post<ImportTrial>(`${BASE}/sources/${part(source)}/import/try`, { list, recipe });
const take = <T = SourceImported>(source: string, body: object) =>
  own.served.post<T>(`${BASE}/sources/${part(source)}/import`, body);

/** The recipe that a first look proposes. */
function proposed({ columns, id }: ApiAnswers["table"]): Pick<ListRecipeView, "fields" | "id"> {
  const fields = Object.fromEntries(
    columns.flatMap(({ field, recipe }) => (field === null || recipe === null ? [] : [[field, recipe]])),
  );
  return { ...(id === null ? {} : { id }), fields };
}

test("the first rows of a sealed table are shown whole where they are asked for, and no more than are there", async () => {
  await send("rows.csv", "name,town\nزهرا,Ray\nAli,Qom\n");
  expect((await table("rows.csv")).body.rows).toEqual([]);
  expect((await table("rows.csv", "?rows=200")).body.rows).toEqual([
    { row: 1, cells: ["زهرا", "Ray"] },
    { row: 2, cells: ["Ali", "Qom"] },
  ]);
  expect((await table("rows.csv", "?rows=1")).body.rows).toHaveLength(1);
  expect((await table("rows.csv", "?rows=201")).status).toBe(400);
});

describe("a file that is sent", () => {
  test.each([
    ["../../x", "climbs"],
    ["/etc/passwd", "is absolute"],
    ["C:\\Users\\x.csv", "is one of Windows"],
    ["..", "is only dots"],
    ["a\u202egpj.exe", "turns its letters round"],
    ["نام‌ها.csv", "is Persian"],
  ])("named %s (which %s) is sealed under that text and no path", async (name) => {
    const before = readdirSync(own.dir, { recursive: true }).map(String).filter(isNoBlob);
    const { status, body, text } = await send(name, `content of ${name}`);
    expect(status, text).toBe(200);
    expect(body.file).toMatchObject({ fileName: name, existed: false });
    expect(body.acts.map(({ kind }) => kind)).toEqual(["source.sealed"]);
    expect(readdirSync(own.dir, { recursive: true }).map(String).filter(isNoBlob)).toEqual(before);
    expect(existsSync(join(own.dir, "..", "x"))).toBe(false);
    const source = await own.served.get<ApiAnswers["source"]>(`${BASE}/sources/${part(body.file.source)}`);
    expect(source.body.key).toBe(name);
  });

  test("is said to be sealed already when its bytes came before, under another name too", async () => {
    await send("first.txt", "the same bytes");
    const { body } = await send("second.txt", "the same bytes");
    expect(body.file).toMatchObject({ fileName: "first.txt", existed: true, isNoted: true });
    const again = await send("first.txt", "the same bytes");
    expect(again.body).toMatchObject({ acts: [], file: { existed: true, isNoted: false } });
  });

  test.each([
    ["page.html", "<!doctype html><script>alert(1)</script><p>x"],
    [
      "picture.svg",
      '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script></svg>',
    ],
  ])(
    "holding script (%s) is sealed, remarked upon, and never answered as what a browser would run",
    async (name, content) => {
      const { body } = await send(name, content);
      expect(body.file.remarks).toBeGreaterThan(0);
      const answer = await own.served.get<ApiAnswers["source"]>(`${BASE}/sources/${part(name)}`);
      expect(answer.headers.get("content-type")).toContain("application/json");
      expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
      expect(answer.body.remarks.length).toBeGreaterThan(0);
    },
  );

  test("larger than the limit is refused before anything is recorded, with the way out", async () => {
    const acts = await own.countActs();
    const { status, body } = await send<{ error: { code: string; message: string } }>(
      "large.bin",
      new Uint8Array(64 * 1024 * 1024 + 1),
    );
    expect([status, body.error.code]).toEqual([413, "server/body-too-large"]);
    expect(body.error.message).toContain("64 MiB");
    expect(body.error.message).toContain("inquest add");
    expect(await own.countActs()).toBe(acts);
  });

  test.each([
    ["without our header", { "x-inquest": undefined }, 403],
    ["from another site", { origin: "http://evil.example" }, 403],
    ["as a form of another site would", { "content-type": "multipart/form-data; boundary=x" }, 403],
    ["as JSON", { "content-type": "application/json" }, 403],
    ["without the key of the server", { authorization: undefined }, 403],
  ])("%s is refused", async (_, headers, status) => {
    const acts = await own.countActs();
    const answer = await own.served.post(`${BASE}/sources?name=a.txt`, new Uint8Array([97]), {
      ...BYTES,
      ...headers,
    });
    expect(answer.status).toBe(status);
    expect(await own.countActs()).toBe(acts);
  });

  test("is not encrypted before the case has a key, and then not sealed in the open either", async () => {
    const acts = await own.countActs();
    const { status, body } = await send<{ error: { code: string } }>("s.txt", "a secret", "&encrypt=1");
    expect([status, body.error.code]).toEqual([409, "case/key-needed"]);
    expect(await own.countActs()).toBe(acts);
  });

  test("bytes instead of JSON are refused elsewhere, and so is a file without a name", async () => {
    const other = await own.served.post(`${BASE}/subjects`, "[]", BYTES);
    expect(other.status).toBe(403);
    expect((await own.served.post(`${BASE}/sources`, new Uint8Array([97]), BYTES)).status).toBe(400);
  });
});

const isNoBlob = (path: string) => /[^a-f0-9/]/u.test(path) && !/^(?:vault|ledger|work)\b/u.test(path);

describe("a list made of a sealed file", () => {
  const PERSIAN = [
    "ردیف,نام,نام خانوادگی,تاریخ اعدام,شهر,شعار",
    "۱,رضا,کریمی,۱۳۶۷/۰۵/۱۲,تهران,=HYPERLINK(1)",
    "۲,پروین,گلچین,۱۳۶۷/۱۳/۴۵,اهواز,<img src=x>",
    "۳,مریم,احمدی,مرداد ۱۳۶۷,اهواز,x",
    "",
  ].join("\n");

  test("is proposed, tried, corrected and imported, and is then what the command line gives", async () => {
    await send("persian.csv", PERSIAN);
    const { body: look } = await table("persian.csv", "?lang=fa");
    expect(look).toMatchObject({ encoding: "utf-8", delimiter: ",", headingRow: 1, rowCount: 3, id: "ردیف" });
    const recipe = proposed(look);
    expect(Object.keys(recipe.fields)).toEqual(["given", "family", "death", "place"]);
    const acts = await own.countActs();
    const { body: tried, status } = await tryOut("persian.csv", "persian", recipe);
    expect(status).toBe(200);
    expect(await own.countActs()).toBe(acts);
    expect(tried.trial).toMatchObject({ records: 3, rejected: 0, problems: 1, obstacles: [] });
    expect(tried.trial.faults).toMatchObject([
      { row: 2, line: 3, code: "intake/unreadable-date", column: "تاریخ اعدام", written: "۱۳۶۷/۱۳/۴۵" },
    ]);
    expect(tried.trial.sample[0]?.fields.map(({ written, read }) => [written, read])).toEqual([
      ["رضا", "رضا"],
      ["کریمی", "کریمی"],
      ["۱۳۶۷/۰۵/۱۲", "1988-08-03"],
      ["تهران", "تهران"],
    ]);
    const cells = [
      { row: 2, column: "تاریخ اعدام", was: "۱۳۶۷/۱۳/۴۵", now: "۱۳۶۷/۳/۵", why: "the scan shows 3 and 5" },
    ];
    const leftOut = [{ row: 3, why: "a total, not a person" }];
    const corrections = { file: look.source.sha256, cells, leftOut };
    const { body } = await take("persian.csv", { list: "persian", recipe: { ...recipe, corrections } });
    expect(body.acts.map(({ kind }) => kind)).toEqual(["list.imported"]);
    expect(body.imported).toEqual({
      list: "persian",
      existed: false,
      records: 2,
      rejected: 1,
      problems: 0,
      corrected: 1,
      release: 1,
    });
    // The cell stays as it is in the file, also where a spreadsheet would run it; what is read is what was corrected.
    const source = await own.served.get<ApiAnswers["source"]>(`${BASE}/sources/persian.csv`);
    const [first, second] = source.body.table?.rows ?? [];
    expect(first?.cells.شعار).toBe("=HYPERLINK(1)");
    expect(second?.cells["تاریخ اعدام"]).toBe("۱۳۶۷/۱۳/۴۵");
    expect(second?.fields.find(({ field }) => field === "death")?.time?.edtf).toBe("1988-05-26");
    // A list that nobody described is called as it was imported, and by no id.
    const people = await own.served.get<ApiAnswers["people"]>(`${BASE}/people`);
    expect(JSON.stringify(people.body)).toContain('"name":"persian"');
    expect(JSON.stringify(people.body)).not.toContain('"name":"list:');
    const log = await inquest(own.folder, "verify", "c");
    expect([log.code, log.err]).toEqual([0, ""]);
    const again = await take("persian.csv", { list: "persian", recipe: { ...recipe, corrections } });
    expect(again.body).toMatchObject({ acts: [], imported: { existed: true } });
  });

  test("of a workbook takes the sheet that is asked for, and offers the recipe of a list that has its columns", async () => {
    const heading = ["ردیف", "نام", "نام خانوادگی", "تاریخ اعدام", "شهر"];
    await send(
      "next.xlsx",
      madeWorkbook([
        { name: "About", rows: [["read me", "x"]] },
        {
          name: "List",
          rows: [heading, ["1", "رضا", "کریمی", { formula: "1+1", value: "x", type: "str" }, "تهران"]],
        },
      ]),
    );
    const { body: look } = await table("next.xlsx", "?sheet=List");
    expect(look.sheets?.map(({ name }) => name)).toEqual(["About", "List"]);
    expect(look).toMatchObject({ sheet: "List", encoding: "xlsx", delimiter: null });
    expect(look.notices.join()).toContain("formulas");
    const [offered] = look.recipes;
    expect(offered).toMatchObject({ list: "persian", missing: [] });
    expect(offered?.recipe).not.toHaveProperty("corrections");
    const recipe = { ...offered?.recipe, sheet: "List" };
    const tried = await tryOut("next.xlsx", "persian", recipe);
    expect(tried.body.trial.obstacles).toEqual([{ is: "replaces", count: 2, holder: null }]);
    const refused = await take<{ error: { code: string } }>("next.xlsx", { list: "persian", recipe });
    expect([refused.status, refused.body.error.code]).toEqual([409, "case/list-replaces"]);
    const { body } = await take("next.xlsx", { list: "persian", recipe, replace: true });
    expect(body.imported).toMatchObject({ records: 1, release: 2, existed: false });
  });

  test("that has columns which are sealed by default waits for the reason, and is not encrypted beside its open file", async () => {
    await send("phones.csv", "name,phone\nReza Karimi,+98 21 1\nPari Golchin,+98 21 2\n");
    const { body: look } = await table("phones.csv");
    const recipe = proposed(look);
    const tried = await tryOut("phones.csv", "phones", recipe);
    expect(tried.body.trial.sensitive).toEqual([{ column: "phone", kind: "contact", rows: 2 }]);
    for (const [sealing, code] of [
      [undefined, "case/list-sensitive"],
      ["seal", "case/list-file-open"],
    ]) {
      const refused = await take<{ error: { code: string } }>("phones.csv", {
        list: "phones",
        recipe: { ...recipe, sealing },
      });
      expect([refused.status, refused.body.error.code]).toEqual([409, code]);
    }
    const sealing = { leaveOpen: "the numbers are dead lines" };
    expect((await take("phones.csv", { list: "phones", recipe: { ...recipe, sealing } })).status).toBe(200);
  });

  test.each([
    [
      "a file that is no table",
      "page.html.zip",
      Buffer.from("504b0304", "hex"),
      "",
      422,
      "case/list-not-text",
    ],
    ["a text of endless rows", "rows.txt", Buffer.alloc(4_100_000, "\n"), "", 422, "case/list-too-large"],
    [
      "a text of endless columns",
      "columns.csv",
      Buffer.alloc(4_100_000, ","),
      "",
      422,
      "case/list-too-large",
    ],
    [
      "a text of endless columns by a sign that is given",
      "signs.csv",
      Buffer.alloc(4_100_000, "~"),
      "?delimiter=~",
      422,
      "case/list-too-large",
    ],
    ["an empty file", "empty.csv", Buffer.from(""), "", 422, "intake/empty-file"],
    [
      "a heading where no row begins",
      "h.csv",
      Buffer.from("name\nA B\n"),
      "?headingRow=9",
      422,
      "intake/no-such-heading",
    ],
    [
      "an encoding that nobody knows",
      "e.csv",
      Buffer.from("name\nA C\n"),
      "?encoding=klingon",
      422,
      "intake/unknown-encoding",
    ],
    ["a delimiter of two signs", "d.csv", Buffer.from("name\nA D\n"), "?delimiter=ab", 400, "server/query"],
  ])("%s is refused with its code", async (_, name, bytes, query, status, code) => {
    await send(name, bytes);
    const answer = await own.served.get<{ error: { code: string } }>(
      `${BASE}/sources/${part(name)}/table${query}`,
      key(),
    );
    expect([answer.status, answer.body.error.code]).toEqual([status, code]);
  });

  test.each([
    [
      "a column that the file does not have",
      { fields: { name: { column: "nom" } } },
      422,
      "intake/unknown-column",
    ],
    ["a member that there is not", { fields: {}, colums: 1 }, 400, "server/body"],
    [
      "a correction of another file",
      { fields: {}, corrections: { file: "0".repeat(64) } },
      422,
      "intake/correction",
    ],
  ])("a recipe with %s is refused with its code", async (_, recipe, status, code) => {
    await send("r.csv", "name\nReza Karimi\n");
    const refused = await take<{ error: { code: string } }>("r.csv", { list: "r", recipe });
    expect([refused.status, refused.body.error.code]).toEqual([status, code]);
  });
});
