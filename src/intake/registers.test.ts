import { existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { type ListImport, parseRecipe, readList } from "./index.ts";

const CASES = resolve("../shared/cases");
const LINKAGE = resolve("../shared/data/linkage");

function read(path: string, listName: string, list: unknown): ListImport {
  const recipe = parseRecipe(JSON.stringify({ v: 1, lists: { [listName]: list } }), "recipe.json");
  const own = recipe.lists[listName];
  if (own === undefined) throw new RangeError(`no recipe for ${listName}`);
  return readList({
    bytes: readFileSync(path),
    fileName: path.split("/").at(-1) ?? "",
    listName,
    recipe: own,
  });
}

function tally(items: readonly { readonly code: string }[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { code } of items) counts[code] = (counts[code] ?? 0) + 1;
  return counts;
}

describe.skipIf(!existsSync(CASES))("real registers (skipped without ../shared)", () => {
  test("the Argentine register of victims gives 8,753 records, nothing rejected, every date read", () => {
    const ruvte = read(`${CASES}/argentina/ruvte.csv`, "ruvte", {
      id: "id_unico_ruvte",
      fields: {
        name: { column: "apellido_paterno_nombres" },
        mother: { column: "apellido_materno" },
        age: { column: "edad_al_momento_del_hecho_numerico" },
        birthYear: { column: "anio_nacimiento" },
        abduction: { column: "fecha_detencion_secuestro" },
        death: { column: "fecha_asesinato_o_hallazgo_de_restos" },
        arrestPlace: { column: "lugar_detencion_secuestro" },
      },
    });
    console.log(
      `ruvte.csv: ${ruvte.records.length} records, ${ruvte.rejected.length} rejected,`,
      tally(ruvte.problems),
    );
    expect(ruvte.records).toHaveLength(8753);
    expect(ruvte.rejected).toEqual([]);
    expect(tally(ruvte.problems)).toEqual({});
  });

  test("the memorial's register gives 8,751 records; the one fragment of a cut row is rejected with its text", () => {
    const parque = read(`${CASES}/argentina/parque-de-la-memoria.csv`, "parque", {
      id: "id",
      fields: {
        name: { column: "nombre" },
        age: { column: "edad" },
        sex: { column: "sexo" },
        birth: { column: "fecha_de_nacimiento" },
        abduction: { column: "fecha_de_secuestro" },
        death: { column: "fecha_de_asesinado" },
        arrestPlace: { column: "lugar_de_secuestro" },
      },
    });
    console.log(
      `parque-de-la-memoria.csv: ${parque.records.length} records, ${parque.rejected.length} rejected,`,
      tally(parque.problems),
    );
    expect(parque.records).toHaveLength(8751);
    expect(tally(parque.rejected)).toEqual({ "intake/broken-line": 1 });
    const [fragment] = parque.rejected;
    expect(fragment?.text).toMatch(/^Restos exhumados .*,,,$/u);
    expect(fragment?.reason).toMatch(/^Row 45 has 4 of 25 columns/u);
    expect(tally(parque.problems)).toEqual({ "intake/cut-row": 1 });
    const cut = parque.records.find(({ row }) => row === 44);
    expect(Object.keys(cut?.cells ?? {})).toHaveLength(22);
    expect(cut?.fields.name).toBeDefined();
  });

  test("the 762 places of detention and the 784 persons without a complaint are all read", () => {
    const places = read(`${CASES}/argentina/detention-centres.csv`, "centres", {
      id: "ID",
      of: "sites",
      fields: {
        name: { column: "denominacion", kind: "place" },
        owner: { column: "lugar_emplazamiento_propiedad" },
        latitude: { column: "lat" },
        longitude: { column: "lon" },
      },
    });
    console.log(`detention-centres.csv: ${places.records.length} records,`, tally(places.problems));
    expect(places.records).toHaveLength(762);
    expect(places.rejected).toEqual([]);
    const others = read(`${CASES}/argentina/ruvte-no-complaint.csv`, "ruvte-no-complaint", {
      id: "id_unico_ruvte",
      fields: {
        name: { column: "apellido_paterno_nombres" },
        abduction: { column: "fecha_detencion_secuestro" },
      },
    });
    console.log(`ruvte-no-complaint.csv: ${others.records.length} records,`, tally(others.problems));
    expect(others.records).toHaveLength(784);
    expect(others.rejected).toEqual([]);
  });

  test("01-01 is a year in the memorial of 1988, and dates outside 1988–89 are listed and kept", () => {
    const omid = read(`${CASES}/iran-1988/omid-1988.csv`, "omid", {
      id: "rec_id",
      fields: {
        name: { column: "name_farsi", script: "persian" },
        nameLatin: { column: "name_latin" },
        birth: { column: "date_of_birth", precision: "year-when-january-first" },
        death: { column: "date_of_death", precision: "year-when-january-first", within: "1988/1989" },
        age: { column: "age_at_death" },
        sex: { column: "gender" },
        province: { column: "province" },
      },
    });
    const yearsOnly = (year: string) =>
      omid.records.filter(
        ({ fields }) =>
          fields.death?.kind === "date" &&
          fields.death.time.edtf === year &&
          fields.death.raw === `${year}-01-01`,
      ).length;
    const inJanuary = omid.records.filter(
      ({ fields }) => fields.death?.kind === "date" && /-01-01$/u.test(fields.death.time.edtf),
    );
    console.log(
      `omid-1988.csv: ${omid.records.length} records, ${yearsOnly("1988")} and ${yearsOnly("1989")} years only,`,
      tally(omid.problems),
    );
    expect(omid.records).toHaveLength(2967);
    expect([yearsOnly("1988"), yearsOnly("1989")]).toEqual([2365, 97]);
    expect(inJanuary).toEqual([]);
    const outside = omid.problems.filter(({ code }) => code === "intake/date-outside");
    expect(outside.length).toBeGreaterThan(0);
    for (const { row } of outside)
      expect(omid.records.some((record) => record.row === row && record.fields.death !== undefined)).toBe(
        true,
      );
    expect(omid.records.filter(({ fields }) => fields.province === undefined)).toHaveLength(361);
  });
});

describe.skipIf(!existsSync(LINKAGE))(
  "lists with several sources in one file (skipped without ../shared)",
  () => {
    test("the Persian sample splits into its six lists, and dates of both calendars are read by their years", () => {
      const lists = read(`${LINKAGE}/synth-persian/lists.csv`, "all", {
        id: "rec_id",
        listColumn: "list",
        fields: {
          name: { column: "name" },
          father: { column: "father_name" },
          birth: { column: "birth", calendar: "by-year" },
          death: { column: "death", calendar: "by-year" },
          place: { column: "place" },
          organisation: { column: "organisation" },
          sex: { column: "sex" },
        },
      });
      console.log(
        `synth-persian/lists.csv: ${lists.records.length} records in ${lists.lists.length} lists,`,
        tally(lists.problems),
      );
      expect(lists.records).toHaveLength(9853);
      expect(lists.lists).toHaveLength(6);
      expect(tally(lists.problems)["intake/unreadable-date"]).toBeUndefined();
      expect(tally(lists.problems)["intake/unknown-code"]).toBeUndefined();
    });

    test("84,791 records of five releases are read in seconds", () => {
      const started = performance.now();
      const gaza = read(`${LINKAGE}/gaza-dev.csv`, "all", {
        id: "rid",
        listColumn: "list",
        fields: {
          name: { column: "name_ar" },
          nameLatin: { column: "name_en" },
          age: { column: "age" },
          birth: { column: "dob" },
          sex: { column: "sex" },
        },
      });
      const seconds = (performance.now() - started) / 1000;
      console.log(
        `gaza-dev.csv: ${gaza.records.length} records, ${gaza.lists.length} lists, ${seconds.toFixed(1)} s,`,
        tally(gaza.problems),
        tally(gaza.rejected),
      );
      expect(gaza.records.length + gaza.rejected.length).toBe(84_791);
      expect(seconds).toBeLessThan(30);
    });
  },
);
