/** Markup that cannot be written by the words of others: every text is escaped where it is put in, and nothing else is. */
import { toVisibleText } from "../../core/index.ts";

/** Text that is markup already. Only `html` makes it. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

export type Part = Html | string | number | null | readonly Part[];

/**
 * Markup with parts put in: texts escaped, and characters that would hide or reorder words shown instead of obeyed.
 *
 * @example html`<p>${"<script>"}</p>`.text // "<p>&lt;script&gt;</p>"
 */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  let text = strings[0] ?? "";
  for (const [at, part] of parts.entries()) text += toText(part) + (strings[at + 1] ?? "");
  return new Html(text);
}

function toText(part: Part): string {
  if (part === null) return "";
  if (part instanceof Html) return part.text;
  if (typeof part === "number") return String(part);
  return typeof part === "string" ? escapeText(part) : part.map(toText).join("");
}

const SIGNS: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const HARMLESS =
  /^[\w .,:;/()\u060c\u061b\u061f\u0621-\u064a\u0654\u067e\u0686\u0698\u06a9\u06af\u06cc\u06f0-\u06f9\u2013-]*$/;

/** For text between tags and in quoted attributes. */
function escapeText(text: string): string {
  if (HARMLESS.test(text)) return text;
  return toVisibleText(text, { mayHaveLines: true }).replace(/[&<>"']/g, (sign) => SIGNS[sign] ?? sign);
}

/** Words from people, whose direction is their own. */
export function words(text: string): Html {
  return html`<bdi>${text}</bdi>`;
}

/** Parts with something between them. */
export function joined(parts: readonly Part[], between: Part): Part[] {
  return parts.flatMap((part, at) => (at === 0 ? [part] : [between, part]));
}

/** A table that may be wider than the page: it is scrolled by itself, with keys too. */
export function wideTable(label: Part, head: readonly Part[], rows: readonly Html[]): Html {
  return html`<div class="wide" tabindex="0" role="region" aria-label="${label}"><table><thead><tr>${head.map((cell) => html`<th scope="col">${cell}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div>`;
}
