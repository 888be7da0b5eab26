/** A sealed table of which no list was made: its first rows as they stand, to be read, and the step that makes a list of it. */
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
}

/** Nothing for what only calls itself a table, and where it may not be read: the page says elsewhere what it is. */
export function SealedTable({ caseId, source }: SealedTableProps) {
  const mayWrite = useMayWrite();
  if (!mayWrite || source.withheld !== null || !/\.(?:csv|tsv|tab|xlsx)$/iu.test(source.key)) return null;
  return <LookedAt caseId={caseId} source={source} />;
}

function LookedAt({ caseId, source: { id } }: SealedTableProps) {
  const { client, language } = useReader();
  const table = useView(`table ${caseId} ${id} ${language} ${ROWS}`, () =>
    client.table(caseId, id, { rows: String(ROWS) }),
  );
  return table.state === "ready" ? <Rows caseId={caseId} table={table.view} /> : null;
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
