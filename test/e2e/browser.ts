/** A real browser over the real server and the shipped cases. */

import { randomBytes } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright-core";
import { z } from "zod";
import {
  fixedSource,
  type OpenCase,
  openLiveCase,
  readCase,
  type Surroundings,
} from "../../src/case/index.ts";
import { type RunningServer, startServer } from "../../src/server/index.ts";
import { repository } from "../case-fixture.ts";
import { openShippedCase, SHIPPED } from "../shipped-cases.ts";

const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--enable-unsafe-swiftshader",
];
const CANDIDATES = [
  process.env.CHROMIUM_PATH,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
];

export interface Workbench {
  readonly address: string;
  /** A page that remembers what went wrong on it: console errors and requests that left the server. */
  open(options?: { readonly width?: number; readonly scheme?: "light" | "dark" }): Promise<WatchedPage>;
  /** Goes to a route and waits until its view stands there; in English where nothing is said. */
  visit(watched: WatchedPage, route: string, language?: "en" | "fa"): Promise<void>;
  close(): Promise<void>;
}

export interface WatchedPage {
  readonly page: Page;
  readonly errors: readonly string[];
  readonly foreign: readonly string[];
}

/** Builds the shipped cases, serves them on a free port, and starts Chromium. */
export async function startWorkbench(): Promise<Workbench> {
  const webFolder = join(repository, "dist", "web");
  if (!existsSync(webFolder))
    throw new Error("the workbench is not built; npm test builds it before it runs the tests");
  const cases: OpenCase[] = [];
  for (const id of SHIPPED) {
    cases.push(await openShippedCase(id, `e2e-${id}`));
  }
  const readers = await Promise.all(cases.map((opened) => readCase(opened)));
  const server = await startServer({ cases: readers.map(fixedSource), webFolder, port: 0 });
  return withBrowser(server, async () => {
    for (const opened of cases) await opened.close();
  });
}

/** Who records in a test, with a clock and randomness of their own and a home in the folder. */
export function keeperIn(folder: string): Surroundings {
  return {
    now: Date.now,
    random: (sizeBytes) => new Uint8Array(randomBytes(sizeBytes)),
    homeDir: join(folder, "home"),
    actor: "keeper",
  };
}

/** A workbench over the case `c` of a folder, which takes what is recorded; and the address that lets a browser do so. */
export async function startLiveWorkbench(
  folder: string,
): Promise<{ readonly workbench: Workbench; readonly writeAddress: string }> {
  const live = await openLiveCase({ dir: join(folder, "c"), surroundings: keeperIn(folder) });
  const server = await startServer({ cases: [live], webFolder: join(repository, "dist", "web"), port: 0 });
  return {
    workbench: await withBrowser(server, () => live.close()),
    writeAddress: server.writeAddress,
  };
}

/** A workbench over any server. */
export async function withBrowser(
  server: Pick<RunningServer, "address" | "close">,
  close: () => Promise<void>,
): Promise<Workbench> {
  const browser = await launch();
  return {
    address: server.address,
    open: (options = {}) => openPage(browser, server.address, options),
    visit: (watched, route, language = "en") => goTo(watched, { address: server.address, route, language }),
    async close() {
      await browser.close();
      await server.close();
      await close();
    },
  };
}

async function launch(): Promise<Browser> {
  const executablePath = CANDIDATES.find((path) => path !== undefined && existsSync(path));
  if (executablePath === undefined) {
    throw new Error(
      "Chromium is missing; npm test installs it on Debian as root, elsewhere set CHROMIUM_PATH",
    );
  }
  return chromium.launch({ executablePath, args: FLAGS });
}

async function openPage(
  browser: Browser,
  address: string,
  { width = 1280, scheme = "light" }: { readonly width?: number; readonly scheme?: "light" | "dark" },
): Promise<WatchedPage> {
  const page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme: scheme });
  const errors: string[] = [];
  const foreign: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(address) && !/^(data|blob):/u.test(url)) foreign.push(url);
  });
  return { page, errors, foreign };
}

/** Goes to a route and waits until its view stands there. */
export async function goTo(
  { page }: WatchedPage,
  {
    address,
    route,
    language,
  }: { readonly address: string; readonly route: string; readonly language: "en" | "fa" | "ar" },
): Promise<void> {
  const separator = route.includes("?") ? "&" : "?";
  await page.goto(`${address.slice(0, -1)}${route}${separator}lang=${language}`);
  await page.locator("main h1").first().waitFor();
  await page.locator("main output.state").first().waitFor({ state: "detached" });
}

/**
 * What is wrong with the page to look at or to listen to: barriers, and that it scrolls sideways. Its picture is laid into the
 * folder SCREENSHOTS for whoever wants to look at it, and nowhere when that is not set.
 */
export async function look(
  page: Page,
  name: string,
  { isWhole = false }: { readonly isWhole?: boolean } = {},
): Promise<string[]> {
  const folder = process.env.SCREENSHOTS;
  if (folder !== undefined) await page.screenshot({ path: join(folder, `${name}.png`), fullPage: isWhole });
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  return [...(await findBarriers(page)), ...(beyond > 0 ? [`scrolls sideways by ${beyond} pixels`] : [])];
}

/** Every page is looked at in both languages, wide and narrow, light and dark. */
export const LOOKS = [
  ["en", 1280, "light"],
  ["en", 390, "dark"],
  ["fa", 1280, "dark"],
  ["fa", 390, "light"],
] as const;

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const AxeResult = z.object({
  violations: z.array(
    z.object({
      id: z.string(),
      impact: z.string().nullable(),
      nodes: z.array(z.object({ html: z.string() })),
    }),
  ),
});

/** The rules of axe that look at colours: all that differs between light and dark. */
export const OF_COLOURS = ["color-contrast", "link-in-text-block"] as const;

/** Serious and critical findings of axe (WCAG 2.2 A and AA, or of some rules alone) on the page as it stands. */
export async function findBarriers(page: Page, rules?: readonly string[]): Promise<string[]> {
  await page.evaluate(axeSource);
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
  const runOnly = rules === undefined ? tags : { type: "rule", values: rules };
  const found = AxeResult.parse(
    await page.evaluate(`axe.run(document, { runOnly: ${JSON.stringify(runOnly)} })`),
  );
  return found.violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html.slice(0, 120)).join(" | ")}`);
}

/** The smallest text of a picture, list numbers over a matrix aside, and the texts that reach beyond its edge. */
export function textsOf(svg: Element): { readonly least: number; readonly outside: readonly string[] } {
  const frame = svg.getBoundingClientRect();
  const texts = [...svg.querySelectorAll("text")].filter((text) => (text.textContent ?? "").length > 3);
  return {
    least: Math.min(...texts.map((text) => Number.parseFloat(getComputedStyle(text).fontSize))),
    outside: texts.flatMap((text) => {
      const { left, right } = text.getBoundingClientRect();
      return left < frame.left - 1 || right > frame.right + 1 ? [text.textContent ?? ""] : [];
    }),
  };
}
