/** Runs of WordprocessingML (ECMA-376 part 1, 17.3.2): text in one direction each, notes, and fields. */
import { toXmlText } from "../formats/office-package.ts";
import type { Cited, Run, RunKind, Text } from "./document.ts";

const RIGHT_TO_LEFT = String.raw`\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}`;
/** With marks and joiners, which are of the letter before them. */
const RIGHT = `[${RIGHT_TO_LEFT}\\p{M}\\u200c\\u200d\\u0660-\\u0669]`;
const LEFT = `(?!${RIGHT})[\\p{L}\\p{N}]`;
const BETWEEN = `(?!${RIGHT})[^\\p{L}\\p{N}]`;
/** Stretches of one direction, with what stands within them; what stands at their ends is not of them. */
const STRETCHES = {
  left: new RegExp(`((?:${LEFT})+(?:(?:${BETWEEN})+(?:${LEFT})+)*)`, "gu"),
  right: new RegExp(`(${RIGHT}+(?:(?:${BETWEEN})+${RIGHT}+)*)`, "gu"),
};
/** Word turns runs and not characters: each isolate is a run of its own. */
const ISOLATES = /[\u2066-\u2069]/gu;

const KINDS: Readonly<Record<RunKind, string>> = {
  strong: "<w:b/><w:bCs/>",
  quote: "",
  code: '<w:rFonts w:ascii="Courier New" w:hAnsi="Courier New" w:cs="Courier New"/>',
  faint: '<w:color w:val="555555"/>',
};

export interface RunWriter {
  readonly isRightToLeft: boolean;
  text(text: Text): string;
  plain(text: string, look?: string): string;
  cites(notes: Cited): string;
}

/**
 * @param isRightToLeft - of the document; letters of the other direction are set in runs of their own.
 * Notes are set where they are first cited, and pointed at by their number later: write in the order of the document.
 */
export function createRunWriter(isRightToLeft: boolean): RunWriter {
  const given = new Set<number>();
  const plain = (text: string, look = ""): string =>
    piecesOf(text.replace(ISOLATES, ""), isRightToLeft)
      .map(({ words, isRight }) => run(words, `${look}${isRight ? "<w:rtl/>" : ""}`))
      .join("");
  const cite = (note: number): string => {
    if (given.has(note))
      return `<w:fldSimple w:instr=" NOTEREF _Note_${note} \\f \\h ">${run(String(note), REFERENCE)}</w:fldSimple>`;
    given.add(note);
    return `<w:bookmarkStart w:id="${note}" w:name="_Note_${note}"/><w:r><w:rPr>${REFERENCE}</w:rPr><w:footnoteReference w:id="${note}"/></w:r><w:bookmarkEnd w:id="${note}"/>`;
  };
  const cites = (notes: Cited): string =>
    notes.map(cite).join(run(", ", '<w:vertAlign w:val="superscript"/>'));
  const one = (each: Run): string => {
    if (typeof each === "string") return plain(each);
    if ("cites" in each) return cites(each.cites);
    return plain(each.text, KINDS[each.as]);
  };
  return { isRightToLeft, plain, cites, text: (text) => text.map(one).join("") };
}

const REFERENCE = '<w:rStyle w:val="FootnoteReference"/>';

/** A field that the program which opens the file fills in, such as PAGE. */
export function field(name: string): string {
  return `<w:fldSimple w:instr=" ${name} ">${run("1", "")}</w:fldSimple>`;
}

export function run(words: string, look: string): string {
  const properties = look === "" ? "" : `<w:rPr>${look}</w:rPr>`;
  return `<w:r>${properties}<w:t xml:space="preserve">${toXmlText(words)}</w:t></w:r>`;
}

interface Piece {
  readonly words: string;
  readonly isRight: boolean;
}

/**
 * What stands between letters of one direction goes their way, and otherwise the way of the document (Unicode Standard
 * Annex #9, rules N1 and N2): all but the stretches of the other direction are the document's.
 */
function piecesOf(text: string, isRightToLeft: boolean): Piece[] {
  return text.split(isRightToLeft ? STRETCHES.left : STRETCHES.right).flatMap((words, at) => {
    const isOther = at % 2 === 1;
    return words === "" ? [] : [{ words, isRight: isOther ? !isRightToLeft : isRightToLeft }];
  });
}
