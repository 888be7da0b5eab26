import { describe, expect, test } from "vitest";
import { calendarOfHeading, meaningOfHeading } from "./heading-words.ts";
import { proposeRecipe } from "./propose-recipe.ts";

const TODAY = Date.UTC(2026, 10, 27) / 86_400_000;

function propose(columns: readonly string[], rows: readonly (readonly string[])[]) {
  return proposeRecipe({ columns, rows, today: TODAY });
}

describe("the heading of a column", () => {
  test.each([
    ["Name", "name"],
    ["Full name", "name"],
    ["name_latin", "nameLatin"],
    ["Surname", "family"],
    ["Father's name", "father"],
    ["Date of death", "death"],
    ["deathDate", "death"],
    ["DOB year", "birth"],
    ["Place of birth", "birthPlace"],
    ["Age at death", "age"],
    ["Gender", "sex"],
    ["Prison", "detention"],
    ["city", "place"],
    ["نام", "name"],
    ["نام و نام خانوادگی", "name"],
    ["نام‌خانوادگی", "family"],
    ["نام پدر", "father"],
    ["تاریخ اعدام", "death"],
    ["سال تولد", "birth"],
    ["محل تولد", "birthPlace"],
    ["محل دفن", "burial"],
    ["سن", "age"],
    ["جنسیت", "sex"],
    ["استان", "province"],
    ["شهر", "place"],
    ["شغل", "occupation"],
    ["توضیحات", "note"],
    ["الاسم", "name"],
    ["الاسم الكامل", "name"],
    ["اسم الأب", "father"],
    ["تاريخ الوفاة", "death"],
    ["تاريخ الميلاد", "birth"],
    ["مكان الاعتقال", "arrestPlace"],
    ["تاريخ الاختفاء", "abduction"],
    ["العمر", "age"],
    ["المهنة", "occupation"],
    ["المحافظة", "province"],
    ["fecha_de_nacimiento", "birth"],
    ["lugar_de_asesinato", "deathPlace"],
    ["apellido_paterno_nombres", "name"],
    ["edad", "age"],
    ["cause_of_death", "cause"],
    ["علت مرگ", "cause"],
  ])("%s is the field %s", (heading, field) => {
    expect(meaningOfHeading(heading)).toEqual({ kind: "field", field });
  });

  test.each(["ID", "No.", "ردیف", "شماره", "الرقم", "person_id"])("%s numbers the rows", (heading) => {
    expect(meaningOfHeading(heading)).toEqual({ kind: "id" });
  });

  test("of an event alone is left to the values, and of nothing known is null", () => {
    expect(meaningOfHeading("اعدام")).toEqual({ kind: "event", date: "death", place: "deathPlace" });
    expect(meaningOfHeading("xyz")).toBeNull();
    expect(meaningOfHeading("apellido_materno")).toBeNull();
    expect(meaningOfHeading("  ")).toBeNull();
  });

  test("may name the calendar", () => {
    expect(calendarOfHeading("تاریخ اعدام (شمسی)")).toBe("solar-hijri");
    expect(calendarOfHeading("date (AH)")).toBe("lunar-hijri");
    expect(calendarOfHeading("تاریخ میلادی")).toBe("gregorian");
    expect(calendarOfHeading("تاریخ")).toBeNull();
  });
});

