/** Labelled sets for linkage, read from ../shared: evaluation only, no row is kept or printed. */
import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { parse } from "csv-parse/sync";
import { jalaaliMonthLength, toGregorian } from "jalaali-js";
import type { LinkField, LinkInput, LinkRecord, LinkValue } from "../src/linkage/index.ts";

export interface LabelledSet {
  readonly name: string;
  readonly input: LinkInput;
  /** True person of each record, aligned; null where nobody knows. */
  readonly truth: readonly string[] | null;
  /** Two lists whose pairs are not counted, because they are copies of each other. */
  readonly uncounted?: readonly [string, string];
}

const SHARED = resolve(import.meta.dirname, "../../shared");

export const hasShared = existsSync(resolve(SHARED, "data/linkage"));

type Row = Readonly<Record<string, string>>;

function readRows(path: string): Row[] {
  const text = readFileSync(resolve(SHARED, path), "utf8");
  return parse(text, {
    columns: true,
    bom: true,
    trim: true,
    relax_column_count: true,
    skip_empty_lines: true,
  });
}

const text = (value: string | undefined): LinkValue =>
  value === undefined || value === "" || value === "NA" ? null : { text: value };

const day = (year: number, month: number, date: number): number =>
  Math.round(Date.UTC(year, month - 1, date) / 86_400_000);

const days = (first: number, last = first): LinkValue =>
  Number.isFinite(first) && Number.isFinite(last) ? { days: [first, last] } : null;

const MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");
const MESES = "ene feb mar abr may jun jul ago sep oct nov dic".split(" ");

/** A date as the lists write it: ISO, packed, day first, month name, Jalali with Persian digits, month or year only. */
export function readDate(raw: string | undefined): LinkValue {
  const value = (raw ?? "").replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0)).trim();
  const parts = (pattern: RegExp): number[] | null => pattern.exec(value)?.slice(1).map(Number) ?? null;
  const iso = parts(/^(\d{4})-(\d\d?)-(\d\d?)$/) ?? parts(/^(\d{4})(\d\d)(\d\d)$/);
  if (iso) return days(day(iso[0] ?? 0, iso[1] ?? 0, iso[2] ?? 0));
  const dayFirst = parts(/^(\d\d?)\/(\d\d?)\/(\d{4})$/);
  if (dayFirst) return days(day(dayFirst[2] ?? 0, dayFirst[1] ?? 0, dayFirst[0] ?? 0));
  const named = /^(?:(\d\d?)[ /])?([A-Za-z]{3})[a-z]*[ /](\d{4})$/.exec(value);
  if (named) {
    const word = (named[2] ?? "").toLowerCase();
    const month = Math.max(MONTHS.indexOf(word), MESES.indexOf(word)) + 1;
    const year = Number(named[3]);
    if (month === 0) return null;
    if (named[1] !== undefined) return days(day(year, month, Number(named[1])));
    return days(day(year, month, 1), day(year, month + 1, 1) - 1);
  }
  const jalali = parts(/^(1[34]\d\d)(?:\/(\d\d?))?(?:\/(\d\d?))?$/);
  if (jalali) return readJalali(jalali);
  const monthOnly = parts(/^(\d{4})-(\d\d)$/);
  if (monthOnly)
    return days(
      day(monthOnly[0] ?? 0, monthOnly[1] ?? 0, 1),
      day(monthOnly[0] ?? 0, (monthOnly[1] ?? 0) + 1, 1) - 1,
    );
  const year = parts(/^(\d{4})$/);
  return year ? days(day(year[0] ?? 0, 1, 1), day(year[0] ?? 0, 12, 31)) : null;
}

function readJalali([year = 0, month = Number.NaN, date = Number.NaN]: number[]): LinkValue {
  const at = (y: number, m: number, d: number): number => {
    const { gy, gm, gd } = toGregorian(y, m, d);
    return day(gy, gm, gd);
  };
  if (!Number.isNaN(date)) return days(at(year, month, date));
  if (!Number.isNaN(month)) return days(at(year, month, 1), at(year, month, jalaaliMonthLength(year, month)));
  return days(at(year, 1, 1), at(year + 1, 1, 1) - 1);
}

