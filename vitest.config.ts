import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: [
      "src/**/*.test.ts",
      "test/**/*.test.ts",
      "web/**/*.test.ts",
      "cases/**/*.test.ts",
      "verifier/**/*.test.ts",
    ],
    setupFiles: ["test/setup.ts"],
    pool: "threads",
    isolate: false,
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
