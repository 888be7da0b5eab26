import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { repository } from "../case-fixture.ts";
import { temporaryFolder } from "../temporary-folder.ts";
import { inquest } from "./cli-fixture.ts";

/** A workbench in a process of its own, once it serves. */
async function startWorkbench(folder: string): Promise<ChildProcess> {
  const caseDir = join(folder, "case");
  await inquest(folder, "init", caseDir, "--title", "Try");
  const child = spawn(
    process.execPath,
    ["--import", "tsx", join(repository, "src", "cli", "main.ts"), "serve", caseDir, "--port", "0"],
    { cwd: repository, env: { ...process.env, INQUEST_HOME: join(folder, "home") } },
  );
  onTestFinished(() => void child.kill("SIGKILL"));
  for await (const text of child.stdout) if (String(text).includes("http://127.0.0.1:")) break;
  return child;
}

const notesIn = (folder: string) => {
  const path = join(folder, "home", "serving");
  return existsSync(path) ? readdirSync(path) : [];
};

test("inquest lock says so when no workbench runs", async () => {
  const { code, out } = await inquest(temporaryFolder("lock"), "lock");
  expect(code).toBe(0);
  expect(out).toMatch(/nothing is unlocked/u);
});

test("inquest lock asks a running workbench to lock, and leaves it running", {
  timeout: 30_000,
}, async () => {
  const folder = temporaryFolder("lock");
  const child = await startWorkbench(folder);
  const { code, out } = await inquest(folder, "lock");
  expect({ code, out }).toMatchObject({ code: 0, out: expect.stringMatching(/^Locked at http/u) });
  expect(child.exitCode).toBeNull();
});

test("inquest lock --panic ends the process", { timeout: 30_000 }, async () => {
  const folder = temporaryFolder("lock");
  const child = await startWorkbench(folder);
  const ended = once(child, "exit");
  await inquest(folder, "lock", "--panic");
  expect(await ended).toEqual([null, "SIGKILL"]);
  await inquest(folder, "lock");
  expect(notesIn(folder)).toEqual([]);
});

test("a workbench that does not answer is ended", { timeout: 30_000 }, async () => {
  const folder = temporaryFolder("lock");
  const silent = createServer(() => {}).listen(0, "127.0.0.1");
  onTestFinished(() => void silent.close());
  await once(silent, "listening");
  const address = silent.address();
  const port = typeof address === "object" ? address?.port : null;
  const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
  mkdirSync(join(folder, "home", "serving"), { recursive: true });
  const note = { pid: child.pid, address: `http://127.0.0.1:${port}/` };
  writeFileSync(join(folder, "home", "serving", `${child.pid}.json`), JSON.stringify(note));
  const ended = once(child, "exit");
  const { out } = await inquest(folder, "lock");
  expect(out).toMatch(/was ended/u);
  expect(await ended).toEqual([null, "SIGKILL"]);
});
