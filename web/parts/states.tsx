/** What stands where a view is not there: loading, failed with its remedy, or nothing recorded. */
import type { ReactNode } from "react";
import { useReader } from "../settings.tsx";
import type { Loaded } from "../use-view.ts";

/** The view once it is there. */
export function Await<T>({
  of,
  children,
}: {
  readonly of: Loaded<T>;
  readonly children: (view: T) => ReactNode;
}) {
  const { t } = useReader();
  if (of.state === "ready") return children(of.view);
  if (of.state === "loading") return <output className="state">{t("app.loading")}</output>;
  return (
    <div className="state failed" role="alert">
      <strong>{t("app.failed")}</strong>
      <p dir="auto">{of.message}</p>
      <button type="button" onClick={of.retry}>
        {t("app.retry")}
      </button>
    </div>
  );
}

/** Nothing recorded: says what to do next. */
export function Empty({ children }: { readonly children: ReactNode }) {
  return <p className="state empty">{children}</p>;
}
