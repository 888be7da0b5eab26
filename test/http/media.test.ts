/** Pictures and recordings as the server hands them out: what they are called, and what a browser may do with them. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ApiAnswers, CustodyRecorded, FileSealed } from "../../src/server/contract.ts";
import { inquest } from "../case/cli-fixture.ts";
import { madePng, madeWav } from "../made-files.ts";
import { BASE, openWritableCase, type WritableCase } from "./writable-case.ts";

const BYTES = { "content-type": "application/octet-stream" };
const GIF = Uint8Array.from(
  Buffer.from("47494638396101000100800000ffffff0000002c00000000010001000002024401003b", "hex"),
);
const part = encodeURIComponent;
let own: WritableCase;
beforeAll(async () => {
  own = await openWritableCase();
});
afterAll(() => own.live.close());

async function send(name: string, content: string | Uint8Array): Promise<string> {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const sent = await own.served.post<FileSealed>(`${BASE}/sources?name=${part(name)}`, bytes, BYTES);
  expect(sent.status, sent.text).toBe(200);
  return sent.body.file.source;
}
const look = async (source: string, language = "en") =>
  (await own.served.get<ApiAnswers["source"]>(`${BASE}/sources/${part(source)}?lang=${language}`)).body;
const ask = (source: string) => own.served.app.request(`${BASE}/sources/${part(source)}/media`, HOST);
const HOST = { headers: { host: "127.0.0.1:1988" } };

describe("the file of a picture or a recording", () => {
  test.each([
    ["photo.png", madePng(4, 3), "picture", "image/png", "png"],
    ["moving.gif", GIF, "picture", "image/gif", "gif"],
    // By what it is and not by what it is called, in one way as in the other.
    ["page.html", madePng(5, 3), "picture", "image/png", "png"],
    ["voice.wav", madeWav(0.01), "sound", "audio/wav", "wav"],
  ])(
    "%s is given byte for byte as what it is, and harmlessly",
    async (name, bytes, kind, mediaType, ending) => {
      const id = await send(name, bytes);
      expect((await look(id)).media).toEqual({ kind, mediaType, sizeBytes: bytes.length });
      const answer = await ask(id);
      expect(answer.status).toBe(200);
      expect(new Uint8Array(await answer.arrayBuffer())).toEqual(new Uint8Array(bytes));
      const header = (called: string) => answer.headers.get(called);
      expect(header("content-type")).toBe(mediaType);
      expect(header("x-content-type-options")).toBe("nosniff");
      expect(header("content-security-policy")).toBe("default-src 'none'; sandbox");
      expect(header("content-disposition")).toBe(`attachment; filename="${id}.${ending}"`);
      expect(header("cross-origin-resource-policy")).toBe("same-origin");
      expect(header("cache-control")).toBe("no-store");
    },
  );

  test.each([
    ["page.png", "<!doctype html><script>alert(1)</script>", "HTML that calls itself a picture"],
    ["drawing.svg", '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', "SVG"],
    ["notes.md", "# A heading <script>alert(1)</script> ![x](http://evil.example/x.png)", "Markdown"],
    ["list.csv", "name\n=HYPERLINK(1)", "a table"],
    ["../../x.png", "no picture at all", "bytes under a name that climbs"],
    ["bomb.png", hugePng(), "a picture of more pixels than are decoded"],
  ])("is not given for %s, which is %s (%s)", async (name, content, _) => {
    const id = await send(name, content);
    expect((await look(id)).media).toBeNull();
    const answer = await ask(id);
    expect(answer.status).toBe(404);
    expect(answer.headers.get("content-type")).toContain("application/json");
    expect(answer.headers.get("content-security-policy")).toBe("default-src 'none'; sandbox");
    expect(await answer.json()).toMatchObject({ error: { code: "case/not-shown" } });
  });

  test("is not given while the consent on it, or on anything stated in it, is withdrawn", async () => {
    const id = await send("face.png", madePng(20, 20));
    const statement = {
      key: "FACE",
      subject: "person:karimi",
      property: "last-seen",
      time: "1988-07-28",
      speaker: "speaker:other",
      chain: "first-hand",
      seen: { en: "a face" },
      at: { region: [1, 2, 10, 10] },
    };
    const file = { source: id, statements: [statement] };
    const recorded = await own.served.post(`${BASE}/statements`, file);
    expect(recorded.status, recorded.text).toBe(200);
    expect((await look(id)).media?.kind).toBe("picture");
    const given = { covers: ["FACE"], giver: "P9", scope: "un", how: "in writing", purposes: ["an inquiry"] };
    const consent = await own.served.post<{ consent: { id: string } }>(`${BASE}/consents`, given);
    await own.served.post(`${BASE}/consents/${consent.body.consent.id}/withdraw`, {
      why: "asked to",
      on: "2026-01-02",
    });
    expect((await look(id)).media).toBeNull();
    expect((await ask(id)).status).toBe(404);
  });

  test("is asked for by our own page only, and of a source that is there", async () => {
    const id = await send("other.png", madePng(6, 6));
    const foreign = await own.served.app.request(`${BASE}/sources/${id}/media`, {
      headers: { host: "evil.example" },
    });
    expect(foreign.status).toBe(403);
    expect((await ask("none")).status).toBe(404);
  });
});

describe("what a source shows", () => {
  test("is told in words, by whom and when, and the last word stands", async () => {
    const id = await send("court.png", madePng(7, 7));
    expect((await look(id)).description).toBeNull();
    const say = (shows: object) =>
      own.served.post<CustodyRecorded>(`${BASE}/sources/${id}/description`, { shows });
    const first = await say({ en: "photograph, a yard", fa: "عکس، حیاط" });
    expect(first.body.acts.map(({ kind }) => kind)).toEqual(["item.described"]);
    expect((await look(id, "fa")).description?.shows).toBe("عکس، حیاط");
    await say({ en: " photograph, dead body " });
    const view = await look(id);
    expect(view.description).toMatchObject({ shows: "photograph, dead body", by: "keeper" });
    // In the other language the words that there are.
    expect((await look(id, "fa")).description?.shows).toBe("photograph, dead body");
    expect(view.custody.at(-1)).toMatchObject({
      what: "described",
      details: [{ name: "it shows", value: "photograph, dead body" }],
    });
  });

  test("is refused in blanks, and of a source that there is not", async () => {
    const blank = await own.refuse("/sources/note/description", { shows: { en: "  " } });
    expect(blank).toMatchObject({ status: 422, code: "case/description" });
    expect((await own.refuse("/sources/note/description", { shows: {} })).code).toBe("server/body");
    expect((await own.refuse("/sources/none/description", { shows: { en: "x" } })).status).toBe(404);
  });

  test("is said on the command line too", async () => {
    const args = ["custody", "note", "described", "--what", "a letter", "--what", "نامه", "--case", "c"];
    const { code, out, err } = await inquest(own.folder, ...args);
    expect({ code, err }).toEqual({ code: 0, err: "Recorded.\n" });
    expect(out).toContain("described  it shows: a letter");
    expect((await look("note", "fa")).description?.shows).toBe("نامه");
    const without = await inquest(own.folder, "custody", "note", "described", "--case", "c");
    expect(without.code).not.toBe(0);
  });
});

/** The head of a picture of 40,000 × 40,000 pixels. */
function hugePng(): Uint8Array {
  const bytes = new Uint8Array(madePng(1, 1));
  const view = new DataView(bytes.buffer);
  view.setUint32(16, 40_000);
  view.setUint32(20, 40_000);
  return bytes;
}
