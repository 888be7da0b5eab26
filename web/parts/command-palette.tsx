/** Everything by a few letters: pages, cases, settings, and what stands in the case. Ctrl+K or ⌘K, also while typing. */
import { useEffect, useId, useRef, useState } from "react";
import { foldText } from "../../src/core/pure.ts";
import { useReader } from "../settings.tsx";
import { useFoundThings } from "../use-found-things.ts";
import { type PaletteEntry, type PaletteInput, usePaletteEntries } from "../use-palette-entries.ts";
import { TroubleWords } from "./trouble-words.tsx";

interface PaletteProps extends PaletteInput {
  readonly isOpen: boolean;
  readonly close: () => void;
}

/** Only while it is open is there anything to ask or to draw. */
export function CommandPalette({ isOpen, close, ...input }: PaletteProps) {
  const { t } = useReader();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (isOpen) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isOpen]);
  return (
    <dialog ref={dialog} className="palette" onClose={close} aria-label={t("palette.title")}>
      {isOpen ? <Palette {...input} close={close} /> : null}
    </dialog>
  );
}

function Palette({ close, ...input }: Omit<PaletteProps, "isOpen">) {
  const { t } = useReader();
  const [text, setText] = useState("");
  const [at, setAt] = useState(0);
  const listId = useId();
  const known = usePaletteEntries(input);
  const found = useFoundThings(input.caseId, text);
  const entries = [...fitting(known, text), ...found.entries];
  const chosen = Math.min(at, Math.max(0, entries.length - 1));
  const run = (entry: PaletteEntry | undefined) => {
    if (entry === undefined) return;
    close();
    entry.run();
  };
  const onKey = (event: React.KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && entries.length > 0) {
      event.preventDefault();
      setAt((chosen + step + entries.length) % entries.length);
    } else if (event.key === "Enter") {
      event.preventDefault();
      run(entries[chosen]);
    }
  };
  return (
    <>
      <input
        type="text"
        role="combobox"
        dir="auto"
        aria-label={t("palette.title")}
        aria-expanded="true"
        aria-controls={listId}
        aria-activedescendant={entries.length === 0 ? undefined : `${listId}-${chosen}`}
        placeholder={t("palette.placeholder")}
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={onKey}
      />
      {/* The focus stays in the field, which names what is chosen. */}
      <div role="listbox" id={listId} aria-label={t("palette.title")}>
        {entries.map((entry, index) => (
          <Option
            key={entry.id}
            id={`${listId}-${index}`}
            entry={entry}
            isChosen={index === chosen}
            run={() => run(entry)}
          />
        ))}
      </div>
      <output className="palette-state">
        {found.trouble !== null ? (
          <TroubleWords of={found.trouble} />
        ) : found.isAsking ? (
          t("app.loading")
        ) : entries.length === 0 ? (
          t("palette.none")
        ) : (
          ""
        )}
      </output>
    </>
  );
}

/** Those that hold every word, first those that are called so and are not only of that sort. */
function fitting(known: readonly PaletteEntry[], text: string): readonly PaletteEntry[] {
  const words = foldText(text).split(" ");
  const holds = (told: string) => words.every((word) => foldText(told).includes(word));
  const [called, other] = [
    known.filter((entry) => holds(entry.text)),
    known.filter((entry) => !holds(entry.text)),
  ];
  return [...called, ...other.filter((entry) => holds(entry.words))];
}

interface OptionProps {
  readonly id: string;
  readonly entry: PaletteEntry;
  readonly isChosen: boolean;
  readonly run: () => void;
}

function Option({ id, entry, isChosen, run }: OptionProps) {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isChosen) element.current?.scrollIntoView({ block: "nearest" });
  }, [isChosen]);
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field.
    // biome-ignore lint/a11y/useKeyWithClickEvents: Enter in the field does the same.
    <div ref={element} role="option" id={id} aria-selected={isChosen} onClick={run}>
      <bdi dir="auto">{entry.text}</bdi>
      <small>{entry.about}</small>
    </div>
  );
}
