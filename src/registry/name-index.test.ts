import { describe, expect, it } from "vitest";
import { createNameIndex } from "./name-index.ts";

const people = ["محمدرضا کریمی", "Maryam Ghorbani", "مریم قربانی", "Hossein Rezaei", "R-۱۲۳"];
const index = createNameIndex(people, (name) => [name]);

describe("search by name", () => {
  it("finds a Persian name by a Latin query, whatever the romanisation", () => {
    expect(index.search("Mariam Qorbani")).toEqual(["Maryam Ghorbani", "مریم قربانی"]);
  });

  it("finds a Latin name by a Persian query", () => {
    expect(index.search("حسین رضایی")).toEqual(["Hossein Rezaei"]);
  });

  it("is blind to digits of another script", () => {
    expect(index.search("r-123")).toEqual(["R-۱۲۳"]);
  });

  it("forgives a slip, but not where it is to decide who is meant", () => {
    expect(index.search("Hosseni Rezaei")).toEqual(["Hossein Rezaei"]);
    expect(createNameIndex(people, (name) => [name], { isStrict: true }).search("Hosseni Rezaei")).toEqual(
      [],
    );
  });

  it("finds nothing where one word is missing, and everyone for no words", () => {
    expect(index.search("Maryam Tehrani")).toEqual([]);
    expect(index.search("  ")).toEqual(people);
  });
});