describe("a proposed recipe", () => {
  test("maps a Persian list with Solar Hijri dates and Persian digits", () => {
    const { columns, id, fields } = propose(
      ["ردیف", "نام", "نام خانوادگی", "تاریخ اعدام", "شهر"],
      [
        ["۱", "رضا", "کریمی", "۱۳۶۷/۰۵/۱۲", "تهران"],
        ["۲", "پروین", "گلچین", "۱۳۶۷/۰۶", "اهواز"],
        ["۳", "مریم", "احمدی", "مرداد ۱۳۶۷", "نامعلوم"],
      ],
    );
    expect(id).toBe("ردیف");
    expect(fields).toEqual({
      given: { column: "نام", script: "persian" },
      family: { column: "نام خانوادگی", script: "persian" },
      death: { column: "تاریخ اعدام", calendar: "solar-hijri" },
      place: { column: "شهر" },
    });
    expect(columns[3]).toMatchObject({
      why: "heading",
      dates: { readable: 1 },
      shape: { digits: ["persian"] },
    });
  });

  test("takes years of an Arabic list, and years that by the sun are to come, for lunar ones", () => {
    const arabic = propose(["الاسم", "تاريخ الوفاة"], [["علي حسن", "١٢/٠٣/١٤٠٢"]]);
    expect(arabic.fields.death).toMatchObject({ calendar: "lunar-hijri" });
    const late = propose(["نام", "تاریخ مرگ"], [["پروین گلچین", "۱۴۴۲/۰۳/۰۱"]]);
    expect(late.fields.death).toMatchObject({ calendar: "lunar-hijri" });
  });

  test("reads both calendars of one column by the year, and Gregorian ones as such", () => {
    const mixed = propose(
      ["name", "death"],
      [
        ["A B", "1367/5/1"],
        ["C D", "1988-07-28"],
        ["E F", "1367"],
      ],
    );
    expect(mixed.fields.death).toMatchObject({ calendar: "by-year" });
    const plain = propose(
      ["name", "death"],
      [
        ["A B", "1988-07-28"],
        ["C D", "1988"],
      ],
    );
    expect(plain.fields.death).toEqual({ column: "death", calendar: "gregorian" });
  });

  test("finds the order of day and month by days past the twelfth, and says when it only guesses", () => {
    const american = propose(
      ["name", "death date"],
      [
        ["A B", "07/28/1988"],
        ["C D", "01/02/1988"],
      ],
    );
    expect(american.fields.death).toMatchObject({ dateOrder: "mdy" });
    expect(american.columns[1]?.dates?.isOrderGuessed).toBe(false);
    const unsure = propose(["name", "death date"], [["A B", "07/08/1988"]]);
    expect(unsure.fields.death).not.toHaveProperty("dateOrder");
    expect(unsure.columns[1]?.dates?.isOrderGuessed).toBe(true);
  });

  test("takes many first days of a year for years alone", () => {
    const rows = Array.from({ length: 10 }, (_, index) => [
      `A ${"BCDEFGHIJK"[index]}`,
      `${1970 + index}-01-01`,
    ]);
    expect(propose(["name", "birth date"], rows).fields.birth).toMatchObject({
      precision: "year-when-january-first",
    });
  });

  test("takes a second column of names in Latin letters for the same name", () => {
    const { fields } = propose(["نام", "Name"], [["رضا کریمی", "Reza Karimi"]]);
    expect(fields).toEqual({
      name: { column: "نام", script: "persian" },
      nameLatin: { column: "Name", script: "latin" },
    });
  });

  test("knows sex and full names by their values where headings say nothing, and claims nothing else", () => {
    const { fields, columns } = propose(
      ["a", "b", "c"],
      [
        ["رضا کریمی", "مرد", "12"],
        ["پروین گلچین", "زن", "14"],
        ["مریم احمدی", "زن", "x"],
      ],
    );
    expect(fields).toEqual({ name: { column: "a", script: "persian" }, sex: { column: "b" } });
    expect(columns.map(({ why }) => why)).toEqual(["values", "values", "none"]);
  });

  test("leaves the place of an event to cells that are no dates, and gives each field to one column", () => {
    const { fields, columns } = propose(
      ["name", "execution", "death place"],
      [
        ["A B", "Evin", "Tehran"],
        ["C D", "Rajai Shahr", "Karaj"],
      ],
    );
    expect(fields.deathPlace).toEqual({ column: "execution" });
    expect(columns[2]?.field).toBeNull();
  });

  test("names no id where two rows share one or a row has none", () => {
    expect(
      propose(
        ["id", "name"],
        [
          ["1", "A B"],
          ["1", "C D"],
        ],
      ).id,
    ).toBeNull();
    expect(
      propose(
        ["id", "name"],
        [
          ["1", "A B"],
          ["", "C D"],
        ],
      ).id,
    ).toBeNull();
  });

  test("finds the id of a list longer than what it looks at for values", () => {
    const rows = Array.from({ length: 2500 }, (_, index) => [String(index), "A B"]);
    expect(propose(["rec_id", "name"], rows).id).toBe("rec_id");
  });

  test("of an empty table claims what the headings say", () => {
    expect(propose(["name", "death"], []).fields).toEqual({
      name: { column: "name" },
      death: { column: "death", calendar: "gregorian" },
    });
  });
});
