/** What whoever asks decided so far, the last first: each row leads to where it stands in its list. */
import { useState } from "react";
import { Link } from "wouter";
import type { JudgedRowView, JudgementView, ReviewView } from "../../src/server/client.ts";
import { useReader } from "../settings.tsx";
import { useView } from "../use-view.ts";
import { dayOf } from "./days.ts";
import { Pager } from "./pager.tsx";
import { rowHref } from "./row-href.ts";
import { Await } from "./states.tsx";
import { Day, Said } from "./words.tsx";

const SHOWN = 20;

interface JudgedPairsProps {
  readonly caseId: string;
  readonly view: ReviewView;
}

/** Asked for once somebody opens it. What others said of a pair that waits for a second, blind look is not in it. */
export function JudgedPairs({ caseId, view }: JudgedPairsProps) {
  const { t } = useReader();
  const [isOpen, setOpen] = useState(false);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t("review.judgedPairs")}</summary>
      {isOpen ? <Judged caseId={caseId} view={view} /> : null}
    </details>
  );
}

function Judged({ caseId, view: { reviewer, lastMine } }: JudgedPairsProps) {
  const { client, language, t } = useReader();
  const [offset, setOffset] = useState(0);
  const judged = useView(`judgements ${caseId} ${language} ${lastMine?.id ?? ""}`, () =>
    client.judgements(caseId),
  );
  return (
    <Await of={judged}>
      {({ pairs, lost }) => {
        const mine = [...pairs, ...lost].flatMap(({ left, right, judgements }) => {
          const said = judgements.findLast(({ by, stands }) => by === reviewer && stands);
          return said === undefined ? [] : [{ left, right, said }];
        });
        return (
          <>
            <ul className="judged-pairs">
              {mine.slice(offset, offset + SHOWN).map(({ left, right, said }) => (
                <li key={said.id}>
                  <strong>{said.answerText}</strong> <Row row={left} caseId={caseId} /> |{" "}
                  <Row row={right} caseId={caseId} /> <When said={said} />
                </li>
              ))}
            </ul>
            <Pager
              label={t("review.judgedPairs")}
              {...{ offset, size: SHOWN, total: mine.length, turnTo: setOffset }}
            />
          </>
        );
      }}
    </Await>
  );
}

function Row({ row, caseId }: { readonly row: JudgedRowView; readonly caseId: string }) {
  const { t, digits } = useReader();
  const href = rowHref(caseId, row);
  const place = row.row === null ? null : t("review.row", { row: digits(String(row.row)) });
  return (
    <span>
      <Said>{row.names[0] ?? row.recordId}</Said>{" "}
      <small>
        <Said>{row.list}</Said> {href === null ? place : <Link href={href}>{place}</Link>}
      </small>
    </span>
  );
}

function When({ said }: { readonly said: JudgementView }) {
  return (
    <small>
      <Day day={dayOf(said.at)} />
      {said.reason === null ? null : (
        <>
          {" "}
          · <Said>{said.reason}</Said>
        </>
      )}
    </small>
  );
}
