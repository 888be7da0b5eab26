/** The two Argentine registers and the list of detention centres as a case folder. */
import { readFileSync } from "node:fs";
import type { CaseFolder } from "../../src/case/index.ts";
import { sharedFile } from "../case-fixture.ts";

const files = {
  "ruvte.csv": sharedFile("cases", "argentina", "ruvte.csv"),
  "parque-de-la-memoria.csv": sharedFile("cases", "argentina", "parque-de-la-memoria.csv"),
  "detention-centres.csv": sharedFile("cases", "argentina", "detention-centres.csv"),
};
/** Whether the registers are here. */
export const hasArgentina = Object.values(files).every((path) => path !== null);

const unknown = ["sin datos", "SIN DATOS", "No hay información."];
const date = (column: string) => ({ column, calendar: "gregorian", dateOrder: "dmy", unknown });

/** How the two registers and the list of detention centres are read; column names are facts of the files. */
const argentinaRecipe = {
  v: 1,
  lists: {
    ruvte: {
      file: "ruvte.csv",
      id: "id_unico_ruvte",
      sealing: { leaveOpen: "published by the state itself" },
      fields: {
        name: { column: "apellido_paterno_nombres", unknown },
        birth: date("anio_nacimiento"),
        abduction: date("fecha_detencion_secuestro"),
        death: date("fecha_asesinato_o_hallazgo_de_restos"),
        place: { column: "lugar_detencion_secuestro", unknown },
      },
    },
    parque: {
      file: "parque-de-la-memoria.csv",
      id: "id",
      sealing: { leaveOpen: "published by the state itself" },
      fields: {
        name: { column: "nombre", unknown },
        birth: date("fecha_de_nacimiento"),
        abduction: date("fecha_de_secuestro"),
        death: date("fecha_de_asesinado"),
        place: { column: "lugar_de_secuestro", unknown },
      },
    },
    centres: {
      file: "detention-centres.csv",
      id: "ID",
      of: "sites",
      fields: {
        name: { column: "denominacion" },
        owner: { column: "lugar_emplazamiento_propiedad" },
        address: { column: "ubicacion" },
        latitude: { column: "lat" },
        longitude: { column: "lon" },
      },
    },
  },
};

/** The case folder of the run, made of the shared files and of recipes written here. */
export function argentinaFolder(): CaseFolder {
  const paths = new Map<string, string | null>(Object.entries(files));
  const encode = (value: object) => new TextEncoder().encode(JSON.stringify(value));
  return {
    config: {
      v: 1,
      id: "argentina",
      title: { en: "Two registers" },
      fictional: false,
      languages: ["en"],
      calendars: ["gregorian"],
      standardOfProof: "reasonable-grounds-to-believe",
      event: "event:disappearances",
      questions: { sitesOn: [], holders: [] },
      estimates: [{ id: "registers", from: "clusters", lists: ["list:ruvte", "list:parque"] }],
      identifyingAssumption: {
        en: "A test: the two registers copy each other, so no total may rest on this.",
      },
    },
    subjects: [
      { id: "event:disappearances", names: { en: "Disappearances" } },
      { id: "list:ruvte", names: { en: "ruvte" } },
      { id: "list:parque", names: { en: "parque" } },
      { id: "list:centres", names: { en: "centres" } },
    ],
    sources: [],
    statementFiles: [],
    recipe: { name: "lists/recipe.json", bytes: encode(argentinaRecipe) },
    readListFile: (name) => {
      const path = paths.get(name) ?? null;
      if (path === null) throw new Error(`${name} is not here`);
      return { name: `lists/${name}`, bytes: new Uint8Array(readFileSync(path)) };
    },
  };
}
