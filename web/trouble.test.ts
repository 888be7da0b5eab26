import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { createTranslate } from "../src/core/pure.ts";
import { ApiFailure } from "../src/server/client.ts";
import { en } from "./messages/en.ts";
import { fa } from "./messages/fa.ts";
import { refusalsFa } from "./messages/refusals.fa.ts";
import { isRefusal, toTrouble, troubleWords } from "./trouble.ts";

/** Of the command line, of folders and copies: no page can bring one about. */
const ELSEWHERE = new Set(
  [
    "case/folder-missing case/index-differs case/mirror-ahead case/mirror-damage case/mirror-failed case/mirror-place",
    "case/no-key case/not-a-case case/not-a-copy server/port",
  ].flatMap((codes) => codes.split(" ")),
);

const t = createTranslate({ en, fa }, "fa");

test("an outage is told in the words of the reader, never in those of the browser", () => {
  const gone = toTrouble(new ApiFailure("client/unreachable", "Failed to fetch"));
  expect(troubleWords(gone, t, "fa")).toBe(fa["app.unreachable"]);
  expect(isRefusal(gone)).toBe(false);
  // An answer that is cut off, say.
  const odd = toTrouble(new SyntaxError("Unexpected end of JSON input"));
  expect(odd.code).toBe("client/unexpected");
  expect(troubleWords(odd, t, "fa")).toContain("\u2068Unexpected end of JSON input\u2069");
  expect(troubleWords(odd, t, "fa")).toMatch(/[آ-ی]/u);
  expect(isRefusal(odd)).toBe(false);
  expect(toTrouble("thrown").message).toBe("thrown");
});

test("a refusal of the server keeps its sentence, its code and its place", () => {
  const at = { entry: "0", line: 1, pointer: "/statements/0/time" };
  const refused = toTrouble(new ApiFailure("statements/broken-date", "No such day. Correct it.", at));
  expect(refused).toEqual({ code: "statements/broken-date", message: "No such day. Correct it.", at });
  expect(troubleWords(refused, t, "en")).toBe("No such day. Correct it.");
  expect(isRefusal(refused)).toBe(true);
});

test("a refusal is told in Persian first, with the sentence that names the values behind it", () => {
  const message = "Say in a sentence what must hold.";
  const refused = toTrouble(new ApiFailure("case/estimate-assumption", message));
  const words = troubleWords(refused, t, "fa");
  expect(words.startsWith(refusalsFa["case/estimate-assumption"] ?? "nothing")).toBe(true);
  expect(words).toContain(message);
  expect(troubleWords(refused, t, "en")).toBe(message);
});

test("every code that the server may refuse with has its Persian sentence, and no other has one", () => {
  const source = readdirSync("src", { recursive: true, encoding: "utf8" })
    .filter((name) => /(?<!\.test)\.ts$/u.test(name) && !name.startsWith("cli"))
    .map((name) => readFileSync(`src/${name}`, "utf8"))
    .join("\n");
  const thrown = new Set(source.match(/(?<=")(?:[a-z]+)\/[a-z0-9-]+(?=")/gu));
  expect(Object.keys(refusalsFa).filter((code) => !thrown.has(code))).toEqual([]);
  const ofRooms = [...thrown].filter((code) => /^(?:case|server|statements)\//u.test(code));
  const missing = ofRooms.filter((code) => refusalsFa[code] === undefined && !ELSEWHERE.has(code));
  expect(missing).toEqual([]);
  for (const words of Object.values(refusalsFa)) expect(words).toMatch(/[آ-ی]/u);
});
