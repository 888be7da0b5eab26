/**
 * Writes `src/release/memorial/search-script.ts`: the search of the memorial (`web/memorial/search.ts`) as one small classic
 * script, since a page that is opened from a folder may load no module. With --check it writes nothing, and ends with 1 when
 * the file is not what it would write.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "vite";
import { fail, root } from "./bootstrap.mjs";

const FILE = join(root, "src", "release", "memorial", "search-script.ts");

const built = await build({
  configFile: false,
  logLevel: "warn",
  root,
  publicDir: false,
  build: {
    write: false,
    target: "es2022",
    minify: true,
    rolldownOptions: {
      input: join(root, "web", "memorial", "search.ts"),
      output: { format: "iife" },
      treeshake: { moduleSideEffects: (id) => id.endsWith("web/memorial/search.ts") },
    },
  },
});
const [{ output }] = [built].flat();
const code = output.find(({ type }) => type === "chunk").code.trim();
// Words of Persian letters are written by their numbers, so that no editor shows them in another order than they stand.
const literal = JSON.stringify(code).replace(
  /[\u007f-\uffff]/gu,
  (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
);
const text = `/** The search of the memorial for browsers. Written by scripts/write-memorial-script.mjs: never by hand. */

export const SEARCH_SCRIPT: string =
  ${literal};
`;
if (!process.argv.includes("--check")) writeFileSync(FILE, text);
else if (!existsSync(FILE) || readFileSync(FILE, "utf8") !== text)
  fail("src/release/memorial/search-script.ts is not what web/memorial/search.ts gives. Run npm run fix.");
