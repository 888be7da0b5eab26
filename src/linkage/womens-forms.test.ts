import { describe, expect, test } from "vitest";
import { toNameTokens } from "../core/pure.ts";
import { linkRecords } from "./link-records.ts";
import { settingsFor } from "./settings.ts";
import { TOKEN_LIKENESS, tokenTable } from "./tokens.ts";

const likeness = (left: string, right: string): number => {
  const table = tokenTable();
  const [one = "", other = ""] = [left, right].map((text) => toNameTokens(text).tokens[0]);
  return table.likeness(table.idOf(one), table.idOf(other));
};

describe("a man's name and the woman's that is made of it", () => {
  test("are two names, in either script and across both", () => {
    for (const [man, woman] of [
      ["امیر", "امیره"],
      ["حمید", "حمیده"],
      ["سعید", "سعیده"],
      ["فرید", "فریده"],
      ["وحید", "وحیده"],
      ["مجید", "مجیده"],
      ["جمیل", "جمیله"],
      ["طاهر", "طاهره"],
      ["منیر", "منیره"],
      ["صدیق", "صدیقة"],
      ["مهدی", "مهدیه"],
      ["Amir", "Amireh"],
      ["Saeed", "Saeideh"],
      ["Mahdi", "Mehdiyeh"],
      ["امیر", "Amireh"],
      ["Hamid", "حمیده"],
    ] as const)
      expect([man, woman, likeness(man, woman)]).toEqual([man, woman, TOKEN_LIKENESS.none]);
  });

  test("are still written in many ways each", () => {
    for (const [one, other] of [
      ["امیر", "Ameer"],
      ["فریده", "Farideh"],
      ["Farideh", "Farida"],
      ["Saeed", "Said"],
      ["طاهره", "Tahereh"],
    ] as const)
      expect(likeness(one, other), `${one} ${other}`).toBeGreaterThanOrEqual(TOKEN_LIKENESS.sound);
  });

  test("are not linked by a rare family name alone", () => {
    const fields = [{ name: "name", kind: "name" }] as const;
    const given = ["علی", "رضا", "مریم", "زهرا", "حسین", "ناصر", "بیژن", "خسرو", "مینا", "پروین"];
    const family = ["کریمی", "رضایی", "موسوی", "احمدی", "شریفی", "نوری", "طاهری", "بهرامی", "زمانی", "اکبری"];
    const names = given.flatMap((one, row) => family.slice(row % 5).map((other) => `${one} ${other}`));
    const list = (name: string, last: string) =>
      [...names.filter((_, row) => row % 3 !== (name === "a" ? 0 : 1)), last].map((text, row) => ({
        ...{ list: name, recordId: String(row), values: [{ text }] },
      }));
    const records = [...list("a", "امیر نیک‌نژاد"), ...list("b", "امیره نیک‌نژاد")];
    const { clusterIds } = linkRecords({ fields, records }, settingsFor(fields));
    const ends = records.flatMap(({ values: [value] }, index) =>
      value?.text.includes("نیک") ? [clusterIds[index]] : [],
    );
    expect(new Set(ends).size).toBe(2);
  });
});
