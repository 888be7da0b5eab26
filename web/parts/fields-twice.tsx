/** Fields that two columns of a list have, which keeps it from being imported. */
import type { TableView } from "../../src/server/client.ts";
import { useReader } from "../settings.tsx";
import type { ListImportDraft } from "../use-list-import.ts";

interface FieldsTwiceProps {
  readonly table: TableView;
  readonly draft: ListImportDraft;
}

export function FieldsTwice({ table, draft }: FieldsTwiceProps) {
  const { t } = useReader();
  const labelOf = (field: string) => table.fields.find((each) => each.field === field)?.label ?? field;
  return draft.twice.map((field) => (
    <p key={field} className="state failed" role="alert">
      {t("import.map.twice", { field: labelOf(field) })}
    </p>
  ));
}
