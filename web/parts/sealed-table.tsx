/** A sealed table of which no list was made: its first rows as they stand, to be read, and the step that makes a list of it. */
import type { ReactNode } from "react";
import { Link } from "wouter";
import type { SourceView, TableView } from "../../src/server/client.ts";
import { useMayWrite } from "../case-access.ts";
import { useReader } from "../settings.tsx";
import { useView } from "../use-view.ts";
import { ScrollRegion } from "./scroll-region.tsx";
import { Said } from "./words.tsx";

const ROWS = 200;

interface SealedTableProps {
  readonly caseId: string;
  readonly source: SourceView;
  readonly otherwise: ReactNode;
}

/** What only calls itself a table, and where it may not be read, is what `otherwise` says. */
export function SealedTable({ caseId, source, otherwise }: SealedTableProps) {
  const mayWrite = useMayWrite();
  if (!mayWrite || source.withheld !== null || !/\.(?:csv|tsv|tab|xlsx)$/iu.test(source.key))
    return otherwise;
  return <LookedAt caseId={caseId} source={source} otherwise={otherwise} />;
}

function LookedAt({ caseId, source: { id }, otherwise }: SealedTableProps) {
  const { client, language } = useReader();
  const table = useView(`table ${caseId} ${id} ${language} ${ROWS}`, () =>
    client.table(caseId, id, { rows: String(ROWS) }),
  );
  if (table.state === "ready") return <Rows caseId={caseId} table={table.view} />;
  return table.state === "failed" ? otherwise : null;
}

function Rows({ caseId, table }: { readonly caseId: string; readonly table: TableView }) {
  const { t, digits } = useReader();
  const { rows, rowCount, columns, sheet, source } = table;
  return (
    <section aria-labelledby="sealed-table-title">
      <h2 id="sealed-table-title">{t("sealedTable.title")}</h2>
      <p className="facts">
        <span>{t("sealedTable.rows", { shown: rows.length, total: rowCount })}</span>
        {sheet === null ? null : <Said>{sheet}</Said>}
        <Link href={`/${caseId}/sources/${encodeURIComponent(source.id)}/import`}>{t("drop.import")}</Link>
      </p>
      <ScrollRegion aria-labelledby="sealed-table-title">
        <table>
          <thead>
            <tr>
              <th scope="col">{t("sources.row")}</th>
              {columns.map(({ column }, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two columns may have one heading.
                <th key={index} scope="col">
                  <Said>{column}</Said>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ row, cells }) => (
              <tr key={row}>
                <th scope="row">{digits(String(row))}</th>
                {columns.map((_, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a cell is known by its column.
                  <td key={index}>
                    <Said>{cells[index] ?? ""}</Said>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  );
}
