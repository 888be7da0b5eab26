/** The keys of the workbench. */
import { useEffect, useRef } from "react";
import { PAGES } from "../addresses.ts";
import { useReader } from "../settings.tsx";
import { UNDO_KEY } from "../undo.tsx";
import { KeyLine } from "./key-line.tsx";
import {
  ESTIMATE_KEYS,
  IMPORT_KEYS,
  letterOf,
  OFFICE_KEYS,
  ORIGIN_KEYS,
  PERSON_KEYS,
  placeKeys,
  REVIEW_KEYS,
  VIEWER_KEYS,
} from "./single-keys.ts";
import { PALETTE_KEY } from "./use-keys.ts";

export function KeysDialog({ isOpen, close }: { readonly isOpen: boolean; readonly close: () => void }) {
  const { t, language, keyCodes, change } = useReader();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (isOpen) dialog.current?.showModal();
    else dialog.current?.close();
  }, [isOpen]);
  return (
    <dialog ref={dialog} className="keys" onClose={close} aria-labelledby="keys-title">
      <h2 id="keys-title">{t("keys.title")}</h2>
      <dl>
        {PAGES.map(({ name, code }) => (
          <div key={name}>
            <dt dir="ltr">
              <kbd>g</kbd> <kbd>{letterOf(code)}</kbd>
            </dt>
            <dd>{t(`nav.${name}`)}</dd>
          </div>
        ))}
        {ORIGIN_KEYS.map((key) => (
          <KeyLine key={key.id} of={key} word={t(`keys.${key.name}`)} />
        ))}
        {VIEWER_KEYS.map((key) => (
          <KeyLine key={key.id} of={key} word={t(`keys.viewer.${key.name}`)} />
        ))}
        <div>
          <dt dir="ltr">
            <kbd>←</kbd> <kbd>→</kbd>
          </dt>
          <dd>{t("keys.viewer.words")}</dd>
        </div>
        <div>
          <dt dir="ltr">
            <kbd>Ctrl</kbd> <kbd>Enter</kbd>
          </dt>
          <dd>{t("keys.viewer.record")}</dd>
        </div>
        {IMPORT_KEYS.map((key) => (
          <KeyLine key={key.id} of={key} word={t(`keys.import.${key.name}`)} />
        ))}
        {REVIEW_KEYS.map((key) => (
          <KeyLine key={key.id} of={key} word={t(`keys.review.${key.name}`)} />
        ))}
        {PERSON_KEYS.map((key) => (
          <KeyLine key={key.id} of={key} word={t(`keys.persons.${key.name}`)} />
        ))}
        {placeKeys(language).map((key) => (
          <KeyLine key={key.id} of={key} word={t(`keys.places.${key.name}`)} />
        ))}
        {OFFICE_KEYS.map((key) => (
          <KeyLine key={key.id} of={key} word={t(`keys.offices.${key.name}`)} />
        ))}
        {ESTIMATE_KEYS.map((key) => (
          <KeyLine key={key.id} of={key} word={t(`keys.estimate.${key.name}`)} />
        ))}
        <div>
          <dt dir="ltr">
            <kbd>{PALETTE_KEY}</kbd>
          </dt>
          <dd>{t("palette.title")}</dd>
        </div>
        <div>
          <dt dir="ltr">
            <kbd>{UNDO_KEY}</kbd>
          </dt>
          <dd>{t("keys.undo")}</dd>
        </div>
        <div>
          <dt>
            <kbd>/</kbd>
          </dt>
          <dd>{t("keys.search")}</dd>
        </div>
        <div>
          <dt>
            <kbd>?</kbd>
          </dt>
          <dd>{t("keys.help")}</dd>
        </div>
        <div>
          <dt>
            <kbd>Esc</kbd>
          </dt>
          <dd>{t("keys.close")}</dd>
        </div>
      </dl>
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
    </dialog>
  );
}
