/** Review: two rows at a time, judged by keys or buttons, with all that speaks for and against. */
import { useCallback, useEffect, useRef, useState } from "react";
import { Link, useLocation } from "wouter";
import type { ReviewQueueName, ReviewRecordView, ShownPersons } from "../../src/server/client.ts";
import { useMayWrite } from "../case-access.ts";
import { LongWorkControl } from "../parts/long-work.tsx";
import { NotLinked } from "../parts/not-linked.tsx";
import { PageHead } from "../parts/page-head.tsx";
import { PersonsSitting } from "../parts/persons-sitting.tsx";
import { ReviewDecision } from "../parts/review-decision.tsx";
import { ReviewPair } from "../parts/review-pair.tsx";
import { ReviewSummary } from "../parts/review-summary.tsx";
import { ReviewWaterfall, WATERFALL_HEADING } from "../parts/review-waterfall.tsx";
import { rowHref } from "../parts/row-href.ts";
import { REVIEW_KEYS, type ReviewKey } from "../parts/single-keys.ts";
import { Loading } from "../parts/states.tsx";
import { StepState } from "../parts/step-state.tsx";
import { useSingleKeys } from "../parts/use-single-keys.ts";
import { useUndoChord } from "../parts/use-undo-chord.ts";
import { isolated } from "../parts/words.tsx";
import { useReader } from "../settings.tsx";
import { type LongWork, useLongWork } from "../use-long-work.ts";
import { useQuery } from "../use-query.ts";
import { type ReviewAnswer, type ReviewChoice, type ReviewSitting, useReview } from "../use-review.ts";

const QUEUES: readonly ReviewQueueName[] = ["open", "audit", "second"];
/** Whole persons stand beside the queues of pairs. */
const PERSONS = "persons";
const SHOWN_PERSONS: readonly ShownPersons[] = ["open", "decided"];
const DEFAULTS = { seed: 1988, size: 100 };
const MOST = { seed: 4_294_967_295, size: 100_000 };

export function ReviewPage({ caseId }: { readonly caseId: string }) {
  const { t } = useReader();
  const [query, change] = useQuery();
  // A link that is done brings other pairs.
  const [links, setLinks] = useState(0);
  const work = useLongWork(caseId, "link", () => setLinks((count) => count + 1));
  // Not offered where there is nothing to link; said by the view once it is there.
  const [personLists, setPersonLists] = useState<number | null>(null);
  const choice: ReviewChoice = {
    queue: QUEUES.find((queue) => queue === query.get("queue")) ?? "open",
    seed: wholeNumber(query.get("seed"), "seed"),
    size: wholeNumber(query.get("size"), "size"),
  };
  const isOfPersons = query.get("queue") === PERSONS;
  const shown = SHOWN_PERSONS.find((each) => each === query.get("shown")) ?? "open";
  const chosen = isOfPersons ? PERSONS : choice.queue;
  return (
    <>
      <PageHead title={t("nav.review")} lead={t(isOfPersons ? "persons.lead" : "review.lead")}>
        <div className="review-choice">
          <fieldset className="review-queues">
            <legend className="visually-hidden">{t("review.queue")}</legend>
            {([...QUEUES, PERSONS] as const).map((queue) => (
              <button
                key={queue}
                type="button"
                aria-pressed={chosen === queue}
                onClick={() => change({ queue: queue === "open" ? "" : queue, shown: "", person: "" })}
              >
                {t(`review.queue.${queue}`)}
              </button>
            ))}
          </fieldset>
          {isOfPersons ? (
            <fieldset className="review-queues">
              <legend className="visually-hidden">{t("persons.shown")}</legend>
              {SHOWN_PERSONS.map((each) => (
                <button
                  key={each}
                  type="button"
                  aria-pressed={shown === each}
                  onClick={() => change({ shown: each === "open" ? "" : each, person: "" })}
                >
                  {t(`persons.shown.${each}`)}
                </button>
              ))}
            </fieldset>
          ) : null}
          {choice.queue === "audit"
            ? (["size", "seed"] as const).map((name) => (
                <label key={name}>
                  {t(`review.${name}`)}
                  <input
                    type="number"
                    min={name === "size" ? 1 : 0}
                    max={MOST[name]}
                    value={choice[name]}
                    onChange={(event) => change({ [name]: event.currentTarget.value })}
                  />
                </label>
              ))
            : null}
        </div>
      </PageHead>
      {personLists === null || personLists === 0 ? null : <LongWorkControl kind="link" work={work} />}
      {isOfPersons ? (
        <PersonsSitting
          key={`${shown} ${links}`}
          {...{ caseId, shown, work }}
          whenListsKnown={setPersonLists}
        />
      ) : (
        <Sitting
          key={`${choice.queue} ${choice.seed} ${choice.size} ${links}`}
          {...{ caseId, choice, work }}
          whenListsKnown={setPersonLists}
        />
      )}
    </>
  );
}

function wholeNumber(text: string | null, name: keyof typeof DEFAULTS): number {
  const number = Number(text);
  const isFine = text !== null && text !== "" && Number.isInteger(number) && number <= MOST[name];
  return isFine && number >= (name === "size" ? 1 : 0) ? number : DEFAULTS[name];
}

interface SittingProps {
  readonly caseId: string;
  readonly choice: ReviewChoice;
  readonly work: LongWork;
  readonly whenListsKnown: (count: number) => void;
}

