/** The rows of a list as they stand in its file, a page at a time; a link to a row leads to the page that holds it. */
import { useEffect, useState } from "react";
import type { RowsView, SourceView } from "../../src/server/client.ts";
import { useReader } from "../settings.tsx";
import { useView } from "../use-view.ts";
import { OriginButton } from "./origin.tsx";
import { Pager } from "./pager.tsx";
import { ScrollRegion } from "./scroll-region.tsx";
import { Await } from "./states.tsx";
import { Said } from "./words.tsx";

interface ListTableProps {
  readonly caseId: string;
  readonly source: string;
  readonly table: NonNullable<SourceView["table"]>;
  /** The record that a link led to. */
  readonly active: string | null;
}

export function ListTable({ caseId, source, table, active }: ListTableProps) {
  const { client, language, t } = useReader();
  const [offset, setOffset] = useState<number | null>(null);
  const [followed, setFollowed] = useState<string | null>(null);
  if (active !== followed) {
    setFollowed(active);
    setOffset(null);
  }
  const isOfRow = offset === null && active?.startsWith("rec-") === true;
  const isFirst = !isOfRow && (offset ?? 0) === 0;
  const isThere = isOfRow && table.rows.some(({ id }) => id === active);
  const first: RowsView = { columns: table.columns, rows: table.rows, offset: 0, total: table.total };
  const asked = isOfRow && active !== null ? { row: active } : { offset: offset ?? 0 };
  const rows = useView(`rows ${caseId} ${source} ${language} ${table.import} ${JSON.stringify(asked)}`, () =>
    isFirst || isThere ? Promise.resolve(first) : client.rows(caseId, source, asked),
  );
  const title = t("sources.rows", { total: table.total });
  return (
    <section aria-labelledby="rows-title">
      <h2 id="rows-title">{title}</h2>
      <Pager
        label={title}
        offset={rows.state === "ready" ? rows.view.offset : (offset ?? 0)}
        size={table.rows.length}
        total={table.total}
        turnTo={setOffset}
      />
      <Await of={rows}>{(view) => <Rows view={view} active={active} />}</Await>
    </section>
  );
}

interface RowsProps {
  readonly view: RowsView;
  readonly active: string | null;
}

function Rows({ view, active }: RowsProps) {
  const { t, digits } = useReader();
  useEffect(() => {
    if (active !== null && view.rows.some(({ id }) => id === active))
      document.getElementById(active)?.scrollIntoView({ block: "center" });
  }, [active, view]);
  return (
    <ScrollRegion aria-labelledby="rows-title">
      <table>
        <thead>
          <tr>
            <th scope="col">{t("sources.row")}</th>
            {view.columns.map((column) => (
              <th key={column} scope="col">
                <Said>{column}</Said>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {view.rows.map((row) => (
            <tr key={row.id} id={row.id} data-origin={row.id} className={row.id === active ? "active" : ""}>
              <th scope="row" className="origin-cell">
                {digits(String(row.row))} <OriginButton id={row.id} label={`${row.list}, ${row.row}`} />
              </th>
              {view.columns.map((column) => (
                <td key={column}>
                  <Said>{row.cells[column] ?? ""}</Said>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
