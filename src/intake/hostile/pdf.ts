/** What a PDF would do, hides or carries, by its objects. */
import type { InspectLimits } from "./limits.ts";
import { type PdfObject, readPdfObjects } from "./pdf-objects.ts";
import { type Findings, Refused } from "./report.ts";

/** Names of actions and content that act when a reader opens the file (ISO 32000-2, 12.6.4). */
const ACTIVE: readonly (readonly [name: RegExp, what: string])[] = [
  [/\/(?:JS|JavaScript)\b/u, "JavaScript"],
  [/\/Launch\b/u, "Launch"],
  [/\/(?:SubmitForm|ImportData)\b/u, "SubmitForm"],
  [/\/(?:GoToR|GoToE)\b/u, "GoToR"],
  [/\/(?:RichMedia|Movie|Sound|Rendition|3D)\b/u, "RichMedia"],
  [/\/XFA\b/u, "XFA"],
  [/\/AA\b/u, "AA"],
  [/\/OpenAction\s*<</u, "OpenAction"],
];
const NAMES_KEPT = 20;

/** @param isWhole - false when only the two ends were read: counts are then not compared. */
export function judgePdf(
  bytes: Uint8Array,
  isWhole: boolean,
  limits: InspectLimits,
  findings: Findings,
): void {
  const { objects, isPartial } = readPdfObjects(bytes, limits);
  const tail = Buffer.from(bytes).toString("latin1");
  const all = objects.map(({ text }) => text).join("\n");
  const active = ACTIVE.filter(([name]) => name.test(all)).map(([, what]) => what);
  if (active.length > 0) findings.warn("intake/active-content", { what: active.join(", ") });
  const address = /\/URI\s*\(((?:\\.|[^\\)]){1,200})/u.exec(all)?.[1];
  if (address !== undefined) findings.warn("intake/remote-content", { what: address });
  judgeEmbedded(objects, findings);
  if (/\/Encrypt\b/u.test(tail)) findings.warn("intake/encrypted");
  if (/\/OCProperties\b/u.test(all)) findings.warn("intake/hidden-layers");
  if (
    /\/Subtype\s*\/(?:Text|FreeText|Popup|Highlight|Square|Stamp|Ink|Redact)\b/u.test(all) ||
    /\/Contents\s*\(/u.test(all)
  )
    findings.warn("intake/annotations");
  if (/\/(?:Author|Creator|Producer)\s*[(<]/u.test(all) || /\/Type\s*\/Metadata\b/u.test(all))
    findings.warn("intake/document-metadata");
  const revisions = tail.match(/%%EOF/gu)?.length ?? 0;
  // A linearised file ends twice and is one version (ISO 32000-2, annex F).
  const versions = /\/Linearized\b/u.test(all) ? revisions - 1 : revisions;
  if (isWhole && versions > 1) findings.warn("intake/earlier-revisions", { count: versions - 1 });
  if (isWhole && !isPartial) judgePages(objects, limits, findings);
}

/** File specifications with embedded streams, by their names (ISO 32000-2, 7.11.4). */
function judgeEmbedded(objects: readonly PdfObject[], { report, warn }: Findings): void {
  const carriers = objects.filter(({ text }) => /\/EF\s*(?:<<|\d)/u.test(text));
  const streams = objects.filter(({ text }) => /\/Type\s*\/EmbeddedFile\b/u.test(text));
  if (carriers.length === 0 && streams.length === 0) return;
  const names = carriers.map(({ text }) => nameOfFile(text)).slice(0, NAMES_KEPT);
  report.embedded = names;
  warn("intake/embedded-files", {
    count: Math.max(carriers.length, streams.length),
    names: names.length === 0 ? "?" : names.join(", "),
  });
}

function nameOfFile(text: string): string {
  const [, unicode] = /\/UF\s*\(((?:\\[\s\S]|[^\\)])*)\)/u.exec(text) ?? [];
  const [, plain] = /\/F\s*\(((?:\\[\s\S]|[^\\)])*)\)/u.exec(text) ?? [];
  const [, hex] = /\/U?F\s*<([0-9a-fA-F\s]+)>/u.exec(text) ?? [];
  const bytes =
    hex === undefined
      ? Buffer.from(unescapeLiteral(unicode ?? plain ?? "?"), "latin1")
      : Buffer.from(hex.replace(/\s/gu, ""), "hex");
  const isUtf16 = bytes[0] === 0xfe && bytes[1] === 0xff;
  return new TextDecoder(isUtf16 ? "utf-16be" : "utf-8").decode(bytes);
}

/** Escapes of literal strings (ISO 32000-2, 7.3.4.2). */
function unescapeLiteral(text: string): string {
  return text.replace(/\\([0-7]{1,3}|[\s\S])/gu, (_, sign: string) =>
    /^[0-7]/u.test(sign) ? String.fromCharCode(Number.parseInt(sign, 8) & 0xff) : sign,
  );
}

/** Walks the page tree from every node (ISO 32000-2, 7.7.3): a node that is its own ancestor makes it endless. */
function judgePages(objects: readonly PdfObject[], limits: InspectLimits, findings: Findings): void {
  // Written last counts.
  const nodes = new Map(objects.map((object) => [object.number, object.text]));
  const kidsOf = (number: number): readonly number[] => {
    const [, list] = /\/Kids\s*\[([^\]]*)\]/u.exec(nodes.get(number) ?? "") ?? [];
    return [...(list ?? "").matchAll(/(\d+)\s+\d+\s+R/gu)].map(([, kid]) => Number(kid));
  };
  const root = [...nodes].find(([, text]) => /\/Type\s*\/Catalog\b/u.test(text))?.[1] ?? "";
  const pages = Number(/\/Pages\s+(\d+)\s+\d+\s+R/u.exec(root)?.[1] ?? Number.NaN);
  if (!nodes.has(pages)) return;
  const done = new Set<number>();
  let found = 0;
  const visit = (number: number, above: ReadonlySet<number>): void => {
    if (above.has(number)) throw new Refused("intake/pdf-pages-circular");
    if (above.size > limits.nesting) throw new Refused("intake/nested-too-deep", { limit: limits.nesting });
    if (done.has(number)) return;
    done.add(number);
    const kids = kidsOf(number);
    if (kids.length === 0 && /\/Type\s*\/Page\b(?!s)/u.test(nodes.get(number) ?? "")) found += 1;
    const path = new Set(above).add(number);
    for (const kid of kids) visit(kid, path);
  };
  try {
    visit(pages, new Set());
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    findings.refuseDerivative(error.code, error.params);
    return;
  }
  const declared = Number(/\/Count\s+(\d+)/u.exec(nodes.get(pages) ?? "")?.[1] ?? found);
  if (declared !== found) findings.warn("intake/pdf-page-count", { declared, found });
}
