/** On the page of a list: its import can be taken back at any time, and what comes of that. */
import { useReader } from "../settings.tsx";
import { useTakeBack } from "../undo.tsx";
import { importTaking } from "../undo-takings.ts";

interface TakeImportBackProps {
  readonly caseId: string;
  readonly list: string;
  /** The act that imported it. */
  readonly import: string;
}

export function TakeImportBack({ caseId, list, import: act }: TakeImportBackProps) {
  const { t } = useReader();
  const takeBack = useTakeBack();
  return (
    <section className="no-print" aria-labelledby="import-title">
      <h2 id="import-title">{t("sources.import")}</h2>
      <p className="note">{t("sources.import.about")}</p>
      <button type="button" onClick={() => takeBack(importTaking({ caseId, list, act }))}>
        {t("sources.import.take")}
      </button>
    </section>
  );
}
