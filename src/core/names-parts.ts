/** The parts of names that are not the name itself, as folded text. Data, with the reason for the odd ones. */

/** Titles that leave the key and stay as a field. */
export const HONORIFICS: ReadonlySet<string> = new Set(
  `سید سیده السید حاج حاجی حاجیه الحاج شیخ الشیخ شهید الشهید شهیده میر دکتر مهندس ملا اقا اقای خانم استاد سردار سرهنگ
  ایتالله حجتالاسلام ثقهالاسلام کربلایی
  seyed seyyed seyyid sayed sayyed sayyid sayid seyd seyid syed seiyed sayyida haj hajj haji hajji hadj hadji
  sheikh sheik shaikh shaykh sheykh cheikh mir dr mr mrs ms miss prof professor eng ing sir shahid shaheed martyr mulla mullah mollah
  ayatollah hojjatoleslam sr sra srta dra lic pbro`.split(/\s+/),
);

/** What the clergy of both forms are called beside: "and of the Muslims". */
const OF_THE_MUSLIMS = `(?: (?:و ?)?(?:ال)?مسلمین| (?:va|wa|v|w)?-?(?:a|o|u)?l? ?m[ou]sl[ie]m(?:in|een|ine))?`;

/**
 * Titles of several words, in every spelling that folding leaves apart, and the one word of `HONORIFICS` that stands for
 * them: with a space or a ZWNJ, in one word, with ت or ة. Whole words only: حجت and آیت alone are given names.
 */
export const TITLES: readonly (readonly [RegExp, string])[] = [
  [wholeWords(`حج[ته] ?الاسلام${OF_THE_MUSLIMS}`), "حجتالاسلام"],
  [wholeWords(`ثق[ته] ?الاسلام`), "ثقهالاسلام"],
  [wholeWords(`ای[ته] ?الله(?: ?العظم[یا])?`), "ایتالله"],
  [wholeWords(`h[ou]jj?at ?(?:[aeou]l)? ?[ie]slam${OF_THE_MUSLIMS}`), "hojjatoleslam"],
  [wholeWords(`(?:grand )?ayat ?[aou]ll?ah(?: (?:al|ol|ul) ?[ou]zma)?`), "ayatollah"],
  [wholeWords("the martyr"), "martyr"],
];

/** Whether any of them may stand in a text; most texts hold none. */
export const MAY_HOLD_TITLE = /الاسلام|الله|[ie]slam|ayat|the /u;

function wholeWords(pattern: string): RegExp {
  return new RegExp(`(?<=^| )(?:${pattern})(?= |$)`, "gu");
}

/** Titles written into the given name itself; three letters must remain. */
export const GIVEN_PREFIXES: readonly string[] = ["سید", "seyyed", "seyed", "sayyed", "sayed", "sayyid"];

/** Words that have no meaning without the next one. */
export const JOINING_PREFIXES: ReadonlySet<string> = new Set(
  `عبد ابو ابی ابا ام ال ابن بن بنت بنی
  abd abdul abdol abdel abdal abou abu aboo abo al el ibn bin ben bint bani ul ol umm um`.split(/\s+/),
);

/** Endings of family names, often written apart. */
export const SUFFIXES: ReadonlySet<string> = new Set(
  `زاده پور نیا فر فرد نژاد راد منش خواه دوست یان
  zadeh zade zada pour pur poor nia niya far fard nejad nezhad nejhad rad manesh khah doust`.split(/\s+/),
);

/** What lists write where nobody knows the name: missing, never a name that two records share. */
export const PLACEHOLDERS: ReadonlySet<string> = new Set([
  "ناشناس",
  "نامشخص",
  "نامعلوم",
  "مجهول",
  "مجهول الهویه",
  "بی نام",
  "بینام",
  "گمنام",
  "شهید گمنام",
  "غیر معروف",
  "مجهول الهویة",
  "unknown",
  "unnamed",
  "unidentified",
  "anonymous",
  "not known",
  "no name",
  "name unknown",
  "nn",
  "n n",
  "na",
  "n a",
  "null",
  "none",
  "desconocido",
  "desconocida",
  "sin datos",
  "sin nombre",
  "sin identificar",
  "inconnu",
  "inconnue",
]);
