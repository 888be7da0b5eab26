/** Files from strangers are looked at before they are sealed; what was found stands with the source. */
import type { Language } from "../core/index.ts";
import { type FileReport, type Remark, toRemarkText } from "../intake/index.ts";
import type { Source, SourceInspection } from "../statements/index.ts";
import type { BlobContent } from "../vault/index.ts";
import type { CaseHandle } from "./handle.ts";

/** Of endless remarks on one file the first are kept. */
const REMARKS_KEPT = 20;

/** Looks at a file. Whatever it holds, it is sealed as evidence afterwards: only what is made of it is refused. */
export async function inspectForSealing(
  handle: CaseHandle,
  content: BlobContent,
  name: string,
): Promise<SourceInspection> {
  // What was written ahead is what will be sealed, whatever happens to the user's file meanwhile.
  const inspected = content instanceof Uint8Array ? content : { file: content.staged?.temp ?? content.file };
  return toSourceInspection(await handle.inspect(inspected, { name }));
}

/** Everything that a person should know about a file before working with it, in their language. */
export function toInspectionLines(source: Source, language: Language): string[] {
  const { remarks = [], noExpansion, noDerivative } = source.inspection ?? {};
  return [noExpansion, noDerivative, ...remarks]
    .filter((remark) => remark !== undefined)
    .map((remark) => toRemarkText(remark, language));
}

function toSourceInspection(report: FileReport): SourceInspection {
  const { kind, mediaType, alsoKinds, declared, warnings, refusedExpansion, refusedDerivative } = report;
  const others = declared.mediaType === null ? {} : { declaredType: declared.mediaType };
  return {
    kind,
    mediaType,
    ...others,
    ...(alsoKinds.length === 0 ? {} : { alsoKinds: [...alsoKinds] }),
    ...(warnings.length === 0 ? {} : { remarks: warnings.slice(0, REMARKS_KEPT).map(toPlain) }),
    ...(refusedExpansion === undefined ? {} : { noExpansion: toPlain(refusedExpansion) }),
    ...(refusedDerivative === undefined ? {} : { noDerivative: toPlain(refusedDerivative) }),
    ...(report.isTruncated ? { isTruncated: true } : {}),
  };
}

/** Numbers and texts that canonical JSON takes: lone surrogates of a broken name become U+FFFD. */
function toPlain({ code, params }: Remark): { code: string; params: Record<string, string | number> } {
  const plain = Object.entries(params).map(([name, value]): [string, string | number] => [
    name,
    typeof value === "string" ? value.toWellFormed() : value,
  ]);
  return { code, params: Object.fromEntries(plain) };
}
