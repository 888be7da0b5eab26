/** Cases behind the real HTTP application, in this process: no port, nothing faked. */
import { randomFillSync } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { CaseSource, Surroundings } from "../../src/case/index.ts";
import { type AppOptions, createApp } from "../../src/server/app.ts";
import type { ErrorView } from "../../src/server/contract.ts";
import { createLockGuard } from "../../src/server/lock-routes.ts";
import { createWriteKey } from "../../src/server/write-key.ts";
import { temporaryFolder } from "../case-fixture.ts";

const HOST = "127.0.0.1:1988";

/** What a person at this machine has around them; the home is the one of `inquest` in tests. */
export function surroundingsOf(folder: string, actor = "keeper"): Surroundings {
  return {
    now: () => Date.now(),
    random: (sizeBytes) => randomFillSync(new Uint8Array(sizeBytes)),
    homeDir: join(folder, "home"),
    actor,
    doorRounds: 10,
  };
}

/** An answer whose body is what the caller says it is: the schemas of the document are held against it elsewhere. */
export interface Answer<T> {
  readonly status: number;
  readonly body: T;
  /** As it came. */
  readonly text: string;
  readonly headers: Headers;
}

type Given = Readonly<Record<string, string | undefined>>;

/** Serves cases; `get` and `post` ask as the page of the workbench would, unless headers say otherwise. */
export function serveCases(given: readonly CaseSource[], createCase?: AppOptions["createCase"]) {
  const cases = [...given];
  const webFolder = join(temporaryFolder("web"), "web");
  mkdirSync(webFolder, { recursive: true });
  writeFileSync(join(webFolder, "index.html"), "<!doctype html><title>Inquest</title>");
  const guard = createLockGuard({ cases, lockAfterMs: 600_000, now: () => Date.now() });
  const writeKey = createWriteKey();
  const app = createApp({ cases, createCase, webFolder, hosts: ["127.0.0.1"], guard, writeKey });

  async function ask<T>(path: string, init: RequestInit, headers: Given): Promise<Answer<T>> {
    const given = Object.entries(headers).flatMap(([name, value]): [string, string][] =>
      value === undefined ? [] : [[name, value]],
    );
    const response = await app.request(`http://${HOST}${path}`, { ...init, headers: given });
    const text = await response.text();
    const isJson = response.headers.get("content-type")?.includes("json") === true;
    return {
      status: response.status,
      body: JSON.parse(isJson ? text : "null"),
      text,
      headers: response.headers,
    };
  }
  return {
    app,
    guard,
    key: writeKey.text,
    get: <T = ErrorView>(path: string, headers: Given = {}) => ask<T>(path, {}, { host: HOST, ...headers }),
    /** @param body - a value, or a text that is sent as it is. */
    post: <T = ErrorView>(path: string, body: unknown, headers: Given = {}) =>
      ask<T>(
        path,
        {
          method: "POST",
          body: typeof body === "string" || body instanceof Uint8Array ? body : JSON.stringify(body),
        },
        {
          host: HOST,
          "content-type": "application/json",
          "x-inquest": "1",
          authorization: `Bearer ${writeKey.text}`,
          ...headers,
        },
      ),
  };
}
