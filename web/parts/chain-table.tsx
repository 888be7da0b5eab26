/** The table twin of a chain of command, with the words that it rests on: from the unit that was asked about upwards. */
import { Link } from "wouter";
import type { ChainUnitView, StatementView } from "../../src/server/client.ts";
import { useReader } from "../settings.tsx";
import { chainRows } from "./chain-rows.ts";
import { Relation, UnitOffices } from "./chain-unit.tsx";
import { OriginButton } from "./origin.tsx";
import { Said, Time } from "./words.tsx";

interface ChainTableProps {
  readonly chain: ChainUnitView;
  readonly caseId: string;
}

export function ChainTable({ chain, caseId }: ChainTableProps) {
  const { t, number } = useReader();
  return (
    <table className="stacking">
      <thead>
        <tr>
          <th scope="col">{t("chain.unit")}</th>
          <th scope="col">{t("chain.step")}</th>
          <th scope="col">{t("chain.under")}</th>
          <th scope="col">{t("chain.how")}</th>
          <th scope="col">{t("chain.holders")}</th>
          <th scope="col">{t("chain.said")}</th>
        </tr>
      </thead>
      <tbody>
        {chainRows(chain).map(({ key, step, unit, below }) => (
          <tr key={key}>
            <th scope="row">
              <Said>{unit.unit.name}</Said>
              {unit.above.length === 0 && !unit.isCircular ? (
                <small className="beneath">{t("chain.unknown")}</small>
              ) : null}
              {unit.above.length > 1 ? <small className="beneath">{t("chain.several")}</small> : null}
            </th>
            <td data-label={t("chain.step")}>{number(step)}</td>
            <td data-label={t("chain.under")}>{below === null ? "–" : <Said>{below.name}</Said>}</td>
            <td data-label={t("chain.how")}>
              <Relation unit={unit} />
            </td>
            <td data-label={t("chain.holders")}>
              <UnitOffices unit={unit} caseId={caseId} />
            </td>
            <td data-label={t("chain.said")}>
              <Sayings statements={[...unit.statements, ...unit.about]} caseId={caseId} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface SayingsProps {
  readonly statements: readonly StatementView[];
  readonly caseId: string;
}

function Sayings({ statements, caseId }: SayingsProps) {
  const { t } = useReader();
  if (statements.length === 0) return "–";
  return (
    <ul className="chain-sayings">
      {statements.map(({ id, quote, propertyText, speaker, source, time, polarity }) => (
        <li key={id} data-origin={id}>
          {polarity === "denies" ? <em>{t("sources.denies")}: </em> : null}
          <small>{propertyText}</small> <q dir="auto">{quote}</q>{" "}
          <small>
            <Time time={time} /> <Said>{speaker.name}</Said>,{" "}
            <Link href={`/${caseId}/trace/${encodeURIComponent(id)}`}>
              <Said>{source.name}</Said>
            </Link>
          </small>{" "}
          <OriginButton id={id} label={quote} />
        </li>
      ))}
    </ul>
  );
}
