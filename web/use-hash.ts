/** What an address names on its page: told anew at each step to it, also where nothing but that changes. */
import { useLocationProperty } from "wouter/use-browser-location";

/** Steps to a named thing; whoever follows the same link twice has scrolled away between. */
let steps = 0;
addEventListener("pushState", () => {
  if (window.location.hash !== "") steps += 1;
});

/** A word that is another one after each step; the hash itself stands in the address. */
export function useHashStep(): string {
  return useLocationProperty(() => `${steps} ${window.location.hash}`);
}
