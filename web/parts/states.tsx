/** What stands where a view is not there: loading, failed with its remedy, or nothing recorded. */
import type { ReactNode } from "react";
import { useReader } from "../settings.tsx";
import type { Loaded } from "../use-view.ts";
import { PageHead } from "./page-head.tsx";
import { TroubleWords } from "./trouble-words.tsx";

interface AwaitProps<T> {
  readonly of: Loaded<T>;
  /** The page's heading until the view brings its own. */
  readonly title?: string;
  readonly children: (view: T) => ReactNode;
}

/** The view once it is there. */
export function Await<T>({ of, title, children }: AwaitProps<T>) {
  if (of.state === "ready") return children(of.view);
  return (
    <>
      {title === undefined ? null : <PageHead title={title} />}
      <Waiting of={of} />
    </>
  );
}

function Waiting({ of }: { readonly of: Exclude<Loaded<unknown>, { readonly state: "ready" }> }) {
  const { t, mark } = useReader();
  if (of.state === "loading") return <Loading />;
  return (
    <div className="state failed" role="alert" {...mark(t("app.failed"))}>
      <strong>{t("app.failed")}</strong>
      <p>
        <TroubleWords of={of.trouble} />
      </p>
      <button type="button" onClick={of.retry}>
        {t("app.retry")}
      </button>
    </div>
  );
}

/** What stands there until something has come. */
export function Loading() {
  const { t, mark } = useReader();
  return (
    <output className="state" {...mark(t("app.loading"))}>
      {t("app.loading")}
    </output>
  );
}

/** Nothing recorded: says what to do next. */
export function Empty({ children }: { readonly children: ReactNode }) {
  const { mark } = useReader();
  return (
    <p className="state empty" {...(typeof children === "string" ? mark(children) : {})}>
      {children}
    </p>
  );
}
