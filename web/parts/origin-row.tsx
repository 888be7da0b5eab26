/** A row of a list that a value stands in: list, file, what was read of it by which rule, and the act of its import. */
import { Link } from "wouter";
import type { OriginRowView } from "../../src/server/client.ts";
import { useReader } from "../settings.tsx";
import { CopyFootnote } from "./copy-footnote.tsx";
import { ActWords, OriginFacts } from "./origin-facts.tsx";
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
      <OriginFacts
        facts={[
          [t("origin.source"), <Said key="source">{source.name}</Said>],
          [t("sources.hash"), <HashText key="hash" value={sha256} length={16} />],
          [t("origin.recipe"), <HashText key="recipe" value={recipeSha256} length={16} />],
          [t("origin.sealed"), <ActWords key="sealed" act={sealed} />],
          [t("origin.imported"), <ActWords key="imported" act={imported} />],
        ]}
      />
      <CopyFootnote footnote={footnote} />
    </li>
  );
}
