import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  assertAsciiKey,
  foldText,
  fromAsciiKey,
  toAsciiKey,
  toCoarseSkeleton,
  toNameSkeleton,
  toNameTokens,
} from "./names.ts";

const LEXICON = resolve("../shared/data/linkage/names/persian_latin_token_lexicon.csv");

/** Texts that stress the tables: any Unicode, and runs of the letters that lists hold. */
const anyText = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.string({
    unit: fc.constantFrom(
      ..."ابپتثجچحخدذرزژسشصضطظعغفقکكگلمنوهيیىئأإآةءؤۀ۱٣ \u200c\u064b\u0640abcdefghijklmnopqrstuvwxyzÉŞıİßøñ'’-,()~[]{}ABZ",
    ),
  }),
);

describe("foldText", () => {
  test("gives one spelling to letters that Persian and Arabic keyboards write differently", () => {
    expect(foldText("كِتابِي ۱۳۶۷")).toBe("کتابی 1367");
    expect(foldText("رضائی")).toBe(foldText("رضايى"));
    expect(foldText("آمنة أحمد")).toBe("امنه احمد");
    expect(foldText("می\u200cرود")).toBe("می رود");
    expect(foldText("\u202bMÜLLER\u202c  Ñandú")).toBe("muller nandu");
  });

  test("changes nothing when applied twice", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(foldText(foldText(text))).toBe(foldText(text));
      }),
      // Ꞌ, the letter saltillo, was once taken for an apostrophe.
      { numRuns: 2000, examples: [["Ꞌ"]] },
    );
  });

  test("loses no letter", () => {
    const letters = (text: string) =>
      [...text].filter((letter) => /\p{Lo}|\p{Ll}|\p{Lu}/u.test(letter)).length;
    fc.assert(
      fc.property(anyText, (text) => {
        // Hangul syllables compose from several letters, so the composed form is what is counted.
        expect(letters(foldText(text).normalize("NFD"))).toBeGreaterThanOrEqual(
          letters(text.normalize("NFC")),
        );
      }),
      { numRuns: 2000 },
    );
  });
});

describe("toAsciiKey", () => {
  test("writes one byte for each Persian, Arabic and Latin letter", () => {
    expect(toAsciiKey("علی رضایی")).toHaveLength("علی رضایی".length);
    expect(toAsciiKey("Ali Rezaei")).toBe("ali rezaei");
  });

  test("comes back as the folded text, so two names never share a key", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const key = toAsciiKey(text);
        assertAsciiKey(key);
        expect(fromAsciiKey(key)).toBe(foldText(text));
      }),
      { numRuns: 3000 },
    );
  });

  test("is guarded: text in another script does not pass as a key", () => {
    expect(() => assertAsciiKey("علی")).toThrowError(expect.objectContaining({ code: "core/ascii-key" }));
  });
});

