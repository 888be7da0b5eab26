import { expect, test } from "vitest";
import { createTranslate } from "./messages.ts";

const files = {
  en: { waits: "{count} {count:waits|wait} for {whom}" },
  fa: { waits: "{count} مورد در انتظار {whom}" },
};

test("a message tells one from many where its language does", () => {
  const [english, persian] = [createTranslate(files, "en"), createTranslate(files, "fa")];
  expect(english("waits", { count: 1, whom: "you" })).toBe("1 waits for you");
  expect(english("waits", { count: 0, whom: "you" })).toBe("0 wait for you");
  expect(english("waits", { count: 2100, whom: "you" })).toBe("2,100 wait for you");
  expect(persian("waits", { count: 1, whom: "شما" })).toBe("۱ مورد در انتظار شما");
  // A hole that nothing is known of stays to be seen.
  expect(english("waits", { whom: "you" })).toBe("{count} {count:waits|wait} for you");
});
