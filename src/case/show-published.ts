/** Releases that left the case, and what became of a figure that somebody cites from one of them. */
import { InquestError, type Language } from "../core/index.ts";
import type { CitedFigure, ExportFormat, ProfileId } from "../release/index.ts";
import type { OpenCase } from "./case-handle.ts";
import type { ReleasePublished } from "./published-releases.ts";
import type { CaseReader } from "./reader.ts";
import { causesOf, type FigureCause, readInventory } from "./release-changes.ts";
import type { Recorded } from "./state.ts";
import type { FigureOnScreen } from "./views.ts";

const ISO_DAY = 10;

export interface PublishedView {
  readonly number: number;
  readonly profile: ProfileId;
  readonly language: Language;
  /** Of an export in one format; null for a release. */
  readonly format: ExportFormat | "bagit" | null;
  /** ISO day of the act. */
  readonly on: string;
  /** SHA-256 of its tagmanifest-sha256.txt, or of the manifest-sha256.txt of an export that is no bag. */
  readonly root: string;
  /** Acts that it was made from. */
  readonly treeSize: number;
  readonly statements: number;
  readonly note: string | null;
}

export interface CitedView {
  readonly release: PublishedView;
  readonly id: string;
  readonly cited: CitedFigure;
  /** Null where the case has no such figure any more. */
  readonly now: CitedFigure | null;
  readonly isSame: boolean;
  /** Why it is another; empty where it is the same, and where nothing recorded explains it. */
  readonly because: readonly FigureCause[];
}

export function showPublished({ state }: Pick<OpenCase, "state">): PublishedView[] {
  return state.published.map(toView);
}

/** @throws InquestError "case/not-found". */
export function findRelease({ state }: Pick<OpenCase, "state">, number: number): Recorded<ReleasePublished> {
  const recorded = state.published.find(({ value }) => value.number === number);
  if (recorded !== undefined) return recorded;
  throw notFound(`The case made no release ${number}. inquest published lists those it made.`);
}

export function toView({ value, at }: Recorded<ReleasePublished>): PublishedView {
  const { number, profile, language, root, treeSize, statements, note = null, format = null } = value;
  return { number, profile, language, format, on: at.slice(0, ISO_DAY), root, treeSize, statements, note };
}

/**
 * A figure as a release held it, beside the same figure today.
 *
 * @throws InquestError "case/not-found": no such release, one that does not say what it held, or no such figure in it.
 */
export async function showCited(
  opened: Pick<OpenCase, "state" | "read">,
  reader: Pick<CaseReader, "answers">,
  { number, figure: id }: { readonly number: number; readonly figure: string },
): Promise<CitedView> {
  const recorded = findRelease(opened, number);
  const inventory = await readInventory(opened, recorded.value);
  if (inventory === null)
    throw notFound(
      `Release ${number} was made by an earlier version, which did not keep what a release held.`,
    );
  const held = Object.hasOwn(inventory.figures, id) ? inventory.figures[id] : undefined;
  if (held === undefined)
    throw notFound(
      `Release ${number} held no figure ${id}. Its id stands beside each figure of the dossier and the memorial, and data/figures.json of the release lists them.`,
    );
  const find = (language: Language) =>
    Object.values(reader.answers(language))
      .flat()
      .find((figure: FigureOnScreen) => figure.id === id);
  const now = toCited(find("en"), find("fa"));
  const isSame =
    now !== null && JSON.stringify([now.value, now.range]) === JSON.stringify([held.value, held.range]);
  return {
    ...{ release: toView(recorded), id, cited: held, now, isSame },
    because: isSame ? [] : causesOf(opened.state, { before: held, after: now }, recorded.value.treeSize),
  };
}

function toCited(en: FigureOnScreen | undefined, fa: FigureOnScreen | undefined): CitedFigure | null {
  if (en === undefined || fa === undefined) return null;
  return {
    label: { en: en.label, fa: fa.label },
    valueText: { en: en.valueText, fa: fa.valueText },
    ...{ value: en.value, standing: en.standing },
    range: en.range === null ? null : [en.range[0], en.range[1]],
    statements: [...en.statements],
  };
}

function notFound(message: string): InquestError {
  return new InquestError({ code: "case/not-found", reaction: "not-found", message, evidence: {} });
}
