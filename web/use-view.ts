/** Asking the server for a view: loading, failed, or there. */
import { useCallback, useEffect, useState } from "react";
import { type Trouble, toTrouble } from "./trouble.ts";
import { useTakenCount } from "./undo.tsx";

export type Loaded<T> =
  | { readonly state: "loading" }
  | { readonly state: "failed"; readonly trouble: Trouble; readonly retry: () => void }
  | { readonly state: "ready"; readonly view: T };

/**
 * The view that `ask` gives; asked again when `key` changes or something is taken back, the old one staying until the new one is there.
 *
 * @param key - everything that the request depends on.
 */
export function useView<T>(key: string, ask: () => Promise<T>): Loaded<T> {
  const [attempt, setAttempt] = useState(0);
  const [loaded, setLoaded] = useState<Loaded<T>>({ state: "loading" });
  const taken = useTakenCount();
  const retry = useCallback(() => setAttempt((count) => count + 1), []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for everything that `ask` closes over.
  useEffect(() => {
    let isCurrent = true;
    ask().then(
      (view) => isCurrent && setLoaded({ state: "ready", view }),
      (error: unknown) => isCurrent && setLoaded({ state: "failed", trouble: toTrouble(error), retry }),
    );
    return () => {
      isCurrent = false;
    };
  }, [key, attempt, taken, retry]);
  return loaded;
}
