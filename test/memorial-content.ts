/** What a release lets out, invented, for tests of the memorial and its bench: hostile names among it. */
import type { ReleaseContent, ReleasedPerson } from "../src/release/index.ts";

export const HOSTILE = `Zahra <script>alert("x")</script> & 'O\u202egpj.exe`;

type Statement = ReleaseContent["statements"][number];
type Figure = ReleaseContent["figures"][number];

const TIME: NonNullable<Statement["time"]> = {
  ...{ edtf: "1988-07-30", earliest: 6785, latest: 6785, calendar: "gregorian" },
  ...{ gregorian: "30 July 1988", solarHijri: "8 Mordad 1367", lunarHijri: "15 Dhu al-Hijjah 1408" },
};

const GIVEN = ["رضا", "مینا", "کاوه", "سارا", "حسن", "مریم", "گلنار", "داوود", "پروین", "سیامک"];
const FAMILY = ["کریمی", "رحیمی", "نوری", "امیدی", "قربانی", "تهرانی", "کاظمی", "سهرابی", "جعفری", "زمانی"];
const LATIN = ["Reza", "Mina", "Kaveh", "Sara", "Hassan", "Maryam", "Golnar", "Davoud", "Parvin", "Siamak"];

/** That many more persons with names, facts and contradictions. */
export function manyPersons(count: number): ReleasedPerson[] {
  return Array.from({ length: count }, (_, n) => {
    const name = `${GIVEN[n % 10] ?? ""} ${FAMILY[Math.floor(n / 10) % 10] ?? ""} ${n}`;
    return person(
      `person-many-${n}`,
      [name, `${LATIN[n % 10] ?? ""} ${n}`],
      `1988-0${1 + (n % 9)}-${10 + (n % 19)}`,
    );
  });
}

function person(id: string, names: readonly string[], death: string): ReleasedPerson {
  return {
    ...{ id, visibility: "full", names },
    facts: [
      { field: "sex", values: [{ text: "male", lists: ["a"] }] },
      { field: "age", values: [{ text: "23", lists: ["a", "b"] }] },
      {
        field: "deathPlace",
        values: [
          { text: "Evin", lists: ["a"] },
          { text: "اوین", lists: ["b"] },
        ],
      },
      {
        field: "death",
        values: [
          { text: death, lists: ["a"] },
          { text: "1988-08", lists: ["b"] },
        ],
      },
    ],
  };
}

export function memorialContents(more: readonly ReleasedPerson[] = []) {
  return { en: contentIn("en", more), fa: contentIn("fa", more) };
}

