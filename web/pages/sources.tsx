/** Sources: everything that was sealed. */
import { useState } from "react";
import { Link, useParams } from "wouter";
import type { SourceSummaryView } from "../../src/server/client.ts";
import { useMayWrite } from "../case-access.ts";
import { CHOOSE_FILES, DropFiles } from "../parts/drop-files.tsx";
import { useStatedNext } from "../parts/new-appeal.tsx";
import { NextDeed } from "../parts/next-deed.tsx";
import { PageHead } from "../parts/page-head.tsx";
import { Await, Empty } from "../parts/states.tsx";
import { HashText } from "../parts/words.tsx";
import { useReader } from "../settings.tsx";
import { useView } from "../use-view.ts";

export function SourcesPage({ caseId }: { readonly caseId: string }) {
  const { client, language, t, mark } = useReader();
  const mayWrite = useMayWrite();
  const about = useStatedNext();
  const [sealed, setSealed] = useState(0);
  const sources = useView(`sources ${caseId} ${language} ${sealed}`, () => client.sources(caseId));
  return (
    <>
      <PageHead title={t("nav.sources")} lead={t("sources.lead")} />
      {mayWrite ? (
        <DropFiles caseId={caseId} whenSealed={() => setSealed((count) => count + 1)} />
      ) : (
        <p className="about" {...mark(t("case.only-shown"))}>
          {t("case.only-shown")}
        </p>
      )}
      {about.kind === "appeal" ? <p className="lead">{t("appeals.record.source")}</p> : null}
      <Await of={sources}>
        {({ sources: all }) =>
          all.length === 0 ? (
            <Empty next={mayWrite ? <ChooseFirst /> : <NextDeed caseId={caseId} deed="seal" />}>
              {t("sources.none")}
            </Empty>
          ) : (
            <ul className="cards">
              {all.map((source) => (
                <SourceCard
                  key={source.id}
                  source={source}
                  address={addressOf(source, all)}
                  caseId={caseId}
                />
              ))}
            </ul>
          )
        }
      </Await>
    </>
  );
}

function ChooseFirst() {
  const { t, mark } = useReader();
  return (
    <button
      type="button"
      {...mark(t("next.drop"))}
      onClick={() => document.getElementById(CHOOSE_FILES)?.click()}
    >
      {t("next.drop")}
    </button>
  );
}

interface SourceCardProps {
  readonly source: SourceSummaryView;
  /** Its key or id. */
  readonly address: string;
  readonly caseId: string;
}

function SourceCard({ source, address, caseId }: SourceCardProps) {
  const { t } = useReader();
  const { suffix } = useStatedNext();
  return (
    <li className="card">
      <h2>
        <Link href={`/${caseId}/sources/${encodeURIComponent(address)}${suffix}`} dir="auto">
          {source.title}
        </Link>
      </h2>
      <SourceFacts source={source} />
      {source.roleText === null ? null : (
        <p className="role-text" dir="auto">
          {source.roleText}
        </p>
      )}
      <p className="hash-line">
        {t("sources.hash")} <HashText value={source.sha256} />
      </p>
    </li>
  );
}

/** Its key, unless a browser would take that for a folder above, or two sources have it. */
function addressOf({ id, key }: SourceSummaryView, all: readonly SourceSummaryView[]): string {
  const isPlain = !/^\.+$/u.test(key) && all.every((other) => other.id === id || other.key !== key);
  return isPlain ? key : id;
}

/** What kind of source it is and how much it gives. */
export function SourceFacts({ source }: { readonly source: SourceSummaryView }) {
  const { t } = useReader();
  const { case: caseId } = useParams();
  const mayWrite = useMayWrite();
  const kind = source.records > 0 ? "list" : source.role;
  return (
    <p className="facts">
      <span className={`chip ${kind}`}>{t(`sources.${kind}`)}</span>
      {source.isEncrypted ? (
        <span className="chip" title={t("sources.encrypted.about")}>
          {t("sources.encrypted")}
        </span>
      ) : null}
      {source.statements > 0 ? <span>{t("sources.statements", { count: source.statements })}</span> : null}
      {source.records > 0 ? <span>{t("sources.records", { count: source.records })}</span> : null}
      {mayWrite && isTable(source) && source.records === 0 && caseId !== undefined ? (
        <Link href={`/${caseId}/sources/${encodeURIComponent(source.id)}/import`}>{t("drop.import")}</Link>
      ) : null}
    </p>
  );
}

const TABLE_TYPES = ["text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"];

/** By what its name says it is; only reading it tells whether it is a table. */
function isTable({ key, mediaType }: SourceSummaryView): boolean {
  return TABLE_TYPES.includes(mediaType) || /\.(?:tsv|tab)$/iu.test(key);
}
