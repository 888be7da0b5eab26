/** Listening on loopback. */
import { serve } from "@hono/node-server";
import type { CaseSource } from "../case/index.ts";
import { InquestError } from "../core/index.ts";
import { createApp } from "./app.ts";

export interface ServeOptions {
  readonly cases: readonly CaseSource[];
  readonly webFolder: string;
  /** 0 lets the system choose. */
  readonly port: number;
}

export interface RunningServer {
  /** Where the workbench is, such as http://127.0.0.1:4988/. */
  readonly address: string;
  close(): Promise<void>;
}

const LOOPBACK = "127.0.0.1";

/**
 * Serves the workbench on loopback only: other machines cannot reach it.
 *
 * @throws InquestError "server/port" when the port is taken.
 */
export function startServer({ cases, webFolder, port }: ServeOptions): Promise<RunningServer> {
  const app = createApp({ cases, webFolder, hosts: [LOOPBACK, "localhost", "::1"] });
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: LOOPBACK, port }, (info) => {
      resolve({
        address: `http://${LOOPBACK}:${info.port}/`,
        close: () =>
          new Promise((done) => {
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
