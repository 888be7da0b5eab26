/** Locking a case: a button, three presses of Escape, and keeping up with a lock that came by itself. */
import { useEffect } from "react";
import { useReader } from "../settings.tsx";
import { undo } from "../undo.tsx";
import { importDrafts } from "../use-list-import.ts";

const PANIC_PRESSES = 3;
const PANIC_WITHIN_MS = 1000;
const LOOK_EVERY_MS = 5000;

export function LockControl({ caseId }: { readonly caseId: string }) {
  const { client, pageLanguage, t } = useReader();

  // A case that locked itself leaves nothing on the screen: the page is loaded anew and asks for the passphrase.
  useEffect(() => {
    const look = async () => {
      try {
        const { lockable } = await client.cases();
        if (!lockable.includes(caseId)) leave();
      } catch {
        // No server, no case: what was read must not stay on the screen either.
        leave();
      }
    };
    const timer = window.setInterval(look, LOOK_EVERY_MS);
    return () => window.clearInterval(timer);
  }, [client, caseId]);

  // Escape three times: every case is locked and the page gone, whatever the answer is.
  useEffect(() => {
    let presses: number[] = [];
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || event.repeat) return;
      presses = [...presses.filter((at) => event.timeStamp - at < PANIC_WITHIN_MS), event.timeStamp];
      if (presses.length < PANIC_PRESSES) return;
      void client.lockAll().catch(() => {});
      importDrafts.clear();
      undo.clear();
      document.body.replaceChildren();
      window.location.replace("about:blank");
    };
    // Before anything that keeps an Escape for itself, such as a list that it closes.
    window.addEventListener("keydown", onKey, { capture: true });
    return () => window.removeEventListener("keydown", onKey, { capture: true });
  }, [client]);

  const lock = async () => {
    try {
      await client.lock(caseId);
    } finally {
      leave();
    }
  };
  return (
    <button type="button" className="lock" lang={pageLanguage} title={t("lock.panic")} onClick={lock}>
      {t("lock.lock")}
    </button>
  );
}

/** At once: no question about what is not recorded yet keeps what was read on the screen. */
function leave(): void {
  importDrafts.clear();
  undo.clear();
  window.location.reload();
}
