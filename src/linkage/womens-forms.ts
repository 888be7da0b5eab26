/** Names of men that one more letter makes names of women: امیر and امیره, Hamid and Hamideh. Two people, not a slip. */

/** The man's name, then its romanisations; the woman's has a ه more, in Latin letters one of `ENDINGS`. */
const MENS = `امیر:amir,ameer حمید:hamid,hameed سعید:saeed,saeid,said,saied فرید:farid,fareed وحید:vahid,wahid,waheed
  مجید:majid,majeed جمیل:jamil,jameel طاهر:taher,tahir منیر:monir,munir,mounir نادر:nader,nadir حبیب:habib,habeeb
  صدیق:sedigh,sediq,siddiq نجیب:najib,najeeb رشید:rashid,rasheed سمیر:samir,sameer کریم:karim,kareem رحیم:rahim,raheem
  عزیز:aziz,azeez شریف:sharif,shareef لطیف:latif,lateef حلیم:halim,haleem سلیم:salim,saleem نعیم:naim,naeem
  حکیم:hakim,hakeem زاهد:zahed,zahid عابد:abed,abid ساجد:sajed,sajid راشد:rashed خالد:khaled,khalid صالح:saleh,salih
  صادق:sadegh,sadeq,sadiq فائز:faez,faiz فاضل:fazel,fadel,fadil کامل:kamel,kamil عادل:adel,adil ناصر:naser,nasser,nasir
  معصوم:masoum,masum,maasoum محبوب:mahboub,mahbub منصور:mansour,mansur,mansoor مسعود:masoud,massoud,masud
  بشیر:bashir,basheer نصیر:nasir,naseer عفیف:afif,afeef صبور:sabour,sabur بدیع رفیع ربیع
  امین:amin,ameen معین:moin,mueen متین:matin,mateen مطهر:motahar,mutahhar جلیل:jalil,jaleel خلیل:khalil,khaleel
  عقیل:aghil,aqil نبیل:nabil,nabeel مهدی:mahdi,mehdi هادی:hadi راضی:razi زکی:zaki صفی:safi`;

const ENDINGS = ["eh", "e", "ah", "a"];
/** After a long i: Mahdieh, Mahdiyeh, Mahdia, Mahdiya. */
const ENDINGS_AFTER_I = [...ENDINGS, "yeh", "ye", "yah", "ya"];

/** The number of the stem, positive for a man's name and negative for the woman's. */
const FORMS: ReadonlyMap<string, number> = new Map(
  MENS.split(/\s+/).flatMap((entry, index): (readonly [string, number])[] => {
    const [persian = "", latin = ""] = entry.split(":");
    // Folded text has no hamza on its letters.
    const arabic = persian.normalize("NFKD").replace(/\p{M}/gu, "").replaceAll("ي", "ی");
    const stem = index + 1;
    return [
      [arabic, stem],
      [`${arabic}ه`, -stem],
      ...latin
        .split(",")
        .flatMap((text): (readonly [string, number])[] => [
          [text, stem],
          ...(text.endsWith("i") ? ENDINGS_AFTER_I : ENDINGS).map(
            (ending) => [`${text}${ending}`, -stem] as const,
          ),
        ]),
    ];
  }),
);

/** Of a folded token the number of its stem, negative for the woman's name; 0 for a token that is none of these. */
export function womansForm(text: string): number {
  return FORMS.get(text) ?? 0;
}
