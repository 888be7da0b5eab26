import { expect, test } from "vitest";
import { en } from "./en.ts";
import { fa } from "./fa.ts";

/** Holes that words of others are put into. */
const OF_OTHERS =
  /\{(?:name|file|list|value|field|column|was|now|holder|text|message|id|via|words|by|from|reviewer|why|found|asked)\}/gu;
/** Names of ours, and labels that are only heard, which have no direction. */
const OURS = new Set(["import.step", "search.remove"]);

test.each([
  ["English", en],
  ["Persian", fa],
] as const)("words of others in a sentence of ours turn nothing round: %s", (_, messages) => {
  const bare = Object.entries(messages).filter(
    ([key, text]) => !OURS.has(key) && text.replace(/\u2068\{\w+\}\u2069/gu, "").search(OF_OTHERS) >= 0,
  );
  expect(bare.map(([key]) => key)).toEqual([]);
});
