/** A dossier as pages: tagged PDF/A, with its outline, its language and its title. */
import { renderPdf } from "../render-pdf.ts";
import type { Dossier } from "./document.ts";
import { DOSSIER_TEMPLATE } from "./template-blocks.ts";

/** The same dossier gives the same bytes. */
export function toPdf(dossier: Dossier): Promise<Uint8Array> {
  return renderPdf({
    template: DOSSIER_TEMPLATE,
    inputs: { dossier: toTemplateData(dossier) },
    standard: "a-2a",
  });
}

/**
 * What the template reads. Numbers of notes say whether they stand there for the first time, where the note itself is set:
 * what is written first is set first.
 */
function toTemplateData(dossier: Dossier): string {
  const given = new Set<number>();
  const date = dossier.date.split("-").map(Number);
  return JSON.stringify({ ...dossier, date }, (key, value: unknown) => {
    if ((key !== "notes" && key !== "cites") || !isNumbers(value)) return value;
    return value.map((number) => {
      const isFirst = !given.has(number);
      given.add(number);
      return { number, isFirst };
    });
  });
}

function isNumbers(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.length > 0 && value.every((each) => typeof each === "number");
}
