/**
 * Who may write to a case that needs no unlocking: whoever started the server. Every process and every account of a machine
 * can reach its loopback, and what is written here is signed with that person's key; so a change shows a key which only that
 * person can read, as a program (`authorization: Bearer …`) or as a browser that opened the address with it once (a cookie).
 */
import { createHash, randomFillSync } from "node:crypto";
import type { Context } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { createSessions } from "./sessions.ts";

/** The parameter of the address with which a browser gets the key. */
export const KEY_PARAMETER = "key";

/** Under which the sessions keep it. */
const WRITERS = "writers";

export interface WriteKey {
  /** 43 letters and digits; new with each start of the server. */
  readonly text: string;
  /** Whether a request shows it. */
  isShown(context: Context): boolean;
  /** Gives the key to the browser when its address holds it; whether it did. */
  admit(context: Context): boolean;
}

export function createWriteKey(): WriteKey {
  const sessions = createSessions((sizeBytes) => randomFillSync(new Uint8Array(sizeBytes)));
  const text = sessions.open(WRITERS);
  // Cookies know no ports: two servers of one machine must not overwrite each other's.
  const cookie = `inquest-write-${createHash("sha256").update(text).digest("hex").slice(0, 8)}`;
  return {
    text,
    isShown(context) {
      const [, bearer] = /^Bearer (\S+)$/iu.exec(context.req.header("authorization") ?? "") ?? [];
      return sessions.has(WRITERS, bearer ?? getCookie(context, cookie));
    },
    admit(context) {
      if (!sessions.has(WRITERS, context.req.query(KEY_PARAMETER))) return false;
      setCookie(context, cookie, text, { httpOnly: true, sameSite: "Strict", path: "/api" });
      return true;
    },
  };
}
