/** Whether the page is being printed: then the tables stand beside their pictures. */
import { useEffect, useState } from "react";
import { flushSync } from "react-dom";

export function usePrinting(): boolean {
  const [isPrinting, setPrinting] = useState(() => matchMedia("print").matches);
  useEffect(() => {
    const query = matchMedia("print");
    // At once: what is drawn after the event is not on the paper.
    const set = (next: boolean) => flushSync(() => setPrinting(next));
    const onChange = () => set(query.matches);
    const [onBefore, onAfter] = [() => set(true), () => set(false)];
    query.addEventListener("change", onChange);
    addEventListener("beforeprint", onBefore);
    addEventListener("afterprint", onAfter);
    return () => {
      query.removeEventListener("change", onChange);
      removeEventListener("beforeprint", onBefore);
      removeEventListener("afterprint", onAfter);
    };
  }, []);
  return isPrinting;
}
