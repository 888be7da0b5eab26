/** Builds the workbench to dist/web; nothing inline, nothing from elsewhere. */
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

const root = import.meta.dirname;

/** What PDF.js asks for by name while it draws: a decoder without WebAssembly, and the fonts that every PDF may ask for. */
function partsOfPdf(): Plugin {
  const folder = dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));
  return {
    name: "parts-of-pdf",
    apply: "build",
    generateBundle() {
      const parts = [
        ["pdf", "wasm", "openjpeg_nowasm_fallback.js"],
        ...readdirSync(join(folder, "standard_fonts")).map((name) => ["pdf/fonts", "standard_fonts", name]),
      ];
      for (const [to = "", from = "", name = ""] of parts)
        this.emitFile({
          type: "asset",
          fileName: `${to}/${name}`,
          source: readFileSync(join(folder, from, name)),
        });
    },
  };
}

export default defineConfig({
  root,
  base: "/",
  plugins: [react(), partsOfPdf()],
  build: {
    outDir: join(root, "..", "dist", "web"),
    emptyOutDir: true,
    target: "es2022",
    // Fonts and pictures stay files, so that the content security policy needs no data: for them.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 2000,
  },
});
