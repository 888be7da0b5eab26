/** What became of a site, stage by stage; one that is denied says so. */
import type { SiteStageView } from "../../src/server/client.ts";
import { useReader } from "../settings.tsx";
import { OriginButton } from "./origin.tsx";
import { Said, Time } from "./words.tsx";

export function Life({ stages }: { readonly stages: readonly SiteStageView[] }) {
  const { t } = useReader();
  return (
    <ol className="life">
      {stages.map(({ statement, text, detail, time, speaker, polarity }) => (
        <li key={statement} data-origin={statement}>
          {polarity === "denies" ? <em>{t("sources.denies")}: </em> : null}
          <strong>{text}</strong> {time === null ? t("places.undated") : <Time time={time} />}
          {detail === "" ? " " : ": "}
          <Said>{detail}</Said>{" "}
          <small>
            (<Said>{speaker}</Said>)
          </small>{" "}
          <OriginButton id={statement} label={detail === "" ? text : `${text}: ${detail}`} />
        </li>
      ))}
    </ol>
  );
}
