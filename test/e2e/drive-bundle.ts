/**
 * Starts an unpacked bundle where there may be no network, opens its pages in Chromium, makes the whole journey in both languages, and prints what it saw as JSON:
 * `drive-bundle.ts FOLDER HOME`.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { connect } from "node:net";
import { join } from "node:path";
import { PAGES } from "../../web/addresses.ts";
import { withBrowser } from "./browser.ts";
import { travel } from "./journey.ts";

const [folder = "", home = ""] = process.argv.slice(2);

const program = spawn(process.execPath, [join(folder, "inquest.mjs"), "start", "--port", "0"], {
  cwd: home,
  env: { PATH: process.env.PATH, HOME: home, INQUEST_HOME: join(home, "keys") },
});
let output = "";
for (const stream of [program.stdout, program.stderr])
  stream.setEncoding("utf8").on("data", (text: string) => {
    output += text;
  });

try {
  const address = await addressOf();
  const workbench = await withBrowser({ address, close: async () => {} }, async () => {});
  const seen: unknown[] = [];
  for (const language of ["en", "fa"]) {
    for (const { path } of PAGES) {
      const { page, errors, foreign } = await workbench.open();
      await page.goto(`${address}/iran-1988${path}?lang=${language}`);
      const heading = await page.locator("h1").first().textContent();
      seen.push({ language, path, heading, errors, foreign });
      await page.close();
    }
  }
  const journeys: unknown[] = [];
  for (const language of ["en", "fa"] as const) {
    const { page, errors, foreign } = await workbench.open();
    // The loader of this process names functions by a helper, which the page must have too.
    await page.addInitScript({ content: "globalThis.__name = (given) => given;" });
    await page.goto(/http:\S+\?key=\S+/u.exec(output)?.[0] ?? "");
    await travel({ page, address: `${address}/`, language });
    journeys.push({ language, traced: page.url(), errors, foreign });
    await page.close();
  }
  await workbench.close();
  process.stdout.write(`${JSON.stringify({ outside: await reachOutside(), seen, journeys, output })}\n`);
} finally {
  program.kill("SIGINT");
  await once(program, "exit");
}

/** The address that the program prints at its end. */
async function addressOf(): Promise<string> {
  for (;;) {
    const found = /http:\/\/127\.0\.0\.1:\d+\//u.exec(output)?.[0];
    if (found !== undefined) return found.replace(/\/$/u, "");
    if (program.exitCode !== null) throw new Error(`the bundle ended: ${output}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** How an attempt to leave this machine ends; the address is kept for documents (RFC 5737) and answers nobody. */
function reachOutside(): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect({ host: "192.0.2.1", port: 80, timeout: 2000 });
    const end = (word: string) => {
      socket.destroy();
      resolve(word);
    };
    socket.on("connect", () => end("connected"));
    socket.on("timeout", () => end("timeout"));
    socket.on("error", (error) => end("code" in error ? String(error.code) : error.message));
  });
}
