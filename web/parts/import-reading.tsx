/** The second step of an import: sheet, encoding, delimiter and the row of the column names, as found or as chosen. */
import type { TableAsked, TableView } from "../../src/server/client.ts";
import { useReader } from "../settings.tsx";
import { ScrollRegion } from "./scroll-region.tsx";
import { Said } from "./words.tsx";

/** Encodings in which lists come; any other is written in a recipe. */
const ENCODINGS = ["utf-8", "utf-16le", "utf-16be", "windows-1256", "windows-1252", "iso-8859-6", "cp720"];
const DELIMITERS = [",", ";", "tab", "|"] as const;
type Delimiter = (typeof DELIMITERS)[number];

interface ImportReadingProps {
  readonly table: TableView;
  /** What was said of it; the rest was found. */
  readonly asked: TableAsked;
  readonly read: (settings: TableAsked) => void;
}

export function ImportReading({ table, asked, read }: ImportReadingProps) {
  const { t } = useReader();
  return (
    <>
      <p className="lead">{t("import.read.lead")}</p>
      <div className="choices">
        {table.sheets === null ? (
          <TextChoices table={table} asked={asked} read={read} />
        ) : (
          <label>
            {t("import.read.sheet")}
            <select
              value={table.sheet ?? ""}
              onChange={(event) => read({ sheet: event.currentTarget.value, headingRow: "" })}
            >
              {table.sheets.map(({ name, isHidden, rows }) => (
                <option key={name} value={name}>
                  {t(isHidden ? "import.read.sheet.hidden" : "import.read.sheet.option", { name, rows })}
                </option>
              ))}
            </select>
          </label>
        )}
        <HeadingRow table={table} read={read} />
      </div>
      <Notices notices={table.notices} />
      <TopRows table={table} />
    </>
  );
}

function TextChoices({ table, asked, read }: ImportReadingProps) {
  const { t } = useReader();
  const found = table.delimiter === "\t" ? "tab" : table.delimiter;
  const word = t(`import.read.delimiter.${DELIMITERS.find((each) => each === found) ?? "other"}`);
  const withOwn = (known: readonly string[], own: string | undefined) =>
    own === undefined || known.includes(own) ? known : [...known, own];
  return (
    <>
      <label>
        {t("import.read.encoding")}
        <select
          value={asked.encoding ?? ""}
          onChange={(event) => read({ encoding: event.currentTarget.value })}
        >
          <option value="">{t("import.read.found", { value: table.encoding })}</option>
          {withOwn(ENCODINGS, asked.encoding).map((encoding) => (
            <option key={encoding} value={encoding}>
              {encoding}
            </option>
          ))}
        </select>
      </label>
      <label>
        {t("import.read.delimiter")}
        <select
          value={asked.delimiter ?? ""}
          onChange={(event) => read({ delimiter: event.currentTarget.value })}
        >
          <option value="">{t("import.read.found", { value: word })}</option>
          {DELIMITERS.map((delimiter: Delimiter) => (
            <option key={delimiter} value={delimiter}>
              {t(`import.read.delimiter.${delimiter}`)}
            </option>
          ))}
        </select>
      </label>
    </>
  );
}

/** One of the first rows; which they are is seen below. */
function HeadingRow({ table, read }: Pick<ImportReadingProps, "table" | "read">) {
  const { t, digits } = useReader();
  const lines = table.top.map(({ line }) => line);
  const all = lines.includes(table.headingRow) ? lines : [...lines, table.headingRow];
  return (
    <label>
      {t("import.read.heading")}
      <select
        value={String(table.headingRow)}
        onChange={(event) => read({ headingRow: event.currentTarget.value })}
      >
        {all.map((line) => (
          <option key={line} value={String(line)}>
            {digits(String(line))}
          </option>
        ))}
      </select>
    </label>
  );
}

function Notices({ notices }: { readonly notices: readonly string[] }) {
  const { t } = useReader();
  if (notices.length === 0) return null;
  return (
    <section className="remarks" aria-label={t("import.read.notices")}>
      <h3>{t("import.read.notices")}</h3>
      <ul>
        {notices.map((notice) => (
          <li key={notice} dir="auto">
            {notice}
          </li>
        ))}
      </ul>
    </section>
  );
}

function TopRows({ table: { top, headingRow } }: { readonly table: TableView }) {
  const { t, digits } = useReader();
  const width = Math.max(1, ...top.map(({ cells }) => cells.length));
  const places = Array.from({ length: width }, (_, index) => index);
  return (
    <section aria-labelledby="top-title">
      <h3 id="top-title">{t("import.read.top")}</h3>
      <ScrollRegion aria-labelledby="top-title">
        <table className="top-rows">
          <tbody>
            {top.map(({ line, cells }) => (
              <tr key={line} className={line === headingRow ? "active" : ""}>
                <th scope="row">
                  {t("import.read.row")} {digits(String(line))}
                  {line === headingRow ? <small> {t("import.read.is-heading")}</small> : null}
                </th>
                {places.map((place) => (
                  <td key={place}>
                    <Said>{cells[place] ?? ""}</Said>
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
