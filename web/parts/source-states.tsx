/** What the program made of a source by itself, where that is nothing: its words, its look at the file, what is stated. */
import type { RefObject } from "react";
import { Link } from "wouter";
import type { SourceView } from "../../src/server/client.ts";
import { useMayWrite } from "../case-access.ts";
import { useReader } from "../settings.tsx";
import { mayBeTable } from "./drop-files.tsx";
import { NextCommand } from "./next-deed.tsx";
import { Empty } from "./states.tsx";
import { StepSign, StepState } from "./step-state.tsx";

const RECORD = "inquest record FILE --case DIR";

interface OfSource {
  readonly source: SourceView;
  readonly caseId: string;
}

/** Neither words nor statements; a list shows its rows, and what is held back says so above. */
export function NoWords({ source, caseId }: OfSource) {
  const { t } = useReader();
  const mayWrite = useMayWrite();
  if (source.table !== null || source.withheld !== null) return null;
  const isTable = mayWrite && mayBeTable(source.key);
  const next = isTable ? (
    <Link href={`/${caseId}/sources/${encodeURIComponent(source.id)}/import`}>{t("drop.import")}</Link>
  ) : (
    <NextRecord />
  );
  return (
    <StepState state="nothing" next={next}>
      {t("source.noWords")}
    </StepState>
  );
}

interface FailedWordsProps {
  readonly trouble: string;
  readonly caseId: string;
  readonly retry: (() => void) | null;
}

/** The words could not be read, which is not that there are none. */
export function FailedWords({ trouble, caseId, retry }: FailedWordsProps) {
  const { t } = useReader();
  const next =
    retry === null ? (
      <Link href={`/${caseId}/sources`}>{t("next.sources")}</Link>
    ) : (
      <button type="button" onClick={retry}>
        {t("app.retry")}
      </button>
    );
  return (
    <StepState state="failed" next={next}>
      <bdi dir="auto">{trouble}</bdi>
    </StepState>
  );
}

/** A page that was read, and holds no words. */
/** @param isDrawn - whether the page can be looked at, and read by eye. */
export function NoPageWords({ isDrawn }: { readonly isDrawn: boolean }) {
  const { t } = useReader();
  const mayWrite = useMayWrite();
  return (
    <StepState state="nothing" next={isDrawn && mayWrite ? t("page.none.next") : <NextRecord />}>
      {t("page.none")}
    </StepState>
  );
}

/** Said where it is read; where there are no words, or nothing can be recorded, by a file. */
export function NothingStated({
  hasWords,
  frame,
}: {
  readonly hasWords: boolean;
  readonly frame: RefObject<HTMLElement | null>;
}) {
  const { t } = useReader();
  const mayWrite = useMayWrite();
  const next =
    mayWrite && hasWords ? (
      <button type="button" onClick={() => frame.current?.focus()}>
        {t("source.noStatement.next")}
      </button>
    ) : (
      <NextRecord />
    );
  return <Empty next={next}>{t("source.noStatement")}</Empty>;
}

function NextRecord() {
  const { t } = useReader();
  if (!useMayWrite()) return <NextCommand command={RECORD} />;
  return (
    <>
      {t("next.command.file")} <code dir="ltr">{RECORD}</code>
    </>
  );
}

/** What a person should know about the file before working with it: names from inside it stand as codes. */
export function Remarks({ source: { remarks, isInspected } }: Pick<OfSource, "source">) {
  const { t } = useReader();
  if (remarks.length === 0)
    return (
      <p className="note">
        <StepSign state={isInspected ? "nothing" : "not-run"} />{" "}
        {isInspected ? (
          t("source.inspected")
        ) : (
          <>
            {t("source.notInspected")} <code dir="ltr">inquest inspect FILE</code>
          </>
        )}
      </p>
    );
  return (
    <section className="remarks" aria-label={t("sources.remarks")}>
      <h2>{t("sources.remarks")}</h2>
      <ul>
        {remarks.map((remark) => (
          <li key={remark} dir="auto">
            {remark}
          </li>
        ))}
      </ul>
    </section>
  );
}
