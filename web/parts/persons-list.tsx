/** Who is to be looked at, in order, page by page: for whoever would rather choose than go from one to the next. */
import type { PersonChecksView } from "../../src/server/client.ts";
import { Names } from "../pages/people.tsx";
import { useReader } from "../settings.tsx";
import { Pager } from "./pager.tsx";
import { signedNumber } from "./review-waterfall.tsx";
import { isolated } from "./words.tsx";

interface PersonsListProps {
  readonly view: PersonChecksView;
  /** The id of the person who is looked at. */
  readonly current: string | null;
  /** How many stand on a page. */
  readonly size: number;
  /** By the place in the list, from 1. */
  readonly goTo: (rank: number) => void;
}

export function PersonsList({ view, current, size, goTo }: PersonsListProps) {
  const { t, number, language } = useReader();
  if (view.persons.length === 0) return null;
  return (
    <details className="persons-list">
      <summary>{t("persons.list", { total: view.total })}</summary>
      <ol start={view.offset + 1}>
        {view.persons.map((person) => (
          <li key={person.id}>
            <button
              type="button"
              aria-current={person.id === current ? "true" : undefined}
              onClick={() => goTo(person.rank ?? 1)}
            >
              <span className="rank">{number(person.rank ?? 0)}</span> <Names names={person.names} />
            </button>{" "}
            {person.contradictions.map(({ kind, field, text }) => (
              <small key={`${kind} ${field}`} className="differs-word">
                <span aria-hidden="true">⇹</span> {text}{" "}
              </small>
            ))}
            {person.weakestBits === null ? null : (
              <small>
                {t("persons.weakest", { bits: isolated(signedNumber(person.weakestBits, language)) })}
              </small>
            )}
          </li>
        ))}
      </ol>
      <Pager
        label={t("persons.list", { total: view.total })}
        offset={view.offset}
        size={size}
        total={view.total}
        turnTo={(offset) => goTo(offset + 1)}
      />
    </details>
  );
}
