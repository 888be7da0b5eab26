/** Choosing a person of the lists by part of a name, in any script. */
import { type KeyboardEvent, type RefObject, useEffect, useId, useState } from "react";
import type { PersonSummaryView } from "../../src/server/client.ts";
import { useReader } from "../settings.tsx";
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
  const [at, setAt] = useState(0);
  const { asked, people } = useFound(caseId, typed);
  const id = useId();
  // Of an older text nothing may be taken: whoever types fast would take whom they do not see.
  const found = asked === typed ? people.filter((person) => person.id !== except) : [];
  const current = Math.min(at, found.length - 1);

  function onKeyDown(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      const step = event.key === "ArrowDown" ? 1 : -1;
      if (found.length > 0) setAt((current + step + found.length) % found.length);
      event.preventDefault();
    } else if (event.key === "Enter") {
      const person = found[current];
      if (person !== undefined) choose(person);
      event.preventDefault();
    } else if (event.key === "Escape") {
      cancel();
      event.stopPropagation();
    }
  }
  return (
    <div className="field picker person-picker">
      <label htmlFor={id}>{t("persons.pick")}</label>
      <input
        ref={field}
        id={id}
        type="text"
        dir={typed === "" ? undefined : "auto"}
        role="combobox"
        autoComplete="off"
        aria-expanded={found.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={found.length > 0 ? `${id}-${current}` : undefined}
        aria-describedby={`${id}-about`}
        value={typed}
        onKeyDown={onKeyDown}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setAt(0);
        }}
      />
      <div
        className="picker-list"
        id={`${id}-list`}
        role="listbox"
        aria-label={t("persons.pick")}
        hidden={found.length === 0}
      >
        {found.map((person, index) => (
          <PersonOption
            key={person.id}
            id={`${id}-${index}`}
            person={person}
            isCurrent={index === current}
            take={() => choose(person)}
          />
        ))}
      </div>
      <p className="about" id={`${id}-about`} aria-live="polite">
        {asked === typed && typed.trim() !== "" && found.length === 0 ? t("persons.pick.none") : null}
      </p>
    </div>
  );
}

interface PersonOptionProps {
  readonly id: string;
  readonly person: PersonSummaryView;
  readonly isCurrent: boolean;
  readonly take: () => void;
}

function PersonOption({ id, person, isCurrent, take }: PersonOptionProps) {
  const { t } = useReader();
  const [first, ...others] = person.names;
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the option that is current.
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field takes the keys.
    <div
      id={id}
      role="option"
      aria-selected={isCurrent}
      className={isCurrent ? "option current" : "option"}
      // Before the field loses the focus.
      onMouseDown={(event) => event.preventDefault()}
      onClick={take}
    >
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
    </div>
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
