/** The threads of a writer: started when many acts come, since starting them takes as long as some thousand acts. */
import { join } from "node:path";
import type { Signer } from "./actor-key.ts";
import { type LogThread, startLogThread } from "./log-thread.ts";

/** Acts in large calls, after which there will be more. */
const STARTED_AFTER = 2000;

export interface LogThreads {
  /** Signs; null until it was worth starting, and where there is none. */
  readonly pen: LogThread | null;
  /** Writes segments and tiles; likewise. */
  readonly disk: LogThread | null;
  /** Tells of a call of many acts. */
  noteLarge(acts: number): void;
  /** Ends them when they have done what they were given. */
  close(): Promise<void>;
}

/** @param signer - null where everything is to be done on the calling thread. */
export function createLogThreads(dir: string, signer: Signer | null): LogThreads {
  let inLargeCalls = 0;
  let pen: LogThread | null = null;
  let disk: LogThread | null = null;
  return {
    get pen() {
      return pen;
    },
    get disk() {
      return disk;
    },
    noteLarge(acts) {
      inLargeCalls += acts;
      if (inLargeCalls < STARTED_AFTER || signer?.startThread === undefined) return;
      pen ??= signer.startThread(dir);
      disk ??= startLogThread({ key: null, ledger: join(dir, "ledger") });
    },
    async close() {
      await Promise.all([pen?.close(), disk?.close()]);
    },
  };
}
