/**
 * Makes `dist/verify.mjs` of `verifier/`: one file with Node's own modules only, for people who have nothing
 * else. Names and white space are cut so that it stays below 60 kB; the readable form is `verifier/`.
 * An operand names another folder than `dist`.
 */
import { join } from "node:path";
import { build } from "vite";
import { root } from "./bootstrap.mjs";

await build({
  configFile: false,
  logLevel: "warn",
  root,
  publicDir: false,
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
