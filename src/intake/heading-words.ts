/** What the heading of a column says in English, Persian, Arabic or Spanish of the field that stands beneath it. */
import { foldText } from "../core/index.ts";
import { type FieldName, fieldOfSpelling } from "./fields.ts";

/** What a heading is about; of an event alone only the values tell whether it is the day or the place. */
export type HeadingMeaning =
  | { readonly kind: "field"; readonly field: FieldName }
  | { readonly kind: "event"; readonly date: FieldName | null; readonly place: FieldName | null }
  | { readonly kind: "id" };

interface EventWords {
  readonly date: FieldName | null;
  readonly place: FieldName | null;
  readonly words: readonly string[];
}

/** Things that happened to a person: joined with a word for a time or a place they name a field. */
const EVENTS: readonly EventWords[] = [
  {
    date: "lastSeen",
    place: null,
    words: ["last seen", "last contact", "آخرین دیدار", "آخرین بار", "آخرین تماس", "آخر مشاهدة", "آخر ظهور"],
  },
  {
    date: "birth",
    place: "birthPlace",
    words: [
      "birth",
      "born",
      "dob",
      "تولد",
      "متولد",
      "ولادت",
      "زادروز",
      "زادگاه",
      "الولادة",
      "الميلاد",
      "المولد",
      "nacimiento",
      "nacido",
    ],
  },
  {
    date: "arrest",
    place: "arrestPlace",
    words: [
      "arrest",
      "arrested",
      "detained",
      "دستگیری",
      "بازداشت",
      "الاعتقال",
      "التوقيف",
      "الاحتجاز",
      "detención",
      "arresto",
    ],
  },
  {
    date: "abduction",
    place: null,
    words: [
      ...["abduction", "abducted", "kidnapping", "disappearance", "disappeared", "missing since"],
      ...["ربایش", "ربوده", "ناپدید", "ناپدیدی", "الخطف", "الاختطاف", "الاختفاء", "الفقدان"],
      ...["secuestro", "desaparición"],
    ],
  },
  {
    date: null,
    place: "burial",
    words: [
      ...["burial", "buried", "grave", "cemetery", "دفن", "مزار", "گور", "گورستان", "خاکسپاری", "آرامگاه"],
      ...["الدفن", "القبر", "المقبرة", "entierro", "cementerio"],
    ],
  },
  {
    date: null,
    place: "detention",
    words: ["prison", "detention", "jail", "زندان", "بازداشتگاه", "السجن", "المعتقل", "cárcel"],
  },
  { date: null, place: "residence", words: ["residence", "lived in", "سکونت", "اقامت", "السكن", "الإقامة"] },
  {
    date: "death",
    place: "deathPlace",
    words: [
      ...["death", "died", "dod", "killed", "killing", "execution", "executed", "murder"],
      ...["مرگ", "وفات", "فوت", "درگذشت", "اعدام", "تیرباران", "کشته", "قتل", "شهادت", "جان باختن"],
      ...["الوفاة", "الإعدام", "القتل", "الاستشهاد", "المقتل"],
      ...["muerte", "asesinato", "asesinado", "fusilamiento", "fallecimiento"],
    ],
  },
];

const TIME_WORDS = [
  "date",
  "day",
  "year",
  "when",
  "تاریخ",
  "روز",
  "سال",
  "زمان",
  "التاريخ",
  "يوم",
  "سنة",
  "عام",
  "fecha",
  "año",
  "anio",
];
const PLACE_WORDS = [
  ...["place", "city", "town", "location", "where", "site", "محل", "شهر", "مکان", "جای"],
  ...["مكان", "مدينة", "موقع", "lugar", "ciudad"],
];
const AGE_WORDS = ["age", "aged", "سن", "العمر", "عمر", "edad"];
const LATIN_WORDS = [
  ...["latin", "english", "romanized", "romanised", "transliteration", "en", "لاتین", "انگلیسی"],
  ...["بالإنجليزية", "الانجليزية", "باللاتينية"],
];

