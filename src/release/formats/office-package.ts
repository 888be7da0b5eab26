/** Office Open XML packages (ECMA-376 part 2): parts in a zip, their types, and what the package is of. */
import { toZip } from "./zip.ts";

const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const TYPES = "application/vnd.openxmlformats";
export const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

export interface OfficePart {
  readonly path: string;
  /** What stands behind `application/vnd.openxmlformats-`, such as `officedocument.spreadsheetml.worksheet`. */
  readonly type: string;
  readonly body: string;
}

export interface OfficeRelation {
  /** What stands behind the address of relations, such as `worksheet`. */
  readonly kind: string;
  readonly target: string;
}

export interface OfficePackage {
  /** Its main part first. */
  readonly parts: readonly OfficePart[];
  /** Of the main part, called rId1, rId2 … in their order. */
  readonly relations: readonly OfficeRelation[];
  /** Of title and language, at `docProps/core.xml`; none when left out. */
  readonly core?: string;
}

/** The same parts give the same bytes. */
export async function toOfficeFile({ parts, relations, core }: OfficePackage): Promise<Uint8Array> {
  const [main] = parts;
  if (main === undefined) throw new TypeError("a package has a main part");
  const properties =
    core === undefined ? [] : [{ path: "docProps/core.xml", type: "package.core-properties", body: core }];
  const all = [...parts, ...properties];
  const overrides = all.map(
    ({ path, type }) => `<Override PartName="/${path}" ContentType="${TYPES}-${type}+xml"/>`,
  );
  const known = `<Default Extension="rels" ContentType="${TYPES}-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>`;
  const ofPackage = [
    relation(1, `${RELATIONS}/officeDocument`, main.path),
    ...properties.map(({ path }) => relation(2, `${PACKAGE}/relationships/metadata/core-properties`, path)),
  ];
  const ofMain = relations.map(({ kind, target }, at) => relation(at + 1, `${RELATIONS}/${kind}`, target));
  const at = main.path.lastIndexOf("/");
  const [folder, file] = [main.path.slice(0, at), main.path.slice(at + 1)];
  return toZip([
    [
      "[Content_Types].xml",
      xml(`<Types xmlns="${PACKAGE}/content-types">${known}${overrides.join("")}</Types>`),
    ],
    ["_rels/.rels", relationsXml(ofPackage)],
    [main.path, xml(main.body)],
    [`${folder}/_rels/${file}.rels`, relationsXml(ofMain)],
    ...all.slice(1).map(({ path, body }) => [path, xml(body)] as const),
  ]);
}

function relation(number: number, type: string, target: string): string {
  return `<Relationship Id="rId${number}" Type="${type}" Target="${target}"/>`;
}

function relationsXml(those: readonly string[]): Uint8Array {
  return xml(`<Relationships xmlns="${PACKAGE}/relationships">${those.join("")}</Relationships>`);
}

/** Text within an element or an attribute. What XML 1.0 has no form for is shown as missing. */
export function toXmlText(text: string): string {
  return (
    text
      .toWellFormed()
      .replace(/[&<>"\t\r\n]/gu, (char) => `&#${char.charCodeAt(0)};`)
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters meant
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu, "\ufffd")
  );
}

function xml(body: string): Uint8Array {
  return new TextEncoder().encode(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${body}`);
}
