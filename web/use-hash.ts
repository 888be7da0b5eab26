/** What an address names on its page: told anew at each step to it, also where nothing but that changes. */
import { useSyncExternalStore } from "react";
import { useLocationProperty } from "wouter/use-browser-location";

/** Steps to a named thing; whoever follows the same link twice has scrolled away between. */
let steps = 0;
const listeners = new Set<() => void>();
addEventListener("pushState", () => {
  if (window.location.hash === "") return;
  steps += 1;
  for (const tell of listeners) tell();
});

function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  return () => {
    listeners.delete(tell);
  };
}

/** A word that is another one after each step; the hash itself stands in the address. */
export function useHashStep(): string {
  const hash = useLocationProperty(() => window.location.hash);
  const step = useSyncExternalStore(subscribe, () => steps);
  return `${step} ${hash}`;
}
