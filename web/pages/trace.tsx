/** Lineage: every link from a figure to the signed checkpoint, each checked just now. */
import { Link } from "wouter";
import type { TraceLinkView, TraceView } from "../../src/server/client.ts";
import { Await } from "../parts/states.tsx";
import { HashText, Said, Standing } from "../parts/words.tsx";
import { useReader } from "../settings.tsx";
import { useView } from "../use-view.ts";

export function TracePage({ caseId, id }: { readonly caseId: string; readonly id: string }) {
  const { client, language, t } = useReader();
  const trace = useView(`trace ${caseId} ${id} ${language}`, () => client.trace(caseId, id));
  return (
    <>
      <header className="page-head">
        <h1>{t("trace.title")}</h1>
        <p className="lead">{t("trace.lead")}</p>
      </header>
      <Await of={trace}>{(view) => <Lineage view={view} caseId={caseId} />}</Await>
    </>
  );
}

function Lineage({ view, caseId }: { readonly view: TraceView; readonly caseId: string }) {
  const { t } = useReader();
  return (
    <>
      <section className={`verdict ${view.verified ? "good" : "bad"}`} aria-live="polite">
        <p>
          <strong>
            <span aria-hidden="true">{view.verified ? "✓" : "✗"} </span>
            {t(view.verified ? "trace.verified" : "trace.notVerified")}
          </strong>{" "}
          {t(view.verified ? "trace.verified.about" : "trace.notVerified.about")}
        </p>
        <p className="held">{t(view.originalHeld ? "trace.originalHeld" : "trace.originalNotHeld")}</p>
      </section>
      <ol className="chain">
        {view.chain.map((link) => (
          <ChainItem key={`${link.kind} ${link.id}`} link={link} view={view} caseId={caseId} />
        ))}
      </ol>
    </>
  );
}

function ChainItem({
  link,
  view,
  caseId,
}: {
  readonly link: TraceLinkView;
  readonly view: TraceView;
  readonly caseId: string;
}) {
  const { t, digits } = useReader();
  const { kind, leafIndex, treeSize, sha256, root } = link;
  return (
    <li className={`chain-link ${kind} ${link.ok ? "good" : "bad"}`}>
      <span className="chain-kind">
        <span aria-hidden="true" className="tick">
          {link.ok ? "✓" : "✗"}
        </span>
        {t(`trace.kind.${kind}`)}
        <span className="visually-hidden">{t(link.ok ? "trace.ok" : "trace.failed")}</span>
      </span>
      <div className="chain-body">
        {kind === "passage" ? (
          <blockquote dir="auto">{link.text}</blockquote>
        ) : (
          <p dir="auto">{link.text ?? link.id}</p>
        )}
        {kind === "answer" ? <Standing standing={view.figure.standing} /> : null}
        {kind === "passage" ? (
          <Link href={passageHref(caseId, link.id)} className="page-link">
            {t("trace.openPassage")} <Said>{link.id.split("#")[0] ?? ""}</Said>
          </Link>
        ) : null}
        {sha256 === undefined ? null : <HashText value={sha256} length={64} />}
        {leafIndex !== undefined && treeSize !== undefined ? (
          <small>{digits(t("trace.leaf", { leaf: String(leafIndex), size: String(treeSize) }))}</small>
        ) : null}
        {root === undefined ? null : <HashText value={root} length={64} />}
      </div>
    </li>
  );
}

/** A passage's id is `<source key>#char=<start>,<end>`: the source page scrolls there. */
function passageHref(caseId: string, id: string): string {
  const [source = "", fragment = ""] = id.split("#");
  return `/${caseId}/sources/${encodeURIComponent(source.replace(/\.[a-z]+$/u, ""))}#${fragment}`;
}
