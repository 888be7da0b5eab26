/** Builds the workbench to dist/web; nothing inline, nothing from elsewhere. */
import { join } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const root = import.meta.dirname;

export default defineConfig({
  root,
  base: "/",
  plugins: [react()],
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
