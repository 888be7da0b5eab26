/** How each list writes what it knows: script, digits, calendar, gaps and the slips of its own keyboard. */
import { fromDayNumber } from "../../../src/core/index.ts";
import type { Draft, ListName } from "./drafts.ts";
import { ROMANISATION_WEIGHTS, toArabicLetters } from "./name-table.ts";
import type { Chance } from "./random.ts";

export interface ListStyle {
  readonly file: string;
  readonly delimiter: string;
  readonly hasByteOrderMark: boolean;
  /** Prefix of the record numbers. */
  readonly prefix: string;
  readonly headings: readonly string[];
  /** The cells after the record number, in the order of the headings. */
  readonly cells: (chance: Chance, draft: Draft) => string[];
}

export const LIST_STYLES: Readonly<Record<ListName, ListStyle>> = {
  families: {
    file: "families.csv",
    delimiter: ",",
    hasByteOrderMark: true,
    prefix: "F",
    headings: [
      "شماره",
      "نام و نام خانوادگی",
      "نام به لاتین",
      "نام پدر",
      "جنسیت",
      "سن",
      "تاریخ اعدام",
      "شهر",
      "زندان",
      "یادداشت (دادهٔ ساختگی)",
    ],
    cells: persianCells,
  },
  exiles: {
    file: "exiles.csv",
    delimiter: ";",
    hasByteOrderMark: false,
    prefix: "E",
    headings: [
      "No.",
      "Full name",
      "Father's name",
      "Sex (M/F)",
      "Age",
      "Date of execution (d/m/y)",
      "City",
      "Prison",
      "Remarks (fictional data)",
    ],
    cells: latinCells,
  },
  observers: {
    file: "observers.csv",
    delimiter: ";",
    hasByteOrderMark: false,
    prefix: "O",
    headings: [
      "الرقم",
      "الاسم الكامل",
      "اسم الأب",
      "الجنس",
      "العمر",
      "تاريخ الإعدام",
      "المدينة",
      "السجن",
      "ملاحظات (بيانات خيالية)",
    ],
    cells: arabicCells,
  },
};

const PERSIAN_DIGITS = "۰۱۲۳۴۵۶۷۸۹";
const ARABIC_DIGITS = "٠١٢٣٤٥٦٧٨٩";
const PERSIAN_MONTHS = [
  "فروردین",
  "اردیبهشت",
  "خرداد",
  "تیر",
  "مرداد",
  "شهریور",
  "مهر",
  "آبان",
  "آذر",
  "دی",
  "بهمن",
  "اسفند",
];

function persianCells(chance: Chance, draft: Draft): string[] {
  const { person, city } = draft;
  const seyyed = person.isSeyyed && chance.isTrue(0.7) ? "سید " : "";
  const name = `${seyyed}${person.given.fa} ${person.family.fa}`;
  return [
    draft.isNamed ? typed(chance, name) : chance.pick(["", "ناشناس", "نامعلوم"]),
    draft.isNamed ? latinName(draft) : "",
    chance.isTrue(0.25) ? "" : typed(chance, person.father.fa),
    chance.isTrue(0.05) ? "" : person.sex === "female" ? "زن" : "مرد",
    digits(age(chance, draft), PERSIAN_DIGITS),
    persianDate(chance, draft),
    city === null ? "" : typed(chance, city.fa),
    chance.isTrue(0.12) ? "" : `${chance.isTrue(0.3) ? "زندان " : ""}${person.prison.fa}`,
    chance.pickWeighted(
      ["", "به نقل از خانواده", "هم‌بند او گفته است", "نامه‌اش مانده، تاریخ ندارد"],
      [80, 10, 6, 4],
    ),
  ];
}

function latinCells(chance: Chance, draft: Draft): string[] {
  const { person, city } = draft;
  return [
    draft.isNamed ? latinName(draft) : chance.pick(["", "Unknown", "N.N."]),
    chance.isTrue(0.4) ? "" : chance.pickWeighted(person.father.latin, ROMANISATION_WEIGHTS),
    chance.isTrue(0.04) ? "" : person.sex === "female" ? "F" : "M",
    age(chance, draft),
    numericDate(draft, "0123456789"),
    city === null ? "" : city.latin,
    chance.isTrue(0.15) ? "" : `${person.prison.latin}${chance.isTrue(0.3) ? " Prison" : ""}`,
    chance.pickWeighted(
      ["", "told by a cellmate", "from a letter; date not certain", "family abroad"],
      [82, 8, 5, 5],
    ),
  ];
}

function arabicCells(chance: Chance, draft: Draft): string[] {
  const { person, city } = draft;
  const seyyed = person.isSeyyed && chance.isTrue(0.5) ? "سيد " : "";
  return [
    draft.isNamed
      ? `${seyyed}${person.given.ar} ${person.family.ar}`
      : chance.pick(["", "مجهول", "غير معروف"]),
    chance.isTrue(0.3) ? "" : person.father.ar,
    chance.isTrue(0.05) ? "" : person.sex === "female" ? "أنثى" : "ذكر",
    digits(age(chance, draft), ARABIC_DIGITS),
    numericDate(draft, ARABIC_DIGITS),
    city === null ? "" : city.ar,
    chance.isTrue(0.2) ? "" : `${chance.isTrue(0.3) ? "سجن " : ""}${person.prison.ar}`,
    chance.pickWeighted(["", "نقلا عن سجين سابق", "العمر تقريبي"], [86, 9, 5]),
  ];
}

function latinName({ person, latin }: Draft): string {
  return `${person.given.latin[latin.given] ?? ""} ${person.family.latin[latin.family] ?? ""}`;
}

/** As typed: sometimes on an Arabic keyboard, sometimes with a space or nothing where a joiner belongs. */
function typed(chance: Chance, persian: string): string {
  const joiner = chance.pickWeighted(["\u200c", " ", ""], [78, 16, 6]);
  const text = persian.replaceAll("\u200c", joiner);
  return chance.isTrue(0.08) ? text.replace(/[یک]/gu, toArabicLetters) : text;
}

function age(chance: Chance, { person }: Draft): string {
  if (chance.isTrue(0.2)) return "";
  const slip = chance.isTrue(0.15) ? chance.pick([-3, -2, -1, 1, 2, 3]) : 0;
  return String(person.age + slip);
}

function persianDate(chance: Chance, { day, precision }: Draft): string {
  if (day === null) return chance.pick(["", "", "نامشخص"]);
  const date = fromDayNumber(day, "solar-hijri");
  const year = String(date.year);
  if (precision === "year") return digits(year, PERSIAN_DIGITS);
  if (precision === "month" && chance.isTrue(0.5)) {
    return `${PERSIAN_MONTHS[date.month - 1] ?? ""} ${digits(year, PERSIAN_DIGITS)}`;
  }
  const parts = precision === "month" ? [date.month] : [date.month, date.day];
  return digits([year, ...parts.map(twoDigits)].join("/"), PERSIAN_DIGITS);
}

function numericDate({ day, precision }: Draft, numerals: string): string {
  if (day === null) return "";
  const date = fromDayNumber(day);
  const parts = { day: [date.day, date.month], month: [date.month], year: [] }[precision];
  return digits([...parts.map(twoDigits), String(date.year)].join("/"), numerals);
}

function twoDigits(number: number): string {
  return String(number).padStart(2, "0");
}

function digits(text: string, numerals: string): string {
  return text.replace(/\d/gu, (digit) => numerals[Number(digit)] ?? digit);
}
