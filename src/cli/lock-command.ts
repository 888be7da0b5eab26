/** `inquest lock [--panic]`: every closed case that a workbench of this user holds open is locked. */
import { askToLock } from "../server/index.ts";
import type { Command } from "./context.ts";
import { findServing } from "./serving.ts";

const PATIENCE_MS = 1500;

export const lock: Command = async ({ line, surroundings, terminal, translate }) => {
  const serving = findServing(surroundings.homeDir);
  if (serving.length === 0) terminal.out(`${translate("lock.nothing")}\n`);
  for (const { pid, address } of serving) {
    // Panic does not wait for an answer: the process ends, and with it every key in its memory.
    const isLocked = !line.has("panic") && (await askToLock(address, PATIENCE_MS));
    if (isLocked) terminal.out(`${translate("lock.done", { address })}\n`);
    else {
      process.kill(pid, "SIGKILL");
      terminal.out(`${translate("lock.ended", { pid: String(pid) })}\n`);
    }
  }
  return 0;
};
