/** Head, navigation and settings around a page. */
import { type ReactNode, useEffect, useRef, useState } from "react";
import { Link, useLocation } from "wouter";
import type { CaseSummaryView, CasesAnswer, LockedCase } from "../../src/server/client.ts";
import { NEW_CASE, PAGES } from "../addresses.ts";
import { useReader } from "../settings.tsx";
import { useUndoKey } from "../undo.tsx";
import { useKeptFocus } from "../use-kept-focus.ts";
import { CommandPalette } from "./command-palette.tsx";
import { KeysDialog } from "./keys-dialog.tsx";
import { LockControl } from "./lock-control.tsx";
import { OriginProvider } from "./origin.tsx";
import { PrintHead } from "./print-head.tsx";
import { SettingsMenu } from "./settings-menu.tsx";
import { UndoDialog } from "./undo-dialog.tsx";
import { UndoNotice } from "./undo-notice.tsx";
import { PALETTE_KEY, useKeys, usePaletteKey } from "./use-keys.ts";

export interface ShellProps {
  readonly cases: readonly CaseSummaryView[];
  readonly locked: readonly LockedCase[];
  /** Those that cannot be read now. */
  readonly unreadable: CasesAnswer["unreadable"];
  readonly current: CaseSummaryView;
  /** Whether another one can be made from here. */
  readonly canCreate: boolean;
  /** Whether the current case can be locked again. */
  readonly isLockable: boolean;
  readonly children: ReactNode;
}

export function Shell({ cases, locked, unreadable, current, canCreate, isLockable, children }: ShellProps) {
  const { t, contentMark } = useReader();
  const [location] = useLocation();
  const [isKeysOpen, setKeysOpen] = useState(false);
  const [isPaletteOpen, setPaletteOpen] = useState(false);
  const main = useRef<HTMLElement>(null);
  useKeptFocus();
  useKeys(current.id, () => setKeysOpen(true));
  useUndoKey(current.id);
  usePaletteKey(() => setPaletteOpen(!isPaletteOpen));

  // A new page begins at its top and, for those who listen, with its heading.
  const isFirst = useRef(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the location is what makes a page new.
  useEffect(() => {
    if (isFirst.current) isFirst.current = false;
    else main.current?.focus({ preventScroll: true });
    if (window.location.hash === "") window.scrollTo(0, 0);
    // On a narrow screen the pages stand in a row that scrolls.
    document.querySelector(".nav [aria-current]")?.scrollIntoView({ inline: "center", block: "nearest" });
  }, [location]);

  return (
    <>
      <a className="skip" href="#content">
        {t("app.skip")}
      </a>
      <header className="head">
        <Link href={`/${current.id}`} className="brand">
          {t("app.name")}
        </Link>
        <CaseSwitch {...{ cases, locked, unreadable, current, canCreate }} />
        <button type="button" className="palette-button" onClick={() => setPaletteOpen(true)}>
          {t("palette.open")} <kbd dir="ltr">{PALETTE_KEY}</kbd>
        </button>
        {isLockable ? <LockControl caseId={current.id} /> : null}
        <SettingsMenu />
      </header>
      {current.fictional ? (
        <p className="fictional" role="note">
          {t("app.fictional")}
        </p>
      ) : null}
      <div className="frame">
        <nav className="nav" aria-label={t("nav.label")}>
          <ul>
            {PAGES.map(({ name, path }) => {
              const href = `/${current.id}${path}`;
              const isHere = path === "" ? location === href : location.startsWith(href);
              return (
                <li key={name}>
                  <Link href={href} aria-current={isHere ? "page" : undefined}>
                    {t(`nav.${name}`)}
                  </Link>
                </li>
              );
            })}
          </ul>
        </nav>
        <main id="content" ref={main} tabIndex={-1} {...contentMark}>
          <PrintHead title={current.title} />
          <OriginProvider caseId={current.id}>{children}</OriginProvider>
        </main>
      </div>
      <UndoNotice caseId={current.id} />
      <CommandPalette
        {...{ cases, locked, canCreate }}
        caseId={current.id}
        isOpen={isPaletteOpen}
        close={() => setPaletteOpen(false)}
        showKeys={() => setKeysOpen(true)}
      />
      <UndoDialog />
      <KeysDialog isOpen={isKeysOpen} close={() => setKeysOpen(false)} />
    </>
  );
}

function CaseSwitch({
  cases,
  locked,
  unreadable,
  current,
  canCreate,
}: Pick<ShellProps, "cases" | "locked" | "unreadable" | "current" | "canCreate">) {
  const { t } = useReader();
  const [, go] = useLocation();
  return (
    <label className="case-switch">
      <span className="visually-hidden">{t("app.case")}</span>
      <select value={current.id} onChange={(event) => go(`/${event.currentTarget.value}`)}>
        {cases.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
        {locked.map(({ id }) => (
          <option key={id} value={id}>
            {t("lock.option", { id })}
          </option>
        ))}
        {unreadable.map(({ id }) => (
          <option key={id} value={id}>
            {t("case.unreadable.option", { id })}
          </option>
        ))}
        {canCreate ? <option value={NEW_CASE.slice(1)}>{t("case.new")} …</option> : null}
      </select>
    </label>
  );
}
