/** Choosing something that the case names, by part of a name in any script, or naming something new. */
import { type RefObject, useEffect, useState } from "react";
import type { SubjectView, VocabularyView } from "../../src/server/client.ts";
import { useReader } from "../settings.tsx";
import { type Trouble, toTrouble } from "../trouble.ts";
import { useAskAgain } from "../use-ask-again.ts";
import { Option, useListBox } from "./list-box.tsx";
import { NewSubject } from "./new-subject.tsx";
import type { ChosenSubject, SubjectKind } from "./quote-draft.ts";
import { TroubleWords } from "./trouble-words.tsx";
import { Said } from "./words.tsx";

const SHOWN = 8;
const PAUSE_MS = 120;

interface SubjectPickerProps {
  readonly caseId: string;
  readonly label: string;
  /** Those that may be chosen; any when there is none. */
  readonly kinds: readonly SubjectKind[];
  /** Those that something new may be of; the first is proposed. */
  readonly newKinds: readonly SubjectKind[];
  readonly vocabulary: VocabularyView;
  readonly chosen: ChosenSubject | null;
  /** What stands in the field while nothing is chosen. */
  readonly unchosen: string;
  /** @param unchosen - what stands in the field while nothing is chosen; null where nothing does. */
  readonly choose: (chosen: ChosenSubject | null, unchosen: string | null) => void;
  readonly fault: string | null;
  readonly field?: RefObject<HTMLInputElement | null>;
}

export function SubjectPicker(props: SubjectPickerProps) {
  const { chosen, unchosen, choose, label, newKinds, vocabulary, caseId } = props;
  const [isNew, setIsNew] = useState(chosen !== null && chosen.names !== null);
  /** Whether they came back here from naming something new, which is gone from under them. */
  const [isBack, setIsBack] = useState(false);
  const typed = chosen?.name ?? unchosen;
  if (isNew) {
    return (
      <NewSubject
        caseId={caseId}
        label={label}
        name={typed}
        kinds={newKinds}
        vocabulary={vocabulary}
        chosen={chosen}
        choose={choose}
        fault={props.fault}
        cancel={() => {
          setIsNew(false);
          setIsBack(true);
          choose(null, typed.trim() === "" ? null : typed);
        }}
      />
    );
  }
  return <Search {...props} typed={typed} hasFocus={isBack} nameNew={() => setIsNew(true)} />;
}

interface SearchProps extends SubjectPickerProps {
  readonly typed: string;
  /** Whether it takes the focus when it comes. */
  readonly hasFocus: boolean;
  readonly nameNew: () => void;
}

function Search(props: SearchProps) {
  const { caseId, label, kinds, newKinds, chosen, choose, fault, field, typed, hasFocus, nameNew } = props;
  const { t } = useReader();
  const [isOpen, setIsOpen] = useState(false);
  const { asked, subjects, trouble } = useFound(caseId, isOpen ? typed : null, kinds);
  const found = asked === typed ? subjects : [];
  // Of an older text nothing may be taken: whoever types fast would take what they do not see.
  const mayName = asked === typed && newKinds.length > 0 && typed.trim() !== "";
  const box = useListBox({
    count: found.length + (mayName ? 1 : 0),
    isOpen,
    open: () => setIsOpen(true),
    take(index) {
      const subject = found[index];
      setIsOpen(false);
      if (subject === undefined) nameNew();
      else choose({ id: subject.id, name: subject.name, kind: subject.kind, names: null }, null);
    },
    leave: () => setIsOpen(false),
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it comes.
  useEffect(() => {
    if (hasFocus) document.getElementById(box.id)?.focus();
  }, []);
  return (
    <div className="field picker">
      <label htmlFor={box.id}>{label}</label>
      <input
        ref={field}
        type="text"
        // Empty, it shows words of ours, which go as the page goes.
        dir={typed === "" ? undefined : "auto"}
        {...box.field}
        placeholder={t("pick.hint")}
        aria-invalid={fault !== null}
        value={typed}
        onFocus={() => setIsOpen(chosen === null)}
        onBlur={() => setIsOpen(false)}
        onKeyDown={box.onKeyDown}
        onChange={({ currentTarget: { value } }) => {
          box.restart();
          setIsOpen(true);
          choose(null, value.trim() === "" ? null : value);
        }}
      />
      <div role="listbox" aria-label={label} {...box.list}>
        {found.map((subject, index) => (
          <Option key={subject.id} {...box.option(index)}>
            <Said>{subject.name}</Said> <small>{subject.kindLabel}</small>
            {subject.otherNames.map((name) => (
              <small key={name}>
                {" "}
                <Said>{name}</Said>
              </small>
            ))}
          </Option>
        ))}
        {mayName ? (
          <Option {...box.option(found.length)}>{t("pick.new", { name: typed.trim() })}</Option>
        ) : null}
      </div>
      <p className="about" id={box.aboutId} aria-live="polite">
        {fault === null ? null : <strong className="fault">{fault}</strong>}
        {chosen !== null ? (
          <code dir="ltr">{chosen.id}</code>
        ) : !isOpen ? null : trouble !== null ? (
          <TroubleWords of={trouble} />
        ) : asked === typed && typed.trim() !== "" && found.length === 0 ? (
          t("pick.none")
        ) : null}
      </p>
    </div>
  );
}

interface Found {
  /** The text that it was looked for by; null before the first answer. */
  readonly asked: string | null;
  readonly subjects: readonly SubjectView[];
  /** Why it is not known what is called so; it is asked for again by itself. */
  readonly trouble: Trouble | null;
}

/** What is called so; an answer that comes late is left. */
function useFound(caseId: string, q: string | null, kinds: readonly SubjectKind[]): Found {
  const { client } = useReader();
  const [found, setFound] = useState<Found>({ asked: null, subjects: [], trouble: null });
  const { attempt, askAgain } = useAskAgain();
  const wanted = kinds.join(" ");
  // biome-ignore lint/correctness/useExhaustiveDependencies: the kinds by what they are, not by the array that holds them.
  useEffect(() => {
    if (q === null) return;
    let isCurrent = true;
    const timer = setTimeout(() => {
      client.subjects(caseId, { q, kinds, limit: SHOWN }).then(
        ({ subjects }) => isCurrent && setFound({ asked: q, subjects, trouble: null }),
        (error: unknown) => {
          if (!isCurrent) return;
          setFound({ asked: null, subjects: [], trouble: toTrouble(error) });
          askAgain();
        },
      );
    }, PAUSE_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [client, caseId, q, wanted, attempt, askAgain]);
  return found;
}
