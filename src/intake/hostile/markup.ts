/**
 * HTML, SVG and XML looked at as letters: no parser is asked, because what one parser takes for text another one
 * runs. What could act is found too often rather than too seldom.
 */
import type { FileKind } from "./kinds.ts";
import type { InspectLimits } from "./limits.ts";
import type { Findings } from "./report.ts";

/** Elements that act, load or lead away when a browser shows them. */
const ACTIVE =
  /<(?:[\w-]+:)?(script|iframe|frame|object|embed|applet|base|form|foreignobject|animate|set|use|portal)[\s>/]/giu;
const HANDLER = /[\s"'/](on[a-z]{3,})\s*=/giu;
const SCRIPT_ADDRESS = /\b(javascript|vbscript|data(?=\s*:\s*text\/html))\s*:/giu;
const REFRESH = /<meta[^>]*http-equiv\s*=\s*["']?\s*refresh/iu;
const STYLE = /@import|expression\s*\(|-moz-binding|url\s*\(\s*["']?\s*(?!["'#)])/iu;
const REMOTE =
  /(?:src|href|action|background|poster|data|srcset|manifest)\s*=\s*["']?\s*((?:https?:|ftp:|file:)?\/\/[^"'\s>]{1,200})/giu;
const NAMED = 8;

/** What acts or calls away, as warnings that name it. */
export function judgeMarkup(kind: FileKind, text: string, findings: Findings): void {
  const plain = toActedOn(text);
  const found = new Set<string>();
  for (const [, element] of plain.matchAll(ACTIVE)) found.add(`<${element?.toLowerCase()}>`);
  for (const [, handler] of plain.matchAll(HANDLER)) found.add(`${handler?.toLowerCase()}=`);
  for (const [, scheme] of plain.matchAll(SCRIPT_ADDRESS)) found.add(`${scheme?.toLowerCase()}:`);
  if (REFRESH.test(plain)) found.add("<meta refresh>");
  if (STYLE.test(plain)) found.add("style");
  if (kind === "svg" && /<(?:[\w-]+:)?style[\s>]/iu.test(plain)) found.add("style");
  if (found.size > 0) findings.warn("intake/active-content", { what: [...found].slice(0, NAMED).join(", ") });
  const [remote] = [...plain.matchAll(REMOTE)];
  if (remote?.[1] !== undefined) findings.warn("intake/remote-content", { what: remote[1] });
}

/** What a browser makes of the text before it acts: `java&#115;cript:`, `java&Tab;script:` (WHATWG HTML, 13.2.5.72). */
function toActedOn(text: string): string {
  return text
    .replace(/&#(x?)([0-9a-f]{1,6});?/giu, (whole, isHex: string, digits: string) => {
      const code = Number.parseInt(digits, isHex === "" ? 10 : 16);
      return code > 0 && code < 0x80 ? String.fromCharCode(code) : whole;
    })
    .replace(/&(?:Tab|NewLine);/gu, "")
    .replace(/&colon;/gu, ":")
    .replace(/(?<=[a-z])[\t\r\n]+(?=[a-z]*:)/giu, "");
}

/**
 * Why XML must not be given to a parser: entities of its own (XML 1.0, 4.2; "billion laughs"), content from
 * elsewhere, or depth. A file that breaks off inside a tag is judged by what is there.
 */
export function judgeXml(text: string, limits: InspectLimits, findings: Findings): void {
  const declaration = /<!DOCTYPE[^[>]*(?:\[[\s\S]*?\]\s*)?>?/u.exec(text)?.[0] ?? "";
  if (/<!ENTITY/u.test(text)) {
    const isExternal = /<!ENTITY\s+(?:%\s+)?[^\s]+\s+(?:SYSTEM|PUBLIC)\b/u.test(text);
    findings.refuseDerivative(isExternal ? "intake/xml-external-entity" : "intake/xml-entities");
  }
  if (/<!DOCTYPE\s+\S+\s+SYSTEM\b/u.test(declaration))
    findings.refuseDerivative("intake/xml-external-entity");
  if (/<(?:[\w-]+:)?include\b[^>]*\bhref\s*=/u.test(text))
    findings.refuseDerivative("intake/xml-external-entity");
  if (depthOf(text, limits.nesting) > limits.nesting)
    findings.refuseDerivative("intake/nested-too-deep", { limit: limits.nesting });
}

/** How many elements stand inside each other at most; counting ends above the limit. */
function depthOf(text: string, limit: number): number {
  let [depth, deepest] = [0, 0];
  for (const [tag, end, empty] of text.matchAll(/<(\/?)[\p{L}_][^<>]*?(\/?)>/gu)) {
    if (tag.startsWith("<!") || tag.startsWith("<?") || empty === "/") continue;
    depth += end === "/" ? -1 : 1;
    deepest = Math.max(deepest, depth);
    if (deepest > limit) return deepest;
  }
  return deepest;
}

/** How many arrays and objects stand inside each other at most, strings passed over; counting ends above the limit. */
export function judgeJson(text: string, limits: InspectLimits, findings: Findings): void {
  let [depth, isString] = [0, false];
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (isString) {
      if (sign === "\\") at += 1;
      else if (sign === '"') isString = false;
    } else if (sign === '"') isString = true;
    else if (sign === "[" || sign === "{") {
      depth += 1;
      if (depth > limits.nesting) {
        findings.refuseDerivative("intake/nested-too-deep", { limit: limits.nesting });
        return;
      }
    } else if (sign === "]" || sign === "}") depth -= 1;
  }
}
