/** Invented cities and prisons of an invented province: none of them exists. */

export interface Place {
  readonly id: string;
  readonly fa: string;
  readonly latin: string;
  readonly ar: string;
  /** Far from the capital of the province: the dead from there reach fewer lists. */
  readonly isFar: boolean;
  /** Share of the dead. */
  readonly weight: number;
}

export const CITIES: readonly Place[] = [
  city("avashahr", "آواشهر", "Avashahr", "آواشهر", "near", 30),
  city("mehrdezh", "مهردژ", "Mehrdezh", "مهردج", "near", 12),
  city("norvand", "نوروند", "Norvand", "نورفند", "near", 9),
  city("sepidrokh", "سپیدرخ", "Sepidrokh", "سبيدرخ", "near", 6),
  city("simpol", "سیم‌پل", "Simpol", "سيم بل", "far", 9),
  city("golavand", "گلاوند", "Golavand", "كلاوند", "far", 8),
  city("badkuheh", "بادکوهه", "Badkuheh", "بادكوهه", "far", 7),
  city("tirava", "تیرآوا", "Tirava", "تيرآوا", "far", 6),
  city("khorneshin", "خورنشین", "Khorneshin", "خورنشين", "far", 5),
  city("cheshmasa", "چشم‌آسا", "Cheshmasa", "جشم آسا", "far", 4),
  city("parandvar", "پرندوار", "Parandvar", "برندوار", "far", 4),
  city("rudasa", "رودآسا", "Rudasa", "رودآسا", "far", 3),
];

export const PRISONS: readonly Place[] = [
  { ...city("tirbagh", "تیرباغ", "Tirbagh", "تيرباغ", "near", 70) },
  { ...city("sangpar", "سنگ‌پر", "Sangpar", "سنك بر", "far", 20) },
  { ...city("shabkuh", "شب‌کوه", "Shabkuh", "شبكوه", "far", 10) },
];

function city(
  id: string,
  fa: string,
  latin: string,
  ar: string,
  distance: "near" | "far",
  weight: number,
): Place {
  return { id, fa, latin, ar, isFar: distance === "far", weight };
}
