/** The picture, the recording or the pages of a source: covered, with words for what it is, until somebody asks for it. */
import { useEffect, useRef } from "react";
import type { SourceView } from "../../src/server/client.ts";
import { useReader } from "../settings.tsx";
import { useView } from "../use-view.ts";
import { changeExposure, coverAll, showOne, useExposure } from "./exposure.ts";
import { KeyCap } from "./key-cap.tsx";
import { DescriptionWords, MediaCover } from "./media-cover.tsx";
import { MediaDescribe } from "./media-describe.tsx";
import { ShownPage } from "./shown-page.tsx";
import { ShownPicture, type ShownProps } from "./shown-picture.tsx";
import { ShownRecording } from "./shown-recording.tsx";
import { COVER, codeOf, letterOf } from "./single-keys.ts";
import { Await } from "./states.tsx";
import { usePanicCover } from "./use-panic-cover.ts";

interface SourceMediaProps extends Omit<ShownProps, "blob" | "label" | "statements"> {
  readonly caseId: string;
  readonly source: SourceView;
  readonly media: NonNullable<SourceView["media"]>;
  /** Of a document: the page that is read, from 1. */
  readonly page: number;
  /** Asks for the source anew. */
  readonly reload: () => void;
}

export function SourceMedia(props: SourceMediaProps) {
  const { caseId, source, media, reload, mayWrite } = props;
  const { t, hasKeys, keyCodes } = useReader();
  const { shown, isSmall, isGray } = useExposure();
  usePanicCover();
  const address = `${caseId} ${source.id}`;
  const isShown = shown.has(address);
  // A page that is drawn as small as a picture could not be read.
  const canBeSmall = media.kind === "picture" || media.kind === "film";
  const frame = useRef<HTMLDivElement>(null);
  // Whoever covers or shows it by keyboard goes on from here.
  const was = useRef(isShown);
  useEffect(() => {
    if (was.current !== isShown && document.activeElement === document.body) frame.current?.focus();
    was.current = isShown;
  }, [isShown]);
  return (
    <div
      ref={frame}
      tabIndex={-1}
      className={["source-media", isSmall && canBeSmall ? "is-small" : "", isGray ? "is-gray" : ""]
        .join(" ")
        .trim()}
    >
      {isShown ? (
        <>
          <p className="media-warning">
            <DescriptionWords kind={media.kind} description={source.description} />
          </p>
          <fieldset className="media-tools" aria-label={t("media.tools")}>
            <button type="button" className="primary" onClick={coverAll}>
              {t("media.cover")} <KeyCap of={COVER} />
            </button>
            {media.kind === "sound" ? null : (
              <>
                {canBeSmall ? (
                  <button
                    type="button"
                    aria-pressed={isSmall}
                    onClick={() => changeExposure({ isSmall: !isSmall })}
                  >
                    {t("media.small")}
                  </button>
                ) : null}
                <button
                  type="button"
                  aria-pressed={isGray}
                  onClick={() => changeExposure({ isGray: !isGray })}
                >
                  {t("media.gray")}
                </button>
              </>
            )}
          </fieldset>
          <Shown {...props} />
          <p className="note">
            {t(hasKeys ? "media.keys" : "media.keys.off", { key: letterOf(codeOf(COVER, keyCodes)) })}
          </p>
        </>
      ) : (
        <MediaCover kind={media.kind} description={source.description} show={() => showOne(address)} />
      )}
      {mayWrite ? <MediaDescribe caseId={caseId} source={source} whenSaid={reload} /> : null}
    </div>
  );
}

/** Fetched only now, and gone from the page as soon as it is covered. */
function Shown(props: SourceMediaProps) {
  const { caseId, source, media } = props;
  const { client, t } = useReader();
  const loaded = useView(`media ${caseId} ${source.id}`, () => client.media(caseId, source.id));
  const label = source.description?.shows ?? t(`media.undescribed.${media.kind}`);
  const about = { label, statements: source.statementsAt };
  return (
    <Await of={loaded}>
      {(blob) =>
        media.kind === "picture" ? (
          <ShownPicture {...props} {...about} blob={blob} />
        ) : media.kind === "pages" ? (
          <ShownPage {...props} {...about} blob={blob} />
        ) : (
          <ShownRecording {...props} {...about} blob={blob} kind={media.kind} />
        )
      }
    </Await>
  );
}
