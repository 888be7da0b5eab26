/** The words that lists write dates with: months of three calendars in several languages, seasons, "about". */
import type { Calendar } from "./calendar.ts";
import { foldText } from "./names.ts";
import type { SeasonName } from "./time-season.ts";

export interface NamedMonth {
  readonly calendar: Calendar;
  /** 1 … 12 */
  readonly month: number;
}

/** Folded month name to month; names of several words have one space between them. */
export const MONTHS: ReadonlyMap<string, NamedMonth> = new Map([
  ...months("gregorian", [
    // English, Spanish, French
    "january jan enero ene janvier janv",
    "february feb febrero février fév fevr",
    "march mar marzo mars",
    "april apr abril abr avril avr",
    "may mayo mai",
    "june jun junio juin",
    "july jul julio juillet juil",
    "august aug agosto ago août",
    "september sep sept septiembre set setiembre septembre",
    "october oct octubre octobre",
    "november nov noviembre novembre",
    "december dec diciembre dic décembre déc",
  ]),
  // Persian, Egyptian Arabic, Levantine Arabic (two words joined by _ here)
  ...months("gregorian", [
    "ژانویه جنوری يناير كانون_الثاني",
    "فوریه فبروری فبراير شباط",
    "مارس مارچ آذار",
    "آوریل اپریل أبريل نيسان",
    "مه می مايو أيار",
    "ژوئن جون يونيو حزيران",
    "ژوئیه جولای يوليو تموز",
    "اوت آگوست اگست أغسطس آب",
    "سپتامبر سبتمبر أيلول",
    "اکتبر أكتوبر تشرين_الأول",
    "نوامبر نوفمبر تشرين_الثاني",
    "دسامبر ديسمبر كانون_الأول",
  ]),
  // Solar Hijri in Iran, in Latin letters, and in Afghanistan
  ...months("solar-hijri", [
    "فروردین farvardin حمل hamal",
    "اردیبهشت ordibehesht ثور sawr",
    "خرداد khordad جوزا jawza",
    "تیر tir سرطان saratan",
    "مرداد امرداد mordad اسد asad",
    "شهریور shahrivar سنبله sonbola",
    "مهر mehr میزان mizan",
    "آبان aban عقرب aqrab",
    "آذر azar قوس qaws",
    "دی dey جدی jadi",
    "بهمن bahman دلو dalw",
    "اسفند esfand حوت hut",
  ]),
  // Lunar Hijri in Persian and Arabic, and in the usual Latin spellings, without apostrophes
  ...months("lunar-hijri", [
    "محرم muharram moharram moharam",
    "صفر safar",
    "ربیع_الاول ربیع_اول rabi_al_awwal rabi_ol_avval rabi_i rabi_1",
    "ربیع_الثانی ربیع_ثانی ربیع_الاخر ربیع_الآخره rabi_al_thani rabi_al_akhir rabi_os_sani rabi_ii rabi_2",
    "جمادی_الاول جمادی_الاولی jumada_al_ula jumada_al_awwal jomada_al_ula jomadi_ol_avval jumada_i jumada_1",
    "جمادی_الثانی جمادی_الثانیه جمادی_الاخر جمادی_الآخره jumada_al_thani jumada_al_thaniya jumada_al_akhira jomada_al_akhira jomadi_os_sani jumada_ii jumada_2",
    "رجب rajab",
    "شعبان shaban shaaban",
    "رمضان ramadan ramazan ramadhan",
    "شوال shawwal shavval",
    "ذیقعده ذی_القعده ذوالقعده ذو_القعده ذی_قعده dhu_al_qada dhu_al_qadah dhu_al_qida dhu_l_qada dhul_qada zi_qadeh ziqadeh zil_qadeh zilqadeh",
    "ذیحجه ذی_الحجه ذوالحجه ذو_الحجه ذی_حجه dhu_al_hijja dhu_al_hijjah dhu_l_hijja dhul_hijja dhul_hijjah zi_hajjeh zihajjeh zil_hajjeh zilhajjeh zil_hajj zilhaj",
  ]),
]);

/** The most words that the name of a month has. */
export const LONGEST_NAME_WORDS = 3;

export const SEASONS: ReadonlyMap<string, { readonly calendar: Calendar; readonly name: SeasonName }> =
  new Map([
    ["spring", { calendar: "gregorian", name: "spring" }],
    ["summer", { calendar: "gregorian", name: "summer" }],
    ["autumn", { calendar: "gregorian", name: "autumn" }],
    ["fall", { calendar: "gregorian", name: "autumn" }],
    ["winter", { calendar: "gregorian", name: "winter" }],
    [foldText("بهار"), { calendar: "solar-hijri", name: "spring" }],
    [foldText("تابستان"), { calendar: "solar-hijri", name: "summer" }],
    [foldText("پاییز"), { calendar: "solar-hijri", name: "autumn" }],
    [foldText("خزان"), { calendar: "solar-hijri", name: "autumn" }],
    [foldText("زمستان"), { calendar: "solar-hijri", name: "winter" }],
  ]);

/** Words that name a part of a month or year; the whole month or year is taken, never a finer guess. */
const PARTS = "med mediados fines fin princ principios comienzos early mid late اوایل اواسط اواخر";

/** What custom adds to the names of lunar months: "محرم الحرام". */
const HONORIFICS = "الحرام المظفر المرجب المعظم المبارک المکرم";

/** Words that say nothing about which day. */
export const SILENT_WORDS: ReadonlySet<string> = words(
  `${PARTS} de del of the el year ano anos year years in on en سال ماه روز مورخ تاریخ در عام سنه ${HONORIFICS}`,
);

/** Half a month in Argentine registers: "2ª quinc/11/1977". */
export const FORTNIGHT_WORDS: ReadonlySet<string> = words("quinc quincena");

export const DECADE_WORD = foldText("دهه");

/** Words that stand between the two ends of a range, beside - and /. */
export const RANGE_WORDS: readonly string[] = [...words("تا الی و to until through and al hasta y a")];

/** Words before a range: "between 3 and 5 May". */
export const RANGE_OPENERS: ReadonlySet<string> = words("from between entre desde از بین");

export const ABOUT_WORDS: readonly string[] = [
  ...words(
    "c ca circa about approx approximately around hacia aprox aproximadamente حدود حدودا تقریبا نحو حوالی",
  ),
];

export const DOUBT_WORDS: readonly string[] = [
  ...words("probably possibly perhaps maybe posiblemente probablemente احتمالا شاید ربما"),
];

/** The same behind a date, in brackets. */
export const DOUBT_NOTES: readonly string[] = [...words("doubtful نامطمئن")];

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(" ").map(foldText));
}

function months(calendar: Calendar, names: readonly string[]): [string, NamedMonth][] {
  return names.flatMap((line, index) =>
    line
      .split(" ")
      .map((name): [string, NamedMonth] => [
        foldText(name.replaceAll("_", " ")),
        { calendar, month: index + 1 },
      ]),
  );
}
