/** Asking once more, a while after an answer did not come. */
import { useCallback, useEffect, useRef, useState } from "react";

const AFTER_MS = 3000;

/** Attempts are counted, so that an effect that depends on their number asks anew. */
export function useAskAgain(): { readonly attempt: number; readonly askAgain: () => void } {
  const [attempt, setAttempt] = useState(0);
  const timer = useRef<number | undefined>(undefined);
  useEffect(() => () => window.clearTimeout(timer.current), []);
  const askAgain = useCallback(() => {
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(() => setAttempt((count) => count + 1), AFTER_MS);
  }, []);
  return { attempt, askAgain };
}
