/** Asking one network service that the user named: with a limit of time and size, and no detours. */
import { InquestError } from "../../core/index.ts";

export interface HttpQuestion {
  readonly url: string;
  /** POST when there is something to send, else GET. */
  readonly body?: { readonly type: string; readonly bytes: Uint8Array };
  readonly accept: string;
}

export interface HttpAnswer {
  readonly status: number;
  /** Media type without parameters, lower case; empty when not said. */
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** @throws InquestError "vault/timestamp-network" when there is no whole answer within the limits. */
export type HttpExchange = (question: HttpQuestion) => Promise<HttpAnswer>;

export interface HttpLimits {
  readonly timeoutMs: number;
  readonly mostBytes: number;
}

/** An exchange over the network. Nothing in Inquest makes one unless the user names a service. */
export function createHttpExchange({ timeoutMs, mostBytes }: HttpLimits): HttpExchange {
  return async ({ url, body, accept }) => {
    const target = requireUrl(url);
    try {
      const response = await fetch(target, {
        method: body === undefined ? "GET" : "POST",
        headers: { accept, ...(body === undefined ? {} : { "content-type": body.type }) },
        ...(body === undefined ? {} : { body: new Uint8Array(body.bytes) }),
        // Another host than the one that was named is never asked.
        redirect: "error",
        signal: AbortSignal.timeout(timeoutMs),
      });
      const [type = ""] = (response.headers.get("content-type") ?? "").split(";");
      const bytes = await readLimited(response.body, mostBytes, url);
      return { status: response.status, type: type.trim().toLowerCase(), bytes };
    } catch (cause) {
      if (cause instanceof InquestError) throw cause;
      throw unreachable(url, describe(cause), cause);
    }
  };
}

/** @throws InquestError "vault/timestamp-url" (usage) for anything but a plain http or https address. */
export function requireUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (
    url !== null &&
    ["http:", "https:"].includes(url.protocol) &&
    url.username === "" &&
    url.password === ""
  )
    return url;
  throw new InquestError({
    code: "vault/timestamp-url",
    reaction: "usage",
    message: `"${text}" is no address of a service. Give one that begins with https:// or http://, without a login.`,
    evidence: { url: text },
  });
}

export function unreachable(url: string, fault: string, cause?: unknown): InquestError {
  return new InquestError({
    code: "vault/timestamp-network",
    reaction: "network",
    message: `${url} gave no answer that can be used (${fault}). Try later, or carry the request out as a file.`,
    ...(cause === undefined ? {} : { cause }),
    evidence: { url, fault },
  });
}

async function readLimited(
  stream: AsyncIterable<Uint8Array> | null,
  mostBytes: number,
  url: string,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream ?? []) {
    size += chunk.length;
    if (size > mostBytes) throw unreachable(url, `more than ${mostBytes} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** fetch wraps what happened: "fetch failed" alone tells nobody anything. */
function describe(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  if (cause.name === "TimeoutError") return "no answer in time";
  return cause.cause instanceof Error ? cause.cause.message || cause.cause.name : cause.message;
}
