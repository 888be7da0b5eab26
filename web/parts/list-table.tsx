/** The first rows of a list, as they stand in its file. */
import type { SourceView } from "../../src/server/client.ts";
import { useReader } from "../settings.tsx";
import { Said } from "./words.tsx";

interface ListTableProps {
  readonly table: NonNullable<SourceView["table"]>;
  /** The record that a link led to. */
  readonly active: string | null;
}

export function ListTable({ table, active }: ListTableProps) {
  const { t, digits } = useReader();
  return (
    <section aria-labelledby="rows-title">
      <h2 id="rows-title">{t("sources.rows", { shown: table.rows.length, total: table.total })}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard. */}
      <section className="scroll" tabIndex={0} aria-labelledby="rows-title">
        <table>
          <thead>
            <tr>
              <th scope="col">{t("sources.row")}</th>
              {table.columns.map((column) => (
                <th key={column} scope="col">
                  <Said>{column}</Said>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row) => (
              <tr key={row.id} id={row.id} className={row.id === active ? "active" : ""}>
                <th scope="row">{digits(String(row.row))}</th>
                {table.columns.map((column) => (
                  <td key={column}>
                    <Said>{row.cells[column] ?? ""}</Said>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}
