/** A value that changes while somebody types: taken over when it has stood for a while. */
import { useEffect, useState } from "react";

export function useSettled<T>(value: T, afterMs: number): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const clock = setTimeout(() => setSettled(value), afterMs);
    return () => clearTimeout(clock);
  }, [value, afterMs]);
  return settled;
}
