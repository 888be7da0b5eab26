import { Hono } from "hono";
import { expect, test } from "vitest";
import type { CaseSource } from "../case/index.ts";
import { InquestError, toHttpStatus } from "../core/index.ts";
import { createLockGuard } from "./lock-routes.ts";
import { requireOwnRequest } from "./own-request.ts";

const RIGHT = "orchard lantern seven rivers";

/** A closed case whose lock is real and whose content is one word. */
function closedCase(): CaseSource & { locks: number } {
  let isLocked = true;
  const source = {
    id: "closed-0123",
    locks: 0,
    current: () => Promise.reject(new Error("not read by this test")),
    locking: {
      isClosed: true,
      isLocked: () => isLocked,
      async unlock(passphrase: string) {
        if (passphrase !== RIGHT) {
          throw new InquestError({
            code: "vault/wrong-passphrase",
            reaction: "decision",
            message: "No door opens.",
          });
        }
        isLocked = false;
      },
      async lock() {
        isLocked = true;
        source.locks += 1;
      },
    },
  };
  return source;
}

function workbench() {
  const clock = { ms: 0 };
  const source = closedCase();
  const guard = createLockGuard({ cases: [source], lockAfterMs: 600_000, now: () => clock.ms });
  const app = new Hono();
  app.use(requireOwnRequest);
  guard.mount(app);
  app.use("/api/cases/:case/*", guard.requireSession);
  app.get("/api/cases/:case/answers", (context) => context.json({ secret: "name" }));
  app.onError((error, context) =>
    context.json({ code: error instanceof InquestError ? error.code : "?" }, toHttpStatus(error)),
  );
  const headers = { host: "127.0.0.1:1", "content-type": "application/json", "x-inquest": "1" };
  const unlock = (passphrase: string, more: Record<string, string> = {}) =>
    app.request("/api/cases/closed-0123/unlock", {
      method: "POST",
      headers: { ...headers, ...more },
      body: JSON.stringify({ passphrase }),
    });
  const read = (cookie: string) => app.request("/api/cases/closed-0123/answers", { headers: { cookie } });
  return { clock, source, guard, app, headers, unlock, read };
}

const cookieOf = (response: Response) => (response.headers.get("set-cookie") ?? "").split(";")[0] ?? "";

test("a closed case is read only by the browser that unlocked it", async () => {
  const { unlock, read } = workbench();
  expect((await read("")).status).toBe(423);
  const opened = await unlock(RIGHT);
  expect(opened.headers.get("set-cookie")).toMatch(/HttpOnly.*SameSite=Strict/u);
  expect((await read(cookieOf(opened))).status).toBe(200);
  expect((await read("")).status).toBe(423);
  expect((await read("inquest-closed-0123=guessed")).status).toBe(423);
});

test("locking ends every session, and needs none", async () => {
  const { unlock, read, app, headers } = workbench();
  const cookie = cookieOf(await unlock(RIGHT));
  expect((await app.request("/api/lock-all", { method: "POST", headers, body: "{}" })).status).toBe(200);
  expect((await read(cookie)).status).toBe(423);
  const again = await unlock(RIGHT);
  expect((await read(cookie)).status).toBe(423);
  expect((await read(cookieOf(again))).status).toBe(200);
});

test("a case that nobody reads locks itself, one in use stays open", async () => {
  const { unlock, read, guard, clock } = workbench();
  const cookie = cookieOf(await unlock(RIGHT));
  clock.ms += 599_000;
  expect((await read(cookie)).status).toBe(200);
  clock.ms += 599_000;
  await guard.lockIdle();
  expect((await read(cookie)).status).toBe(200);
  clock.ms += 600_000;
  await guard.lockIdle();
  expect((await read(cookie)).status).toBe(423);
});

test("guessing is slowed after five wrong passphrases, also for the right one", async () => {
  const { unlock, clock } = workbench();
  for (let guess = 0; guess < 5; guess++) expect((await unlock(`guess ${guess}`)).status).toBe(409);
  expect((await unlock(RIGHT)).status).toBe(423);
  clock.ms += 30_000;
  expect((await unlock(RIGHT)).status).toBe(200);
});

test.each([
  ["without our header", { "x-inquest": undefined }],
  ["from another origin", { origin: "http://evil.example" }],
  ["from another port of this machine", { origin: "http://127.0.0.1:2" }],
  ["from another site", { "sec-fetch-site": "cross-site" }],
  ["with the body of a form", { "content-type": "application/x-www-form-urlencoded" }],
  ["with the body of a form that claims to be text", { "content-type": "text/plain" }],
])("a change %s is refused", async (_, change) => {
  const { app, headers, source } = workbench();
  const merged = Object.entries({ ...headers, ...change }).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as [string, string]],
  );
  const response = await app.request("/api/cases/closed-0123/unlock", {
    method: "POST",
    headers: merged,
    body: JSON.stringify({ passphrase: RIGHT }),
  });
  expect(response.status).toBe(403);
  expect(source.locking?.isLocked()).toBe(true);
});
