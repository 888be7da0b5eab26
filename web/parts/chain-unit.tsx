/** What is said of one unit of a chain of command: how it is known to stand there, and who held its offices. */
import { Link } from "wouter";
import type { ChainUnitView, HolderView } from "../../src/server/client.ts";
import { useReader } from "../settings.tsx";
import { OriginButton } from "./origin.tsx";
import { Said, Time } from "./words.tsx";

/** As the command writes them: readable without colour, each beside its word. */
const MARKS = { certain: "■", assumed: "▨", possible: "◇", no: "–" } as const;

/** How a unit is known to stand above the one below it, and what is said against it. */
export function Relation({ unit }: { readonly unit: ChainUnitView }) {
  const { t } = useReader();
  if (unit.strength === null) return <span className="relation asked">{t("chain.asked")}</span>;
  const denying = unit.statements.filter(({ polarity }) => polarity === "denies").length;
  const isOneTime = unit.firstCited?.edtf === unit.lastCited?.edtf;
  return (
    <span className="relation">
      {t(`chain.${unit.strength}`)}
      {unit.firstCited === null ? null : (
        <small className="beneath">
          {t("chain.since")}: <Time time={unit.firstCited} />
          {isOneTime ? null : (
            <>
              {" · "}
              {t("chain.until")}: <Time time={unit.lastCited} />
            </>
          )}
        </small>
      )}
      {denying === 0 ? null : <strong className="beneath">{t("chain.denied", { count: denying })}</strong>}
    </span>
  );
}

/** The offices of a unit with whoever is recorded in them; an empty one is said to be so, and what that does not mean. */
export function UnitOffices({ unit, caseId }: { readonly unit: ChainUnitView; readonly caseId: string }) {
  const { t } = useReader();
  // Of what stands further down already nothing is told twice.
  if (unit.isCircular) return <p className="note">{t("chain.circular")}</p>;
  if (unit.offices.length === 0) return <p className="note">{t("chain.noOffices")}</p>;
  return (
    <ul className="chain-offices">
      {unit.offices.map(({ office, holders }) => (
        <li key={office.id}>
          {office.id === unit.unit.id ? null : (
            <span className="chain-office">
              <Said>{office.name}</Said>
            </span>
          )}
          {holders.length === 0 ? (
            <p className="note">{t("chain.vacant")}</p>
          ) : (
            <ul>
              {holders.map((holder) => (
                <Holder key={holder.id} holder={holder} caseId={caseId} />
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  );
}

function Holder({ holder, caseId }: { readonly holder: HolderView; readonly caseId: string }) {
  const { t } = useReader();
  const { id, person, holding, ranks, office } = holder;
  return (
    <li data-origin={id}>
      <span aria-hidden="true">{MARKS[holding]}</span>{" "}
      <Link href={`/${caseId}/trace/${encodeURIComponent(id)}`}>
        <Said>{person.name}</Said>
      </Link>{" "}
      <small>
        {holding === "no" ? null : t(`offices.${holding}`)}
        {ranks.map(({ id: rank, valueText }) => (
          <span key={rank}>
            {" · "}
            <Said>{valueText}</Said>
          </span>
        ))}
      </small>{" "}
      <OriginButton id={id} label={`${person.name}, ${office.name}`} />
    </li>
  );
}
