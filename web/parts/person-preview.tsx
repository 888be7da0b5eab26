/** What a decision about whole persons will change, before it is recorded. */
import type { PersonPreviewView, SaidOfRowsView } from "../../src/server/client.ts";
import { useReader } from "../settings.tsx";
import type { PersonPreview } from "../use-person-preview.ts";
import { dayOf } from "./days.ts";
import { signedNumber } from "./review-waterfall.tsx";
import { TroubleWords } from "./trouble-words.tsx";
import { Day, isolated, Said } from "./words.tsx";

export function PersonPreviewBox({ of: { preview, trouble } }: { readonly of: PersonPreview }) {
  const { t } = useReader();
  return (
    <div className="person-preview" aria-live="polite">
      {trouble === null ? null : (
        <p className="trouble">
          <TroubleWords of={trouble} />
        </p>
      )}
      {preview === null ? null : (
        <>
          <h3>{t("persons.preview")}</h3>
          <Forbidding said={preview.forbidding} />
          <Changes preview={preview} />
          <Against against={preview.against} />
          {preview.contradictions.length === 0 ? null : (
            <>
              <p>{t("persons.preview.contradicts")}</p>
              <ul>
                {preview.contradictions.map(({ kind, field, text }) => (
                  <li key={`${kind} ${field}`} className="differs-word">
                    <span aria-hidden="true">⇹</span> {text}
                  </li>
                ))}
              </ul>
            </>
          )}
        </>
      )}
    </div>
  );
}

function Changes({ preview }: { readonly preview: PersonPreviewView }) {
  const { t, number, language } = useReader();
  const { leaving, personsAfter, figures, judged, did } = preview;
  return (
    <>
      <ul>
        <li>
          {did === "split"
            ? t("persons.preview.split", { rows: leaving, after: personsAfter })
            : t("persons.preview.joined")}
        </li>
        {figures.map(({ id, label, before, after }) => (
          <li key={id}>
            {t("persons.preview.figure", {
              label: isolated(label),
              before: number(before),
              after: number(after),
            })}
          </li>
        ))}
      </ul>
      <p>
        <small>{t("persons.preview.computed")}</small>
      </p>
      <details>
        <summary>{t("persons.preview.judged", { count: judged.length })}</summary>
        <ul>
          {judged.map(({ left, right, answer, weightBits }) => (
            <li key={`${left.id} ${right.id}`}>
              {t("persons.preview.pair", {
                one: isolated(left.recordId),
                other: isolated(right.recordId),
                answer: t(`persons.preview.${answer}`),
              })}
              {weightBits === null
                ? null
                : ` · ${t("persons.preview.bits", { bits: isolated(signedNumber(weightBits, language)) })}`}
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}

function Forbidding({ said }: { readonly said: readonly SaidOfRowsView[] }) {
  const { t } = useReader();
  if (said.length === 0) return null;
  return (
    <div className="trouble" role="alert">
      <strong>{t("persons.preview.forbidden")}</strong>
      <ul>
        {said.map((each) => (
          <SaidOfRows key={each.judgement.id} said={each} />
        ))}
      </ul>
      <p>{t("persons.preview.forbidden.how")}</p>
    </div>
  );
}

function Against({ against }: Pick<PersonPreviewView, "against">) {
  const { t } = useReader();
  if (against.length === 0) return null;
  return (
    <div className="against">
      <strong>{t("persons.preview.against")}</strong>
      <ul>
        {against.map((each) => (
          <SaidOfRows key={each.judgement.id} said={each} more={each.becomesText} />
        ))}
      </ul>
    </div>
  );
}

/** Who said what of which two rows, and when. */
export function SaidOfRows({ said, more }: { readonly said: SaidOfRowsView; readonly more?: string }) {
  const { t } = useReader();
  const { left, right, judgement } = said;
  return (
    <li>
      <Said>{judgement.by}</Said> · <Day day={dayOf(judgement.at)} /> ·{" "}
      {t("persons.said.two", { one: isolated(left.recordId), other: isolated(right.recordId) })}:{" "}
      <strong>{judgement.answerText}</strong>
      {judgement.reason === null ? null : (
        <>
          {" "}
          · <Said>{judgement.reason}</Said>
        </>
      )}
      {more === undefined ? null : <small> ({more})</small>}
    </li>
  );
}
