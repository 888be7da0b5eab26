/** Search: everything in the case in one query, counted by kind. */
import { Link } from "wouter";
import type { SearchView } from "../../src/server/client.ts";
import { en } from "../messages/en.ts";
import { PageHead } from "../parts/page-head.tsx";
import { Pager } from "../parts/pager.tsx";
import { Await, Empty } from "../parts/states.tsx";
import { Said } from "../parts/words.tsx";
import { useReader } from "../settings.tsx";
import { offsetOf, useQuery } from "../use-query.ts";
import { useView } from "../use-view.ts";

const PAGE = 50;

type Hit = SearchView["hits"][number];

export function SearchPage({ caseId }: { readonly caseId: string }) {
  const { t } = useReader();
  const [query, change] = useQuery();
  const q = query.get("q") ?? "";
  return (
    <>
      <PageHead title={t("nav.search")} lead={t("search.lead")} />
      <label className="search">
        <span>{t("search.field")}</span>
        <input
          type="search"
          dir="auto"
          value={q}
          onChange={(event) => change({ q: event.currentTarget.value, offset: "", kind: "" })}
        />
      </label>
      {q.trim() === "" ? <Empty>{t("search.begin")}</Empty> : <Found caseId={caseId} q={q} />}
    </>
  );
}

function Found({ caseId, q }: { readonly caseId: string; readonly q: string }) {
  const { client, language, t } = useReader();
  const [query, change] = useQuery();
  const kind = query.get("kind") ?? "";
  const offset = offsetOf(query);
  const found = useView(`search ${caseId} ${language} ${q} ${kind} ${offset}`, () =>
    client.search(caseId, { q, kind, offset, limit: PAGE }),
  );
  return (
    <Await of={found}>
      {({ total, offset: from, facets, hits, upTo: { acts, shown, searchable } }) => (
        <>
          <p className="facts" aria-live="polite">
            {t("search.found", { count: total })}
            {acts > (searchable ?? shown) &&
              ` ${t("behind.search", { count: acts - (searchable ?? shown) })}`}
          </p>
          <Kinds facet={facets.kind} chosen={kind} choose={(to) => change({ kind: to, offset: "" })} />
          {hits.length === 0 ? (
            <Empty>{t("search.none")}</Empty>
          ) : (
            <ol className="hits" start={from + 1}>
              {hits.map((hit) => (
                <HitItem key={`${hit.kind} ${hit.id}`} hit={hit} caseId={caseId} />
              ))}
            </ol>
          )}
          <Pager
            label={t("nav.search")}
            offset={from}
            size={PAGE}
            total={total}
            turnTo={(to) => change({ offset: String(to) })}
          />
        </>
      )}
    </Await>
  );
}

interface KindsProps {
  readonly facet: SearchView["facets"]["kind"];
  readonly chosen: string;
  readonly choose: (kind: string) => void;
}

/** The kinds found, whichever is chosen; nothing to choose among fewer than two. */
function Kinds({ facet, chosen, choose }: KindsProps) {
  const { t, number } = useReader();
  if (facet.length < 2) return null;
  const all = facet.reduce((sum, { count }) => sum + count, 0);
  return (
    <fieldset className="kinds">
      <legend className="visually-hidden">{t("search.kinds")}</legend>
      {[{ value: "", count: all }, ...facet].map(({ value, count }) => (
        <button key={value} type="button" aria-pressed={value === chosen} onClick={() => choose(value ?? "")}>
          {value === "" ? t("search.all") : <KindName kind={value ?? ""} />} {number(count)}
        </button>
      ))}
    </fieldset>
  );
}

function HitItem({ hit, caseId }: { readonly hit: Hit; readonly caseId: string }) {
  const href = hrefOf(hit, caseId);
  return (
    <li>
      <p className="hit-title">
        {href === null ? (
          <Said>{hit.title}</Said>
        ) : (
          <Link href={href}>
            <Said>{hit.title}</Said>
          </Link>
        )}{" "}
        <span className="chip">
          <KindName kind={hit.kind} />
        </span>
      </p>
      {hit.text === "" || hit.text === hit.id ? null : (
        <p className="hit-text" dir="auto">
          {hit.text}
        </p>
      )}
    </li>
  );
}

function KindName({ kind }: { readonly kind: string }) {
  const { t } = useReader();
  const key = `search.kind.${kind}`;
  return isMessage(key) ? t(key) : kind;
}

function isMessage(key: string): key is keyof typeof en {
  return Object.hasOwn(en, key);
}

/** The page that shows a thing; null for what stands on no page of its own. */
function hrefOf({ kind, id }: Hit, caseId: string): string | null {
  const part = encodeURIComponent(id);
  switch (kind) {
    case "source":
      return `/${caseId}/sources/${part}`;
    case "statement":
    case "site":
      return `/${caseId}/trace/${part}`;
    case "listed-person":
      return `/${caseId}/people/${part}`;
    case "listed-place":
    case "place":
      return `/${caseId}/places`;
    case "office":
    case "body":
    case "appeal":
      return `/${caseId}/offices`;
    case "event":
      return `/${caseId}`;
    default:
      return null;
  }
}
