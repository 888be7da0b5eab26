import { expect, test } from "vitest";
import { createTranslate } from "../src/core/pure.ts";
import { ApiFailure } from "../src/server/client.ts";
import { en } from "./messages/en.ts";
import { fa } from "./messages/fa.ts";
import { isRefusal, toTrouble, troubleWords } from "./trouble.ts";

const t = createTranslate({ en, fa }, "fa");

test("an outage is told in the words of the reader, never in those of the browser", () => {
  const gone = toTrouble(new ApiFailure("client/unreachable", "Failed to fetch"));
  expect(troubleWords(gone, t)).toBe(fa["app.unreachable"]);
  expect(isRefusal(gone)).toBe(false);
  // An answer that is cut off, say.
  const odd = toTrouble(new SyntaxError("Unexpected end of JSON input"));
  expect(odd.code).toBe("client/unexpected");
  expect(troubleWords(odd, t)).toContain("\u2068Unexpected end of JSON input\u2069");
  expect(troubleWords(odd, t)).toMatch(/[آ-ی]/u);
  expect(isRefusal(odd)).toBe(false);
  expect(toTrouble("thrown").message).toBe("thrown");
});

test("a refusal of the server keeps its sentence, its code and its place", () => {
  const at = { entry: "0", line: 1, pointer: "/statements/0/time" };
  const refused = toTrouble(new ApiFailure("statements/broken-date", "No such day. Correct it.", at));
  expect(refused).toEqual({ code: "statements/broken-date", message: "No such day. Correct it.", at });
  expect(troubleWords(refused, t)).toBe("No such day. Correct it.");
  expect(isRefusal(refused)).toBe(true);
});
