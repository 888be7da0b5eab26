/** Writes the generated files of the case: `npx tsx cases/first-hour/generate/main.ts`. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { generateCaseFiles } from "./case-files.ts";

for (const [path, text] of generateCaseFiles()) {
  const file = join(import.meta.dirname, "..", path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
