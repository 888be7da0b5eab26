/** The first step of an import: which file it is. */
import type { TableView } from "../../src/server/client.ts";
import { useReader } from "../settings.tsx";
import { dayOf } from "./days.ts";
import { Day, HashText, Said } from "./words.tsx";

export function ImportFile({ table: { source, rowCount, imported } }: { readonly table: TableView }) {
  const { t, number } = useReader();
  return (
    <>
      <p className="lead">{t("import.file.lead")}</p>
      <dl className="said-of">
        <div>
          <dt>{t("import.file.name")}</dt>
          <dd>
            <Said>{source.fileName}</Said>
          </dd>
        </div>
        <div>
          <dt>{t("import.file.size")}</dt>
          <dd>{t("import.file.bytes", { size: source.sizeBytes })}</dd>
        </div>
        <div>
          <dt>{t("sources.hash")}</dt>
          <dd>
            <HashText value={source.sha256} length={64} />
          </dd>
        </div>
        <div>
          <dt>{t("import.file.sealed")}</dt>
          <dd>
            <Day day={dayOf(source.sealedAt)} />
          </dd>
        </div>
        <div>
          <dt>{t("import.file.rows")}</dt>
          <dd>{number(rowCount)}</dd>
        </div>
        {imported.length === 0 ? null : (
          <div>
            <dt>{t("import.file.imported")}</dt>
            <dd>
              {imported.map(({ list, records }) => (
                <span key={list} dir="auto">
                  {t("import.file.imported.list", { list, records })}{" "}
                </span>
              ))}
            </dd>
          </div>
        )}
      </dl>
      {source.isEncrypted ? <p className="role-text">{t("import.file.encrypted")}</p> : null}
    </>
  );
}