describe("toNameTokens", () => {
  test("turns surname-first order when a comma shows it", () => {
    expect(toNameTokens("GHAFARI, Maryam")).toMatchObject({
      tokens: ["maryam", "ghafari"],
      surnameTokens: 1,
    });
  });

  test("keeps honorifics as a field, also glued ones, and a name of honorifics alone", () => {
    expect(toNameTokens("سیدعلی موسوی")).toMatchObject({ tokens: ["علی", "موسوی"], honorifics: ["سید"] });
    expect(toNameTokens("Dr. Haj Mir Hossein Mousavi")).toMatchObject({
      tokens: ["hossein", "mousavi"],
      honorifics: ["dr", "haj", "mir"],
    });
    expect(toNameTokens("Seyed").tokens).toEqual(["seyed"]);
    expect(toNameTokens("رضا حاجی زاده").tokens).toEqual(["رضا", "حاجیزاده"]);
  });

  test("joins prefixes and endings that have no meaning alone", () => {
    expect(toNameTokens("Abd al-Rahman Abu Bakr").tokens).toEqual(["abdalrahman", "abubakr"]);
    expect(toNameTokens("Shams ol-Din Amir").tokens).toEqual(["shamsoldin", "amir"]);
    expect(toNameTokens("روح الله کریم پور").tokens).toEqual(["روحالله", "کریمپور"]);
  });

  test("gives no tokens to a text that says nobody knows the name", () => {
    for (const text of ["ناشناس", "Unknown", "N.N.", "شهید گمنام", "", "—", "Sin datos"]) {
      expect(toNameTokens(text).tokens).toEqual([]);
    }
  });

  test("takes titles of several words off in every spelling, as whole words, and never the whole name", () => {
    const titled = [
      ...["حجت‌الاسلام", "حجت الاسلام", "حجتالاسلام", "حجة الاسلام", "حجة‌الإسلام", "حجت‌الاسلام والمسلمین"],
      ...[
        "حجة الاسلام و المسلمین",
        "آیت‌الله",
        "آیت الله",
        "آية الله",
        "آیت‌الله العظمی",
        "آیت‌الله‌العظمی",
        "ثقة الاسلام",
      ],
      ...[
        "شهید",
        "Martyr",
        "The Martyr",
        "Shahid",
        "Shaheed",
        "Ayatollah",
        "Grand Ayatollah",
        "Hojjat al-Islam",
      ],
      ...["Hojjat ol-Eslam", "Hojatoleslam", "Hujjatul Islam", "Hojjatoleslam val-Moslemin"],
    ];
    for (const title of titled) {
      expect(toNameTokens(`${title} علی کریمی`).tokens, title).toEqual(["علی", "کریمی"]);
      expect(toNameTokens(title).tokens.length, title).toBeGreaterThan(0);
    }
    for (const name of ["حجت کریمی", "حجت اسلامی", "آیت کریمی", "علی حجت", "Hojjat Islami", "Ayat Karimi"]) {
      const { tokens, honorifics } = toNameTokens(name);
      expect([tokens.length, honorifics.length], name).toEqual([2, 0]);
    }
    expect(toNameTokens("حجت‌الله کریمی").tokens).toEqual(["حجتالله", "کریمی"]);
  });

  test("keeps every letter of the name in tokens, honorifics or aliases", () => {
    const letters = (text: string) => [...text].filter((letter) => /[\p{L}\p{N}]/u.test(letter)).sort();
    fc.assert(
      fc.property(anyText, (text) => {
        const { tokens, honorifics, aliases } = toNameTokens(text);
        fc.pre(tokens.length > 0);
        expect(letters([...tokens, ...honorifics, ...aliases].join(""))).toEqual(letters(foldText(text)));
      }),
      { numRuns: 1000 },
    );
  });
});

describe("toNameSkeleton", () => {
  test("is shared by the spellings of one name across scripts", () => {
    const same = [
      ["محمدرضا قربانی", "Mohammadreza Ghorbani", "Mohammad-Rezā Qorbāni".replace("-", "")],
      ["عبدالرضا رضایی", "Abdorreza Reza'i", "Abdol Reza Rezaei", "عبد الرضا رضائي"],
      ["حسین یوسفی", "Hossein Yousefi", "Hussein Yusefi"],
      ["نورالدین شمس", "Nureddin Shams", "Nur ud-Din Shams"],
      ["فاطمه عبداللهی", "Fatima Abdollahi", "Fatemeh Abdolahi"],
      ["Сергей Иванов", "Sergei Ivanov"],
    ];
    for (const [first = "", ...others] of same) {
      for (const other of others) expect(toNameSkeleton(other)).toBe(toNameSkeleton(first));
    }
  });

  test("is never empty for a name with a letter", () => {
    expect(toNameSkeleton("آوا")).toBe("A");
    expect(toCoarseSkeleton("Haha")).toBe("A");
  });

  test.skipIf(!existsSync(LEXICON))(
    "joins at least 97 % of the spellings in the Persian–Latin lexicon (skipped without ../shared)",
    () => {
      const found = { spellings: 0, skeleton: 0, coarse: 0, uses: 0, skeletonUses: 0, coarseUses: 0 };
      for (const line of readFileSync(LEXICON, "utf8").trim().split("\n").slice(1)) {
        const [, persian = "", latin = "", count = "0"] = /^([^,]*),(.*),(\d+)$/.exec(line) ?? [];
        const joined = (skeleton: string) => skeleton.replaceAll(" ", "");
        const fine = joined(toNameSkeleton(persian)) === joined(toNameSkeleton(latin));
        const coarse = joined(toCoarseSkeleton(persian)) === joined(toCoarseSkeleton(latin));
        found.spellings += 1;
        found.uses += Number(count);
        found.skeleton += fine ? 1 : 0;
        found.coarse += coarse ? 1 : 0;
        found.skeletonUses += fine ? Number(count) : 0;
        found.coarseUses += coarse ? Number(count) : 0;
      }
      const share = (part: number, whole: number) => (part / whole).toFixed(4);
      console.log(
        `lexicon: ${found.spellings} spellings, skeleton ${share(found.skeleton, found.spellings)} (by use ${share(found.skeletonUses, found.uses)}), coarse ${share(found.coarse, found.spellings)} (by use ${share(found.coarseUses, found.uses)})`,
      );
      expect(found.skeleton / found.spellings).toBeGreaterThan(0.97);
    },
  );
});
