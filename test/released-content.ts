/** An invented release of any size: persons, statements with a source each, figures of each standing, a site, an office. */
import { hashBytes, type Language, parseEdtf } from "../src/core/index.ts";
import type { ReleaseContent } from "../src/release/index.ts";

export interface InventedRelease {
  readonly language: Language;
  readonly persons: number;
  readonly statements: number;
}

const SOURCES = 40;
const LIST = "list:families";
const WORDS = {
  en: {
    title: "An invented release",
    event: "The killings",
    speaker: "A witness of the invented town",
    quote: "In the morning of that day they called the names and led us to the long wall behind the mill",
    list: "The families’ list",
    standing: "reported by a witness of the invented town",
    alleged: "alleged by a witness; not established",
    place: "By the mill",
  },
  fa: {
    title: "انتشاری ساختگی",
    event: "کشتار",
    speaker: "شاهدی از شهر ساختگی",
    quote: "بامداد آن روز نام‌ها را خواندند و ما را به پای دیوار بلند پشت آسیاب بردند",
    list: "فهرست خانواده‌ها",
    standing: "به گزارش شاهدی از شهر ساختگی",
    alleged: "ادعای شاهدی؛ اثبات نشده است",
    place: "کنار آسیاب",
  },
} as const;

/** The first statement is an allegation, the second is given in a machine's translation. */
export function inventedRelease({ language, persons, statements }: InventedRelease): ReleaseContent {
  const words = WORDS[language];
  const hash = (of: string) => hashBytes(new TextEncoder().encode(of));
  const { edtf, earliest, latest } = parseEdtf("1985-08-05");
  const time = {
    ...{ edtf, earliest, latest, calendar: "gregorian" as const },
    ...{ gregorian: "5 August 1985", solarHijri: "14 Mordad 1364", lunarHijri: "18 Dhu al-Qa'da 1405" },
  };
  const sources = Array.from({ length: SOURCES }, (_, at) => ({
    ...{ id: `src-${at}`, key: `source-${at}`, title: `${words.speaker} ${at}` },
    ...{ roleText: null, mediaType: "text/plain", sha256: hash(`source ${at}`), sizeBytes: 1000 + at },
    ...{ leafIndex: 10 + at, sealedAt: "2026-11-01T00:00:00.000Z" },
  }));
  const speaker = { id: "speaker:w", name: words.speaker };
  const stated = Array.from({ length: statements }, (_, at) => ({
    ...{ id: `st-${hash(`statement ${at}`).slice(0, 32)}`, key: `K${at}` },
    subject: { id: `event:e${at % 100}`, name: `${words.event} ${at % 100}` },
    ...{ property: "persons-killed", propertyText: words.event, valueText: String(at), of: null, time },
    ...{ place: null, speaker, chain: "first-hand" as const, said: null, polarity: "asserts" as const },
    translation: at === 1 ? { text: "MACHINE", by: "", isMachine: true } : null,
    standing: at === 0 ? ("alleged" as const) : ("reported" as const),
    standingText: at === 0 ? words.alleged : words.standing,
    source: { id: `src-${at % SOURCES}`, name: `${words.speaker} ${at % SOURCES}` },
    ...{ atText: "", quote: `${words.quote} ${at}`, seen: null, leafIndex: 100 + at },
  }));
  const figure = (id: string, at: number) => ({
    ...{ id, label: words.event, subject: null, range: null, unit: "persons", time: null, place: null },
    ...{ question: "howMany" as const, group: id, value: at, valueText: `${4000 + at}`, timeText: time },
    ...{ speaker: words.speaker, contradictedBy: [], statements: [] as string[] },
    ...{ footing: { voices: 1, sealedSources: 1, originalsHeld: 1, statements: 1, records: 0 } },
    standing: "reported" as const,
  });
  return {
    codeLabels: {},
    head: {
      ...{
        caseId: "invented",
        title: words.title,
        summary: "",
        fictional: true,
        profile: "public",
        language,
      },
      ...{ standardOfProof: "balance-of-probabilities", number: 3, asOf: "2026-11-28" },
      checkpoint: { treeSize: 4321, root: hash("root") },
    },
    counts: {
      persons: { full: persons, name: 0, initials: 0, counted: 2, withheld: 1 },
      ...{ statements, stays: { allegation: 5 }, sites: { told: 1, withheld: 0 } },
      figures: { told: statements + 2, stay: 0 },
    },
    people: Array.from({ length: persons }, (_, at) => ({
      ...{ id: `person-${at}`, visibility: "full" as const, names: [`${words.speaker} ${at}`] },
      facts: [
        { field: "sex" as const, values: [{ text: "female", lists: ["families"] }] },
        { field: "age" as const, values: [{ text: String(20 + (at % 40)), lists: ["families"] }] },
        {
          field: "death" as const,
          values: ["1985-08-05", "1985-08"].map((text) => ({ text, lists: ["families"] })),
        },
      ],
    })),
    fieldLabels: { sex: words.event, age: words.event, death: words.event, name: words.event },
    statements: stated,
    figures: [
      { ...figure("howMany.documented", 0), standing: "documented", statements: [LIST], speaker: null },
      { ...figure("howMany.estimated.e.dga", 1), standing: "estimated", statements: [LIST], speaker: null },
      ...stated.map(({ id }, at) => ({ ...figure(`howMany.f${at}`, 10 + at), statements: [id] })),
    ],
    sites: [
      {
        ...{ id: "site:mill", name: words.place, status: "threatened", statusText: words.place },
        ...{ coarsenedKm: 5, point: { latitude: 36.3, longitude: 59.5, accuracyM: 5000 } },
        life: [
          {
            ...{ text: words.event, detail: "", time, speaker: words.speaker },
            ...{ polarity: "asserts" as const, statement: stated[0]?.id ?? "" },
          },
        ],
      },
    ],
    offices: [
      {
        office: { id: "office:o", name: words.place },
        postings: [
          {
            ...{ id: "posting-1", person: { id: "person:p", name: words.speaker } },
            ...{ certain: [{ from: 5000, to: 5100 }], assumed: null, possible: { from: 4000, to: null } },
            ...{
              continuityText: words.event,
              sequenceText: null,
              statements: stated.slice(0, 9).map(({ id }) => id),
            },
          },
        ],
      },
    ],
    appeals: [
      {
        ...{ id: "appeal:a", name: words.place, senders: [words.speaker], addressees: [words.place] },
        ...{ sent: time, asks: stated.slice(1, 2).map(({ id }) => id) },
        asked: [{ addressee: words.place, stateText: words.event, answers: [], daysWaiting: 9 }],
        statements: stated.slice(1, 3).map(({ id }) => id),
      },
    ],
    estimates: [
      {
        ...{ id: "e", lists: [{ id: LIST, name: words.list }], n: 606 },
        cells: [{ lists: [LIST], count: 606 }],
        methods: [
          {
            name: "dga",
            title: words.event,
            point: 1144.7,
            interval: [965.5, 1364.9],
            kindText: words.event,
          },
        ],
        warnings: [{ code: "W", text: words.event }],
        refused: [{ name: "chapman", code: "R", text: words.event }],
        ...{ assumption: words.quote, linkageText: null },
      },
    ],
    sources,
    lists: [
      { id: LIST, name: words.list, of: "persons", records: 700, fields: ["name", "age"], source: "src-0" },
    ],
  };
}
