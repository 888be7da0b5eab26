/** Choosing a person of the lists by part of a name, in any script. */
import { type RefObject, useEffect, useState } from "react";
import type { PersonSummaryView } from "../../src/server/client.ts";
import { useReader } from "../settings.tsx";
import { Option, useListBox } from "./list-box.tsx";
import { Said } from "./words.tsx";

const SHOWN = 8;
const PAUSE_MS = 120;

interface PersonPickerProps {
  readonly caseId: string;
  /** Who is not offered: the person that another one is chosen for. */
  readonly except: string;
  readonly choose: (person: PersonSummaryView) => void;
  readonly cancel: () => void;
  readonly field: RefObject<HTMLInputElement | null>;
}

export function PersonPicker({ caseId, except, choose, cancel, field }: PersonPickerProps) {
  const { t } = useReader();
  const [typed, setTyped] = useState("");
  const { asked, people } = useFound(caseId, typed);
  // Of an older text nothing may be taken: whoever types fast would take whom they do not see.
  const found = asked === typed ? people.filter((person) => person.id !== except) : [];
  const box = useListBox({
    count: found.length,
    isOpen: true,
    take(index) {
      const person = found[index];
      if (person !== undefined) choose(person);
    },
    leave: cancel,
  });
  return (
    <div className="field picker person-picker">
      <label htmlFor={box.id}>{t("persons.pick")}</label>
      <input
        ref={field}
        type="text"
        dir={typed === "" ? undefined : "auto"}
        {...box.field}
        value={typed}
        onKeyDown={box.onKeyDown}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          box.restart();
        }}
      />
      <div role="listbox" aria-label={t("persons.pick")} {...box.list}>
        {found.map((person, index) => (
          <Option key={person.id} {...box.option(index)}>
            <PersonWords person={person} />
          </Option>
        ))}
      </div>
      <p className="about" id={box.aboutId} aria-live="polite">
        {asked === typed && typed.trim() !== "" && found.length === 0 ? t("persons.pick.none") : null}
      </p>
    </div>
  );
}

function PersonWords({ person }: { readonly person: PersonSummaryView }) {
  const { t } = useReader();
  const [first, ...others] = person.names;
  return (
    <>
      {first === undefined ? t("people.unnamed") : <Said>{first}</Said>}{" "}
      {others.map((name) => (
        <small key={name}>
          <Said>{name}</Said>{" "}
        </small>
      ))}
      <small>
        {t("persons.pick.records", { count: person.records })}
        {person.place === null ? null : (
          <>
            {" · "}
            <Said>{person.place}</Said>
          </>
        )}
      </small>
    </>
  );
}

interface Found {
  /** The text that it was looked for by; null before the first answer. */
  readonly asked: string | null;
  readonly people: readonly PersonSummaryView[];
}

/** Who is called so; an answer that comes late is left. */
function useFound(caseId: string, q: string): Found {
  const { client } = useReader();
  const [found, setFound] = useState<Found>({ asked: null, people: [] });
  useEffect(() => {
    if (q.trim() === "") {
      setFound({ asked: q, people: [] });
      return;
    }
    let isCurrent = true;
    const timer = setTimeout(() => {
      client.people(caseId, { q, offset: 0, limit: SHOWN }).then(
        ({ people }) => isCurrent && setFound({ asked: q, people }),
        () => isCurrent && setFound({ asked: null, people: [] }),
      );
    }, PAUSE_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [client, caseId, q]);
  return found;
}
