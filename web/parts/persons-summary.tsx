/** How many persons were looked at, how many are left with contradictions, and of which kinds. */
import type { PersonChecksView } from "../../src/server/client.ts";
import { useReader } from "../settings.tsx";
import { Said } from "./words.tsx";

export function PersonsSummary({ view }: { readonly view: PersonChecksView }) {
  const { t } = useReader();
  const { persons, decided, waiting, contradicted, kinds } = view.counts;
  return (
    <div className="review-summary">
      <p className="facts" aria-live="polite">
        <span>{t("persons.progress", { decided, persons })}</span>
        {persons === 0 ? null : (
          <progress max={persons} value={decided} aria-label={t("persons.progress", { decided, persons })} />
        )}
        <span>{t("persons.contradicted", { count: contradicted })}</span>
        {waiting === 0 ? null : <span>{t("persons.waiting", { count: waiting })}</span>}
        <span>
          <Said>{t("review.reviewer", { reviewer: view.reviewer })}</Said>
        </span>
        {view.sinceLink > 0 ? (
          <span className="role-text">{t("review.sinceLink", { count: view.sinceLink })}</span>
        ) : null}
      </p>
      {kinds.length === 0 ? null : (
        <details>
          <summary>{t("persons.kinds")}</summary>
          <ul>
            {kinds.map(({ kind, text, persons: count }) => (
              <li key={kind}>{t("persons.kind", { text, count })}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
