/** Blocking of a case's lists, looked at before they are linked. */
import { type BlockingPreview, type LinkOptions, previewBlocking } from "../linkage/index.ts";
import type { CaseHandle } from "./handle.ts";
import { personImports, toLinkInput } from "./link-input.ts";
import { fieldsOf, settingsOf } from "./link-lists.ts";

/** Records nothing. Null when the case holds no list of persons. @param options - what the recipe says under `link`. */
export async function previewLink(
  handle: CaseHandle,
  options: LinkOptions = {},
): Promise<BlockingPreview | null> {
  const imports = personImports(handle.state);
  const records = (await Promise.all(imports.map((name) => handle.records(name)))).flat();
  if (records.length === 0) return null;
  const input = toLinkInput(records, fieldsOf(handle.state, imports));
  return previewBlocking(input, settingsOf(handle.state, imports, options), { progress: handle.progress });
}
