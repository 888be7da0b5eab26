/** Where a value comes from: a key or a small button beside any value opens its statements, sources, acts and footnotes. */
import { createContext, type ReactNode, useCallback, useContext, useState } from "react";
import { useReader } from "../settings.tsx";
import { OriginDialog } from "./origin-dialog.tsx";
import { ORIGIN_KEYS } from "./single-keys.ts";
import { useSingleKeys } from "./use-single-keys.ts";

/** What stands on the button in every language, as it does on signs. */
const SIGN = "i";

const OpenOrigin = createContext<(id: string) => void>(() => undefined);

/** Around the pages of a case. An element with `data-origin` is a value that the key works on. */
export function OriginProvider({
  caseId,
  children,
}: {
  readonly caseId: string;
  readonly children: ReactNode;
}) {
  const [id, setId] = useState<string | null>(null);
  const press = useCallback(() => {
    const focused = document.activeElement?.closest<HTMLElement>("[data-origin]");
    const hovered = [...document.querySelectorAll<HTMLElement>("[data-origin]:hover")].at(-1);
    const found = (focused ?? hovered)?.dataset.origin;
    if (found !== undefined) setId(found);
  }, []);
  useSingleKeys(ORIGIN_KEYS, press);
  return (
    <OpenOrigin value={setId}>
      {children}
      {id === null ? null : <OriginDialog key={id} caseId={caseId} id={id} close={() => setId(null)} />}
    </OpenOrigin>
  );
}

/** @param label - the value, for those who do not see what the button stands beside. */
export function OriginButton({ id, label }: { readonly id: string; readonly label: string }) {
  const { t } = useReader();
  const open = useContext(OpenOrigin);
  return (
    <button
      type="button"
      className="origin-button"
      aria-label={t("origin.open", { label })}
      title={t("origin.title")}
      onClick={() => open(id)}
    >
      <span aria-hidden="true">{SIGN}</span>
    </button>
  );
}
