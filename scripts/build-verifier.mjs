/**
 * Makes `dist/verify.mjs` of `verifier/`: one file with Node's own modules only, for people who have nothing
 * else. Names and white space are cut so that it stays below 75 kB; the readable form is `verifier/`.
 * An operand names another folder than `dist`.
 */
import { join } from "node:path";
import { build, runnerImport } from "vite";
import { root } from "./bootstrap.mjs";

const { EN } = (await runnerImport(join(root, "verifier", "messages.en.ts"))).module;
const { FA } = (await runnerImport(join(root, "verifier", "messages.fa.ts"))).module;

/** Persian sentences in the order of the English ones: a hundred keys are not said twice. */
const persianWithoutKeys = {
  name: "persian-without-keys",
  load(id) {
    if (!id.endsWith("messages.fa.ts")) return null;
    const sentences = Object.keys(EN).map((key) => FA[key]);
    return `import { EN } from "./messages.en.ts";
const sentences = ${JSON.stringify(sentences)};
export const FA = Object.fromEntries(Object.keys(EN).map((key, at) => [key, sentences[at]]));`;
  },
};

await build({
  configFile: false,
  logLevel: "warn",
  root,
  publicDir: false,
  plugins: [persianWithoutKeys],
  build: {
    ssr: join(root, "verifier", "main.ts"),
    target: "node20",
    outDir: process.argv[2] ?? join(root, "dist"),
    emptyOutDir: false,
    copyPublicDir: false,
    minify: true,
    rolldownOptions: {
      output: { entryFileNames: "verify.mjs", banner: "#!/usr/bin/env node" },
    },
  },
});
