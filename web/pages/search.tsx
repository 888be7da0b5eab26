/** Search: everything in the case in one query, narrowed by what was found. */
import { Link } from "wouter";
import type { SearchFacet, SearchView } from "../../src/server/client.ts";
import { ChosenFacets } from "../parts/chosen-facets.tsx";
import { Facets } from "../parts/facets.tsx";
import { hrefOf } from "../parts/hit-link.ts";
import { Marked } from "../parts/marked.tsx";
import { NextDeed } from "../parts/next-deed.tsx";
import { OriginButton } from "../parts/origin.tsx";
import { PageHead } from "../parts/page-head.tsx";
import { Pager } from "../parts/pager.tsx";
import { Await } from "../parts/states.tsx";
import { StepState } from "../parts/step-state.tsx";
import { Said } from "../parts/words.tsx";
import { useReader } from "../settings.tsx";
import { type Choices, SEARCH_FACETS, useChoices } from "../use-choices.ts";
import { offsetOf, useQuery } from "../use-query.ts";
import { useView } from "../use-view.ts";

const PAGE = 50;

type Hit = SearchView["hits"][number];
type SearchChoices = Choices<SearchFacet>;

export function SearchPage({ caseId }: { readonly caseId: string }) {
  const { t, mark } = useReader();
  const [query, change] = useQuery();
  return (
    <>
      <PageHead title={t("nav.search")} lead={t("search.lead")} />
      <label className="search" {...mark(t("search.field"))}>
        <span>{t("search.field")}</span>
        <input
          type="search"
          dir="auto"
          value={query.get("q") ?? ""}
          onChange={(event) => change({ q: event.currentTarget.value, offset: "", near: "" })}
        />
      </label>
      <Found caseId={caseId} />
    </>
  );
}

function Found({ caseId }: { readonly caseId: string }) {
  const { client, language, t } = useReader();
  const [query, change] = useQuery();
  const choices = useChoices(SEARCH_FACETS);
  const { chosen, missing, isNear } = choices;
  const [q, offset] = [query.get("q") ?? "", offsetOf(query)];
  const found = useView(`search ${caseId} ${language} ${query}`, () =>
    client.search(caseId, { q, chosen, missing, isNear, offset, limit: PAGE }),
  );
  return (
    <Await of={found}>
      {(view) => (
        <div className="found">
          <Facets facets={view.facets} order={SEARCH_FACETS} choices={choices} />
          <div className="found-hits">
            <p className="facts" aria-live="polite">
              <Count total={view.total} />
              <Behind view={view} />
            </p>
            <ChosenFacets facets={view.facets} order={SEARCH_FACETS} choices={choices} />
            <Near view={view} q={q} choices={choices} />
            {view.hits.length === 0 ? <NoHit q={q} caseId={caseId} choices={choices} /> : null}
            <ol className="hits" start={view.offset + 1}>
              {view.hits.map((hit) => (
                <HitItem key={`${hit.kind} ${hit.id}`} hit={hit} caseId={caseId} />
              ))}
            </ol>
            <Pager
              label={t("nav.search")}
              offset={view.offset}
              size={PAGE}
              total={view.total}
              turnTo={(to) => change({ offset: String(to) })}
            />
          </div>
        </div>
      )}
    </Await>
  );
}

interface NoHitProps {
  readonly q: string;
  readonly caseId: string;
  readonly choices: SearchChoices;
}

/** Where nothing was asked for, nothing is there; else the words, or what they were narrowed to, found nothing. */
function NoHit({ q, caseId, choices }: NoHitProps) {
  const { t, mark } = useReader();
  const [, change] = useQuery();
  const isNarrowed = choices.count > 0;
  if (q.trim() === "" && !isNarrowed)
    return (
      <StepState state="not-run" next={<NextDeed caseId={caseId} deed="seal" />}>
        {t("overview.none")}
      </StepState>
    );
  const word = isNarrowed ? "next.everything" : "next.clear-search";
  const next = (
    <button
      type="button"
      {...mark(t(word))}
      onClick={() => (isNarrowed ? choices.clear() : change({ q: "", offset: "", near: "" }))}
    >
      {t(word)}
    </button>
  );
  return (
    <StepState state="nothing" next={next}>
      {t("search.none")}
    </StepState>
  );
}

function Count({ total }: { readonly total: number }) {
  const { t, mark } = useReader();
  const words = t("search.found", { count: total });
  return <span {...mark(words)}>{words}</span>;
}

interface NearProps {
  readonly view: SearchView;
  readonly choices: SearchChoices;
  readonly q: string;
}

/** Spellings that are only near: said when nothing closer was found, offered when something was. */
function Near({ view, q, choices }: NearProps) {
  const { t, mark } = useReader();
  if (q.trim() === "") return null;
  if (view.isNear && !choices.isNear)
    return view.hits.length === 0 ? null : (
      <p className="near" {...mark(t("search.near"))}>
        {t("search.near")}
      </p>
    );
  return (
    <p className="near">
      <button type="button" aria-pressed={choices.isNear} onClick={() => choices.setNear(!choices.isNear)}>
        {t("search.alsoNear")}
      </button>
    </p>
  );
}

function HitItem({ hit, caseId }: { readonly hit: Hit; readonly caseId: string }) {
  const { t } = useReader();
  const href = hrefOf(hit, caseId);
  const title = <Marked text={hit.title} marks={hit.marks.title} />;
  return (
    <li data-origin={hit.id}>
      <p className="hit-title">
        {href === null ? title : <Link href={href}>{title}</Link>}{" "}
        <OriginButton id={hit.id} label={hit.title} /> <span className="chip">{hit.kindName}</span>
        {hit.remarks.map((remark) => (
          <span className="hit-remark" key={remark}>
            <Said>{remark}</Said>
          </span>
        ))}
      </p>
      {[...(hit.text === "" ? [] : [{ text: hit.text, marks: hit.marks.text }]), ...hit.also].map(
        ({ text, marks }) => (
          <p className="hit-text" dir="auto" key={text}>
            <Marked text={text} marks={marks} />
          </p>
        ),
      )}
      {hit.readAs.map(({ asked, found, how }) => (
        <p className="hit-why" key={`${asked} ${found}`}>
          {t(how === "slip" ? "search.as.slip" : "search.as.sound", { asked, found })}
        </p>
      ))}
    </li>
  );
}

/** Acts that were recorded just now and are not searched yet. */
function Behind({ view: { upTo } }: { readonly view: SearchView }) {
  const { t } = useReader();
  const count = upTo.acts - (upTo.searchable ?? upTo.shown);
  return count > 0 ? <> {t("behind.search", { count })}</> : null;
}
