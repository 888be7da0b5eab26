/** One person: what every record says, field by field, and the records themselves. */
import { Link } from "wouter";
import type { PersonView } from "../../src/server/client.ts";
import { LifeLine } from "../parts/life-line.tsx";
import { OriginButton } from "../parts/origin.tsx";
import { PageHead } from "../parts/page-head.tsx";
import { PersonShown } from "../parts/person-shown.tsx";
import { compareSpellings } from "../parts/spellings.ts";
import { Await } from "../parts/states.tsx";
import { Said, Time } from "../parts/words.tsx";
import { useReader } from "../settings.tsx";
import { useView } from "../use-view.ts";
import { Names } from "./people.tsx";

export function PersonPage({ caseId, id }: { readonly caseId: string; readonly id: string }) {
  const { client, language, t } = useReader();
  const person = useView(`person ${caseId} ${id} ${language}`, () => client.person(caseId, id));
  return (
    <Await of={person} title={t("nav.people")}>
      {(view) => <Person person={view} caseId={caseId} />}
    </Await>
  );
}

function Person({ person, caseId }: { readonly person: PersonView; readonly caseId: string }) {
  const { t, digits } = useReader();
  return (
    <>
      <PageHead title={person.names[0] ?? t("people.unnamed")} heading={<Names names={person.names} />}>
        <p className="facts">
          <span data-origin={person.id}>
            {t("people.records", { count: person.records })}{" "}
            <OriginButton id={person.id} label={person.names[0] ?? t("people.unnamed")} />
          </span>
          {person.lists.map((list) => (
            <Said key={list}>{list}</Said>
          ))}
        </p>
        <p>{person.confirmation.text}</p>
        <Link href={`/${caseId}/trace/${person.id}`} className="page-link">
          {t("people.trace")}
        </Link>{" "}
        <Link href={`/${caseId}/review?queue=persons&person=${person.id}`} className="page-link">
          {t("people.splitOrJoin")}
        </Link>
      </PageHead>
      <LifeLine life={person.life} />
      <section aria-labelledby="fields-title">
        <h2 id="fields-title">{t("people.fields")}</h2>
        <table className="stacking">
          <thead>
            <tr>
              <th scope="col">{t("people.field")}</th>
              <th scope="col">{t("people.values")}</th>
            </tr>
          </thead>
          <tbody>
            {person.fields.map(({ field, label, values }) => (
              <tr key={field}>
                <th scope="row">
                  {label}
                  <Agreement texts={values.map(({ text }) => text)} />
                </th>
                <td>
                  <ul className="values">
                    {values.map(({ origin, text, records, time }) => (
                      <li key={origin} data-origin={origin}>
                        {time === null ? <Said>{text}</Said> : <Time time={time} />}{" "}
                        <small>({digits(String(records))})</small>{" "}
                        <OriginButton id={origin} label={`${label}: ${text}`} />
                      </li>
                    ))}
                  </ul>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <PersonShown caseId={caseId} id={person.id} />
      <section aria-labelledby="rows-title">
        <h2 id="rows-title">{t("people.rows")}</h2>
        <ul className="cards">
          {person.rows.map((row) => (
            <li key={row.id} className="card" data-origin={row.id}>
              <h3>
                <Said>{row.list}</Said>{" "}
                <small>
                  {t("sources.row")} {digits(String(row.row))}
                </small>{" "}
                <OriginButton id={row.id} label={`${row.list}, ${row.row}`} />
              </h3>
              <dl className="cells">
                {Object.entries(row.cells)
                  .filter(([, cell]) => cell.trim() !== "")
                  .map(([column, cell]) => (
                    <div key={column}>
                      <dt>
                        <Said>{column}</Said>
                      </dt>
                      <dd>
                        <Said>{cell}</Said>
                      </dd>
                    </div>
                  ))}
              </dl>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

/** Whether the records differ, in words; a value in two scripts or two kinds of digits is no difference. */
function Agreement({ texts }: { readonly texts: readonly string[] }) {
  const { t } = useReader();
  const found = compareSpellings(texts);
  if (found === "one") return null;
  return found === "differ" ? (
    <small className="differs-word">⇹ {t("people.contradiction")}</small>
  ) : (
    <small className="same-word">{t("people.scripts")}</small>
  );
}
