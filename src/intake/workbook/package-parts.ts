/** The parts of a workbook and how they lead to each other (ISO/IEC 29500-2: Open Packaging Conventions). */
import { Refused } from "../hostile/report.ts";
import type { ZipParts } from "../hostile/zip-parts.ts";
import { attributeOf, brokenPart, isTrue, readXmlPart } from "./xml-part.ts";

export interface SheetEntry {
  readonly name: string;
  readonly isHidden: boolean;
  readonly part: string;
}

export interface WorkbookParts {
  /** Sheets of cells in their order; sheets that are one chart have no cells and are left out. */
  readonly sheets: readonly SheetEntry[];
  readonly dateSystem: 1900 | 1904;
  /** Whether programs are asked to compute everything anew when they open it (18.2.2: `fullCalcOnLoad`). */
  readonly asksToCompute: boolean;
  readonly sharedStrings: string | null;
  readonly styles: string | null;
}

interface Relationship {
  /** The last word of its type. */
  readonly type: string;
  /** The name of the part; null for what lies outside of the file, which is never followed. */
  readonly part: string | null;
}

/**
 * The parts of a workbook.
 *
 * @throws Refused "intake/workbook-broken" when something is missing, twice there, or leads out of the file;
 *   "intake/workbook-format" for a binary workbook (XLSB).
 */
export async function readWorkbookParts(parts: ZipParts, nesting: number): Promise<WorkbookParts> {
  const root = await readRelationships(parts, "", nesting);
  const main = [...root.values()].find(({ type }) => type === "officeDocument")?.part ?? null;
  if (main === null) throw brokenPart({ name: "_rels/.rels" }, "it names no workbook.");
  if (/\.bin$/iu.test(main)) throw new Refused("intake/workbook-format", { kind: "XLSB" });
  const related = await readRelationships(parts, main, nesting);
  const { listed, dateSystem, asksToCompute } = await readWorkbookPart(parts, main, nesting);
  const names = new Set<string>();
  const sheets = listed.flatMap(({ name, isHidden, id }): SheetEntry[] => {
    const relation = related.get(id);
    const at = { name: main, where: () => `the sheet “${name}”` };
    if (names.has(name.toLowerCase())) throw brokenPart(at, "two sheets have this name.");
    names.add(name.toLowerCase());
    if (relation === undefined) throw brokenPart(at, "nothing says in which part its cells are.");
    if (relation.type !== "worksheet") return [];
    if (relation.part === null) throw brokenPart(at, "its cells lie outside of the file.");
    return [{ name, isHidden, part: relation.part }];
  });
  if (sheets.length === 0) throw brokenPart({ name: main }, "it has no sheet of cells.");
  const partOf = (type: string) => [...related.values()].find((each) => each.type === type)?.part ?? null;
  return {
    sheets,
    dateSystem,
    asksToCompute,
    sharedStrings: partOf("sharedStrings"),
    styles: partOf("styles"),
  };
}

interface ListedSheet {
  readonly name: string;
  readonly isHidden: boolean;
  /** Of its relationship. */
  readonly id: string;
}

async function readWorkbookPart(parts: ZipParts, main: string, nesting: number) {
  const listed: ListedSheet[] = [];
  let dateSystem: 1900 | 1904 = 1900;
  let asksToCompute = false;
  const part = { name: main, bytes: parts.read(main) };
  await readXmlPart(
    part,
    {
      open(name, attributes) {
        if (name === "workbookPr" && isTrue(attributes.date1904)) dateSystem = 1904;
        if (name === "calcPr" && isTrue(attributes.fullCalcOnLoad)) asksToCompute = true;
        if (name !== "sheet") return;
        const [sheet, id] = [attributes.name ?? "", relationOf(attributes)];
        if (sheet === "" || id === undefined)
          throw brokenPart(part, "a sheet has no name, or no relationship.");
        listed.push({ name: sheet, isHidden: (attributes.state ?? "visible") !== "visible", id });
      },
      close() {},
      text() {},
    },
    nesting,
  );
  return { listed, dateSystem, asksToCompute };
}

/** `r:id`, whatever the prefix; a plain `id` is none. */
function relationOf(attributes: Readonly<Record<string, string>>): string | undefined {
  const { id: _, ...prefixed } = attributes;
  return attributeOf(prefixed, "id");
}

/** What a part leads to, by id. */
async function readRelationships(
  parts: ZipParts,
  of: string,
  nesting: number,
): Promise<ReadonlyMap<string, Relationship>> {
  const slash = of.lastIndexOf("/") + 1;
  const [folder, file] = [of.slice(0, slash), of.slice(slash)];
  const found = new Map<string, Relationship>();
  const name = `${folder}_rels/${file}.rels`;
  const part = { name, bytes: parts.read(name) };
  await readXmlPart(
    part,
    {
      open(element, { Id: id, Type: type = "", Target: target = "", TargetMode: mode }) {
        if (element !== "Relationship" || id === undefined) return;
        if (found.has(id)) throw brokenPart(part, `two relationships have the id ${id}.`);
        const isInside = mode !== "External";
        found.set(id, {
          type: type.slice(type.lastIndexOf("/") + 1),
          part: isInside ? resolvePart(folder, target) : null,
        });
      },
      close() {},
      text() {},
    },
    nesting,
  );
  return found;
}

/** A target as the name of a part: from the root, or from the folder of the part that names it. */
function resolvePart(folder: string, target: string): string {
  const path = target.startsWith("/") ? target.slice(1) : `${folder}${target}`;
  const names: string[] = [];
  for (const name of path.split("/")) {
    if (name === "..") names.pop();
    else if (name !== "." && name !== "") names.push(name);
  }
  return names.join("/");
}
