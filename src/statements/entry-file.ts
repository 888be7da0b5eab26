/** Files that a person or a program writes: YAML, or JSON by their name. */
import { readJsonFile } from "./json-file.ts";
import { type EntryFile, readYaml } from "./yaml-file.ts";

/**
 * @param file - its name: `….json` is read as JSON, anything else as YAML.
 * @throws InquestError "statements/yaml", "statements/json" with file and line.
 */
export function readEntryFile(text: string, file: string): EntryFile {
  return /\.json$/iu.test(file) ? readJsonFile(text, file) : readYaml(text, file);
}
