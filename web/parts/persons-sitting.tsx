/** Persons to check: one after the other, contradictions first; rows are ticked and parted, persons joined or left together. */
import { useCallback, useEffect, useRef, useState } from "react";
import type { PersonSummaryView, ShownPersons } from "../../src/server/client.ts";
import { useMayWrite } from "../case-access.ts";
import { useReader } from "../settings.tsx";
import type { LongWork } from "../use-long-work.ts";
import { PERSONS_PAGE, type PersonChoice, usePersonChecks } from "../use-person-checks.ts";
import { type PreviewedChange, usePersonPreview } from "../use-person-preview.ts";
import { useQuery } from "../use-query.ts";
import { NobodyLeft, UnknownPerson } from "./nobody-left.tsx";
import { NotLinked } from "./not-linked.tsx";
import { PersonBar } from "./person-bar.tsx";
import { PersonCheck } from "./person-check.tsx";
import { PersonPicker } from "./person-picker.tsx";
import { PersonPreviewBox } from "./person-preview.tsx";
import { PersonRows, TICK_BOX } from "./person-rows.tsx";
import { PersonsList } from "./persons-list.tsx";
import { PersonsSummary } from "./persons-summary.tsx";
import { PERSON_KEYS, type PersonKey } from "./single-keys.ts";
import { useSingleKeys } from "./use-single-keys.ts";
import { useUndoChord } from "./use-undo-chord.ts";

interface PersonsSittingProps {
  readonly caseId: string;
  readonly shown: ShownPersons;
  readonly work: LongWork;
  readonly whenListsKnown: (count: number) => void;
}

/** Nobody is joined, the picker is open, or somebody is chosen. */
type Joining = "none" | "choosing" | PersonSummaryView;

const NOBODY: ReadonlySet<string> = new Set();

