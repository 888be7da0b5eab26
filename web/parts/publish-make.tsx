/** Making a release: refused while something is undecided, asked once more in words, and told where it lies. */

import { type RefObject, useId, useRef, useState } from "react";
import type { JobView, ReleaseMadeView, ReleasePlanView } from "../../src/server/client.ts";
import { LANGUAGE_NAMES } from "../page-words.ts";
import { useReader } from "../settings.tsx";
import { type Trouble, toTrouble } from "../trouble.ts";
import { useJob } from "../use-long-work.ts";
import { CopyText } from "./copy-text.tsx";
import { NextCommand } from "./next-deed.tsx";
import { toUndecided } from "./publish-decisions.tsx";
import { Counts, Listed } from "./publish-plan.tsx";
import { StepSign } from "./step-state.tsx";
import { TroubleWords } from "./trouble-words.tsx";

interface MakeProps {
  readonly caseId: string;
  readonly plan: ReleasePlanView;
  readonly takeAllIn: () => void;
  /** Called once a release is made, or to look again. */
  readonly renew: () => void;
}

export function MakeRelease({ caseId, plan, takeAllIn, renew }: MakeProps) {
  const { client, language, t } = useReader();
  const [written, setWritten] = useState<"en" | "fa">(language);
  const [note, setNote] = useState("");
  // What was said of one release is not said of the next.
  const whenMade = () => {
    setNote("");
    renew();
  };
  const work = useJob(caseId, "publish", whenMade);
  /** Where the server makes it without a process of its own, it is there with the answer. */
  const [made, setMade] = useState<ReleaseMadeView | null>(null);
  const [isSending, setSending] = useState(false);
  const [refusal, setRefusal] = useState<Trouble | null>(null);
  const dialog = useRef<HTMLDialogElement>(null);
  const isRunning = isSending || work.job?.state === "running";
  const start = async () => {
    dialog.current?.close();
    setSending(true);
    setRefusal(null);
    setMade(null);
    try {
      const begun = await client.publishRelease(caseId, {
        ...{ profile: plan.profile, language: written, note, without: plan.leftOut },
        lookedAt: plan.lookedAt,
      });
      const { job } = begun;
      if (job !== null) await work.begin(() => Promise.resolve(job));
      setMade(begun.made);
      if (begun.made !== null) whenMade();
    } catch (error) {
      setRefusal(toTrouble(error));
    } finally {
      setSending(false);
    }
  };
  const missing = plan.undecided.length;
  const ask = () => {
    if (missing > 0) toUndecided();
    else if (!isRunning && !work.isBusy) dialog.current?.showModal();
  };
  return (
    <section aria-labelledby="make-title" className="make">
      <h2 id="make-title">{t("publish.make")}</h2>
      {plan.isClosed ? (
        <Closed profile={plan.profile} />
      ) : (
        <>
          <p>
            {t("publish.make.number", { number: plan.number })} <code dir="ltr">{plan.folder}</code>
          </p>
          <Settings {...{ written, setWritten, note, setNote }} />
          {plan.leftOut.length === 0 ? null : (
            <p>
              {t("publish.make.without", { count: plan.leftOut.length })}{" "}
              <button type="button" className="quiet" onClick={takeAllIn}>
                {t("publish.takeIn.all")}
              </button>
            </p>
          )}
          {missing === 0 ? null : (
            <p className="trouble" id="make-missing">
              {t("publish.make.undecided", { count: missing })}{" "}
              <button type="button" className="quiet" onClick={toUndecided}>
                {t("publish.make.toUndecided")}
              </button>
            </p>
          )}
          <button
            type="button"
            className="primary"
            aria-disabled={missing > 0 || isRunning || work.isBusy}
            aria-describedby={missing > 0 ? "make-missing" : undefined}
            onClick={ask}
          >
            {t("publish.make.start")}
          </button>
          <output aria-live="polite" className="make-news">
            {isRunning ? t("publish.make.running") : <News job={work.job} made={made} />}
          </output>
          <Refused {...{ refusal, job: isRunning ? null : work.job, renew }} />
          <Confirm {...{ dialog, plan, start }} />
        </>
      )}
    </section>
  );
}

