/** What a release waits for, each with the decision beside it; and what is decided, to be decided anew. */
import { useEffect, useRef, useState } from "react";
import { Link } from "wouter";
import type { DecidedView, ReleasePlanView, UndecidedView } from "../../src/server/client.ts";
import { useMayWrite } from "../case-access.ts";
import { useReader } from "../settings.tsx";
import { NextCommand } from "./next-deed.tsx";
import { PublicationForm } from "./publication-form.tsx";
import { VisibilityForm } from "./visibility-form.tsx";
import { Day, Said } from "./words.tsx";

const MS_A_DAY = 86_400_000;

interface DecisionsProps {
  readonly caseId: string;
  readonly plan: ReleasePlanView;
  /** Called once something is decided: the plan is another then. */
  readonly whenDecided: () => void;
}

/** Brings whoever asks to what is undecided. */
export function toUndecided(): void {
  const heading = document.getElementById("undecided-title");
  heading?.scrollIntoView({ block: "start" });
  heading?.focus({ preventScroll: true });
}

export function Decisions({ caseId, plan, whenDecided }: DecisionsProps) {
  const { t } = useReader();
  const mayWrite = useMayWrite();
  const [news, setNews] = useState<string | null>(null);
  const tell = (name: string) => {
    setNews(name);
    whenDecided();
    // What was decided leaves the list, and the focus with it.
    document.getElementById("undecided-title")?.focus({ preventScroll: true });
  };
  return (
    <section aria-labelledby="undecided-title">
      <h2 id="undecided-title" tabIndex={-1}>
        {t("publish.undecided")}
      </h2>
      <output className="decided-news">
        {news === null ? null : <>✓ {t("publish.decided.now", { what: news })}</>}
      </output>
      {plan.undecided.length === 0 ? (
        <p>{t("publish.undecided.none")}</p>
      ) : (
        <>
          <p className="note">{t("publish.undecided.about")}</p>
          <ul className="decisions">
            {plan.undecided.map((each) => (
              <li key={each.id}>
                {mayWrite ? (
                  <Undecided caseId={caseId} of={each} whenDecided={() => tell(each.name)} />
                ) : (
                  <>
                    <Named of={each} /> <CommandFor of={each} />
                  </>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      {plan.decided.length === 0 ? null : (
        <details className="decided">
          <summary>{t("publish.decided", { count: plan.decided.length })}</summary>
          <ul className="decisions">
            {plan.decided.map((each) => (
              <li key={each.id}>
                <Decided caseId={caseId} of={each} whenDecided={() => tell(each.name)} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function CommandFor({ of }: { readonly of: UndecidedView }) {
  const name = of.id.replace(/^list:/u, "");
  return (
    <small className="beneath">
      <NextCommand
        command={
          of.is === "site"
            ? `inquest sites ${name} --publish … --case DIR`
            : `inquest visibility ${name} --show … --why … --case DIR`
        }
      />
    </small>
  );
}

function Named({ of }: { readonly of: Pick<UndecidedView, "is" | "name" | "persons"> }) {
  const { t } = useReader();
  const kind =
    of.is !== "list"
      ? t(`publish.is.${of.is}`)
      : of.persons === null
        ? t("publish.is.decidedList")
        : t("publish.is.list", { count: of.persons });
  return (
    <>
      <strong>
        <Said>{of.name}</Said>
      </strong>{" "}
      <small>{kind}</small>
    </>
  );
}

interface OneProps<T> {
  readonly caseId: string;
  readonly of: T;
  readonly whenDecided: () => void;
}

function Undecided({ caseId, of, whenDecided }: OneProps<UndecidedView>) {
  return (
    <details className="decision">
      <summary>
        <Named of={of} />
      </summary>
      <Form caseId={caseId} of={{ ...of, decision: null }} whenDecided={whenDecided} />
    </details>
  );
}

function Decided({ caseId, of, whenDecided }: OneProps<DecidedView>) {
  const { t } = useReader();
  const { decision } = of;
  const details = useRef<HTMLDetailsElement>(null);
  const stands = JSON.stringify(decision);
  // Once another decision stands, its form has done its work.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the decision is what closes it.
  useEffect(() => {
    if (details.current !== null) details.current.open = false;
  }, [stands]);
  return (
    <>
      <Named of={{ ...of, persons: null }} /> <DecisionWords of={decision} />
      {useMayWrite() ? (
        <details className="decision" ref={details}>
          <summary>{t("publish.anew")}</summary>
          <Form key={stands} caseId={caseId} of={of} whenDecided={whenDecided} />
        </details>
      ) : null}
    </>
  );
}

/** What stands, who decided it and why. */
export function DecisionWords({ of }: { readonly of: DecidedView["decision"] }) {
  const { t, number } = useReader();
  const { why, by } = of;
  const words =
    of.kind === "visibility"
      ? t(`publish.show.${of.visibility}`)
      : of.publication === "coarsened" && of.km !== null
        ? t("publish.place.to", { km: number(of.km) })
        : t(`publish.place.${of.publication}`);
  return (
    <>
      <span className="chip">{words}</span>
      <small className="beneath">
        {t("publish.decided.by", { by, why })}{" "}
        {of.kind === "visibility" ? <Day day={Math.floor(Date.parse(of.on) / MS_A_DAY)} /> : null}
      </small>
      {of.kind === "visibility" && of.isConsentOver ? (
        <small className="beneath">{t("publish.consentOver")}</small>
      ) : null}
    </>
  );
}

interface FormOf extends Pick<UndecidedView, "is" | "id" | "name"> {
  readonly decision: DecidedView["decision"] | null;
}

function Form({ caseId, of, whenDecided }: OneProps<FormOf>) {
  const { t } = useReader();
  const { is, id, name, decision } = of;
  return (
    <div className="decision-body">
      <p className="note">{t(`publish.${is}.about`)}</p>
      {is === "site" ? (
        <Link href={`/${caseId}/places/${encodeURIComponent(id)}`} className="page-link">
          {t("publish.site.open")}
        </Link>
      ) : is === "list" ? null : (
        <Link href={`/${caseId}/search?q=${encodeURIComponent(name)}`} className="page-link">
          {t("publish.search")}
        </Link>
      )}
      {is === "site" ? (
        <PublicationForm
          caseId={caseId}
          site={id}
          standing={decision?.kind === "publication" ? decision : null}
          whenDecided={whenDecided}
        />
      ) : (
        <VisibilityForm
          caseId={caseId}
          covers={[id]}
          standing={decision?.kind === "visibility" ? decision.visibility : null}
          whenDecided={whenDecided}
        />
      )}
    </div>
  );
}
