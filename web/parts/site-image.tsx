/** The picture that a statement of a site stands in: covered until somebody asks for it, and two of different days in one place. */
import { useState } from "react";
import type { SitePageView } from "../../src/server/client.ts";
import { useReader } from "../settings.tsx";
import { useView } from "../use-view.ts";
import { coverAll, showOne, useExposure } from "./exposure.ts";
import { KeyCap } from "./key-cap.tsx";
import { DescriptionWords, MediaCover } from "./media-cover.tsx";
import { ShownPicture } from "./shown-picture.tsx";
import { COVER } from "./single-keys.ts";
import { Await } from "./states.tsx";
import { usePanicCover } from "./use-panic-cover.ts";
import { useSingleKeys } from "./use-single-keys.ts";
import { Time } from "./words.tsx";

export type SiteImageView = SitePageView["images"][number];

const COVER_KEYS = [COVER];

interface SiteImageProps {
  readonly image: SiteImageView;
  readonly caseId: string;
}

/** Nothing of it is fetched, and no small picture stands for it, before somebody asks; nothing where it is no picture. */
export function SiteImage({ image, caseId }: SiteImageProps) {
  const source = useSourceOf(image, caseId);
  const { shown } = useExposure();
  const address = `${caseId} ${image.source.id}`;
  return (
    <Await of={source}>
      {({ media, description }) =>
        media?.kind !== "picture" ? null : shown.has(address) ? (
          <Uncovered image={image} caseId={caseId} description={description} />
        ) : (
          <MediaCover kind="picture" description={description} show={() => showOne(address)} />
        )
      }
    </Await>
  );
}

/** What is known of the file beside its bytes, such as whether it is a picture: its name and its type may say anything. */
function useSourceOf({ source: { id } }: SiteImageView, caseId: string) {
  const { client, language } = useReader();
  return useView(`source ${caseId} ${id} ${language}`, () => client.source(caseId, id));
}

interface UncoveredProps extends SiteImageProps {
  readonly description: Parameters<typeof DescriptionWords>[0]["description"];
}

function Uncovered({ image, caseId, description }: UncoveredProps) {
  const { client, t } = useReader();
  usePanicCover();
  useSingleKeys(COVER_KEYS, coverAll);
  const { isGray } = useExposure();
  const id = image.source.id;
  const loaded = useView(`media ${caseId} ${id}`, () => client.media(caseId, id));
  return (
    <div className={isGray ? "source-media is-small is-gray" : "source-media is-small"}>
      <p className="media-warning">
        <DescriptionWords kind="picture" description={description} />
      </p>
      <p>
        <button type="button" className="primary" onClick={coverAll}>
          {t("media.cover")} <KeyCap of={COVER} />
        </button>
      </p>
      <Await of={loaded}>
        {(blob) => (
          <ShownPicture
            blob={blob}
            label={description?.shows ?? t("media.undescribed.picture")}
            statements={[image]}
            active={image.id}
            choose={nothing}
            mayWrite={false}
            quoted={null}
            open={nothing}
            setQuote={nothing}
            whenShown={nothing}
          />
        )}
      </Await>
    </div>
  );
}

/** Here a picture is only looked at: it is stated of on the page of its source. */
function nothing(): void {}

interface ImagePairProps {
  readonly before: SiteImageView;
  readonly after: SiteImageView;
  readonly caseId: string;
}

/** One picture at a time in one place, changed by buttons: what differs is seen where it differs. */
export function ImagePair({ before, after, caseId }: ImagePairProps) {
  const { t } = useReader();
  const [side, setSide] = useState<"before" | "after">("before");
  const sources = [useSourceOf(before, caseId), useSourceOf(after, caseId)];
  if (!sources.every((source) => source.state === "ready" && source.view.media?.kind === "picture"))
    return null;
  return (
    <div className="image-pair">
      <fieldset>
        <legend className="visually-hidden">{t("site.pair")}</legend>
        {[["before", before] as const, ["after", after] as const].map(([name, image]) => (
          <button key={name} type="button" aria-pressed={side === name} onClick={() => setSide(name)}>
            {t(`site.${name}`)}
            {image.time === null ? null : (
              <>
                {": "}
                <Time time={image.time} />
              </>
            )}
          </button>
        ))}
      </fieldset>
      <SiteImage key={side} image={side === "before" ? before : after} caseId={caseId} />
    </div>
  );
}