function Sitting({ caseId, choice, work, whenListsKnown }: SittingProps) {
  const sitting = useReview(caseId, choice);
  const { view, pair, trouble, answer, skip, undo } = sitting;
  const [reason, setReason] = useState("");
  const field = useRef<HTMLInputElement>(null);

  const decide = useCallback(
    async (said: ReviewAnswer) => {
      const isRecorded = await answer(said, reason.trim());
      if (isRecorded) setReason("");
    },
    [answer, reason],
  );
  const mayWrite = useMayWrite();
  const [, navigate] = useLocation();
  const openRow = (row: ReviewRecordView | undefined) => {
    const href = row === undefined ? null : rowHref(caseId, row);
    if (href !== null) navigate(href);
  };
  const press = (key: ReviewKey) => {
    switch (key) {
      case "skip":
        return skip();
      case "explain":
        return showWaterfall();
      case "open":
        return openRow(pair?.left);
      case "other":
        return openRow(pair?.right);
      case "reason":
        return field.current?.focus();
      case "undo":
        return mayWrite ? void undo() : undefined;
      default:
        return mayWrite ? void decide(key) : undefined;
    }
  };
  useSingleKeys(REVIEW_KEYS, press);
  useUndoChord(() => press("undo"));
  useNewPairInView(pair === null ? null : `${pair.left.id} ${pair.right.id}`);

  const personLists = view?.personLists;
  useEffect(() => {
    if (personLists !== undefined) whenListsKnown(personLists);
  }, [personLists, whenListsKnown]);
  if (view?.isLinked === false) return <NotLinked {...{ caseId, view, work }} />;
  if (view === null && trouble === null) return <Loading />;
  return (
    <>
      {view === null ? null : <ReviewSummary {...{ view, caseId, work }} />}
      <p className="visually-hidden" aria-live="polite">
        {pair === null ? null : `${pair.whyText}: ${[...pair.left.names, ...pair.right.names].join(" | ")}`}
      </p>
      {pair === null && view !== null ? <NothingWaits sitting={sitting} caseId={caseId} /> : null}
      {pair === null ? null : (
        <ReviewPair key={`${pair.left.id} ${pair.right.id}`} pair={pair} caseId={caseId} />
      )}
      <DecidedWaterfall sitting={sitting} />
      <ReviewDecision sitting={sitting} reason={reason} setReason={setReason} press={press} field={field} />
    </>
  );
}

/** Of a pair that was blind, once it is decided: what its score was made of. */
function DecidedWaterfall({ sitting: { done } }: { readonly sitting: ReviewSitting }) {
  const { t } = useReader();
  const revealed = done?.revealed ?? null;
  if (revealed === null) return null;
  const [one, other] = [revealed.left, revealed.right].map((row) => isolated(row.names[0] ?? row.recordId));
  const title = t("review.waterfall.decided", { one: one ?? "", other: other ?? "" });
  return <ReviewWaterfall waterfall={revealed.waterfall} title={title} />;
}

/** The waterfall that stands on the page: of the pair, or of the blind one that was decided last. */
function showWaterfall(): void {
  const heading = document.querySelector<HTMLElement>(WATERFALL_HEADING);
  heading?.focus({ preventScroll: true });
  heading?.scrollIntoView({ block: "start" });
}

/**
 * The next pair stands where the last one did, its rows above the answers; so does the first where the bar of answers
 * would cover its names, as on a telephone.
 */
function useNewPairInView(pair: string | null): void {
  const last = useRef<string | null>(null);
  useEffect(() => {
    if (pair !== null && pair !== last.current && (last.current !== null || isFirstRowCovered()))
      document.querySelector(".review-pair")?.scrollIntoView({ block: "start" });
    last.current = pair ?? last.current;
  }, [pair]);
}

function isFirstRowCovered(): boolean {
  const [row, bar] = [".review-table tbody tr", ".review-bar"].map((part) =>
    document.querySelector(part)?.getBoundingClientRect(),
  );
  return row !== undefined && bar !== undefined && row.bottom > bar.top;
}

interface NothingWaitsProps {
  readonly sitting: ReviewSitting;
  readonly caseId: string;
}

/** All was judged, or the link left nothing to judge: either way another queue may hold something. */
function NothingWaits({ sitting, caseId }: NothingWaitsProps) {
  const { t } = useReader();
  const { view, skipped, unskip } = sitting;
  if (view === null) return null;
  if (skipped > 0)
    return (
      <div className="state empty">
        <p>{t("review.nothing.skipped", { count: skipped })}</p>
        <p className="next">
          <button type="button" onClick={unskip}>
            {t("review.unskip")}
          </button>
        </p>
      </div>
    );
  const { pairs, mine } = view.judged;
  const next =
    view.queue === "open" ? (
      <>
        <Link href={`/${caseId}/review?queue=persons`}>{t("review.next.persons")}</Link>{" "}
        <Link href={`/${caseId}/review?queue=audit`}>{t("review.next.audit")}</Link>
      </>
    ) : (
      <Link href={`/${caseId}/review`}>{t("review.next.open")}</Link>
    );
  const word =
    view.queue === "open" && pairs > 0 ? "review.nothing" : (`review.nothing.${view.queue}` as const);
  return (
    <StepState state="nothing" next={next}>
      {t(word, { judged: pairs, mine })}
    </StepState>
  );
}
