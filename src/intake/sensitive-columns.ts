/** Columns that are sealed by default: what they say can hurt the living, whatever became of the person. */
import { z } from "zod";
import { foldText } from "../core/index.ts";
import { createUnknownTest } from "./unknown-words.ts";

/** Kinds of column that are sealed unless a person decides otherwise. */
export const SENSITIVE_KINDS = [
  "ethnicity",
  "religion",
  "health",
  "sexuality",
  "contact",
  "identity-number",
  "informant",
] as const;
export type SensitiveKind = (typeof SENSITIVE_KINDS)[number];

/** What a person decided about the sensitive columns of a list: seal its file and rows, or why they stay open. */
export const SealingDecision = z.union([
  z.literal("seal"),
  z.strictObject({ leaveOpen: z.string().trim().min(8, "must give the reason in a few words") }),
]);
export type SealingDecision = z.infer<typeof SealingDecision>;

export interface SensitiveColumn {
  /** The heading as it stands. */
  readonly column: string;
  readonly kind: SensitiveKind;
  /** Rows in which it says something. A column that is empty throughout is not listed. */
  readonly rows: number;
}

/**
 * Words that make a heading one of a kind, in the languages in which lists of victims are kept. A heading is
 * taken apart into words, so "religious group" is found and "preligion" is not.
 */
const WORDS: Readonly<Record<SensitiveKind, readonly string[]>> = {
  ethnicity: [
    ...[
      "ethnicity",
      "ethnic",
      "race",
      "tribe",
      "clan",
      "caste",
      "etnia",
      "raza",
      "ethnie",
      "ethnique",
      "etnicidad",
      "عرق",
      "قومیتی",
    ],
    ...["tribu", "ethnizität", "volksgruppe", "etnik", "köken", "ırk", "kavim", "нация", "этнос"],
    ...["قومیت", "قوم", "نژاد", "طایفه", "عشیره", "العرق", "القومية", "القبيلة"],
  ],
  religion: [
    ...["religion", "religious", "faith", "sect", "denomination", "confession", "religión", "culto"],
    ...[
      "confesión",
      "croyance",
      "culte",
      "konfession",
      "glaube",
      "din",
      "mezhep",
      "inanç",
      "религия",
      "вера",
    ],
    ...["دین", "مذهب", "آیین", "الدين", "الديانة", "المذهب", "الطائفة", "ديانة", "مذهب"],
  ],
  health: [
    ...["health", "diagnosis", "disease", "illness", "disability", "pregnant", "pregnancy", "hiv"],
    ...["salud", "embarazo", "embarazada", "enfermedad", "discapacidad"],
    ...["santé", "maladie", "handicap", "enceinte", "gesundheit", "krankheit", "behinderung", "schwanger"],
    ...["sağlık", "hastalık", "engelli", "hamile", "здоровье", "болезнь"],
    ...["بیماری", "معلولیت", "باردار", "بارداری", "المرض", "الإعاقة", "حامل"],
  ],
  sexuality: [
    "sexuality",
    "orientation",
    "sexualité",
    "sexualität",
    "sexualidad",
    "lgbt",
    "lgbtq",
    "orientación",
    "گرایش جنسی",
    "الميول الجنسية",
  ],
  contact: [
    ...[
      "phone",
      "telephone",
      "mobile",
      "contact",
      "contacts",
      "email",
      "e-mail",
      "whatsapp",
      "telegram",
      "teléfono",
      "correo",
    ],
    ...["téléphone", "portable", "courriel", "telefon", "handy", "telefono", "e-posta", "телефон", "почта"],
    ...["تلفن", "موبایل", "همراه", "ایمیل", "رایانامه", "هاتف", "الهاتف", "جوال", "البريد"],
  ],
  "identity-number": [
    ...[
      "passport",
      "ssn",
      "national code",
      "national number",
      "national identity",
      "هوية",
      "کدملی",
      "dni",
      "cédula",
      "national id",
      "id card",
      "identity card",
      "documento",
    ],
    ...[
      "passeport",
      "carte d'identité",
      "numéro national",
      "reisepass",
      "ausweis",
      "kimlik",
      "pasaport",
      "паспорт",
    ],
    ...["کد ملی", "شماره ملی", "شناسنامه", "گذرنامه", "رقم الهوية", "جواز السفر"],
  ],
  informant: [
    ...[
      "informant",
      "informants",
      "witness",
      "witnesses",
      "reported by",
      "informed by",
      "source name",
      "interviewee",
      "testigo",
      "denunciante",
    ],
    ...["témoin", "informateur", "zeuge", "zeugin", "tanık", "muhbir", "свидетель"],
    ...["شاهد", "مطلع", "خبردهنده", "گزارش‌دهنده", "گزارش دهنده", "الشاهد", "المخبر"],
  ],
};

const KINDS: readonly (readonly [SensitiveKind, readonly string[]])[] = SENSITIVE_KINDS.map((kind) => [
  kind,
  WORDS[kind].map(toWords),
]);

/** The kind of a heading or a field's name; null for one that says nothing sensitive. */
export function sensitiveKindOf(heading: string): SensitiveKind | null {
  const words = toWords(heading);
  return KINDS.find(([, known]) => known.some((word) => words.includes(word)))?.[0] ?? null;
}

/**
 * The sensitive columns of a list that say anything.
 *
 * @param fields - the recipe's fields: a column read as `religion` is sensitive whatever its heading.
 * @param rows - heading to cell.
 */
export function findSensitiveColumns(
  columns: readonly string[],
  fields: readonly { readonly name: string; readonly column: string }[],
  rows: readonly Readonly<Record<string, string>>[],
): SensitiveColumn[] {
  const saysNothing = createUnknownTest();
  return columns.flatMap((column) => {
    const named = fields.filter((field) => field.column === column).map(({ name }) => sensitiveKindOf(name));
    const kind = sensitiveKindOf(column) ?? named.find((each) => each !== null) ?? null;
    if (kind === null) return [];
    const count = rows.filter((cells) => !saysNothing((cells[column] ?? "").trim())).length;
    return count === 0 ? [] : [{ column, kind, rows: count }];
  });
}

/** The words of a text, folded and set apart by single spaces, with one at either end. */
function toWords(text: string): string {
  // A field's name such as `nationalId` is two words.
  const apart = text.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2");
  return ` ${foldText(apart)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()} `;
}
