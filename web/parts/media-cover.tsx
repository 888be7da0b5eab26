/** What stands in the place of a picture or a recording until somebody asks for it: in words, what they would meet. */
import type { SourceView } from "../../src/server/client.ts";
import { useReader } from "../settings.tsx";
import { Said } from "./words.tsx";

interface MediaCoverProps {
  readonly kind: NonNullable<SourceView["media"]>["kind"];
  readonly description: SourceView["description"];
  readonly show: () => void;
}

export function MediaCover({ kind, description, show }: MediaCoverProps) {
  const { t } = useReader();
  return (
    <div className="media-cover">
      <p>
        <strong>{t(`media.covered.${kind}`)}</strong>
      </p>
      <p className="media-warning">
        <DescriptionWords kind={kind} description={description} />
      </p>
      {description === null ? null : (
        <p className="note">{t("media.said-by", { by: description.by, on: description.on })}</p>
      )}
      <p className="note">{t("media.not-loaded")}</p>
      <button type="button" onClick={show}>
        {t(`media.show.${kind}`)}
      </button>
    </div>
  );
}

export function DescriptionWords({ kind, description }: Pick<MediaCoverProps, "kind" | "description">) {
  const { t } = useReader();
  if (description === null) return t(`media.undescribed.${kind}`);
  return (
    <>
      {t("media.shows")} <Said>{description.shows}</Said>
    </>
  );
}
