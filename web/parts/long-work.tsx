/** One piece of long work: not run, running, failed, done or cancelled, each said in words. */
import { type ReactNode, useRef, useState } from "react";
import type { JobView, StartedKind } from "../../src/server/client.ts";
import type { MessageKey } from "../messages/en.ts";
import { en } from "../messages/en.ts";
import { useReader } from "../settings.tsx";
import type { LongWork } from "../use-long-work.ts";
import { StepSign } from "./step-state.tsx";
import { toldPercent } from "./told-progress.ts";
import { TroubleWords } from "./trouble-words.tsx";

interface LongWorkProps {
  readonly kind: StartedKind;
  readonly work: LongWork;
  /** What stands before the button, such as what must be said first. */
  readonly children?: ReactNode;
  /** Starts it in another way than by itself. */
  readonly start?: () => Promise<void>;
}

/** Brings whoever asks to the button that starts it. */
export function toStart(kind: StartedKind): void {
  const button = document.getElementById(`start-${kind}`);
  button?.scrollIntoView({ block: "nearest" });
  button?.focus();
}

/** Nothing where it cannot be done from here. */
export function LongWorkControl({ kind, work, children, start = work.start }: LongWorkProps) {
  const { t } = useReader();
  const [isStarting, setStarting] = useState(false);
  const isHeld = useRef(false);
  if (work.state !== "open") return null;
  const { job, isBusy, trouble } = work;
  const isRunning = job?.state === "running";
  const startOnce = async () => {
    if (isHeld.current || isBusy) return;
    isHeld.current = true;
    setStarting(true);
    try {
      await start();
    } finally {
      isHeld.current = false;
      setStarting(false);
    }
  };
  // Held and not switched off: a button that is switched off under whoever pressed it loses their place.
  const isOff = isStarting || isBusy;
  return (
    <section className="long-work" aria-label={t(`job.${kind}`)}>
      {isRunning ? null : children}
      <div className="long-work-line">
        {isRunning ? (
          <button type="button" onClick={() => void work.cancel()}>
            {t("job.cancel")}
          </button>
        ) : (
          <button
            type="button"
            id={`start-${kind}`}
            className="primary"
            aria-disabled={isOff}
            onClick={() => void startOnce()}
          >
            {t(`job.${kind}.start`)}
          </button>
        )}
        {isRunning && trouble === null ? (
          <span>
            <Progress job={job} />
          </span>
        ) : null}
        <output aria-live="polite" className={isRunning && trouble === null ? "visually-hidden" : undefined}>
          {trouble !== null ? (
            <span className="trouble">
              <TroubleWords of={trouble} />
            </span>
          ) : job === null ? null : (
            <State job={job} />
          )}
        </output>
      </div>
      {isRunning ? null : <p className="note">{t(`job.${kind}.forever`)}</p>}
    </section>
  );
}

function State({ job }: { readonly job: JobView }) {
  const { t } = useReader();
  switch (job.state) {
    case "running":
      return <ToldProgress job={job} />;
    case "failed":
      return (
        <span className="trouble">
          <StepSign state="failed" /> <bdi dir="auto">{job.error?.message}</bdi>{" "}
          <code dir="ltr">{job.error?.code}</code>
        </span>
      );
    case "cancelled":
      return t("job.cancelled");
    case "done":
      return <Outcome job={job} />;
  }
}

function useStepWords(): (step: string) => string {
  const { t } = useReader();
  return (step) => {
    const key = `job.step.${step}`;
    return isMessage(key) ? t(key) : t("job.step.other");
  };
}

/** For the ear, which a bar that moves twice a second would not leave alone. */
function ToldProgress({ job: { progress } }: { readonly job: JobView }) {
  const { t } = useReader();
  const wordsOf = useStepWords();
  if (progress === null) return t("job.starting");
  const percent = toldPercent(progress);
  const step = wordsOf(progress.step);
  return percent === null ? step : t("job.told", { step, percent });
}

/** For the eye. */
function Progress({ job: { progress } }: { readonly job: JobView }) {
  const { t } = useReader();
  const wordsOf = useStepWords();
  if (progress === null) return t("job.starting");
  const { step, done, total, remainingMs } = progress;
  return (
    <>
      {wordsOf(step)}{" "}
      {total === null || total === 0 ? null : (
        <progress max={total} value={done} aria-label={t("job.progress")} />
      )}{" "}
      {remainingMs === null ? null : t("job.remaining", { seconds: Math.ceil(remainingMs / 1000) })}
    </>
  );
}

function Outcome({ job: { linked, estimated } }: { readonly job: JobView }) {
  const { t } = useReader();
  if (linked !== null) {
    const { records, persons, needsReview, existed } = linked;
    return t(existed ? "job.link.existed" : "job.link.done", { records, persons, review: needsReview });
  }
  if (estimated === null) return null;
  const made = estimated.ids.length - estimated.existed;
  return t(made === 0 ? "job.estimate.existed" : "job.estimate.done", { count: made });
}

function isMessage(key: string): key is MessageKey {
  return Object.hasOwn(en, key);
}
