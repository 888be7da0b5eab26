/** A field with a list beneath it: the field keeps the focus, arrows go through the list, Enter takes, Escape leaves. */
import { type KeyboardEvent, type ReactNode, useId, useState } from "react";

interface ListBoxAsked {
  /** How many options there are; none while nothing was found for what is typed now. */
  readonly count: number;
  readonly isOpen: boolean;
  /** An arrow opens a list that is closed. */
  readonly open?: () => void;
  readonly take: (index: number) => void;
  readonly leave: () => void;
}

interface ListBox {
  readonly id: string;
  /** Back to the first option, since others stand there now. */
  readonly restart: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  /** For the field. */
  readonly field: {
    readonly id: string;
    readonly role: "combobox";
    readonly autoComplete: "off";
    readonly "aria-expanded": boolean;
    readonly "aria-controls": string;
    readonly "aria-autocomplete": "list";
    readonly "aria-activedescendant": string | undefined;
    readonly "aria-describedby": string;
  };
  /** For the element that holds the options. */
  readonly list: {
    readonly id: string;
    readonly className: string;
    readonly hidden: boolean;
  };
  /** For each option. */
  readonly option: (index: number) => OptionProps;
  /** The id of what is said beneath. */
  readonly aboutId: string;
}

export function useListBox({ count, isOpen, open, take, leave }: ListBoxAsked): ListBox {
  const [at, setAt] = useState(0);
  const id = useId();
  const current = Math.min(at, count - 1);
  const isShown = isOpen && count > 0;
  return {
    id,
    restart: () => setAt(0),
    onKeyDown(event) {
      if (event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return;
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        const step = event.key === "ArrowDown" ? 1 : -1;
        if (isShown) setAt((current + step + count) % count);
        open?.();
        event.preventDefault();
      } else if (event.key === "Enter") {
        if (isShown) take(current);
        event.preventDefault();
      } else if (event.key === "Escape" && isOpen) {
        leave();
        event.stopPropagation();
      }
    },
    field: {
      id,
      role: "combobox",
      autoComplete: "off",
      "aria-expanded": isShown,
      "aria-controls": `${id}-list`,
      "aria-autocomplete": "list",
      "aria-activedescendant": isShown ? `${id}-${current}` : undefined,
      "aria-describedby": `${id}-about`,
    },
    list: { id: `${id}-list`, className: "picker-list", hidden: !isShown },
    option: (index) => ({ id: `${id}-${index}`, isCurrent: index === current, take: () => take(index) }),
    aboutId: `${id}-about`,
  };
}

interface OptionProps {
  readonly id: string;
  readonly isCurrent: boolean;
  readonly take: () => void;
}

export function Option({ id, isCurrent, take, children }: OptionProps & { readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the option that is current.
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field takes the keys.
    <div
      id={id}
      role="option"
      aria-selected={isCurrent}
      className={isCurrent ? "option current" : "option"}
      // Before the field loses the focus, which closes the list.
      onMouseDown={(event) => event.preventDefault()}
      onClick={take}
    >
      {children}
    </div>
  );
}