interface Shape {
  readonly list: (row: Row) => string;
  readonly id: (row: Row) => string;
  readonly fields: readonly (LinkField & { readonly read: (row: Row) => LinkValue })[];
}

function toInput(rows: readonly Row[], { list, id, fields }: Shape): LinkInput {
  const records: LinkRecord[] = rows.map((row) => ({
    list: list(row),
    recordId: id(row),
    values: fields.map(({ read }) => read(row)),
  }));
  return { fields: fields.map(({ name, kind }) => ({ name, kind })), records };
}

const column = (name: string, kind: LinkField["kind"], from = name) => ({
  name,
  kind,
  read: (row: Row) => (kind === "date" ? readDate(row[from]) : text(row[from])),
});

function fake1000(): LabelledSet {
  const rows = readRows("data/linkage/fake_1000.csv");
  const fields = [
    column("first_name", "name"),
    column("surname", "name"),
    column("dob", "date"),
    column("city", "text"),
    column("email", "code"),
  ];
  const input = toInput(rows, { list: () => "fake", id: (row) => row.unique_id ?? "", fields });
  return { name: "fake_1000", input, truth: rows.map((row) => row.cluster ?? "") };
}

function febrl4(): LabelledSet {
  const read = (name: string) =>
    readRows(`data/linkage/febrl4${name}.csv`).map((row) => ({ ...row, list: name }));
  const rows: Row[] = [...read("a"), ...read("b")];
  const fields = [
    column("given_name", "name"),
    column("surname", "name"),
    column("street_number", "code"),
    column("address_1", "text"),
    column("address_2", "text"),
    column("suburb", "text"),
    column("postcode", "code"),
    column("state", "code"),
    column("birth", "date", "date_of_birth"),
    column("soc_sec_id", "code"),
  ];
  const input = toInput(rows, { list: (row) => row.list ?? "", id: (row) => row.rec_id ?? "", fields });
  return { name: "febrl4", input, truth: rows.map((row) => (row.rec_id ?? "").split("-")[1] ?? "") };
}

function rldata10000(): LabelledSet {
  const rows = readRows("data/linkage/rldata10000.csv");
  const both = (one: string, two: string) => (row: Row) =>
    text([row[one], row[two]].filter((part) => part !== "NA" && part !== "").join(" "));
  const fields = [
    { name: "given", kind: "name" as const, read: both("fname_c1", "fname_c2") },
    { name: "family", kind: "name" as const, read: both("lname_c1", "lname_c2") },
    {
      name: "birth",
      kind: "date" as const,
      read: (row: Row) => days(day(Number(row.by), Number(row.bm), Number(row.bd))),
    },
  ];
  const input = toInput(rows, { list: () => "rl", id: (row) => row.rec_id ?? "", fields });
  return { name: "rldata10000", input, truth: rows.map((row) => row.ent_id ?? "") };
}

function synthPersian(): LabelledSet {
  const rows = readRows("data/linkage/synth-persian/lists.csv");
  const persons = new Map(
    readRows("data/linkage/synth-persian/truth.csv").map((row) => [row.rec_id ?? "", row.person_id ?? ""]),
  );
  const fields = [
    column("name", "name"),
    column("father", "name", "father_name"),
    column("birth", "date"),
    column("death", "date"),
    column("place", "text"),
    column("organisation", "text"),
    column("sex", "code"),
  ];
  const input = toInput(rows, { list: (row) => row.list ?? "", id: (row) => row.rec_id ?? "", fields });
  return { name: "synth-persian", input, truth: rows.map((row) => persons.get(row.rec_id ?? "") ?? "") };
}

