/** Unlocking and locking cases over HTTP, and who may read one that is unlocked. */
import { randomFillSync } from "node:crypto";
import type { Context, Hono, MiddlewareHandler } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import type { CaseSource } from "../case/index.ts";
import { InquestError } from "../core/index.ts";
import { createAttempts } from "./attempts.ts";
import type { Done } from "./contract.ts";
import { toRoute } from "./operation.ts";
import { OPERATIONS } from "./operations.ts";
import { limitBody, readBody } from "./request.ts";
import { createSessions } from "./sessions.ts";

export interface LockOptions {
  readonly cases: readonly CaseSource[];
  /** A closed case that nobody asked about for so long locks itself. */
  readonly lockAfterMs: number;
  /** Milliseconds. */
  readonly now: () => number;
}

export interface LockGuard {
  /** Sets the routes that unlock and lock. */
  mount(app: Hono): void;
  /** Lets a request below a closed case through only with its session. */
  readonly requireSession: MiddlewareHandler;
  /** Whether this request may see the case. */
  mayRead(context: Context, source: CaseSource): boolean;
  /** Locks what has been idle too long. */
  lockIdle(): Promise<void>;
  /** Locks every closed case at once. */
  lockAll(): Promise<void>;
}

export function createLockGuard({ cases, lockAfterMs, now }: LockOptions): LockGuard {
  const sessions = createSessions((sizeBytes) => randomFillSync(new Uint8Array(sizeBytes)));
  const attempts = createAttempts(now);
  const lastUsed = new Map<string, number>();

  async function lock(source: CaseSource): Promise<void> {
    sessions.end(source.id);
    await source.locking?.lock();
  }

  const mayRead = (context: Context, source: CaseSource) =>
    source.locking === undefined ||
    (!source.locking.isLocked() && sessions.has(source.id, getCookie(context, cookieOf(source))));

  const find = (id: string) => cases.find((source) => source.id === id && source.locking !== undefined);

  return {
    mayRead,
    async requireSession(context, next) {
      const source = find(context.req.param("case") ?? "");
      if (source === undefined) return next();
      if (!mayRead(context, source)) throw lockedError(source.id);
      lastUsed.set(source.id, now());
      return next();
    },
    mount(app) {
      app.post(toRoute(OPERATIONS.unlock), limitBody(OPERATIONS.unlock), async (context) => {
        const id = context.req.param("case") ?? "";
        const source = find(id);
        if (source?.locking === undefined) throw notClosed(id);
        attempts.require(source.id);
        const { passphrase } = (await readBody(context, OPERATIONS.unlock)).value;
        try {
          await source.locking.unlock(passphrase);
        } catch (error) {
          attempts.failed(source.id);
          throw error;
        }
        attempts.succeeded(source.id);
        lastUsed.set(source.id, now());
        setCookie(context, cookieOf(source), sessions.open(source.id), {
          httpOnly: true,
          sameSite: "Strict",
          path: "/api",
        });
        return context.json<Done>({ ok: true });
      });
      app.post(toRoute(OPERATIONS.lock), async (context) => {
        const id = context.req.param("case") ?? "";
        const source = find(id);
        if (source === undefined) throw notClosed(id);
        await lock(source);
        return context.json<Done>({ ok: true });
      });
      // Locking needs no session: whoever can reach the server may always close it, never open it.
      app.post(toRoute(OPERATIONS.lockAll), async (context) => {
        await Promise.all(cases.map(lock));
        return context.json<Done>({ ok: true });
      });
    },
    async lockIdle() {
      const idle = cases.filter(
        ({ id, locking }) =>
          locking !== undefined && !locking.isLocked() && now() - (lastUsed.get(id) ?? 0) >= lockAfterMs,
      );
      await Promise.all(idle.map(lock));
    },
    async lockAll() {
      await Promise.all(cases.map(lock));
    },
  };
}

/** One cookie a case, so that locking one leaves another as it is. */
function cookieOf({ id }: CaseSource): string {
  return `inquest-${id.replace(/[^a-z0-9-]/gu, "")}`;
}

function lockedError(id: string): InquestError {
  return new InquestError({
    code: "server/locked",
    reaction: "locked",
    message: `${id} is locked. Unlock it with its passphrase.`,
    evidence: { case: id },
  });
}

function notClosed(id: string): InquestError {
  return new InquestError({
    code: "server/not-closed",
    reaction: "not-found",
    message: `No closed case "${id}" is open here.`,
  });
}
