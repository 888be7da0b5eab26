/** The first rows of a list, each field as it is written and as the recipe reads it. */
import type { ImportTrialView, SampleRowView } from "../../src/server/client.ts";
import { useReader } from "../settings.tsx";
import { ScrollRegion } from "./scroll-region.tsx";
import { StepState } from "./step-state.tsx";
import { Said, Time } from "./words.tsx";

interface ImportSampleProps {
  readonly trial: ImportTrialView;
  readonly goTo: (step: 2) => void;
}

export function ImportSample({ trial: { sample }, goTo }: ImportSampleProps) {
  const { t, digits } = useReader();
  const [first] = sample;
  if (first === undefined)
    return (
      <StepState
        state="nothing"
        next={
          <button type="button" onClick={() => goTo(2)}>
            {t("next.step", { step: 2 })}
          </button>
        }
      >
        {t("import.sample.none")}
      </StepState>
    );
  return (
    <section aria-labelledby="sample-title" aria-live="off">
      <h3 id="sample-title">{t("import.sample", { count: sample.length })}</h3>
      <ScrollRegion aria-labelledby="sample-title">
        <table className="sample-rows">
          <thead>
            <tr>
              <th scope="col">{t("import.read.row")}</th>
              {first.fields.map(({ field, label }) => (
                <th key={field} scope="col">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sample.map((row) => (
              <tr key={row.row}>
                <th scope="row">{digits(String(row.row))}</th>
                {row.fields.map((value) => (
                  <td key={value.field}>
                    <Value value={value} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </section>
  );
}

function Value({
  value: { written, read, isUnread, time },
}: {
  readonly value: SampleRowView["fields"][number];
}) {
  const { t } = useReader();
  if (written.trim() === "") return null;
  if (read === null) {
    return (
      <>
        <Said>{written}</Said>
        <small className={`as-read ${isUnread ? "unread" : "unknown"}`}>
          {t(isUnread ? "import.sample.unread" : "import.sample.unknown")}
        </small>
      </>
    );
  }
  const isSame = time === null && read === written.trim();
  return (
    <>
      <Said>{written}</Said>
      {isSame ? null : (
        <small className="as-read">
          <span className="visually-hidden">{t("import.sample.read")}</span>
          <span aria-hidden="true" className="arrow" />
          {time === null ? <Said>{read}</Said> : <Time time={time} />}
        </small>
      )}
    </>
  );
}
