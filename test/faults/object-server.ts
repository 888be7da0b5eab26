/** An S3 server for tests (moto_server), and a door in front of it that lets conditional puts through one by one. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface ObjectServer {
  /** The server itself. */
  readonly raw: string;
  /** The same, where no two conditional puts run at once. */
  readonly serial: string;
  stop(): void;
}

/** Why there is no such server here, or null when there is. */
export function whyNoObjectServer(): string | null {
  const { error, status } = spawnSync("moto_server", ["--help"], { stdio: "ignore" });
  return error === undefined && status === 0 ? null : "moto_server (PyPI: moto[server]) is not installed";
}

export async function startObjectServer(bucket: string): Promise<ObjectServer> {
  const port = await freePort();
  const moto: ChildProcess = spawn("moto_server", ["-H", "127.0.0.1", "-p", String(port)], {
    stdio: "ignore",
  });
  const raw = `http://127.0.0.1:${port}`;
  for (let attempt = 0; attempt < 150; attempt++) {
    const isUp = await fetch(`${raw}/${bucket}`, { method: "PUT" }).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isUp) break;
    if (attempt === 149) throw new Error("moto_server did not answer within 30 seconds");
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  const door = createDoor(raw);
  await new Promise<void>((resolve) => door.listen(0, "127.0.0.1", resolve));
  return {
    raw: `${raw}/${bucket}`,
    serial: `http://127.0.0.1:${portOf(door)}/${bucket}`,
    stop() {
      door.close();
      door.closeAllConnections();
      moto.kill("SIGKILL");
    },
  };
}

function createDoor(target: string): Server {
  let last: Promise<unknown> = Promise.resolve();
  return createServer((request, response) => {
    const pass = () => forward(target, request, response);
    if (request.headers["if-none-match"] === undefined) void pass();
    else last = last.then(pass, pass);
  });
}

async function forward(target: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  try {
    const chunks: Uint8Array[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { authorization = "", "if-none-match": condition } = request.headers;
    const answer = await fetch(`${target}${request.url}`, {
      method: request.method ?? "GET",
      headers: { authorization, ...(condition === undefined ? {} : { "If-None-Match": condition }) },
      ...(chunks.length === 0 ? {} : { body: Buffer.concat(chunks) }),
    });
    response.writeHead(answer.status);
    response.end(Buffer.from(await answer.arrayBuffer()));
  } catch {
    response.writeHead(502);
    response.end();
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const port = portOf(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
}

function portOf(server: Server): number {
  const address: AddressInfo | string | null = server.address();
  if (address === null || typeof address === "string") throw new Error("the server has no port");
  return address.port;
}
