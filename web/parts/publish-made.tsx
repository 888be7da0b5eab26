/** Releases that left the case: what each held, what was another, and what became of a figure that somebody cites. */
import { type FormEvent, useState } from "react";
import type { CitedFigureView, PublishedReleaseView, PublishedView } from "../../src/server/client.ts";
import { useReader } from "../settings.tsx";
import { useQuery } from "../use-query.ts";
import { useView } from "../use-view.ts";
import { CopyText } from "./copy-text.tsx";
import { PublishFigures } from "./publish-figures.tsx";
import { Await } from "./states.tsx";
import { Day, HashText, Said, Standing } from "./words.tsx";

const MS_A_DAY = 86_400_000;

interface MadeProps {
  readonly caseId: string;
  readonly releases: readonly PublishedView[];
}

export function Made({ caseId, releases }: MadeProps) {
  const { t } = useReader();
  const [query, change] = useQuery();
  const asked = Number(query.get("release"));
  const shown = releases.find(({ number }) => number === asked);
  return (
    <section aria-labelledby="made-title">
      <h2 id="made-title">{t("publish.made")}</h2>
      {releases.length === 0 ? (
        <p>{t("publish.made.none")}</p>
      ) : (
        <>
          <table className="stacking">
            <thead>
              <tr>
                <th scope="col">{t("publish.made.number")}</th>
                <th scope="col">{t("publish.made.for")}</th>
                <th scope="col">{t("publish.made.on")}</th>
                <th scope="col">{t("publish.made.root")}</th>
                <th scope="col">{t("publish.made.note")}</th>
                <td />
              </tr>
            </thead>
            <tbody>
              {releases.toReversed().map((release) => (
                <Row
                  key={release.number}
                  release={release}
                  isShown={release.number === shown?.number}
                  show={(isShown) => change({ release: isShown ? String(release.number) : "", figure: "" })}
                />
              ))}
            </tbody>
          </table>
          {shown === undefined ? null : <Held key={shown.number} caseId={caseId} number={shown.number} />}
          <Cite caseId={caseId} key={`${query.get("release")} ${query.get("figure")}`} />
        </>
      )}
    </section>
  );
}

interface RowProps {
  readonly release: PublishedView;
  readonly isShown: boolean;
  readonly show: (isShown: boolean) => void;
}

function Row({ release, isShown, show }: RowProps) {
  const { t, number } = useReader();
  const name = t("publish.made.release", { number: release.number });
  return (
    <tr>
      <th scope="row">{number(release.number)}</th>
      <td data-label={t("publish.made.for")}>
        {t(`publish.profile.${release.profile}`)}
        {release.format === null ? null : <code> {release.format}</code>}
      </td>
      <td data-label={t("publish.made.on")}>
        <Day day={Math.floor(Date.parse(release.on) / MS_A_DAY)} />
      </td>
      <td data-label={t("publish.made.root")}>
        <HashText value={release.root} /> <CopyText text={release.root} of={name} />
      </td>
      <td data-label={t("publish.made.note")}>{release.note === null ? "–" : <Said>{release.note}</Said>}</td>
      <td>
        <button
          type="button"
          className="quiet"
          aria-expanded={isShown}
          aria-label={t("publish.made.held.button", { number: release.number })}
          onClick={() => show(!isShown)}
        >
          {t("publish.made.held")}
        </button>
      </td>
    </tr>
  );
}

function Held({ caseId, number }: { readonly caseId: string; readonly number: number }) {
  const { client, language, t } = useReader();
  const held = useView(`published ${caseId} ${number} ${language}`, () =>
    client.publishedRelease(caseId, number),
  );
  return (
    <section className="held" aria-labelledby="held-title">
      <h3 id="held-title">{t("publish.made.held.of", { number })}</h3>
      <Await of={held}>
        {(view) =>
          view.figures === null ? (
            <p>{t("publish.made.old")}</p>
          ) : (
            <>
              {view.changes === null ? <p>{t("publish.made.first")}</p> : <Changes changes={view.changes} />}
              <HeldFigures figures={view.figures} number={number} />
            </>
          )
        }
      </Await>
    </section>
  );
}

