/** Lineage: every link from a figure to the signed checkpoint, each checked just now. */
import { Link } from "wouter";
import type { TraceLinkView, TraceView } from "../../src/server/client.ts";
import { OriginButton } from "../parts/origin.tsx";
import { PageHead } from "../parts/page-head.tsx";
import { Await } from "../parts/states.tsx";
import { HashText, Said, Standing } from "../parts/words.tsx";
import { useReader } from "../settings.tsx";
import { useView } from "../use-view.ts";

/** The links of a chain in the order in which they bear one another. */
const STAGES = [
  { name: "said", kinds: ["answer", "person", "site", "posting", "statement", "passage"] },
  { name: "sealed", kinds: ["blob", "act", "proof"] },
  { name: "signed", kinds: ["checkpoint"] },
] as const satisfies readonly { readonly name: string; readonly kinds: readonly TraceLinkView["kind"][] }[];

export function TracePage({ caseId, id }: { readonly caseId: string; readonly id: string }) {
  const { client, language, t } = useReader();
  const trace = useView(`trace ${caseId} ${id} ${language}`, () => client.trace(caseId, id));
  return (
    <Await of={trace} title={t("trace.title")}>
      {(view) => <Lineage view={view} caseId={caseId} />}
    </Await>
  );
}

interface LineageProps {
  readonly view: TraceView;
  readonly caseId: string;
}

function Lineage({ view, caseId }: LineageProps) {
  const { t, mark } = useReader();
  const { figure, chain, verified, originalHeld } = view;
  return (
    <>
      <PageHead
        title={`${t("trace.title")}: ${figure.label}`}
        heading={
          <>
            <small className="eyebrow">
              <bdi {...mark(t("trace.title"))}>{t("trace.title")}</bdi>
            </small>{" "}
            <Said>{figure.label}</Said>
          </>
        }
      >
        <p className="facts">
          <Standing standing={figure.standing} />
          {figure.speaker === null ? null : <Said>{figure.speaker}</Said>}
          {figure.place === null ? null : <Said>{figure.place}</Said>}
        </p>
      </PageHead>
      <section className={`verdict ${verified ? "good" : "bad"}`} aria-label={t("trace.title")}>
        <p>
          <strong>
            <span aria-hidden="true">{verified ? "✓" : "✗"} </span>
            {t(verified ? "trace.verified" : "trace.notVerified")}
          </strong>{" "}
          {t(verified ? "trace.verified.about" : "trace.notVerified.about")}
        </p>
        <p className={originalHeld ? "held" : "not-held"}>
          {t(originalHeld ? "trace.originalHeld" : "trace.originalNotHeld")}
        </p>
      </section>
      <p className="lead" {...mark(t("trace.lead"))}>
        {t("trace.lead")}
      </p>
      {STAGES.map(({ name, kinds }) => {
        const links = chain.filter(({ kind }) => kinds.some((each) => each === kind));
        const recordOf = (link: TraceLinkView) => chain[chain.indexOf(link) - 1]?.id ?? "";
        if (links.length === 0) return null;
        return (
          <section key={name} aria-labelledby={`stage-${name}`} className="stage">
            <h2 id={`stage-${name}`}>{t(`trace.stage.${name}`)}</h2>
            <ol className="chain">
              {links.map((link) => (
                <ChainItem
                  key={`${link.kind} ${link.id}`}
                  link={link}
                  before={recordOf(link)}
                  caseId={caseId}
                />
              ))}
            </ol>
          </section>
        );
      })}
    </>
  );
}

interface ChainItemProps {
  readonly link: TraceLinkView;
  /** Id of the link that stands before it in the chain: for a row of a list, its record. */
  readonly before: string;
  readonly caseId: string;
}

function ChainItem({ link, before, caseId }: ChainItemProps) {
  const { t } = useReader();
  const { kind, id, sha256, root, ok } = link;
  const text = link.text ?? id;
  const origin = originOf(link, before);
  return (
    <li className={`chain-link ${kind} ${ok ? "good" : "bad"}`} data-origin={origin}>
      <span className="chain-kind">
        <span aria-hidden="true" className="tick">
          {ok ? "✓" : "✗"}
        </span>
        {t(`trace.kind.${kind}`)}
        <span className={ok ? "visually-hidden" : "tick-word"}> {t(ok ? "trace.ok" : "trace.failed")}</span>
      </span>
      <div className="chain-body">
        {kind === "passage" ? (
          <blockquote dir="auto">{text}</blockquote>
        ) : (
          <Body link={link} caseId={caseId} />
        )}
        {kind === "passage" ? (
          <Link href={passageHref(caseId, id, before)} className="page-link">
            {t("trace.openPassage")} <Said>{id.split("#")[0] ?? ""}</Said>
          </Link>
        ) : null}
        {origin === undefined ? null : <OriginButton id={origin} label={text} />}
        {sha256 === undefined ? null : <HashText value={sha256} length={64} />}
        {root === undefined ? null : <HashText value={root} length={64} />}
      </div>
    </li>
  );
}

/** What a link says comes from somewhere of its own; files, acts and proofs are where it comes from. */
const ORIGINAL_KINDS: readonly TraceLinkView["kind"][] = ["answer", "person", "site", "posting", "statement"];
/** Links that stand for many, or for a record of the program's own work. */
const OF_MANY = /^(?:and-others$|link-|estimate-)/u;

function originOf({ kind, id }: TraceLinkView, before: string): string | undefined {
  const of = kind === "passage" ? before : ORIGINAL_KINDS.includes(kind) ? id : "";
  return of === "" || OF_MANY.test(of) ? undefined : of;
}

/** A person leads to the person's page; everything else is its words. */
function Body({ link, caseId }: { readonly link: TraceLinkView; readonly caseId: string }) {
  const { t } = useReader();
  const text = link.text ?? link.id;
  if (link.kind !== "person") {
    // A sentence of ours with names and ids in it: its direction is that of the page.
    return <p>{text}</p>;
  }
  return (
    <p>
      <Link href={`/${caseId}/people/${encodeURIComponent(link.id)}`}>
        {text === link.id ? <em>{t("people.unnamed")}</em> : <Said>{text}</Said>}
      </Link>
    </p>
  );
}

/** A passage's id is `<source key>#char=<start>,<end>`, or that of a list's row: the source page scrolls there. */
function passageHref(caseId: string, id: string, before: string): string {
  const [source = "", passage = ""] = id.split("#");
  const fragment = before.startsWith("rec-") ? before : passage;
  return `/${caseId}/sources/${encodeURIComponent(source.replace(/\.[a-z]+$/u, ""))}#${fragment}`;
}
