/** The rows of a person as a table in their own scripts: what contradicts is marked by a sign and a word, rows are ticked. */
import type { CheckedRowView, PersonCheckView } from "../../src/server/client.ts";
import { useReader } from "../settings.tsx";
import { OriginButton } from "./origin.tsx";
import { ScrollRegion } from "./scroll-region.tsx";
import { Said, Time } from "./words.tsx";

interface PersonRowsProps {
  readonly person: PersonCheckView;
  readonly title: string;
  /** Rows that are somebody else, by id, and how one is ticked; null where nothing is to be ticked. */
  readonly ticking: { readonly ticked: ReadonlySet<string>; readonly tick: (row: string) => void } | null;
}

/** The boxes of the table, in the order of its rows. */
export const TICK_BOX = ".person-rows input[type=checkbox]";

export function PersonRows({ person, title, ticking }: PersonRowsProps) {
  const { t } = useReader();
  return (
    <ScrollRegion className="person-rows-frame" aria-label={title}>
      <table className="person-rows stacking">
        <caption className="visually-hidden">{title}</caption>
        <thead>
          <tr>
            {ticking === null ? null : <th scope="col">{t("persons.tick")}</th>}
            <th scope="col">{t("persons.row")}</th>
            {person.columns.map(({ field, label, isContradicted }) => (
              <th key={field} scope="col" className={isContradicted ? "contrary" : undefined}>
                {label}
                {isContradicted ? (
                  <small className="differs-word">
                    <span aria-hidden="true">⇹</span> {t("persons.contradicts")}
                  </small>
                ) : null}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {person.rows.map((row) => (
            <Row key={row.id} row={row} columns={person.columns} ticking={ticking} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

interface RowProps extends Pick<PersonRowsProps, "ticking"> {
  readonly row: CheckedRowView;
  readonly columns: PersonCheckView["columns"];
}

function Row({ row, columns, ticking }: RowProps) {
  const { t, digits } = useReader();
  const isTicked = ticking?.ticked.has(row.id) ?? false;
  const name = `${row.names[0] ?? ""} ${row.list}`.trim();
  return (
    <tr className={isTicked ? "ticked" : undefined} data-origin={row.id}>
      {ticking === null ? null : (
        <td className="tick-cell" data-label={t("persons.tick")}>
          <input
            type="checkbox"
            checked={isTicked}
            aria-label={t("persons.tick.row", { row: `${name} ${row.recordId}` })}
            onChange={() => ticking.tick(row.id)}
          />
        </td>
      )}
      <th scope="row">
        <Said>{row.list}</Said>
        <small>
          <Said>{row.recordId}</Said> · {t("review.row", { row: digits(String(row.row)) })}
        </small>{" "}
        <OriginButton id={row.id} label={name} />
        {row.isRepeated ? (
          <small className="differs-word">
            <span aria-hidden="true">⇹</span> {t("persons.repeated")}
          </small>
        ) : null}
      </th>
      {columns.map(({ field, label }) => (
        <Value key={field} label={label} value={row.values.find((each) => each.field === field)} />
      ))}
    </tr>
  );
}

interface ValueProps {
  readonly label: string;
  readonly value: CheckedRowView["values"][number] | undefined;
}

function Value({ label, value }: ValueProps) {
  const { t } = useReader();
  if (value === undefined)
    return (
      <td data-label={label}>
        <span className="silent">{t("persons.silent")}</span>
      </td>
    );
  return (
    <td data-label={label} className={value.isContradicted ? "contrary" : undefined}>
      <Said>{value.raw}</Said>
      {value.time === null ? null : (
        <small className="value-time">
          <Time time={value.time} />
        </small>
      )}
      {value.isContradicted ? (
        <small className="differs-word">
          <span aria-hidden="true">⇹</span> {t("persons.contradicts")}
        </small>
      ) : null}
    </td>
  );
}
