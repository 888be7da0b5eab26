/** Where the lists of a table come from, in a file that a person writes: for estimates without a case. */
import { z } from "zod";
import type { StatedProvenance } from "../estimate/index.ts";
import { ListProvenance } from "../intake/index.ts";
import { parseEntry, readEntryFile } from "../statements/index.ts";

/** By the name of each list; what stands under a name is what a recipe says of a list. */
export const ProvenanceFile = z.record(z.string().trim().min(1), ListProvenance);

/**
 * @param file - its name, for messages; one that ends in `.json` is read as JSON, anything else as YAML.
 * @throws InquestError "statements/yaml", "statements/json", "statements/invalid-entry", with file and line.
 */
export function readProvenanceFile(text: string, file: string): StatedProvenance[] {
  const { value, lineOf } = readEntryFile(text, file);
  const format = "estimate-files";
  const whole = { file, line: 1, entry: "the file", pointer: "", format } as const;
  const lists = parseEntry(z.record(z.string(), z.unknown()), value, whole);
  return Object.entries(lists).map(([list, written]) => {
    const at = { file, line: lineOf([list]), entry: `"${list}"`, pointer: `/${list}`, format } as const;
    const { drawsOn, referredFrom, covers, scope, couldNotRecord } = parseEntry(ListProvenance, written, at);
    return { list: list.trim(), drawsOn, referredFrom, covers, scope, couldNotRecord };
  });
}
