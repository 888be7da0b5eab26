/** How the client of the workbench asks and is answered. */
import type { ErrorPlace, ErrorView } from "./contract.ts";

/** What the server answered instead of a view: its code and its sentence with the remedy. */
export class ApiFailure extends Error {
  readonly code: string;
  /** Where in the body that was sent; null when it is not in the body. */
  readonly at: ErrorPlace | null;

  constructor(code: string, message: string, at: ErrorPlace | null = null) {
    super(message);
    this.name = "ApiFailure";
    this.code = code;
    this.at = at;
  }
}

export async function get<T>(path: string, params: URLSearchParams): Promise<T> {
  return answerOf(await reach(`${path}?${params}`));
}

/** The header that a page of another site cannot send. */
export const OWN = "x-inquest";

/** Of a request that outlives its page a browser takes no longer body than this (Fetch, 4.6: 64 KiB in all). */
const MOST_KEPT_ALIVE = 16_000;

export async function post<T>(path: string, given: object): Promise<T> {
  const headers = { "content-type": "application/json", [OWN]: "1" };
  const body = JSON.stringify(given);
  const keepalive = body.length <= MOST_KEPT_ALIVE;
  return answerOf(await reach(path, { method: "POST", headers, body, keepalive }));
}

export async function answerOf<T>(response: Response): Promise<T> {
  // Our own server of the same build: its answers are the types of the contract.
  const text = await response.text();
  if (response.ok) return JSON.parse(text);
  const body: ErrorView = JSON.parse(text);
  throw new ApiFailure(body.error.code, body.error.message, body.error.at ?? null);
}

/** @throws ApiFailure "client/unreachable" when no server answers, such as after Ctrl-C in its terminal. */
export async function reach(address: string, init?: RequestInit): Promise<Response> {
  try {
    return await fetch(address, init);
  } catch (cause) {
    throw new ApiFailure("client/unreachable", cause instanceof Error ? cause.message : String(cause));
  }
}
