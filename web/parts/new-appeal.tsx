/** An appeal is recorded as what a source says of it: this leads to the source, where something new is proposed as an appeal. */
import { Link, useLocation } from "wouter";
import { useReader } from "../settings.tsx";
import { useQuery } from "../use-query.ts";
import { KeyCap } from "./key-cap.tsx";
import { APPEAL_KEYS } from "./single-keys.ts";
import { useSingleKeys } from "./use-single-keys.ts";

const [NEW] = APPEAL_KEYS;

/** Where something can be recorded; by its key too. */
export function NewAppeal({ caseId }: { readonly caseId: string }) {
  const { t } = useReader();
  const [, go] = useLocation();
  const href = `/${caseId}/sources?about=appeal`;
  useSingleKeys(APPEAL_KEYS, () => go(href));
  return (
    <Link href={href} className="page-link">
      {t("appeals.record")} <KeyCap of={NEW} />
    </Link>
  );
}

/** What is to be stated of next, kept in the address from the list of sources to the source. */
export function useStatedNext(): { readonly kind: string | null; readonly suffix: string } {
  const [query] = useQuery();
  const kind = query.get("about");
  return { kind, suffix: kind === null ? "" : `?about=${encodeURIComponent(kind)}` };
}
