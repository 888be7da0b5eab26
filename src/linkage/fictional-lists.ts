/** Two fictional lists of one massacre, in Persian and in Latin script, from a seed: the truth is known. */
import { seededRandom } from "./random.ts";
import type { LinkInput, LinkRecord, LinkValue } from "./records.ts";

/** Given and family names, Persian with the spellings that romanisations use. */
const GIVEN = `علی:Ali حسین:Hossein,Hussein رضا:Reza محمد:Mohammad,Mohamad مریم:Maryam,Mariam زهرا:Zahra
  فاطمه:Fatemeh,Fatima احمد:Ahmad,Ahmed بهروز:Behrouz,Behruz پروین:Parvin سعید:Saeed,Said نرگس:Narges کاوه:Kaveh,Kave
  یوسف:Yousef,Yusef شهره:Shohreh جواد:Javad داوود:Davoud,Davood ژیلا:Jila,Zhila مسعود:Masoud,Mas'ud طاهره:Tahereh
  ناصر:Naser,Nasser بیژن:Bijan,Bizhan خسرو:Khosrow,Khosro مینا:Mina`;
const FAMILY = `قربانی:Ghorbani,Qorbani رضایی:Rezaei,Reza'i محمدی:Mohammadi شریفی:Sharifi کریمی:Karimi موسوی:Mousavi,Musavi
  احمدی:Ahmadi جعفری:Jafari,Ja'fari صادقی:Sadeghi,Sadeqi یزدانی:Yazdani طاهری:Taheri نوری:Nouri,Nuri فرهادی:Farhadi
  بهرامی:Bahrami,Bahramy کاظمی:Kazemi زمانی:Zamani اکبری:Akbari سلیمانی:Soleimani,Soleymani حیدری:Heidari,Heydari
  گودرزی:Goudarzi,Gudarzi شیرازی:Shirazi تهرانی:Tehrani باقری:Bagheri,Baqeri ملکی:Maleki پناهی:Panahi خسروی:Khosravi
  عباسی:Abbasi مرادی:Moradi نظری:Nazari رستمی:Rostami`;
const CITIES = `تهران:Tehran,Teheran شیراز:Shiraz اصفهان:Isfahan,Esfahan تبریز:Tabriz رشت:Rasht مشهد:Mashhad,Mashad`;

export interface FictionalLists {
  readonly input: LinkInput;
  /** The person of each record. */
  readonly truth: readonly string[];
}

/** About `persons` people, of whom each list names three quarters; one record in twelve has no name. */
export function fictionalLists(persons: number, seed: number): FictionalLists {
  const random = seededRandom(seed);
  const below = (count: number): number => random() % count;
  const chance = (percent: number): boolean => below(100) < percent;
  const pick = (words: readonly (readonly [string, string[]])[]) => words[below(words.length)] ?? ["", [""]];
  const [given, family, cities] = [readWords(GIVEN), readWords(FAMILY), readWords(CITIES)];
  const records: LinkRecord[] = [];
  const truth: string[] = [];
  for (let person = 0; person < persons; person += 1) {
    const [first, last, city] = [pick(given), pick(family), pick(cities)];
    const birth = -8000 + below(6000);
    const death = 6780 + below(60);
    for (const list of ["families", "memorial"]) {
      if (!chance(75)) continue;
      const spell = ([persian, latin]: readonly [string, string[]]): string =>
        list === "families" ? persian : (latin[below(latin.length)] ?? "");
      const name =
        list === "families"
          ? `${spell(first)} ${spell(last)}`
          : `${spell(last).toUpperCase()}, ${spell(first)}`;
      const isUnnamed = chance(8);
      records.push({
        list,
        recordId: `${list}-${String(person).padStart(5, "0")}`,
        values: [
          { text: isUnnamed ? (list === "families" ? "ناشناس" : "Unknown") : name },
          chance(15) ? null : days(birth + (chance(10) ? 1 : 0), chance(40) ? 365 : 0),
          chance(15) ? null : days(death + (chance(10) ? 2 : 0), chance(30) ? 30 : 0),
          chance(20) ? null : { text: spell(chance(10) ? pick(cities) : city) },
        ],
      });
      truth.push(String(person));
    }
  }
  return {
    input: {
      fields: [
        { name: "name", kind: "name" },
        { name: "birth", kind: "date" },
        { name: "death", kind: "date" },
        { name: "place", kind: "text" },
      ],
      records,
    },
    truth,
  };
}

/** A day, or an interval of about `width` days that holds it. */
function days(day: number, width: number): LinkValue {
  const first = width === 0 ? day : Math.floor(day / (width + 1)) * (width + 1);
  return { days: [first, first + width] };
}

function readWords(text: string): (readonly [string, string[]])[] {
  return text.split(/\s+/).map((entry) => {
    const [persian = "", latin = ""] = entry.split(":");
    return [persian, latin.split(",")] as const;
  });
}
