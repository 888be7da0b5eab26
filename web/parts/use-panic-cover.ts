/** Esc covers everything that is shown, wherever the focus stands and whatever else it closes; so does leaving the page. */
import { useEffect } from "react";
import { coverAll } from "./exposure.ts";

export function usePanicCover(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === "Escape") coverAll();
    };
    // First of all, so that nothing that handles the key can keep it away. What a browser keeps for its way back is covered too.
    window.addEventListener("keydown", onKey, { capture: true });
    window.addEventListener("pagehide", coverAll);
    return () => {
      window.removeEventListener("keydown", onKey, { capture: true });
      window.removeEventListener("pagehide", coverAll);
    };
  }, []);
}