function historical50k(): LabelledSet {
  const rows = readRows("data/linkage/historical_50k.csv");
  const fields = [
    column("full_name", "name"),
    column("birth", "date", "dob"),
    column("birth_place", "text"),
    column("postcode", "code", "postcode_fake"),
    column("gender", "code"),
    column("occupation", "text"),
  ];
  const input = toInput(rows, { list: () => "historical", id: (row) => row.unique_id ?? "", fields });
  return { name: "historical_50k", input, truth: rows.map((row) => row.cluster ?? "") };
}

/** Releases of one source: the pair of the last two has identical names and is not counted (`uncounted`). */
export function gazaDev(
  name: string,
  nameOf: Readonly<Record<string, "name_ar" | "name_en">>,
): () => LabelledSet {
  return () => {
    const rows = readRows("data/linkage/gaza-dev.csv").filter((row) => (row.list ?? "") in nameOf);
    const fields = [
      {
        name: "name",
        kind: "name" as const,
        read: (row: Row) => text(row[nameOf[row.list ?? ""] ?? "name_ar"]),
      },
      column("birth", "date", "dob"),
      { name: "age", kind: "number" as const, read: (row: Row) => wholeNumber(row.age) },
      column("sex", "code"),
    ];
    const input = toInput(rows, { list: (row) => row.list ?? "", id: (row) => row.rid ?? "", fields });
    return {
      name,
      input,
      truth: rows.map((row) => row.cluster ?? ""),
      uncounted: ["20250323", "20250615"] as const,
    };
  };
}

const wholeNumber = (value: string | undefined): LinkValue => {
  const digits = /^\d+/.exec(value ?? "")?.[0];
  return digits === undefined ? null : { number: Number(digits) };
};

export const argentineFields: readonly LinkField[] = [
  { name: "name", kind: "name" },
  { name: "birth", kind: "date" },
  { name: "abduction", kind: "date" },
  { name: "death", kind: "date" },
  { name: "place_of_abduction", kind: "text" },
  { name: "age", kind: "number" },
];

/** Two registers of the same people; the truth is not known. */
function argentina(): LabelledSet {
  const ruvte = readRows("cases/argentina/ruvte.csv").map((row) => ({
    list: "ruvte",
    recordId: row.id_unico_ruvte ?? "",
    values: [
      text(row.apellido_paterno_nombres),
      readDate(row.anio_nacimiento),
      readDate(row.fecha_detencion_secuestro),
      readDate(row.fecha_asesinato_o_hallazgo_de_restos),
      text(row.lugar_detencion_secuestro),
      wholeNumber(row.edad_al_momento_del_hecho_numerico),
    ],
  }));
  const parque = readRows("cases/argentina/parque-de-la-memoria.csv")
    .filter((row) => (row.nombre ?? "") !== "" && /^\d+$/.test(row.id ?? ""))
    .map((row) => ({
      list: "parque",
      recordId: row.id ?? "",
      values: [
        text(row.nombre),
        readDate(row.fecha_de_nacimiento),
        readDate(row.fecha_de_secuestro),
        readDate(row.fecha_de_asesinado),
        text(row.lugar_de_secuestro),
        wholeNumber(row.edad),
      ],
    }));
  return {
    name: "argentina",
    input: { fields: argentineFields, records: [...ruvte, ...parque] },
    truth: null,
  };
}

export const LABELLED_SETS: Readonly<Record<string, () => LabelledSet>> = {
  fake_1000: fake1000,
  febrl4,
  rldata10000,
  "synth-persian": synthPersian,
  historical_50k: historical50k,
  "gaza-mixed": gazaDev("gaza-mixed", {
    "20240413": "name_ar",
    "20240808": "name_en",
    "20250615": "name_en",
  }),
  "gaza-arabic": gazaDev("gaza-arabic", {
    "20240413": "name_ar",
    "20240808": "name_ar",
    "20240921": "name_ar",
    "20250323": "name_ar",
    "20250615": "name_ar",
  }),
  argentina,
};
