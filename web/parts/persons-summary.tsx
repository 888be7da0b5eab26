/** How many persons were looked at, how many are left with contradictions, and of which kinds. */
import type { PersonChecksView } from "../../src/server/client.ts";
import { useReader } from "../settings.tsx";
import type { LongWork } from "../use-long-work.ts";
import { ReviewFacts } from "./review-facts.tsx";

interface PersonsSummaryProps {
  readonly view: PersonChecksView;
  readonly caseId: string;
  readonly work: LongWork;
}

export function PersonsSummary({ view, caseId, work }: PersonsSummaryProps) {
  const { t } = useReader();
  const { persons, decided, waiting, contradicted, kinds } = view.counts;
  return (
    <div className="review-summary">
      <ReviewFacts
        {...{ caseId, work }}
        done={decided}
        total={persons}
        progress={t("persons.progress", { decided, persons })}
        reviewer={view.reviewer}
        sinceLink={view.sinceLink}
      >
        <span>{t("persons.contradicted", { count: contradicted })}</span>
        {waiting === 0 ? null : <span>{t("persons.waiting", { count: waiting })}</span>}
      </ReviewFacts>
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
