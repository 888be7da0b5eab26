import { describe, expect, it } from "vitest";
import { compareSpellings } from "./spellings.ts";

describe("spellings", () => {
  it("takes other digits and the letters of another keyboard for the same value", () => {
    expect(compareSpellings(["27", "۲۷", "٢٧"])).toBe("same");
    expect(compareSpellings(["علي", "علی"])).toBe("same");
  });

  it("takes one name in two scripts for the same value", () => {
    expect(compareSpellings(["مهناز عباسی", "Mahnaz Abbasi"])).toBe("same");
  });

  it("says that values differ when no way of writing explains it", () => {
    expect(compareSpellings(["رودآسا", "آواشهر"])).toBe("differ");
    expect(compareSpellings(["27", "28"])).toBe("differ");
    expect(compareSpellings(["علی", "Mahnaz"])).toBe("differ");
  });

  it("has nothing to say about one value", () => {
    expect(compareSpellings(["27"])).toBe("one");
    expect(compareSpellings([])).toBe("one");
  });
});
