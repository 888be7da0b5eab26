/** On the page of a person: how much of them may be shown outside, row by row, who decided it, and the decision itself. */
import { useState } from "react";
import type { PersonVisibilityView } from "../../src/server/client.ts";
import { useMayWrite } from "../case-access.ts";
import { useReader } from "../settings.tsx";
import { useView } from "../use-view.ts";
import { NextCommand } from "./next-deed.tsx";
import { DecisionWords } from "./publish-decisions.tsx";
import { Await } from "./states.tsx";
import { VisibilityForm } from "./visibility-form.tsx";
import { Said } from "./words.tsx";

export function PersonShown({ caseId, id }: { readonly caseId: string; readonly id: string }) {
  const { client, language, t } = useReader();
  const [looks, setLooks] = useState(0);
  const shown = useView(`shown ${caseId} ${id} ${language} ${looks}`, () =>
    client.personVisibility(caseId, id),
  );
  return (
    <section aria-labelledby="shown-title" className="person-shown">
      <h2 id="shown-title" tabIndex={-1}>
        {t("publish.person")}
      </h2>
      <Await of={shown}>
        {(view) => (
          <Shown
            caseId={caseId}
            view={view}
            whenDecided={() => {
              setLooks(looks + 1);
              // The form that was sent goes, and the focus with it.
              document.getElementById("shown-title")?.focus({ preventScroll: true });
            }}
          />
        )}
      </Await>
    </section>
  );
}

interface ShownProps {
  readonly caseId: string;
  readonly view: PersonVisibilityView;
  readonly whenDecided: () => void;
}

function Shown({ caseId, view, whenDecided }: ShownProps) {
  const { t } = useReader();
  const mayWrite = useMayWrite();
  const { rows, visibility, isForTeam } = view;
  const open = rows.filter(({ isEncrypted, isForTeam: isTeams }) => !isEncrypted && !isTeams);
  return (
    <>
      <p aria-live="polite">
        <span className="chip">
          {visibility === null ? t("publish.show.undecided") : t(`publish.show.${visibility}`)}
        </span>{" "}
        {isForTeam ? t("publish.person.team") : rows.length > 1 ? t("publish.person.least") : null}
      </p>
      <ul className="decisions">
        {rows.map((row) => (
          <li key={row.id}>
            <Row row={row} />
            {mayWrite && rows.length > 1 && open.includes(row) ? (
              <Decide
                {...{ caseId, whenDecided }}
                word={t("publish.person.one")}
                covers={[row.id]}
                standing={row.decision?.visibility ?? null}
              />
            ) : null}
          </li>
        ))}
      </ul>
      {open.length === 0 ? null : mayWrite ? (
        <Decide
          {...{ caseId, whenDecided }}
          word={t(rows.length > 1 ? "publish.person.all" : "publish.person.one")}
          covers={open.map((row) => row.id)}
          standing={visibility}
        />
      ) : (
        <p className="next">
          <NextCommand command={`inquest visibility ${view.person} --show … --why … --case DIR`} />
        </p>
      )}
    </>
  );
}

function Row({ row }: { readonly row: PersonVisibilityView["rows"][number] }) {
  const { t } = useReader();
  const { list, recordId, decision, of, isEncrypted, isForTeam } = row;
  return (
    <>
      <Said>{list.name}</Said> <bdi dir="ltr">{recordId}</bdi>{" "}
      {isForTeam ? <small>{t("publish.person.forTeam")} </small> : null}
      {isEncrypted ? <small>{t("publish.person.encrypted")} </small> : null}
      {decision === null ? (
        <span className="chip">{t("publish.show.undecided")}</span>
      ) : (
        <>
          <DecisionWords of={decision} />
          <small className="beneath">
            {t(of === "list" ? "publish.person.ofList" : "publish.person.ofRow")}
          </small>
        </>
      )}
    </>
  );
}

interface DecideProps extends Pick<ShownProps, "caseId" | "whenDecided"> {
  readonly word: string;
  readonly covers: readonly string[];
  readonly standing: PersonVisibilityView["visibility"];
}

function Decide({ caseId, word, covers, standing, whenDecided }: DecideProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details
      className="decision no-print"
      open={isOpen}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>{word}</summary>
      {isOpen ? (
        <VisibilityForm
          caseId={caseId}
          covers={covers}
          standing={standing}
          whenDecided={() => {
            setOpen(false);
            whenDecided();
          }}
        />
      ) : null}
    </details>
  );
}
