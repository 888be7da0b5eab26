/** The persons of the linked lists by groups: which of them were listed thinly. */
import type { StrataView, StratumView } from "../../src/server/client.ts";
import { useReader } from "../settings.tsx";
import { useQuery } from "../use-query.ts";
import { useView } from "../use-view.ts";
import { boundText } from "./bound-text.ts";
import { Await } from "./states.tsx";
import { Said, wordsInRow } from "./words.tsx";

export function StrataTable({ caseId }: { readonly caseId: string }) {
  const { client, language, t } = useReader();
  const [query] = useQuery();
  const by = query.get("by") ?? "";
  // An address may be older than the lists: what they do not offer any more is left out.
  const strata = useView(`strata ${caseId} ${language} ${by}`, () =>
    by === "" ? client.strata(caseId) : client.strata(caseId, by).catch(() => client.strata(caseId)),
  );
  // Recorded estimates may be of counts that somebody else made, of which there are no persons to divide.
  if (strata.state === "ready" && strata.view.lists.length === 0) return null;
  return (
    <section className="estimate" aria-labelledby="strata-title">
      <h2 id="strata-title">{t("estimate.strata")}</h2>
      <Await of={strata}>
        {(view) => (
          <>
            {view.by === null ? <p className="note">{t("estimate.strata.none")}</p> : <Strata view={view} />}
            <Apart apart={view.apart} />
          </>
        )}
      </Await>
    </section>
  );
}

function Strata({ view }: { readonly view: StrataView }) {
  const { t } = useReader();
  const { ways, by, strata, all, others, unrecorded, differing } = view;
  const [, change] = useQuery();
  const hasWords = strata.some(({ written }) => written.length > 0);
  return (
    <>
      <p>{t("estimate.strata.about")}</p>
      <p className="office-filters">
        <label>
          {t("estimate.strata.by")}{" "}
          <select value={by ?? ""} onChange={(event) => change({ by: event.currentTarget.value })}>
            {ways.map(({ id, label }) => (
              <option key={id} value={id}>
                {label}
              </option>
            ))}
          </select>
        </label>
      </p>
      <table className="stacking">
        <thead>
          <tr>
            <th scope="col">{t("estimate.strata.group")}</th>
            <th scope="col">{t("estimate.strata.persons")}</th>
            <th scope="col">{t("estimate.strata.several")}</th>
            <th scope="col">{t("estimate.strata.bound")}</th>
          </tr>
        </thead>
        <tbody>
          {strata.map((stratum) => (
            <Group key={stratum.value} stratum={stratum} />
          ))}
          {others.groups === 0 ? null : (
            <Rest label={t("estimate.strata.others", { count: others.groups })} persons={others.persons} />
          )}
          {unrecorded === 0 ? null : <Rest label={t("estimate.strata.unrecorded")} persons={unrecorded} />}
        </tbody>
        {all === null ? null : (
          <tfoot>
            <Group stratum={all} />
          </tfoot>
        )}
      </table>
      {differing === 0 ? null : (
        <p className="note">{t("estimate.strata.differing", { count: differing })}</p>
      )}
      {unrecorded === 0 ? null : (
        <p className="note">{t("estimate.strata.unrecorded.about", { count: unrecorded })}</p>
      )}
      {hasWords ? <p className="note">{t("estimate.strata.names")}</p> : null}
    </>
  );
}

function Group({
  stratum: { label, written, persons, seenOn, lowerBound },
}: {
  readonly stratum: StratumView;
}) {
  const { t, language, number, locale } = useReader();
  const several = seenOn.slice(1).reduce((sum, count) => sum + count, 0);
  const share = new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 });
  return (
    <tr>
      <th scope="row">
        <Said>{label}</Said>
        {written.length === 0 ? null : (
          <small className="beneath">
            {t("estimate.strata.written", { spellings: wordsInRow(written, language) })}
          </small>
        )}
      </th>
      <td data-label={t("estimate.strata.persons")}>{number(persons)}</td>
      <td data-label={t("estimate.strata.several")}>
        {number(several)} <small>({share.format(persons === 0 ? 0 : several / persons)})</small>
      </td>
      <td data-label={t("estimate.strata.bound")}>
        {lowerBound === null ? t("estimate.strata.nobound") : boundText(lowerBound, number)}
      </td>
    </tr>
  );
}

/** What may be one field under two names. */
function Apart({ apart }: Pick<StrataView, "apart">) {
  const { t } = useReader();
  if (apart.length === 0) return null;
  return (
    <>
      <p className="note">{t("estimate.strata.apart")}</p>
      <ul className="note">
        {apart.map(({ field, list }) => (
          <li key={`${list} ${field}`}>
            <Said>{field}</Said> (<Said>{list}</Said>)
          </li>
        ))}
      </ul>
    </>
  );
}

/** Persons who make no group: whoever is in them is nobody's kind, and no bound is given. */
function Rest({ label, persons }: { readonly label: string; readonly persons: number }) {
  const { t, number } = useReader();
  return (
    <tr>
      <th scope="row">{label}</th>
      <td data-label={t("estimate.strata.persons")}>{number(persons)}</td>
      <td data-label={t("estimate.strata.several")}>–</td>
      <td data-label={t("estimate.strata.bound")}>–</td>
    </tr>
  );
}
