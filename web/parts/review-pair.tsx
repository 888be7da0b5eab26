/** Two rows beside each other: values in their own scripts, what differs letter by letter, and the waterfall. */
import { useState } from "react";
import { Link } from "wouter";
import type {
  DiffPart,
  JudgementView,
  ReviewFieldView,
  ReviewPairView,
  ReviewRecordView,
} from "../../src/server/client.ts";
import { useReader } from "../settings.tsx";
import { dayOf } from "./days.ts";
import { KeyCap } from "./key-cap.tsx";
import { OriginButton } from "./origin.tsx";
import { ReviewWaterfall } from "./review-waterfall.tsx";
import { rowHref } from "./row-href.ts";
import { REVIEW_KEYS, type ReviewKey, type SingleKey } from "./single-keys.ts";
import { Day, Said, Time } from "./words.tsx";

/** Not colour alone: a sign, and its words beside it. */
const SIGNS: Readonly<Record<ReviewFieldView["agreement"], string>> = {
  same: "=",
  alike: "≈",
  overlaps: "∩",
  differs: "≠",
  missing: "○",
};

export function ReviewPair({ pair, caseId }: { readonly pair: ReviewPairView; readonly caseId: string }) {
  const { t, number } = useReader();
  const [isWrittenOneWay, setWrittenOneWay] = useState(false);
  return (
    <section className="review-pair" aria-labelledby="pair-title">
      <h2 id="pair-title">
        {pair.rank === null ? null : <span className="rank">{number(pair.rank)}</span>} {pair.whyText}
      </h2>
      <label className="review-toggle" title={t("review.written.about")}>
        <input
          type="checkbox"
          checked={isWrittenOneWay}
          onChange={(event) => setWrittenOneWay(event.currentTarget.checked)}
        />
        {t("review.written")}
      </label>
      <table className="review-table">
        <caption className="visually-hidden">{t("review.pair")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("review.field")}</th>
            {([pair.left, pair.right] as const).map((row, side) => (
              <th key={row.id} scope="col" data-origin={row.id}>
                <RowHead {...{ row, caseId }} isBlind={pair.isBlind} opens={OPENS[side] ?? null} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {pair.fields.map((field) => (
            <tr key={field.field} className={field.agreement}>
              <th scope="row">
                {field.label}
                <small>
                  <span aria-hidden="true">{SIGNS[field.agreement]}</span> {field.agreementText}
                </small>
              </th>
              <Value
                parts={(isWrittenOneWay ? field.after : field.before).left}
                agreement={field.agreement}
                time={isWrittenOneWay ? null : field.leftTime}
                row={pair.left}
              />
              <Value
                parts={(isWrittenOneWay ? field.after : field.before).right}
                agreement={field.agreement}
                time={isWrittenOneWay ? null : field.rightTime}
                row={pair.right}
              />
            </tr>
          ))}
        </tbody>
      </table>
      {pair.isBlind ? (
        <p className="state">{t("review.hidden")}</p>
      ) : (
        <ReviewWaterfall waterfall={pair.waterfall} />
      )}
      <SaidBefore judgements={pair.judgements} />
    </section>
  );
}

interface RowHeadProps {
  readonly row: ReviewRecordView;
  readonly caseId: string;
  readonly isBlind: boolean;
  /** The key that opens the row in its list. */
  readonly opens: SingleKey<ReviewKey> | null;
}

/** Of the row on the left and on the right. */
const OPENS = (["open", "other"] as const).map((name) => REVIEW_KEYS.find((key) => key.name === name));

function RowHead({ row, caseId, isBlind, opens }: RowHeadProps) {
  const { t, digits } = useReader();
  const place = t("review.row", { row: digits(String(row.row)) });
  const href = rowHref(caseId, row);
  return (
    <>
      <Said>{row.list}</Said>{" "}
      <small>
        <Said>{row.recordId}</Said> · {href === null ? place : <Link href={href}>{place}</Link>}{" "}
        {href === null || opens === null ? null : <KeyCap of={opens} />}
      </small>{" "}
      <OriginButton id={row.id} label={`${row.list}, ${row.recordId}`} />
      {isBlind ? null : (
        <small>
          <Link href={`/${caseId}/people/${row.id}`}>{t("review.person")}</Link>
          {row.clusterSize === null ? null : ` (${t("review.clusterSize", { count: row.clusterSize })})`}
        </small>
      )}
    </>
  );
}

interface ValueProps {
  readonly parts: readonly DiffPart[];
  readonly agreement: ReviewFieldView["agreement"];
  readonly time: ReviewFieldView["leftTime"];
  readonly row: ReviewRecordView;
}

function Value({ parts, agreement, time, row }: ValueProps) {
  const { t } = useReader();
  const hasShared = parts.some(({ isShared }) => isShared);
  const isMarked = agreement !== "missing" && hasShared;
  return (
    <td data-label={row.list} data-origin={row.id}>
      {parts.length === 0 ? (
        <span className="silent">{t("review.silent")}</span>
      ) : (
        <bdi dir="auto" className="value">
          {parts.map(({ text, isShared }, index) =>
            isShared || !isMarked ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one value stand in their order.
              <span key={index}>{text}</span>
            ) : (
              // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one value stand in their order.
              <mark key={index} className="only-here" title={t("review.only")}>
                {text}
              </mark>
            ),
          )}
        </bdi>
      )}
      {time === null ? null : (
        <small className="value-time">
          <Time time={time} />
        </small>
      )}
    </td>
  );
}

function SaidBefore({ judgements }: { readonly judgements: readonly JudgementView[] }) {
  const { t } = useReader();
  if (judgements.length === 0) return null;
  return (
    <div className="review-said">
      <h3>{t("review.said")}</h3>
      <ul>
        {judgements.map((said) => (
          <li key={said.id} className={said.stands ? "stands" : "fallen"}>
            <Said>{said.by}</Said> · <Day day={dayOf(said.at)} /> · <strong>{said.answerText}</strong>
            {said.reason === null ? null : (
              <>
                {" "}
                · <Said>{said.reason}</Said>
              </>
            )}
            {said.stands ? null : <small> ({t(`review.said.${fallenHow(said)}`)})</small>}
          </li>
        ))}
      </ul>
    </div>
  );
}

function fallenHow({ undone, counts }: JudgementView): "undone" | "uncounted" | "old" {
  if (undone !== null) return "undone";
  return counts ? "old" : "uncounted";
}