function Changes({ changes }: { readonly changes: NonNullable<PublishedReleaseView["changes"]> }) {
  const { t } = useReader();
  const { since, figures, statements, people, sites } = changes;
  return (
    <>
      <h4>{t("publish.changes", { number: since })}</h4>
      {figures.length === 0 ? (
        <p>{t("publish.changes.none")}</p>
      ) : (
        <table className="stacking">
          <thead>
            <tr>
              <th scope="col">{t("publish.figure")}</th>
              <th scope="col">{t("publish.changes.before")}</th>
              <th scope="col">{t("publish.changes.after")}</th>
            </tr>
          </thead>
          <tbody>
            {figures.map(({ id, label, before, after }) => (
              <tr key={id}>
                <th scope="row">
                  <Said>{label}</Said>
                </th>
                <td data-label={t("publish.changes.before")}>
                  {before === null ? t("publish.changes.absent") : <Said>{before}</Said>}
                </td>
                <td data-label={t("publish.changes.after")}>
                  {after === null ? t("publish.changes.absent") : <Said>{after}</Said>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <ul>
        <li>{t("publish.changes.statements", { ...statements })}</li>
        <li>{t("publish.changes.people", { ...people })}</li>
        <li>{t("publish.changes.sites", { ...sites })}</li>
      </ul>
    </>
  );
}

interface HeldFiguresProps {
  readonly figures: NonNullable<PublishedReleaseView["figures"]>;
  readonly number: number;
}

function HeldFigures({ figures, number }: HeldFiguresProps) {
  const { t } = useReader();
  const [, change] = useQuery();
  return (
    <PublishFigures
      figures={figures}
      name={({ id, label }) => (
        <>
          <Said>{label}</Said> <code dir="ltr">{id}</code>
        </>
      )}
      deed={({ id, label }) => (
        <button
          type="button"
          className="quiet"
          aria-label={t("publish.cite.of", { what: label })}
          onClick={() => change({ release: String(number), figure: id })}
        >
          {t("publish.cite.today")}
        </button>
      )}
    />
  );
}

function Cite({ caseId }: { readonly caseId: string }) {
  const { t } = useReader();
  const [query, change] = useQuery();
  const [release, figure] = [query.get("release") ?? "", query.get("figure") ?? ""];
  const [number, setNumber] = useState(release);
  const [id, setId] = useState(figure);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isNumber(number) && id.trim() !== "") change({ release: number.trim(), figure: id.trim() });
  };
  return (
    <section className="cite" aria-labelledby="cite-title">
      <h3 id="cite-title">{t("publish.cite")}</h3>
      <p className="note">{t("publish.cite.about")}</p>
      <form className="cite-form" onSubmit={submit}>
        <label>
          <span>{t("publish.cite.release")}</span>
          <input
            type="text"
            inputMode="numeric"
            dir="ltr"
            value={number}
            onChange={(event) => setNumber(event.currentTarget.value)}
          />
        </label>
        <label>
          <span>{t("publish.cite.figure")}</span>
          <input type="text" dir="ltr" value={id} onChange={(event) => setId(event.currentTarget.value)} />
        </label>
        <button type="submit">{t("publish.cite.look")}</button>
      </form>
      {figure === "" || !isNumber(release) ? null : (
        <Cited caseId={caseId} number={Number(release)} figure={figure} />
      )}
    </section>
  );
}

function isNumber(text: string): boolean {
  return /^[1-9]\d{0,5}$/u.test(text.trim());
}

interface CitedProps {
  readonly caseId: string;
  readonly number: number;
  readonly figure: string;
}

function Cited({ caseId, number, figure }: CitedProps) {
  const { client, language } = useReader();
  const cited = useView(`cited ${caseId} ${number} ${figure} ${language}`, () =>
    client.citedFigure(caseId, number, figure),
  );
  return (
    <div role="status">
      <Await of={cited}>{(view) => <CitedWords of={view} />}</Await>
    </div>
  );
}

function CitedWords({ of }: { readonly of: CitedFigureView }) {
  const { t } = useReader();
  const { release, cited, now, isSame, because } = of;
  return (
    <dl className="cited">
      <dt>{t("publish.cite.then", { number: release.number })}</dt>
      <dd>
        <Said>{cited.label}</Said>: <strong>{<Said>{cited.valueText}</Said>}</strong>{" "}
        <Standing standing={cited.standing} />
      </dd>
      <dt>{t("publish.cite.now")}</dt>
      <dd>
        {now === null ? (
          t("publish.cite.gone")
        ) : isSame ? (
          t("publish.cite.same")
        ) : (
          <>
            <strong>{<Said>{now.valueText}</Said>}</strong> <Standing standing={now.standing} />
          </>
        )}
        {isSame ? null : (
          <ul>
            {because.length === 0 ? <li>{t("publish.cite.unexplained")}</li> : null}
            {because.map((cause) => (
              <li key={cause}>{cause}</li>
            ))}
          </ul>
        )}
      </dd>
    </dl>
  );
}
