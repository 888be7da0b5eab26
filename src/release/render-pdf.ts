/** Typst to PDF, in memory, with fonts of our own so that every machine prints the same page. */
import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { InquestError } from "../core/index.ts";

export interface PdfDocument {
  /** The text of a Typst document. */
  readonly template: string;
  /** What it reads from `sys.inputs`; never pasted into the text, where it could become markup. */
  readonly inputs: Readonly<Record<string, string>>;
  /** PDF/A-2b keeps how it looks; PDF/A-2a also what its parts are, for those who do not see them. */
  readonly standard?: "a-2b" | "a-2a";
}

/**
 * The same document gives the same bytes: no clock is read, and fonts come with the program (Vazirmatn) or with
 * Typst itself, never from the machine.
 *
 * @throws InquestError "release/no-typesetter" (input) where Typst is not made for this system; "release/pdf-failed" (internal) with where the template is at fault, and nothing of the inputs.
 */
export async function renderPdf({ template, inputs, standard = "a-2b" }: PdfDocument): Promise<Uint8Array> {
  const compiler = await createCompiler();
  const outcome = compiler.compile({ mainFileContent: template, inputs: { ...inputs } });
  const document = outcome.result;
  if (document === null) throw failed((outcome.takeDiagnostics()?.shortDiagnostics ?? []).map(placeOf));
  try {
    return new Uint8Array(compiler.pdf(document, { pdfStandard: standard, creationTimestamp: 0 }));
  } catch (error) {
    throw failed([placeOf(error)]);
  } finally {
    // Typst remembers all that it laid out, for a document that is set again; a release is set once.
    compiler.evictCache(0);
  }
}

/**
 * Those of the characters for which none of the faces has a glyph. PDF/A refuses a page with one of them, and a fall back
 * on fonts of the machine would make other bytes of the same document elsewhere.
 */
export async function findUnprintable(
  characters: readonly string[],
  faces: readonly string[],
): Promise<string[]> {
  const compiler = await createCompiler();
  const template = `#set text(font: json(bytes(sys.inputs.faces)), fallback: false)\n#sys.inputs.text`;
  const isPrintable = (those: readonly string[]): boolean => {
    // A mark is printed on a letter.
    const text = those.map((each) => (/\p{M}/u.test(each) ? `x${each}` : each)).join(" ");
    const inputs = { text, faces: JSON.stringify(faces) };
    const { result } = compiler.compile({ mainFileContent: template, inputs });
    if (result === null) return false;
    try {
      compiler.pdf(result, { pdfStandard: "a-2b", creationTimestamp: 0 });
      return true;
    } catch {
      return false;
    }
  };
  const among = (those: readonly string[]): string[] => {
    if (those.length === 0 || isPrintable(those)) return [];
    const half = Math.ceil(those.length / 2);
    return those.length === 1 ? [...those] : [...among(those.slice(0, half)), ...among(those.slice(half))];
  };
  return among(characters);
}

async function createCompiler() {
  const { NodeCompiler } = await loadTypst();
  return NodeCompiler.create({ fontArgs: [{ fontPaths: [fontFolder()] }] });
}

/** A native module of 40 MB that most commands never need; a bundle holds the one of the system it was made on. */
async function loadTypst() {
  try {
    return await import("@myriaddreamin/typst-ts-node-compiler");
  } catch (error) {
    throw new InquestError({
      code: "release/no-typesetter",
      reaction: "input",
      message: `Pages cannot be set on this system (${process.platform}-${process.arch}): this copy of Inquest was made for another one. Make the page with a bundle for this system, or from a clone.`,
      evidence: { platform: process.platform, arch: process.arch },
      cause: error,
    });
  }
}

function failed(places: readonly string[]): InquestError {
  return new InquestError({
    code: "release/pdf-failed",
    reaction: "internal",
    message: `The page could not be set (${places.join("; ") || "no reason given"}). This is a defect of Inquest.`,
    evidence: { places },
  });
}

/** The folder of Vazirmatn's static fonts, wherever it is installed. */
function fontFolder(): string {
  const manifest = createRequire(import.meta.url).resolve("vazirmatn/package.json");
  const folder = join(dirname(manifest), "fonts", "ttf");
  readdirSync(folder);
  return folder;
}

/** What Typst says about its own words, without values. */
function placeOf(diagnostic: unknown): string {
  const message: unknown =
    typeof diagnostic === "object" && diagnostic !== null && "message" in diagnostic
      ? diagnostic.message
      : "unknown";
  return String(message).slice(0, 120);
}
