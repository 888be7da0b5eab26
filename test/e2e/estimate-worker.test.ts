import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { ALL_METHODS, estimateTable } from "../../src/estimate/index.ts";
import type { RunningServer } from "../../src/server/index.ts";
import { repository, temporaryFolder } from "../case-fixture.ts";
import { type Workbench, withBrowser } from "./browser.ts";

const TABLE = {
  lists: ["A", "B", "C"],
  cells: [90, 80, 35, 60, 30, 28, 14].map((count, i) => ({ pattern: i + 1, count })),
};
const Answer = z.object({
  methods: z.array(
    z.object({ name: z.string(), point: z.number(), interval: z.tuple([z.number(), z.number()]).nullable() }),
  ),
});

/** What a stranger who has installed the package would write. */
const WORKER = `import { estimateTable } from "inquest/estimate";
onmessage = ({ data }) => postMessage(estimateTable(data.table, data.options));
`;
const PAGE = `const worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
window.estimate = (table, options) => new Promise((resolve, reject) => {
  worker.onmessage = ({ data }) => resolve(data);
  worker.onerror = ({ message }) => reject(new Error(message));
  worker.postMessage({ table, options });
});
`;

/** The file that package.json gives for a subpath: the door as it is published. */
function publishedDoor(subpath: string): string {
  const { exports } = z
    .object({ exports: z.record(z.string(), z.object({ default: z.string() })) })
    .parse(JSON.parse(readFileSync(join(repository, "package.json"), "utf8")));
  const door = exports[subpath]?.default;
  if (door === undefined) throw new Error(`package.json publishes no ${subpath}`);
  return join(repository, door);
}

/** Bundles the page and its worker for a browser, with nothing of Node in reach. */
async function bundle(folder: string): Promise<string> {
  const source = join(folder, "source");
  mkdirSync(source);
  writeFileSync(join(source, "worker.js"), WORKER);
  writeFileSync(join(source, "page.js"), PAGE);
  writeFileSync(join(source, "index.html"), '<!doctype html><script type="module" src="./page.js"></script>');
  const outDir = join(folder, "site");
  await build({
    root: source,
    configFile: false,
    logLevel: "error",
    worker: { format: "es" },
    resolve: { alias: { "inquest/estimate": publishedDoor("./estimate") } },
    build: { outDir },
  });
  return outDir;
}

function serve(folder: string): Promise<Pick<RunningServer, "address" | "close">> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://localhost").pathname;
    try {
      const text = readFileSync(join(folder, path === "/" ? "index.html" : path));
      response.setHeader("content-type", path.endsWith(".js") ? "text/javascript" : "text/html");
      response.end(text);
    } catch {
      // A browser asks for an icon by itself.
      response.writeHead(path === "/favicon.ico" ? 204 : 404).end();
    }
  });
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      const close = () => new Promise<void>((done) => void server.close(() => done()));
      resolve({ address: `http://127.0.0.1:${port}/`, close });
    });
  });
}

describe("inquest/estimate in a worker of a real browser", () => {
  let workbench: Workbench;
  beforeAll(async () => {
    const site = await serve(await bundle(temporaryFolder("worker")));
    workbench = await withBrowser(site, () => Promise.resolve());
  });
  afterAll(() => workbench.close());

  it("gives the numbers of Node, samplers included, in both languages", async () => {
    const { page, errors } = await workbench.open();
    await page.goto(workbench.address);
    await page.waitForFunction("typeof window.estimate === 'function'");
    for (const language of ["en", "fa"] as const) {
      const options = { language, methods: ALL_METHODS };
      const call = `window.estimate(${JSON.stringify(TABLE)}, ${JSON.stringify(options)})`;
      const given = Answer.parse(await page.evaluate(call));
      const here = estimateTable(TABLE, options);
      expect(given.methods.map(({ name }) => name)).toEqual(here.methods.map(({ name }) => name));
      expect(given.methods.map(({ name }) => name)).toContain("ensemble");
      for (const [i, { name, point, interval }] of given.methods.entries()) {
        const own = here.methods[i];
        // Formulas and grids to the last digits; chains take other turns where an engine rounds one logarithm otherwise.
        const share = ["lcmcr", "logitNormal", "ensemble"].includes(name) ? 0.05 : 1e-9;
        expect(Math.abs(point / (own?.point ?? 0) - 1), name).toBeLessThan(share);
        expect(interval === null, name).toBe(own?.interval === null);
      }
    }
    expect(errors).toEqual([]);
    await page.close();
  });
});
