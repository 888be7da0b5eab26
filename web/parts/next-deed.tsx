/** What leads out of an empty page: a link to where it is done, or the command where nothing can be recorded from here. */
import { Link } from "wouter";
import { useMayWrite } from "../case-access.ts";
import { useReader } from "../settings.tsx";

const DEEDS = {
  seal: { page: "sources", command: "inquest add FILE --case DIR" },
  import: { page: "sources", command: "inquest import FILE --recipe R.json --case DIR" },
  state: { page: "sources", command: "inquest record FILE --case DIR" },
  link: { page: "review", command: "inquest link --case DIR" },
} as const;

interface NextDeedProps {
  readonly caseId: string;
  readonly deed: keyof typeof DEEDS;
}

export function NextDeed({ caseId, deed }: NextDeedProps) {
  const { t, mark } = useReader();
  const { page, command } = DEEDS[deed];
  if (useMayWrite())
    return (
      <Link href={`/${caseId}/${page}`} {...mark(t(`next.${deed}`))}>
        {t(`next.${deed}`)}
      </Link>
    );
  return (
    <>
      <NextCommand command={command} />{" "}
      {deed === "state" ? (
        <Link href={`/${caseId}/sources`} {...mark(t("next.sources"))}>
          {t("next.sources")}
        </Link>
      ) : null}
    </>
  );
}

export function NextCommand({ command }: { readonly command: string }) {
  const { t, mark } = useReader();
  return (
    <>
      <span {...mark(t("next.command"))}>{t("next.command")}</span> <code dir="ltr">{command}</code>
    </>
  );
}
