/** Listening on loopback. */
import { serve } from "@hono/node-server";
import type { CaseSource, NewCaseGiven } from "../case/index.ts";
import { InquestError } from "../core/index.ts";
import { createApp } from "./app.ts";
import { createLockGuard } from "./lock-routes.ts";
import { createWriteKey, KEY_PARAMETER } from "./write-key.ts";

export interface ServeOptions {
  readonly cases: readonly CaseSource[];
  /** Makes a case below a folder of the server's owner, and opens it; left out where none can be made. */
  readonly createCase?: ((given: NewCaseGiven) => Promise<CaseSource>) | undefined;
  readonly webFolder: string;
  /** 0 lets the system choose. */
  readonly port: number;
  /** A closed case that nobody asked about for so long locks itself; ten minutes when left out. */
  readonly lockAfterMs?: number;
}

export interface RunningServer {
  /** Where the workbench is, such as http://127.0.0.1:4988/. */
  readonly address: string;
  /** What a request shows to write to a case that needs no unlocking. */
  readonly writeKey: string;
  /** The address with the key: a browser that opens it once may write. */
  readonly writeAddress: string;
  /** Locks every closed case at once. */
  lockAll(): Promise<void>;
  close(): Promise<void>;
}

const LOCK_AFTER_MS = 10 * 60_000;
const IDLE_CHECK_MS = 5_000;
const LOOPBACK = "127.0.0.1";

/**
 * Serves the workbench on loopback only: other machines cannot reach it.
 *
 * @throws InquestError "server/port" when the port is taken.
 */
export function startServer({
  cases: given,
  createCase,
  webFolder,
  port,
  lockAfterMs = LOCK_AFTER_MS,
}: ServeOptions): Promise<RunningServer> {
  // One that is made joins them.
  const cases = [...given];
  const guard = createLockGuard({ cases, lockAfterMs, now: () => performance.now() });
  const writeKey = createWriteKey();
  const app = createApp({
    cases,
    createCase,
    webFolder,
    hosts: [LOOPBACK, "localhost", "::1"],
    guard,
    writeKey,
  });
  const idle = setInterval(() => void guard.lockIdle(), IDLE_CHECK_MS);
  idle.unref();
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: LOOPBACK, port }, (info) => {
      const address = `http://${LOOPBACK}:${info.port}/`;
      resolve({
        address,
        writeKey: writeKey.text,
        writeAddress: `${address}?${KEY_PARAMETER}=${writeKey.text}`,
        lockAll: () => guard.lockAll(),
        close: () =>
          new Promise((done) => {
            clearInterval(idle);
            if ("closeAllConnections" in server) server.closeAllConnections();
            server.close(() => done());
          }),
      });
    });
    server.on("error", (cause: unknown) => {
      reject(
        new InquestError({
          code: "server/port",
          reaction: "locked",
          message: `Port ${port} on ${LOOPBACK} cannot be opened; another program may use it. Choose another with --port.`,
          cause,
        }),
      );
    });
  });
}
