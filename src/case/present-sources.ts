/** The view of sources: what is sealed, and what is stated at which passage. */
import { isolate, pickLocal } from "../core/index.ts";
import { decodeText } from "../intake/index.ts";
import { contentOf, isOriginalHeld, type Source } from "../statements/index.ts";
import { blacken, passagesWithheld } from "./blacken.ts";
import type { CaseContents } from "./case-contents.ts";
import { readCustody } from "./custody.ts";
import { presentDescription } from "./describe-source.ts";
import { findSource } from "./find-source.ts";
import type { CaseHandle } from "./handle.ts";
import { toInspectionLines } from "./inspect-source.ts";
import { presentCustody } from "./present-custody.ts";
import { presentGrades } from "./present-grades.ts";
import { comparePlaces } from "./present-place.ts";
import { importsOf, ROWS_SHOWN, rowsOf } from "./present-rows.ts";
import type { Presenter } from "./present-statement.ts";
import { presentMedia } from "./source-media.ts";
import type { Recorded } from "./state.ts";
import type { SourceSummaryView, SourceView } from "./views.ts";

/** Kinds of content that are shown letter by letter, never as what they would be in a browser. */
const TEXT_KINDS: ReadonlySet<string> = new Set(["text", "html", "xml", "json", "email", "script", "empty"]);

export function presentSources(handle: CaseHandle, presenter: Presenter): SourceSummaryView[] {
  return [...handle.state.sources.values()].map((recorded) => presentSummary(handle, recorded, presenter));
}

/** One source with its text and every statement at its passage, allegations included and marked. */
export async function presentSource(
  handle: CaseHandle,
  contents: CaseContents,
  id: string,
  presenter: Presenter,
): Promise<SourceView> {
  const recorded = findSource(handle.state, id);
  const source = recorded.value;
  const statements = handle.state.statements.ofSource(source.id).map((each) => presenter.statement(each));
  const custody = await readCustody(handle, source.id);
  return {
    ...presentSummary(handle, recorded, presenter),
    withheld: handle.state.consents.whyWithheld(source.id),
    remarks: toInspectionLines(source, presenter.language),
    isInspected: source.inspection !== undefined,
    custody: presentCustody(custody, presenter.language),
    grades: presentGrades(handle.state, source.id, presenter),
    media: presentMedia(handle, source),
    description: presentDescription(custody, presenter),
    text: await textOf(handle, source),
    statementsAt: statements.sort((a, b) => comparePlaces(a.at, b.at)),
    table: await presentTable(handle, contents, source, presenter),
  };
}

/** Null for a table and for what is no text, for an encrypted source whose key is not at hand, and where consent is missing. */
async function textOf(handle: CaseHandle, source: Source): Promise<string | null> {
  if (
    source.mediaType === "text/csv" ||
    !isText(source) ||
    handle.state.consents.whyWithheld(source.id) !== null
  )
    return null;
  if (source.sealed !== undefined && !handle.secrets.canOpen(source.sealed.content)) return null;
  const text = decodeSource(source, await handle.read(contentOf(source)));
  return blacken(text, 0, passagesWithheld(handle.state, source.id));
}

/** The text that passages of a source count over. */
export function decodeSource(source: Source, bytes: Uint8Array): string {
  return isText(source) ? decodeText(bytes).text : "";
}

/** By its name and by its content: bytes that only call themselves text are not read as one. */
function isText({ mediaType, inspection }: Source): boolean {
  if (!mediaType.startsWith("text/") || inspection?.noDerivative !== undefined) return false;
  return inspection === undefined || TEXT_KINDS.has(inspection.kind);
}

function presentSummary(
  handle: CaseHandle,
  { value: source, at }: Recorded<Source>,
  presenter: Presenter,
): SourceSummaryView {
  const { original } = source;
  const citation =
    original === undefined
      ? null
      : [original.author, original.title, original.publisher, original.date, original.reference]
          .filter((part) => part !== undefined)
          .join(", ");
  const records = importsOf(handle, source).reduce((sum, { value }) => sum + value.recordCount, 0);
  return {
    id: source.id,
    key: source.key,
    title: pickLocal(source.title, presenter.language),
    role: source.role,
    roleText: isOriginalHeld(source)
      ? null
      : presenter.translate("source.working", { original: isolate(citation ?? "–") }),
    original: citation,
    language: source.language,
    mediaType: source.mediaType,
    sha256: source.sha256,
    sizeBytes: source.sizeBytes,
    isEncrypted: source.sealed !== undefined,
    statements: handle.state.statements.ofSource(source.id).length,
    records,
    sealedAt: at,
  };
}

async function presentTable(
  handle: CaseHandle,
  contents: CaseContents,
  source: Source,
  presenter: Presenter,
): Promise<SourceView["table"]> {
  const [imported] = importsOf(handle, source);
  if (imported === undefined) return null;
  const first = { offset: 0, limit: ROWS_SHOWN };
  const { columns, rows, total } = await rowsOf(handle, contents, imported, first, presenter);
  return {
    list: imported.value.name,
    import: handle.state.importActOf(imported),
    ...{ columns, rows, total },
  };
}
