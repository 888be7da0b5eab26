/**
 * What a person chose to see in this sitting, and how. It lives in the memory of the page alone: a reload, a way back through
 * the history and the lock cover everything again.
 */
import { useSyncExternalStore } from "react";

export interface Exposure {
  /** Pictures and recordings that are shown, by the address of each. */
  readonly shown: ReadonlySet<string>;
  readonly isSmall: boolean;
  readonly isGray: boolean;
}

let exposure: Exposure = { shown: new Set(), isSmall: true, isGray: false };
const listeners = new Set<() => void>();

export function useExposure(): Exposure {
  return useSyncExternalStore(subscribe, () => exposure);
}

export function exposureOf(): Exposure {
  return exposure;
}

export function showOne(address: string): void {
  set({ ...exposure, shown: new Set([...exposure.shown, address]) });
}

/** Covers everything, at once. */
export function coverAll(): void {
  if (exposure.shown.size > 0) set({ ...exposure, shown: new Set() });
}

export function changeExposure(change: Partial<Pick<Exposure, "isSmall" | "isGray">>): void {
  set({ ...exposure, ...change });
}

function set(next: Exposure): void {
  exposure = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
