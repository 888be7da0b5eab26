import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type CaseReader, type OpenCase, readCase } from "../../src/case/index.ts";
import { foldText, possiblyOverlaps } from "../../src/core/index.ts";
import type { ListRecord } from "../../src/intake/index.ts";
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

    it("keeps every date on which the registers disagree, side by side, and chooses none", async () => {
      const byName = async (list: string) => {
        const people = new Map<string, ListRecord[]>();
        for (const record of await opened.records(list)) {
          const { name } = record.fields;
          if (name?.kind !== "name") continue;
          const words = [
            ...new Set(
              foldText(name.text)
                .replace(/[^\p{L}]+/gu, " ")
                .trim()
                .split(" "),
            ),
          ]
            .sort()
            .join(" ");
          people.set(words, [...(people.get(words) ?? []), record]);
        }
        return people;
      };
      const [ruvte, parque] = [await byName("ruvte"), await byName("parque")];
      const pairs = [...ruvte].flatMap(([words, [left, another]]) => {
        const [right, twin] = parque.get(words) ?? [];
        // A name that one register holds twice joins nobody for sure.
        return left === undefined || right === undefined || another !== undefined || twin !== undefined
          ? []
          : [{ left, right }];
      });
      const dayOf = ({ fields }: ListRecord) =>
        fields.abduction?.kind === "date" ? fields.abduction.time : null;
      const dated = pairs.filter(({ left, right }) => dayOf(left) !== null && dayOf(right) !== null);
      const differing = dated.filter(({ left, right }) => dayOf(left)?.edtf !== dayOf(right)?.edtf);
      const apart = differing.filter(({ left, right }) => {
        const [one, other] = [dayOf(left), dayOf(right)];
        return one !== null && other !== null && !possiblyOverlaps(one, other);
      });
      console.log(
        `argentina: ${pairs.length} pairs by name, ${dated.length} dated in both, ${differing.length} written differently, ${apart.length} that cannot be one day`,
      );
      const rawOf = ({ fields }: ListRecord) =>
        fields.abduction?.kind === "date" ? fields.abduction.raw.trim() : "";
      const otherwise = dated.filter(({ left, right }) => rawOf(left) !== rawOf(right));
      // Others counted 1,279 of 6,511, comparing the cells sign for sign and joining names that one register holds twice
      // too; sign for sign these are 1,242. The rest of the difference are dates in other words, NOV/1976 and 11/1976.
      expect([pairs, dated, otherwise, differing, apart].map(({ length }) => length)).toEqual([
        8008, 6450, 1242, 1090, 665,
      ]);
      // Where both rows are one person here, the person's page shows both dates with the rows that give them.
      const everyone = reader
        .people({ q: "", offset: 0, limit: 20_000 }, "en")
        .people.map(({ id }) => reader.person(id, "en"));
      const personOf = new Map(
        everyone.flatMap((person) => person.rows.map(({ id }) => [id, person] as const)),
      );
      let [shown, asked] = [0, 0];
      for (const { left, right } of apart) {
        const person = personOf.get(left.id);
        if (person === undefined || person.id !== personOf.get(right.id)?.id) {
          const { waterfall } = await reader.reviewPair(
            { left: left.id, right: right.id, isBlind: false },
            "en",
          );
          if (waterfall !== null && waterfall.totalBits >= waterfall.thresholdBits.review) asked += 1;
          continue;
        }
        const times = person.fields
          .find(({ field }) => field === "abduction")
          ?.values.map(({ time }) => time?.edtf);
        expect(times).toEqual(expect.arrayContaining([dayOf(left)?.edtf, dayOf(right)?.edtf]));
        shown += 1;
      }
      console.log(
        `argentina: ${shown} of them are one person of the case, and show both dates; ${asked} are asked of a person`,
      );
      // Dates a year apart speak against one person; where they outweigh the name, a person is asked.
      expect(shown).toBeGreaterThan(apart.length * 0.85);
      expect(shown + asked).toBeGreaterThan(apart.length * 0.98);
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
