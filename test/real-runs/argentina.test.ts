import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type CaseReader, type OpenCase, readCase } from "../../src/case/index.ts";
import { buildCase } from "../case-fixture.ts";
import { argentinaFolder, hasArgentina } from "./argentina-folder.ts";

describe.skipIf(!hasArgentina)(
  "the real run of two Argentine registers (skips where ../shared is absent)",
  () => {
    let opened: OpenCase;
    let reader: CaseReader;

    beforeAll(async () => {
      opened = await buildCase(argentinaFolder(), "argentina");
      reader = await readCase(opened);
    }, 300_000);
    afterAll(() => opened.close());

    it("imports 8,753 and 8,751 records and rejects the one fragment with its row, reason and text", async () => {
      expect(await opened.records("ruvte")).toHaveLength(8753);
      expect(await opened.records("parque")).toHaveLength(8751);
      const rejected = [
        ...(await opened.problems("ruvte")).rejected,
        ...(await opened.problems("parque")).rejected,
      ];
      expect(rejected).toHaveLength(1);
      expect(rejected[0]?.row).toBeGreaterThan(0);
      expect(rejected[0]?.reason).not.toBe("");
      expect(rejected[0]?.text).not.toBe("");
    });

    it("counts persons documented, and those on both lists", () => {
      const { howMany } = reader.plainAnswers("en").answers;
      const value = (id: string) => Number(howMany.find((figure) => figure.id === id)?.value);
      const persons = value("howMany.documented.persons");
      const both = value("howMany.documented.several-lists");
      console.log(`argentina: ${persons} persons documented, ${both} on both lists`);
      expect(both).toBeGreaterThan(6511);
      expect(persons).toBeGreaterThanOrEqual(8753);
      expect(persons).toBeLessThan(8753 + 8751 - 6511);
    });

    it("imports the 762 detention centres as places, with their coordinates where the list gives them", () => {
      const { listedPlaces } = reader.places(null, "en");
      expect(listedPlaces).toHaveLength(762);
      expect(listedPlaces.filter((place) => place.latitude !== null).length).toBeGreaterThan(600);
    });

    it("traces a person on both lists to both sealed files", async () => {
      const everyone = reader.people({ q: "", offset: 0, limit: 500 }, "en").people;
      const person = everyone.find((candidate) => candidate.lists.length === 2);
      expect(person?.lists).toHaveLength(2);
      const trace = await reader.trace(person?.id ?? "", "en");
      expect(trace.verified).toBe(true);
      expect(
        new Set(trace.chain.filter((link) => link.kind === "blob").map((link) => link.sha256)).size,
      ).toBe(4);
    });
  },
);