/** Phrases of single fields; the first that stands in the heading holds, so narrower ones stand before wider ones. */
const FIELDS_BY_WORDS: readonly (readonly [field: FieldName, words: readonly string[]])[] = [
  ["grandfather", ["grandfather", "پدربزرگ", "نام جد", "اسم الجد", "الجد"]],
  ["father", ["father", "fathers", "پدر", "الأب", "اسم الوالد", "الوالد"]],
  ["mother", ["mother", "mothers", "مادر", "الأم", "الوالدة"]],
  ["spouse", ["spouse", "husband", "wife", "همسر", "الزوج", "الزوجة"]],
  ["nickname", ["nickname", "لقب", "کنیه", "apodo", "apodos"]],
  [
    "alias",
    ["alias", "aliases", "also known as", "aka", "نام مستعار", "مستعار", "اسم الشهرة", "الاسم الحركي"],
  ],
  [
    "name",
    [
      ...["full name", "نام و نام خانوادگی", "نام کامل", "نام و فامیل", "الاسم الكامل", "الاسم الثلاثي"],
      ...["الاسم الرباعي", "الاسم واللقب", "الاسم والكنية", "name and surname", "first and surname"],
      ...["nombre y apellido", "apellido y nombre", "apellido paterno nombres", "nombre completo"],
    ],
  ],
  [
    "family",
    [
      ...["surname", "last name", "family name", "family", "نام خانوادگی", "فامیل", "فامیلی"],
      ...["الكنية", "اسم العائلة", "العائلة", "النسبة", "apellido", "apellidos"],
    ],
  ],
  ["given", ["first name", "given name", "forename", "given", "نام کوچک", "الاسم الأول"]],
  ["sex", ["sex", "gender", "جنسیت", "جنس", "الجنس", "sexo"]],
  ["latitude", ["latitude", "lat", "عرض جغرافیایی", "خط العرض"]],
  ["longitude", ["longitude", "lon", "lng", "long", "طول جغرافیایی", "خط الطول"]],
  ["source", ["source", "sources", "reference", "references", "منبع", "منابع", "مأخذ", "المصدر", "المصادر"]],
  [
    "note",
    [
      "note",
      "notes",
      "remark",
      "remarks",
      "comment",
      "comments",
      "ملاحظات",
      "توضیحات",
      "توضیح",
      "یادداشت",
      "observaciones",
    ],
  ],
  [
    "occupation",
    [
      "occupation",
      "profession",
      "job",
      "شغل",
      "پیشه",
      "حرفه",
      "المهنة",
      "العمل",
      "الوظيفة",
      "ocupación",
      "ocupaciones",
      "profesión",
    ],
  ],
  [
    "organisation",
    [
      ...[
        "organisation",
        "organization",
        "affiliation",
        "party",
        "political group",
        "سازمان",
        "وابستگی سیاسی",
      ],
      ...["گروه", "حزب", "اتهام سیاسی", "التنظيم", "الحزب", "الانتماء", "المنظمة"],
    ],
  ],
  ["ethnicity", ["ethnicity", "ethnic group", "قومیت", "القومية", "العرق"]],
  ["religion", ["religion", "دین", "مذهب", "الدين", "الديانة", "المذهب"]],
  ["nationality", ["nationality", "citizenship", "ملیت", "تابعیت", "الجنسية", "nacionalidad"]],
  ["status", ["status", "fate", "وضعیت", "سرنوشت", "الحالة", "الوضع", "المصير"]],
  ["province", ["province", "governorate", "state", "استان", "المحافظة", "الولاية", "الإقليم", "provincia"]],
  ["address", ["address", "نشانی", "آدرس", "العنوان"]],
];

/** These stand before the event that they are about: "cause of death". */
const CAUSE_WORDS = ["cause", "manner", "how died", "علت", "نحوه", "سبب", "طريقة", "causa"];
/** A second family name says nothing that a field means. */
const OTHER_FAMILY = ["maiden name", "apellido materno", "apellido casada", "apellido de casada"];
const NAME_WORDS = ["name", "names", "victim", "نام", "اسم", "الاسم", "قربانی", "nombre", "nombres"];
const ID_WORDS = [
  ...["id", "no", "nr", "number", "code", "row", "record id", "ردیف", "شماره", "کد", "شناسه"],
  ...["الرقم", "رقم", "المعرف", "التسلسل", "ت"],
];

/** The meaning of a heading; null where its words are not known. */
export function meaningOfHeading(heading: string): HeadingMeaning | null {
  const words = toWords(heading);
  if (words.trim() === "") return null;
  const has = (phrases: readonly string[]) => phrases.some((phrase) => words.includes(foldPhrase(phrase)));
  const event = EVENTS.find((each) => has(each.words));
  if (has(AGE_WORDS)) return { kind: "field", field: "age" };
  if (has(OTHER_FAMILY)) return null;
  if (has(CAUSE_WORDS)) return { kind: "field", field: "cause" };
  if (event !== undefined) return ofEvent(event, has(PLACE_WORDS), has(TIME_WORDS));
  const named = FIELDS_BY_WORDS.find(([, phrases]) => has(phrases));
  if (named !== undefined) return { kind: "field", field: named[0] };
  if (has(NAME_WORDS)) return { kind: "field", field: has(LATIN_WORDS) ? "nameLatin" : "name" };
  if (has(PLACE_WORDS)) return { kind: "field", field: "place" };
  if (ID_WORDS.some((word) => words === foldPhrase(word)) || / id $/u.test(words)) return { kind: "id" };
  const spelled = fieldOfSpelling(heading);
  return spelled === null ? null : { kind: "field", field: spelled };
}

function ofEvent({ date, place }: EventWords, saysPlace: boolean, saysTime: boolean): HeadingMeaning {
  if (saysPlace && place !== null) return { kind: "field", field: place };
  if (saysTime && date !== null) return { kind: "field", field: date };
  if (date === null && place !== null) return { kind: "field", field: place };
  return { kind: "event", date, place };
}

/** Whether a heading names the moon or the sun as that which its dates are counted by. */
export function calendarOfHeading(heading: string): "solar-hijri" | "lunar-hijri" | "gregorian" | null {
  const words = toWords(heading);
  const has = (phrases: readonly string[]) => phrases.some((phrase) => words.includes(foldPhrase(phrase)));
  if (has(["قمری", "ق", "lunar", "ah", "القمري"])) return "lunar-hijri";
  if (has(["شمسی", "خورشیدی", "ش", "solar", "jalali", "shamsi", "persian", "sh"])) return "solar-hijri";
  if (has(["میلادی", "الميلادي", "gregorian", "ce", "ad"])) return "gregorian";
  return null;
}

/** The phrases of this file, folded: a table may have thousands of headings. */
const folded = new Map<string, string>();

function foldPhrase(phrase: string): string {
  const known = folded.get(phrase);
  if (known !== undefined) return known;
  const words = toWords(phrase);
  folded.set(phrase, words);
  return words;
}

/** Words between spaces, without case, marks, joints and the Arabic article: ` date of birth `. */
function toWords(text: string): string {
  const parted = text.replaceAll(/(\p{Ll})(\p{Lu})/gu, "$1 $2").replaceAll("\u200c", " ");
  const words = foldText(parted).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const bare = words.map((word) => (/^ال\p{L}{2,}/u.test(word) ? word.slice(2) : word));
  return ` ${bare.join(" ")} `;
}