export function PersonsSitting({ caseId, shown, work, whenListsKnown }: PersonsSittingProps) {
  const { t } = useReader();
  const mayWrite = useMayWrite();
  const [query, change] = useQuery();
  const first = query.get("person") ?? "";
  const sitting = usePersonChecks(caseId, shown, first);
  const { view, person, trouble, decide, undo } = sitting;
  const [ticked, setTicked] = useState(NOBODY);
  const [joining, setJoining] = useState<Joining>("none");
  const [reason, setReason] = useState("");
  const reasonField = useRef<HTMLInputElement>(null);
  const pickerField = useRef<HTMLInputElement>(null);
  const joinButton = useRef<HTMLButtonElement>(null);

  // What was put together of one person is not of the next; the address names whom it began with, and nobody else.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another person is a reason.
  useEffect(() => {
    setTicked(NOBODY);
    setJoining("none");
    if (first !== "" && person !== null && view?.named?.id !== person.id) change({ person: "" });
  }, [person?.id]);
  const other = typeof joining === "string" ? null : joining;
  const preview = usePersonPreview(caseId, previewedOf(person?.id ?? null, ticked, other));
  const isForbidden = (preview.preview?.forbidding.length ?? 0) > 0;
  const isReady = preview.preview !== null && !isForbidden && !sitting.isBusy;

  useEffect(() => {
    if (joining === "choosing") pickerField.current?.focus();
  }, [joining]);
  // Whoever chose by keys goes on by keys, once it is known what joining would change.
  useEffect(() => {
    if (other !== null && isReady) joinButton.current?.focus();
  }, [other, isReady]);

  const record = useCallback(
    async (choice: PersonChoice) => {
      if (await decide(choice, reason.trim())) {
        setReason("");
        setTicked(NOBODY);
        setJoining("none");
        showPerson();
      }
    },
    [decide, reason],
  );
  const tick = (row: string) =>
    setTicked((before) => {
      const next = new Set(before);
      if (!next.delete(row)) next.add(row);
      return next;
    });

  function isOff(key: PersonKey): boolean {
    switch (key) {
      case "undo":
        return !mayWrite || (view?.lastMine ?? null) === null || sitting.isBusy;
      case "keep":
        return (
          !mayWrite ||
          person === null ||
          person.rows.length < 2 ||
          ticked.size > 0 ||
          joining !== "none" ||
          sitting.isBusy
        );
      case "split":
        return !mayWrite || ticked.size === 0 || !isReady;
      case "join":
        return !mayWrite || person === null || ticked.size > 0 || (other !== null && !isReady);
      default:
        return person === null && key !== "reason";
    }
  }
  const actions: Readonly<Record<PersonKey, () => void>> = {
    down: () => moveTo(1),
    up: () => moveTo(-1),
    tick: tickFocused,
    split: () => void record({ did: "split", rows: [...ticked] }),
    keep: () => person !== null && void record({ did: "kept", person: person.id }),
    join() {
      if (other === null) setJoining("choosing");
      else if (person !== null) void record({ did: "joined", one: person.id, other: other.id });
    },
    contradiction: sitting.nextContradiction,
    skip: sitting.skip,
    undo: () => void undo(),
    reason: () => reasonField.current?.focus(),
  };
  const press = (key: PersonKey) => {
    if (!isOff(key)) actions[key]();
  };
  useSingleKeys(PERSON_KEYS, press);
  useUndoChord(() => press("undo"));

  const personLists = view?.personLists;
  useEffect(() => {
    if (personLists !== undefined) whenListsKnown(personLists);
  }, [personLists, whenListsKnown]);
  if (view?.isLinked === false) return <NotLinked {...{ caseId, view, work }} />;
  if (view === null && trouble === null) return <output className="state">{t("app.loading")}</output>;
  return (
    <>
      {view === null ? null : <PersonsSummary {...{ view, caseId, work }} />}
      {view !== null && first !== "" && person === null ? <UnknownPerson /> : null}
      {view !== null && first === "" && person === null ? <NobodyLeft view={view} caseId={caseId} /> : null}
      {person === null || view === null ? null : (
        <PersonCheck {...{ person, caseId, ticked }} total={view.total} tick={mayWrite ? tick : null} />
      )}
      {joining === "choosing" && person !== null ? (
        <PersonPicker
          caseId={caseId}
          except={person.id}
          choose={setJoining}
          cancel={() => setJoining("none")}
          field={pickerField}
        />
      ) : null}
      {other === null || preview.preview?.other == null ? null : (
        <section className="person-check">
          <h3>{t("persons.rows.other")}</h3>
          <PersonRows person={preview.preview.other} title={t("persons.rows.other")} ticking={null} />
        </section>
      )}
      {other === null ? null : (
        <button type="button" className="person-cancel" onClick={() => setJoining("none")}>
          {t("persons.join.cancel")}
        </button>
      )}
      <PersonPreviewBox of={preview} />
      <PersonBar
        {...{ sitting, reason, setReason, press, isOff, reasonField, joinButton }}
        preview={preview.preview}
        isJoining={other !== null}
      />
      {view === null ? null : (
        <PersonsList
          view={view}
          current={person?.id ?? null}
          size={PERSONS_PAGE}
          goTo={(rank) => {
            sitting.goTo(rank);
            showPerson();
          }}
        />
      )}
    </>
  );
}

function previewedOf(
  person: string | null,
  ticked: ReadonlySet<string>,
  other: PersonSummaryView | null,
): PreviewedChange | null {
  if (person === null) return null;
  if (ticked.size > 0) return { rows: [...ticked] };
  return other === null ? null : { one: person, other: other.id };
}

function showPerson(): void {
  document.querySelector(".person-check")?.scrollIntoView({ block: "start" });
}

/** The focus goes from box to box, as it would by Tab. */
function moveTo(step: number): void {
  const boxes = [...document.querySelectorAll<HTMLInputElement>(TICK_BOX)];
  const { activeElement } = document;
  const at = activeElement instanceof HTMLInputElement ? boxes.indexOf(activeElement) : -1;
  const next = at < 0 ? (step > 0 ? 0 : boxes.length - 1) : (at + step + boxes.length) % boxes.length;
  boxes[next]?.focus();
}

/** Before any row is chosen it is the first that is ticked. */
function tickFocused(): void {
  const boxes = [...document.querySelectorAll<HTMLInputElement>(TICK_BOX)];
  const box = boxes.find((each) => each === document.activeElement) ?? boxes[0];
  box?.focus();
  box?.click();
}
