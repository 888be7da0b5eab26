/** What stands where a view is not there: loading, failed with its remedy, or nothing recorded. */
import type { ReactNode } from "react";
import { useReader } from "../settings.tsx";
import type { Loaded } from "../use-view.ts";
import { PageHead } from "./page-head.tsx";
import { STEP_SIGNS } from "./step-states.ts";
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
    <div className="state failed" role="alert" data-step="failed" {...mark(t("app.failed"))}>
      <strong>
        <span aria-hidden="true">{STEP_SIGNS.failed}</span> {t("app.failed")}
      </strong>
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

interface EmptyProps {
  readonly children: ReactNode;
  /** A link, a button or a command that leads out of it. */
  readonly next: ReactNode;
}

/** Nothing recorded: says what to do next. */
export function Empty({ children, next }: EmptyProps) {
  const { mark } = useReader();
  return (
    <div className="state empty">
      <p {...(typeof children === "string" ? mark(children) : {})}>{children}</p>
      <p className="next">{next}</p>
    </div>
  );
}
