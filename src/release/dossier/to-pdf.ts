/** A dossier as pages: tagged PDF/A, with its outline, its language and its title. */
import { findUnprintable, renderPdf } from "../render-pdf.ts";
import { type Dossier, lengthOf, type Section } from "./document.ts";
import { DOSSIER_TEMPLATE } from "./template-blocks.ts";

/** Those that come with the program, and no other: Vazirmatn, and what Typst brings. */
const FACES = {
  en: ["Libertinus Serif", "Vazirmatn", "DejaVu Sans Mono"],
  fa: ["Vazirmatn", "Libertinus Serif", "DejaVu Sans Mono"],
} as const;

/**
 * The same dossier gives the same bytes. A character without a glyph in the faces of the program is printed as its number,
 * `⟨U+4E2D⟩`.
 */
export async function toPdf(whole: Dossier): Promise<Uint8Array> {
  const dossier = { ...whole, sections: whole.sections.map(asPrinted) };
  const faces = FACES[dossier.language];
  const characters = [...new Set(JSON.stringify(dossier))].filter((each) => each !== " ");
  const unprintable = new Set(await findUnprintable(characters, faces));
  return renderPdf({
    template: DOSSIER_TEMPLATE,
    inputs: { dossier: toTemplateData({ ...dossier, faces }, unprintable) },
    standard: "a-2a",
  });
}

/** Setting takes about half a megabyte of memory for each row: twenty thousand would take more than a laptop has. */
const MOST_ON_PAPER = 3000;

/** Whole or not at all: of a list of persons that was cut, those would be missing whose names begin with the last letters. */
function asPrinted(section: Section): Section {
  if (section.unprinted === null || lengthOf(section) <= MOST_ON_PAPER) return section;
  return { ...section, blocks: [{ is: "text", text: section.unprinted }] };
}

/**
 * What the template reads. Numbers of notes say whether they stand there for the first time, where the note itself is set:
 * what is written first is set first.
 */
function toTemplateData(
  dossier: Dossier & { readonly faces: readonly string[] },
  unprintable: ReadonlySet<string>,
): string {
  const given = new Set<number>();
  const date = dossier.date.split("-").map(Number);
  return JSON.stringify({ ...dossier, date }, (key, value: unknown) => {
    if (typeof value === "string") return unprintable.size === 0 ? value : printable(value, unprintable);
    if ((key !== "notes" && key !== "cites") || !isNumbers(value)) return value;
    return value.map((number) => {
      const isFirst = !given.has(number);
      given.add(number);
      return { number, isFirst };
    });
  });
}

function printable(text: string, unprintable: ReadonlySet<string>): string {
  return [...text].map((each) => (unprintable.has(each) ? numberOf(each) : each)).join("");
}

function numberOf(character: string): string {
  return `⟨U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}⟩`;
}

function isNumbers(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.length > 0 && value.every((each) => typeof each === "number");
}