function Closed({ profile }: { readonly profile: ReleasePlanView["profile"] }) {
  const { t } = useReader();
  return (
    <p>
      {t("publish.make.closed")}{" "}
      <code dir="ltr">{`inquest release --profile ${profile} --out DIR --case DIR`}</code>
    </p>
  );
}

interface SettingsProps {
  readonly written: "en" | "fa";
  readonly setWritten: (language: "en" | "fa") => void;
  readonly note: string;
  readonly setNote: (note: string) => void;
}

function Settings({ written, setWritten, note, setNote }: SettingsProps) {
  const { t } = useReader();
  const [languageId, noteId] = [useId(), useId()];
  return (
    <div className="decision-form">
      <div className="words-field">
        <label htmlFor={languageId}>{t("publish.make.language")}</label>
        <select
          id={languageId}
          value={written}
          onChange={(event) => setWritten(event.currentTarget.value === "fa" ? "fa" : "en")}
        >
          {(["en", "fa"] as const).map((each) => (
            <option key={each} value={each} lang={each}>
              {LANGUAGE_NAMES[each]}
            </option>
          ))}
        </select>
      </div>
      <div className="words-field">
        <label htmlFor={noteId}>{t("publish.make.note")}</label>
        <textarea
          id={noteId}
          dir="auto"
          rows={3}
          maxLength={2000}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
      </div>
    </div>
  );
}

function News({ job, made }: { readonly job: JobView | null; readonly made: ReleaseMadeView | null }) {
  const { t } = useReader();
  const release = made ?? job?.published ?? null;
  if (release === null) return null;
  return (
    <>
      {t("publish.make.done", { number: release.number })} <code dir="ltr">{release.folder}</code>
      <span className="beneath">
        {t("publish.make.root")} <code dir="ltr">{release.root}</code>{" "}
        <CopyText text={release.root} of={t("publish.made.release", { number: release.number })} />
      </span>
    </>
  );
}

interface RefusedProps {
  readonly refusal: Trouble | null;
  readonly job: JobView | null;
  readonly renew: () => void;
}

function Refused({ refusal, job, renew }: RefusedProps) {
  const { t } = useReader();
  const error = job?.error ?? null;
  if (refusal === null && error === null) return <div role="alert" />;
  return (
    <div role="alert" className="trouble">
      <StepSign state="failed" />{" "}
      {refusal !== null ? <TroubleWords of={refusal} /> : <bdi dir="auto">{error?.message}</bdi>}{" "}
      <button type="button" onClick={renew}>
        {t("publish.make.again")}
      </button>
    </div>
  );
}

interface ConfirmProps {
  readonly dialog: RefObject<HTMLDialogElement | null>;
  readonly plan: ReleasePlanView;
  readonly start: () => Promise<void>;
}

function Confirm({ dialog, plan, start }: ConfirmProps) {
  const { t } = useReader();
  const title = useId();
  return (
    <dialog ref={dialog} className="undo-dialog publish-dialog" aria-labelledby={title}>
      <h2 id={title}>{t("publish.make.confirm", { number: plan.number })}</h2>
      <dl>
        <dt>{t("publish.make.readers")}</dt>
        <dd>
          {t(`publish.profile.${plan.profile}`)} <small>{t(`publish.profile.${plan.profile}.about`)}</small>
        </dd>
        <dt>{t("publish.make.holds")}</dt>
        <dd>
          <Counts plan={plan} />
          <Listed plan={plan} />
        </dd>
      </dl>
      <p>{t("publish.make.forever")}</p>
      <div className="undo-buttons">
        {/* The one that changes nothing has the focus first. */}
        <button type="button" onClick={() => dialog.current?.close()}>
          {t("publish.make.leave")}
        </button>
        <button type="button" className="primary" onClick={() => void start()}>
          {t(`publish.make.for.${plan.profile}`)}
        </button>
      </div>
    </dialog>
  );
}

/** Where nothing can be recorded from this window. */
export function MakeByCommand({ profile }: { readonly profile: ReleasePlanView["profile"] }) {
  const { t } = useReader();
  return (
    <section aria-labelledby="make-title">
      <h2 id="make-title">{t("publish.make")}</h2>
      <p className="next">
        <NextCommand command={`inquest release --profile ${profile} --out DIR --case DIR`} />
      </p>
    </section>
  );
}
