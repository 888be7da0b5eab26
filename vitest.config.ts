import { availableParallelism } from "node:os";
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
    globalSetup: ["test/built-cases.ts"],
    setupFiles: ["test/setup.ts"],
    pool: "threads",
    isolate: false,
    // One would leave a core idle while a browser or a server is waited for.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    // Ends what hangs. How long work takes is measured in bench/, where nothing runs beside it.
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});
