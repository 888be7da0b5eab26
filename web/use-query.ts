/** What a page asks for, kept in its address, so that it can be sent on and come back to. */
import { useSearchParams } from "wouter";

type ChangeQuery = (
  values: Readonly<Record<string, string>>,
  /** What the fragment names is still what is shown; else another thing is, and the fragment goes. */
  options?: { readonly keepsFragment?: boolean },
) => void;

/** The parameters of the address, and a change of some of them; an empty one is taken out. */
export function useQuery(): [query: URLSearchParams, change: ChangeQuery] {
  const [params, setParams] = useSearchParams();
  const change: ChangeQuery = (values, { keepsFragment = false } = {}) => {
    const { hash } = window.location;
    setParams(
      (before) => {
        for (const [name, value] of Object.entries(values)) {
          if (value === "" || value === "0") before.delete(name);
          else before.set(name, value);
        }
        return before;
      },
      { replace: true },
    );
    if (!keepsFragment || hash === "") return;
    const { pathname, search } = window.location;
    window.history.replaceState(window.history.state, "", `${pathname}${search}${hash}`);
  };
  return [params, change];
}

/** How many things stand before the page asked for. */
export function offsetOf(query: URLSearchParams): number {
  return Math.max(0, Number(query.get("offset") ?? 0) || 0);
}

/** Whether a picture is shown as its table, which stands in the address as `as=table`; and the other way. */
export function useAsTable(): [isTable: boolean, toggle: () => void] {
  const [query, change] = useQuery();
  const isTable = query.get("as") === "table";
  return [isTable, () => change({ as: isTable ? "" : "table" })];
}