function contentIn(language: "en" | "fa", more: readonly ReleasedPerson[]): ReleaseContent {
  const say = (en: string, fa: string) => (language === "fa" ? fa : en);
  const source = { id: "source-1", name: say("A note", "یادداشت") };
  const speaker = { id: "speaker:w", name: say("A witness", "یک شاهد") };
  const statement = (id: string, subject: { id: string; name: string }, property: string): Statement => ({
    ...{ id, key: null, subject, property, of: null, time: TIME, place: null, speaker, said: null },
    ...{ propertyText: say("Died", "درگذشت"), valueText: say("of an illness", "از بیماری"), source },
    ...{ chain: "second-hand", polarity: "asserts", standing: "reported", standingText: "", seen: null },
    ...{ translation: { text: say("They took her.", "او را بردند."), by: "", isMachine: true } },
    ...{ atText: say("page 3", "صفحهٔ ۳"), quote: "او را <b>بردند</b>", leafIndex: 4 },
  });
  const named = { id: "person:leila", name: say("Leila Azad", "لیلا آزاد") };
  const holder = { id: "person:judge", name: say("A judge", "یک قاضی") };
  const footing = { voices: 1, sealedSources: 1, originalsHeld: 1, statements: 1, records: 0 };
  const figure = (id: string, standing: "documented" | "estimated" | "reported", value: number): Figure => ({
    ...{
      id,
      label: say("Persons killed", "شمار کشتگان"),
      subject: null,
      value,
      range: null,
      unit: "persons",
    },
    ...{ time: null, place: null, standing, speaker: standing === "reported" ? speaker.name : null },
    ...{ statements: ["s1"], contradictedBy: [], question: "howMany", group: "howMany.persons-killed" },
    ...{ valueText: say(`${value} persons`, `${value} نفر`), timeText: TIME, footing },
  });
  return {
    head: {
      ...{ caseId: "c", title: say("An invented summer", "تابستانی ساختگی"), summary: "", fictional: true },
      ...{
        standardOfProof: "reasonable-grounds-to-believe",
        profile: "public",
        language,
      },
      ...{ number: 2, asOf: "2026-11-28", checkpoint: { treeSize: 40, root: "ab".repeat(32) } },
    },
    counts: {
      persons: { full: 5, name: 0, initials: 1, counted: 2, withheld: 1 },
      ...{ statements: 3, stays: { consent: 2 }, sites: { told: 2, withheld: 1 } },
      figures: { told: 3, stay: 1 },
    },
    people: [
      person("person-reza", ["رضا کریمی", "Reza Karimi"], "1988-07-30"),
      person("person-hostile", [HOSTILE], "1988"),
      { id: "person-name", visibility: "name", names: ["مهدی قربانی"], facts: [] },
      { ...person("person-none", [], "1988-07-30") },
      { id: null, visibility: "initials", names: ["پ. ک."], facts: [] },
      ...more,
    ],
    fieldLabels: {
      sex: say("Sex", "جنس"),
      age: say("Age", "سن"),
      deathPlace: say("Place of death", "محل مرگ"),
      death: say("Died", "درگذشت"),
    },
    codeLabels: { sex: { male: say("male", "مرد") } },
    statements: [
      statement("s1", named, "died"),
      statement("s2", holder, "died"),
      statement("s3", { id: "person:living", name: say("A living person", "زنده‌ای") }, "arrested"),
    ],
    figures: [figure("f1", "documented", 40), figure("f2", "estimated", 60), figure("f3", "reported", 4000)],
    sites: [
      {
        ...{ id: "site:mill", name: say("Behind the mill", "پشت آسیاب"), status: "destroyed" },
        ...{ statusText: say("destroyed", "ویران‌شده"), coarsenedKm: null },
        point: { latitude: 35.68921, longitude: 51.38897, accuracyM: 20 },
        life: [
          {
            ...{ text: say("Destroyed", "ویران شد"), detail: say("by machines", "با ماشین"), time: TIME },
            ...{ speaker: speaker.name, polarity: "asserts", statement: "s1" },
          },
        ],
      },
      {
        ...{ id: "site:field", name: say("A field", "دشت"), status: "reported", coarsenedKm: 10 },
        ...{ statusText: say("reported", "گزارش‌شده"), life: [] },
        point: { latitude: 36.1, longitude: 52.4, accuracyM: 10_000 },
      },
    ],
    offices: [
      {
        office: { id: "office:court", name: say("Head of the court", "رئیس دادگاه") },
        postings: [
          {
            ...{ id: "p1", person: holder, certain: [{ from: 6000, to: 6100 }], assumed: null },
            ...{ possible: { from: null, to: 6400 }, continuityText: "", sequenceText: null },
            statements: ["s2"],
          },
        ],
      },
    ],
    appeals: [],
    estimates: [
      {
        ...{ id: "e1", lists: [{ id: "list:a", name: say("List A", "فهرست الف") }], n: 40, cells: [] },
        methods: [
          {
            ...{ name: "chao", title: "Chao", point: 61.2, interval: [43.6, 90.2] },
            kindText: say("lower bound", "کران پایین"),
          },
        ],
        ...{ warnings: [], refused: [], linkageText: null },
        assumption: say("Everybody could be on every list.", "هر کس می‌توانست در هر فهرستی باشد."),
      },
    ],
    sources: [
      {
        ...{ id: "source-1", key: "note", title: source.name, roleText: null, mediaType: "text/plain" },
        ...{ sha256: "cd".repeat(32), sizeBytes: 9, leafIndex: 3, sealedAt: "2026-11-28T08:00:00.000Z" },
      },
    ],
    lists: [
      {
        ...{ id: "list:a", name: say("List A", "فهرست الف"), of: "persons", records: 5, fields: ["name"] },
        source: "source-1",
      },
    ],
  };
}
