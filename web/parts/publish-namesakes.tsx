/** Persons who would go out and bear the name of somebody who would not: a person has to look whether they are one. */
import { Link } from "wouter";
import type { ReleasePlanView } from "../../src/server/client.ts";
import { useReader } from "../settings.tsx";
import { Said } from "./words.tsx";

type Namesakes = ReleasePlanView["namesakes"];

/** More than anybody reads at once; those that are looked through make room. */
const SHOWN = 100;

interface NamesakesProps {
  readonly caseId: string;
  readonly namesakes: Namesakes;
}

export function PublishNamesakes({ caseId, namesakes }: NamesakesProps) {
  const { t } = useReader();
  if (namesakes.length === 0) return null;
  return (
    <section className="remarks" aria-labelledby="namesakes-title">
      <h2 id="namesakes-title">{t("publish.namesakes")}</h2>
      <p className="note">{t("publish.namesakes.about")}</p>
      <ul>
        {namesakes.slice(0, SHOWN).map(({ shown, hidden, more }) => (
          <li key={`${shown.id} ${hidden.of}`}>
            <Said>{shown.name}</Said>: <Bearer caseId={caseId} one={shown} /> {t("publish.namesakes.beside")}{" "}
            <Bearer caseId={caseId} one={hidden} />{" "}
            {more === 0 ? null : <small>{t("publish.namesakes.others", { count: more })}</small>}
          </li>
        ))}
      </ul>
      {namesakes.length > SHOWN ? (
        <p>{t("publish.namesakes.more", { count: namesakes.length - SHOWN })}</p>
      ) : null}
    </section>
  );
}

/** Of whom only statements speak there is no page. */
function Bearer({
  caseId,
  one: { of, id },
}: {
  readonly caseId: string;
  readonly one: Namesakes[number]["hidden"];
}) {
  if (of === id) return <Said>{of}</Said>;
  return (
    <Link href={`/${caseId}/people/${encodeURIComponent(id)}`} className="page-link">
      <Said>{of}</Said>
    </Link>
  );
}
