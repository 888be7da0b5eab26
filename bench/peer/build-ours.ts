/** Our side of a comparison as people run it: built JavaScript, on threads that need no loader. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "vite";

/** Bundles a run of ours, and the program of its threads, into a folder. @returns the program to run with node. */
export async function buildOurs(folder: string): Promise<string> {
  await build({
    configFile: false,
    logLevel: "error",
    // What is loaded only when it is used stays outside, and is not used.
    ssr: {
      noExternal: true,
      external: ["@myriaddreamin/typst-ts-node-compiler", "@aws-sdk/client-s3", "@duckdb/node-api"],
    },
    build: {
      ...{ ssr: true, outDir: folder, target: "node20", minify: false },
      rollupOptions: {
        input: {
          "run-ours": join(import.meta.dirname, "run-ours.ts"),
          "link-worker": join(import.meta.dirname, "../../src/engines/link-worker.ts"),
        },
        output: {
          entryFileNames: ({ name }) => (name === "link-worker" ? "link-worker.js" : `${name}.mjs`),
          chunkFileNames: "[name]-chunk.mjs",
        },
      },
    },
  });
  writeFileSync(join(folder, "package.json"), '{"type":"module"}');
  return join(folder, "run-ours.mjs");
}
