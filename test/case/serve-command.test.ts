import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { repository, temporaryFolder } from "../case-fixture.ts";
import { inquest } from "./cli-fixture.ts";

interface Workbench {
  readonly child: ChildProcess;
  /** What the terminal said until it served. */
  readonly said: string;
  /** The note for programs of this user. */
  readonly note: { readonly address: string; readonly writeKey?: string };
  readonly notePath: string;
}

/** A workbench in a process of its own, once it serves. */
async function serve(folder: string, ...more: readonly string[]): Promise<Workbench> {
  const main = join(repository, "src", "cli", "main.ts");
  const args = ["--import", "tsx", main, "serve", join(folder, "c"), "--port", "0", ...more];
  const env = { ...process.env, INQUEST_HOME: join(folder, "home") };
  const child = spawn(process.execPath, args, { cwd: repository, env });
  onTestFinished(() => void child.kill("SIGKILL"));
  let said = "";
  for await (const text of child.stdout) {
    said += String(text);
    if (said.includes("Ctrl-C")) break;
  }
  const notePath = join(folder, "home", "serving", `${child.pid}.json`);
  return { child, said, note: JSON.parse(readFileSync(notePath, "utf8")), notePath };
}

async function nameSubject(address: string, key: string): Promise<Response> {
  return fetch(new URL("/api/cases/c/subjects", address), {
    method: "POST",
    headers: { "content-type": "application/json", "x-inquest": "1", authorization: `Bearer ${key}` },
    body: JSON.stringify([{ id: "person:a", names: { en: "A name" } }]),
  });
}

test("a program of this user writes to a served case with the key of its note, and the log names the actor", {
  timeout: 60_000,
}, async () => {
  const folder = temporaryFolder("serve");
  await inquest(folder, "init", "c", "--title", "Try");
  const { child, said, note, notePath } = await serve(folder);
  expect(statSync(notePath).mode & 0o777).toBe(0o600);
  expect(said).toContain(`${note.address}?key=${note.writeKey}`);
  const written = await nameSubject(note.address, note.writeKey ?? "");
  expect(written.status, await written.clone().text()).toBe(200);
  const { acts } = JSON.parse(await written.text());
  const log = JSON.parse((await inquest(folder, "log", "c", "--kind", "subject.named", "--json")).out);
  expect(log).toMatchObject({ id: acts[0].id, actor: "keeper" });
  // Another command writes while it serves, and it writes after that.
  expect(
    (await inquest(folder, "build", join(repository, "cases", "iran-1988"), "--case", "c", "--quiet")).err,
  ).toBe("");
  expect((await nameSubject(note.address, note.writeKey ?? "")).status).toBe(200);
  child.kill("SIGINT");
  await once(child, "exit");
  expect(readdirSync(join(folder, "home", "serving"))).toEqual([]);
  expect((await inquest(folder, "verify", "c")).code).toBe(0);
});

test("serve --read-only gives no key away and takes no change", { timeout: 60_000 }, async () => {
  const folder = temporaryFolder("serve");
  await inquest(folder, "init", "c", "--title", "Try");
  const { said, note } = await serve(folder, "--read-only");
  expect(said).not.toContain("key=");
  expect(note.writeKey).toBeUndefined();
  const refused = await nameSubject(note.address, "");
  expect([refused.status, JSON.parse(await refused.text()).error.code]).toEqual([423, "server/read-only"]);
});
