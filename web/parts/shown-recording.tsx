/** A recording that somebody asked for: silent and still until they press play. */
import { useEffect, useRef, useState } from "react";
import { useReader } from "../settings.tsx";
import type { ShownProps } from "./shown-picture.tsx";

interface ShownRecordingProps
  extends Pick<ShownProps, "blob" | "label" | "statements" | "active" | "whenShown"> {
  readonly kind: "sound" | "film";
}

export function ShownRecording({ blob, kind, label, statements, active, whenShown }: ShownRecordingProps) {
  const { t } = useReader();
  const [address, setAddress] = useState<string | null>(null);
  const [isFailed, setFailed] = useState(false);
  const player = useRef<HTMLMediaElement>(null);
  useEffect(() => {
    const made = URL.createObjectURL(blob);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [blob]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once it stands there.
  useEffect(whenShown, []);

  // A statement opens where it is heard: the recording goes there and waits.
  useEffect(() => {
    const at = statements.find(({ id }) => id === active)?.at;
    const element = player.current;
    if (at?.kind !== "time" || element === null || address === null) return;
    element.pause();
    element.currentTime = at.from;
  }, [statements, active, address]);

  if (address === null) return null;
  if (isFailed) {
    return <p className="trouble">{t("media.failed", { why: t("media.undecoded", { kind: blob.type }) })}</p>;
  }
  const about = {
    src: address,
    controls: true,
    muted: true,
    preload: "metadata",
    "aria-label": label,
    onError: () => setFailed(true),
  } as const;
  return (
    <>
      {kind === "sound" ? (
        <audio
          {...about}
          ref={(element) => {
            player.current = element;
          }}
        />
      ) : (
        <video
          {...about}
          disablePictureInPicture
          disableRemotePlayback
          playsInline
          ref={(element) => {
            player.current = element;
          }}
        />
      )}
      <p className="note">{t("media.muted")}</p>
    </>
  );
}
