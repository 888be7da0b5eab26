/** A row of a list that a value stands in: list, file, what was read of it by which rule, and the act of its import. */
import { Link } from "wouter";
import type { OriginRowView } from "../../src/server/client.ts";
import { useReader } from "../settings.tsx";
import { CopyFootnote } from "./copy-footnote.tsx";
import { HashText, Said } from "./words.tsx";

interface OriginRowProps {
  readonly caseId: string;
  readonly row: OriginRowView;
  readonly close: () => void;
}

export function OriginRow({ caseId, row: of, close }: OriginRowProps) {
  const { t, digits } = useReader();
  const { id, list, row, source, sha256, recipeSha256, cells, imported, sealed, footnote } = of;
  return (
    <li>
      <p>
        <strong>
          <Said>{list.name}</Said>
        </strong>
        {" · "}
        <Link href={`/${caseId}/sources/${encodeURIComponent(source.id)}#${id}`} onClick={close}>
          {t("sources.row")} {digits(String(row))}
        </Link>
      </p>
      <dl className="origin-cells">
        {cells.map(({ field, label, raw, rule }) => (
          <div key={field}>
            <dt>{label}</dt>
            <dd>
              <Said>{raw}</Said> <small>{rule}</small>
            </dd>
          </div>
        ))}
      </dl>
      <dl className="cells">
        <div>
          <dt>{t("origin.source")}</dt>
          <dd>
            <Said>{source.name}</Said>
          </dd>
        </div>
        <div>
          <dt>{t("sources.hash")}</dt>
          <dd>
            <HashText value={sha256} length={16} />
          </dd>
        </div>
        <div>
          <dt>{t("origin.recipe")}</dt>
          <dd>
            <HashText value={recipeSha256} length={16} />
          </dd>
        </div>
        <div>
          <dt>{t("origin.sealed")}</dt>
          <dd>
            <ActWords act={sealed} />
          </dd>
        </div>
        <div>
          <dt>{t("origin.imported")}</dt>
          <dd>
            <ActWords act={imported} />
          </dd>
        </div>
      </dl>
      <CopyFootnote footnote={footnote} />
    </li>
  );
}

/** Who signed an act, when, and where in the log it stands. */
export function ActWords({ act: { by, on, leafIndex } }: { readonly act: OriginRowView["imported"] }) {
  const { t, digits } = useReader();
  return t("origin.act", { by, on, leaf: digits(String(leafIndex)) });
}
