/** Peers of the estimates, for R: timed in the same run where they are installed, else their figures recorded elsewhere. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export type Peer = "lcmcr" | "dga" | "sparsemse" | "rcapture";

export interface PeerTime {
  /** CPU seconds. */
  readonly seconds: number;
  /** Package and version, and where it was timed. */
  readonly label: string;
  readonly isSameRun: boolean;
}

const SCRIPT = join(import.meta.dirname, "estimate_peers.R");

/** Figures of R 4.2.2 on one pinned core of another machine. */
export interface Recorded {
  readonly label: string;
  readonly seconds: number;
}

/** The time of a peer on a table: of this run where R and the package are here, else the one recorded. */
export function peerTime(peer: Peer, table: URL, recorded: Recorded): PeerTime {
  const done = spawnSync("Rscript", [SCRIPT, peer, fileURLToPath(table)], { encoding: "utf8" });
  const [, version, seconds] = /^(\S+ \d\S*) ([\d.e+-]+)\s*$/mu.exec(done.stdout ?? "") ?? [];
  if (version !== undefined && Number.isFinite(Number(seconds))) {
    return { seconds: Number(seconds), label: `${version}, same run`, isSameRun: true };
  }
  if (done.error === undefined && !/ absent\s*$/u.test(done.stdout)) {
    console.log(`${peer} ended without a time: ${done.stderr.trim().split("\n").at(-1) ?? ""}`);
  }
  return { seconds: recorded.seconds, label: `${recorded.label}, recorded elsewhere`, isSameRun: false };
}
