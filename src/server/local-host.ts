/** Refuses requests that reach this server under a foreign name: the defence against DNS rebinding. */
import type { MiddlewareHandler } from "hono";

/**
 * Lets through only requests whose Host, and Origin where there is one, is a name of this server.
 *
 * @param hosts - names without port, such as 127.0.0.1.
 */
export function requireLocalHost(hosts: readonly string[]): MiddlewareHandler {
  return async (context, next) => {
    const host = nameOf(`http://${context.req.header("host") ?? ""}`);
    const origin = context.req.header("origin");
    const isKnown = host !== null && hosts.includes(host);
    const isOwnOrigin = origin === undefined || hosts.includes(nameOf(origin) ?? "");
    if (!isKnown || !isOwnOrigin) {
      return context.json(
        {
          error: {
            code: "server/foreign-host",
            message: "Open the workbench at the address that the terminal prints.",
          },
        },
        403,
      );
    }
    return next();
  };
}

function nameOf(address: string): string | null {
  return URL.canParse(address) ? new URL(address).hostname.replace(/^\[|\]$/gu, "") : null;
}
