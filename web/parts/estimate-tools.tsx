/** What can be done with estimates: again, to the models, and the files that make the numbers again, by key or button. */
import { type RefObject, useState } from "react";
import type { EstimateTableView } from "../../src/server/client.ts";
import { useReader } from "../settings.tsx";
import { toTrouble, troubleWords } from "../trouble.ts";
import type { LongWork } from "../use-long-work.ts";
import { KeyCap } from "./key-cap.tsx";
import { ESTIMATE_KEYS, type EstimateKey } from "./single-keys.ts";
import { useSingleKeys } from "./use-single-keys.ts";
import { zipFiles } from "./zip-files.ts";

const [AGAIN, MODELS, DOWNLOAD] = ESTIMATE_KEYS;
/** A browser reads what it was handed at once, and no later than this. */
const KEPT_MS = 60_000;

interface EstimateToolsProps {
  readonly caseId: string;
  readonly tables: readonly EstimateTableView[];
  readonly work: LongWork;
  /** Where the assumption is said and the work is shown. */
  readonly plan: RefObject<HTMLDetailsElement | null>;
}

export function EstimateTools({ caseId, tables, work, plan }: EstimateToolsProps) {
  const { t } = useReader();
  const files = useReproduction(caseId, tables);
  const hasEstimate = tables.length > 0;
  const again = () => {
    if (work.state !== "open" || plan.current === null) return;
    plan.current.open = true;
    plan.current.scrollIntoView({ block: "nearest" });
    // What must hold was said already where an estimate stands; where none does, it is said first.
    if (!hasEstimate) plan.current.querySelector("textarea")?.focus();
    else if (!work.isBusy) void work.start();
  };
  const press = (key: EstimateKey) => {
    if (key === "again") again();
    else if (key === "models") toNextModels(tables);
    else if (hasEstimate) void files.download();
  };
  useSingleKeys(ESTIMATE_KEYS, press);
  if (!hasEstimate) return null;
  return (
    <section className="estimate-tools no-print" aria-label={t("estimate.tools")}>
      {work.state === "open" ? (
        <button type="button" aria-disabled={work.isBusy} onClick={again}>
          {t("estimate.again")} <KeyCap of={AGAIN} />
        </button>
      ) : null}
      <button type="button" onClick={() => toNextModels(tables)}>
        {t("estimate.toModels")} <KeyCap of={MODELS} />
      </button>
      <button
        type="button"
        aria-describedby="download-about"
        aria-disabled={files.isMaking}
        onClick={() => void files.download()}
      >
        {t("estimate.download")} <KeyCap of={DOWNLOAD} />
      </button>
      <output aria-live="polite">{files.told}</output>
      <small id="download-about" className="beneath">
        {t("estimate.download.about")}
      </small>
    </section>
  );
}

/** The id of the heading over the models of an estimate. */
export function modelsId(table: Pick<EstimateTableView, "id">): string {
  return `models-${table.id}`;
}

/** To the models of the first estimate, or of the next one where those of another have the focus. */
function toNextModels(tables: readonly EstimateTableView[]): void {
  const ids = tables.map(modelsId);
  const at = ids.indexOf(document.activeElement?.id ?? "");
  const heading = document.getElementById(ids[(at + 1) % ids.length] ?? "");
  heading?.focus();
  heading?.scrollIntoView({ block: "start" });
}

/** The files of all estimates as one archive, with a folder for each, as the command writes them. */
function useReproduction(caseId: string, tables: readonly EstimateTableView[]) {
  const { client, language, t } = useReader();
  const [isMaking, setMaking] = useState(false);
  const [told, tell] = useState("");
  const download = async () => {
    if (isMaking) return;
    setMaking(true);
    tell(t("estimate.downloading"));
    try {
      const files: { readonly name: string; readonly text: string }[] = [];
      for (const table of tables) {
        const made = await client.reproduction(caseId, table.id);
        files.push(...made.files.map(({ name, text }) => ({ name: `${made.id}/${name}`, text })));
      }
      hand(`${caseId}-reproduce.zip`, zipFiles(files));
      tell(t("estimate.downloaded", { count: files.length }));
    } catch (error) {
      tell(troubleWords(toTrouble(error), t, language));
    } finally {
      setMaking(false);
    }
  };
  return { isMaking, told, download };
}

function hand(name: string, bytes: Uint8Array<ArrayBuffer>): void {
  const address = URL.createObjectURL(new Blob([bytes], { type: "application/zip" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), KEPT_MS);
}
