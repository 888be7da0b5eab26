import { describe, expect, it } from "vitest";
import { createWordSteps } from "./words-around.ts";

describe("words of a text", () => {
  it("are stepped through both ways, in any script, and hold together what a joiner joins", () => {
    const text = "🕯 «آنها می‌رفتند»\nand e\u0301tat, 3";
    const words = createWordSteps(text);
    const forward: string[] = [];
    for (let word = words.after(0); word !== null; word = words.after(word.to))
      forward.push(text.slice(word.from, word.to));
    expect(forward).toEqual(["آنها", "می‌رفتند", "and", "e\u0301tat", "3"]);
    const backward: string[] = [];
    for (let word = words.before(text.length); word !== null; word = words.before(word.from))
      backward.unshift(text.slice(word.from, word.to));
    expect(backward).toEqual(forward);
    expect(words.at(0)).toBeNull();
    expect(words.at(5)).toEqual({ from: 4, to: 8 });
  });
});
