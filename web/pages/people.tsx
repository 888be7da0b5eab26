/** People: everyone whom the lists document, found by name in any script. */
import { useRef } from "react";
import { Link } from "wouter";
import type { PeopleFacet, PeopleView, PersonSummaryView } from "../../src/server/client.ts";
import { ChosenFacets } from "../parts/chosen-facets.tsx";
import { Facets } from "../parts/facets.tsx";
import { NextDeed } from "../parts/next-deed.tsx";
import { OriginButton } from "../parts/origin.tsx";
import { PageHead } from "../parts/page-head.tsx";
import { Pager } from "../parts/pager.tsx";
import { PEOPLE_KEYS } from "../parts/single-keys.ts";
import { Await, Empty } from "../parts/states.tsx";
import { useSingleKeys } from "../parts/use-single-keys.ts";
import { Said, Time } from "../parts/words.tsx";
import { useReader } from "../settings.tsx";
import { type Choices, PEOPLE_FACETS, useChoices } from "../use-choices.ts";
import { offsetOf, useQuery } from "../use-query.ts";
import { useView } from "../use-view.ts";

const PAGE = 50;

export function PeoplePage({ caseId }: { readonly caseId: string }) {
  const { client, language, t, mark } = useReader();
  const [query, change] = useQuery();
  const choices = useChoices(PEOPLE_FACETS);
  const q = query.get("q") ?? "";
  const offset = offsetOf(query);
  const people = useView(`people ${caseId} ${language} ${query}`, () =>
    client.people(caseId, { q, chosen: choices.chosen, missing: choices.missing, offset, limit: PAGE }),
  );
  return (
    <>
      <PageHead title={t("nav.people")} lead={t("people.lead")} />
      <label className="search" {...mark(t("people.search"))}>
        <span>{t("people.search")}</span>
        <input
          type="search"
          dir="auto"
          value={q}
          onChange={(event) => change({ q: event.currentTarget.value, offset: "" })}
        />
      </label>
      <Await of={people}>
        {(view) => (
          <PeopleList
            view={view}
            caseId={caseId}
            choices={choices}
            turnTo={(to) => change({ offset: String(to) })}
          />
        )}
      </Await>
    </>
  );
}

interface PeopleListProps {
  readonly view: PeopleView;
  readonly caseId: string;
  readonly choices: Choices<PeopleFacet>;
  readonly turnTo: (offset: number) => void;
}

function PeopleList({ view, caseId, choices, turnTo }: PeopleListProps) {
  const { t, number } = useReader();
  if (view.total === 0)
    return <Empty next={<NextDeed caseId={caseId} deed="import" />}>{t("people.none")}</Empty>;
  return (
    <div className="found">
      <Facets facets={view.facets} order={PEOPLE_FACETS} choices={choices} />
      <div className="found-hits">
        <p className="facts" aria-live="polite">
          <span>{t("people.matching", { matching: view.matching, total: view.total })}</span>
          {view.lists.map(({ list, records }) => (
            <span key={list}>
              <Said>{list}</Said>: {number(records)}
            </span>
          ))}
        </p>
        <ChosenFacets facets={view.facets} order={PEOPLE_FACETS} choices={choices} />
        {view.doubt === null ? null : <p dir="auto">{view.doubt.text}</p>}
        {view.people.length === 0 ? (
          <Empty next={<ShowEveryone choices={choices} />}>{t("people.noMatch")}</Empty>
        ) : (
          <PeopleTable people={view.people} caseId={caseId} />
        )}
        <Pager
          label={t("nav.people")}
          offset={view.offset}
          size={PAGE}
          total={view.matching}
          turnTo={turnTo}
        />
      </div>
    </div>
  );
}

function ShowEveryone({ choices }: Pick<PeopleListProps, "choices">) {
  const { t, mark } = useReader();
  const [, change] = useQuery();
  // What was chosen first: the words alone may find somebody.
  const isNarrowed = choices.count > 0;
  const word = isNarrowed ? "next.everything" : "next.everyone";
  return (
    <button
      type="button"
      {...mark(t(word))}
      onClick={() => (isNarrowed ? choices.clear() : change({ q: "", offset: "" }))}
    >
      {t(word)}
    </button>
  );
}

function PeopleTable({
  people,
  caseId,
}: {
  readonly people: readonly PersonSummaryView[];
  readonly caseId: string;
}) {
  const { t } = useReader();
  const body = useRef<HTMLTableSectionElement>(null);
  useSingleKeys(PEOPLE_KEYS, (name) => {
    const links = [...(body.current?.querySelectorAll<HTMLElement>("th > a") ?? [])];
    const at = links.findIndex((link) => link.closest("tr")?.contains(document.activeElement));
    // From outside the list either key begins at its first person.
    const next = at < 0 ? 0 : at + (name === "down" ? 1 : -1);
    links[Math.min(Math.max(next, 0), links.length - 1)]?.focus();
  });
  return (
    <table className="stacking">
      <thead>
        <tr>
          <th scope="col">{t("people.name")}</th>
          <th scope="col">{t("people.lists")}</th>
          <th scope="col">{t("people.place")}</th>
          <th scope="col">{t("people.time")}</th>
        </tr>
      </thead>
      <tbody ref={body}>
        {people.map((person) => (
          <tr key={person.id} data-origin={person.id}>
            <th scope="row">
              <Link href={`/${caseId}/people/${person.id}`}>
                <Names names={person.names} />
              </Link>{" "}
              <OriginButton id={person.id} label={person.names[0] ?? t("people.unnamed")} />
            </th>
            <td data-label={t("people.lists")}>
              <ul className="values">
                {person.lists.map((list) => (
                  <li key={list}>
                    <Said>{list}</Said>
                  </li>
                ))}
              </ul>
            </td>
            <td data-label={t("people.place")}>
              {person.place === null ? "–" : <Said>{person.place}</Said>}
            </td>
            <td data-label={t("people.time")}>{person.time === null ? "–" : <Time time={person.time} />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** A person's spellings; a person without a name is not a gap but somebody. */
export function Names({ names }: { readonly names: readonly string[] }) {
  const { t } = useReader();
  const [first, ...others] = names;
  if (first === undefined) return <em>{t("people.unnamed")}</em>;
  return (
    <span className="names">
      <Said>{first}</Said>
      {others.length === 0 ? null : (
        <small>
          {others.map((name) => (
            <span key={name}>
              {" "}
              <Said>{name}</Said>
            </span>
          ))}
        </small>
      )}
    </span>
  );
}
