/** The keys of the workbench: those that work where one is, and the others when they are asked for. */
import { useEffect, useRef } from "react";
import { useLocation, useSearch } from "wouter";
import { PAGES } from "../addresses.ts";
import { useReader } from "../settings.tsx";
import { UNDO_KEY } from "../undo.tsx";
import { KeyLine } from "./key-line.tsx";
import { KEY_SCREENS, keyScreenAt } from "./screen-keys.ts";
import { type KeyScreen, keysOf, letterOf, ORIGIN_KEYS } from "./single-keys.ts";
import { PALETTE_KEY } from "./use-keys.ts";

export function KeysDialog({ isOpen, close }: { readonly isOpen: boolean; readonly close: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (isOpen) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isOpen]);
  return (
    <dialog ref={dialog} className="keys" onClose={close} aria-labelledby="keys-title">
      {isOpen ? <Keys close={close} /> : null}
    </dialog>
  );
}

function Keys({ close }: { readonly close: () => void }) {
  const { t, keyCodes, change } = useReader();
  const [path] = useLocation();
  const here = keyScreenAt(path, useSearch());
  return (
    <>
      <h2 id="keys-title">{t("keys.title")}</h2>
      {here === null ? null : (
        <>
          <h3>{t("keys.here")}</h3>
          <dl>
            <ScreenKeys screen={here} />
          </dl>
        </>
      )}
      <h3>{t("keys.everywhere")}</h3>
      <dl>
        <KeysEverywhere />
      </dl>
      <details key={here} className="keys-others">
        <summary>{t("keys.others")}</summary>
        <dl>
          {KEY_SCREENS.filter((screen) => screen !== here).map((screen) => (
            <ScreenKeys key={screen} screen={screen} />
          ))}
        </dl>
      </details>
      <div className="keys-end">
        <button type="button" onClick={close}>
          {t("app.close")}
        </button>
        {Object.keys(keyCodes).length === 0 ? null : (
          <button type="button" onClick={() => change({ keyCodes: {} })}>
            {t("keys.reset")}
          </button>
        )}
      </div>
    </>
  );
}

function ScreenKeys({ screen }: { readonly screen: KeyScreen }) {
  const { t, language } = useReader();
  return (
    <>
      {keysOf(screen, language).map((key) => (
        <KeyLine key={key.id} of={key} word={t(`keys.${key.id}`)} />
      ))}
      {screen === "viewer" ? (
        <>
          <FixedKey keys={["←", "→"]} word={t("keys.viewer.words")} />
          <FixedKey keys={["Ctrl", "Enter"]} word={t("keys.viewer.record")} />
        </>
      ) : null}
    </>
  );
}

function KeysEverywhere() {
  const { t } = useReader();
  return (
    <>
      {ORIGIN_KEYS.map((key) => (
        <KeyLine key={key.id} of={key} word={t(`keys.${key.id}`)} />
      ))}
      <FixedKey keys={["/"]} word={t("keys.search")} />
      <FixedKey keys={[PALETTE_KEY]} word={t("palette.title")} />
      <FixedKey keys={[UNDO_KEY]} word={t("keys.undo")} />
      <FixedKey keys={["?"]} word={t("keys.help")} />
      <FixedKey keys={["Esc"]} word={t("keys.close")} />
      {PAGES.map(({ name, code }) => (
        <FixedKey key={name} keys={["g", letterOf(code)]} word={t(`nav.${name}`)} />
      ))}
      <FixedKey keys={["g", ","]} word={t("app.settings")} />
    </>
  );
}

/** A key that nobody chooses. */
function FixedKey({ keys, word }: { readonly keys: readonly string[]; readonly word: string }) {
  return (
    <div>
      <dt dir="ltr">
        {keys.map((key) => (
          <kbd key={key}>{key}</kbd>
        ))}
      </dt>
      <dd>{word}</dd>
    </div>
  );
}
