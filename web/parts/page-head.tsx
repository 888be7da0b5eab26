/** The head of a page: its heading, what it is for, and the title of the window. */
import { type ReactNode, useEffect } from "react";
import { useReader } from "../settings.tsx";
import { Said } from "./words.tsx";

interface PageHeadProps {
  readonly title: string;
  /** What stands in the heading where it is more than the title's words. */
  readonly heading?: ReactNode;
  readonly lead?: string;
  readonly children?: ReactNode;
}

export function PageHead({ title, heading, lead, children }: PageHeadProps) {
  const { t, mark } = useReader();
  useEffect(() => {
    document.title = `${title} · ${t("app.name")}`;
  }, [title, t]);
  return (
    <header className="page-head">
      {/* A heading of its own says itself what is of which language. */}
      <h1 {...(heading === undefined ? mark(title) : {})}>{heading ?? <Said>{title}</Said>}</h1>
      {lead === undefined ? null : (
        <p className="lead" dir="auto" {...mark(lead)}>
          {lead}
        </p>
      )}
      {children}
    </header>
  );
}
