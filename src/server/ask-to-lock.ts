/** Asking a running workbench of this machine to lock its closed cases. */
import { OWN_HEADER } from "./own-request.ts";

/** @returns whether it said so in time. */
export async function askToLock(address: string, patienceMs: number): Promise<boolean> {
  try {
    const response = await fetch(new URL("/api/lock-all", address), {
      method: "POST",
      headers: { [OWN_HEADER]: "1", "content-type": "application/json" },
      body: "{}",
      signal: AbortSignal.timeout(patienceMs),
    });
    return response.ok;
  } catch {
    return false;
  }
}
