/** One person who is looked at: names, what contradicts, the rows, and what was said of them. */
import { Link } from "wouter";
import type { PersonCheckView } from "../../src/server/client.ts";
import { Names } from "../pages/people.tsx";
import { useReader } from "../settings.tsx";
import { SaidOfRows } from "./person-preview.tsx";
import { PersonRows } from "./person-rows.tsx";
import { signedNumber } from "./review-waterfall.tsx";
import { isolated } from "./words.tsx";

interface PersonCheckProps {
  readonly person: PersonCheckView;
  readonly caseId: string;
  /** Of how many. */
  readonly total: number;
  readonly ticked: ReadonlySet<string>;
  /** Null for whoever may not write. */
  readonly tick: ((row: string) => void) | null;
}

export function PersonCheck({ person, caseId, total, ticked, tick }: PersonCheckProps) {
  const { t, number, language } = useReader();
  const isTickable = tick !== null && person.rows.length > 1;
  return (
    <section className="person-check" aria-labelledby="person-title">
      <h2 id="person-title">
        {person.rank === null ? null : (
          <small className="rank">
            {t("persons.place", { rank: number(person.rank), total: number(total) })}
          </small>
        )}{" "}
        <Names names={person.names} />
      </h2>
      <ul className="person-contradictions">
        {person.contradictions.map(({ kind, field, text }) => (
          <li key={`${kind} ${field}`} className="differs-word">
            <span aria-hidden="true">⇹</span> {text}
          </li>
        ))}
        {person.contradictions.length === 0 ? (
          <li className="same-word">
            <span aria-hidden="true">=</span> {t("persons.agrees")}
          </li>
        ) : null}
        {person.state === "open" ? null : <li className="role-text">{person.stateText}</li>}
        {person.weakestBits === null ? null : (
          <li>{t("persons.weakest", { bits: isolated(signedNumber(person.weakestBits, language)) })}</li>
        )}
        <li>
          <Link href={`/${caseId}/people/${person.id}`}>{t("persons.page")}</Link>
        </li>
      </ul>
      <PersonRows person={person} title={t("persons.rows")} ticking={isTickable ? { ticked, tick } : null} />
      {person.said.length === 0 ? null : (
        <details className="review-said">
          <summary>{t("persons.said")}</summary>
          <ul>
            {person.said.map((said) => (
              <SaidOfRows key={said.judgement.id} said={said} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
