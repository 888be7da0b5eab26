/** Where files are dropped or chosen to be sealed, and what became of each. */
import { type DragEvent, useEffect, useRef, useState } from "react";
import { Link } from "wouter";
import { MAX_FILE_BYTES } from "../../src/server/client.ts";
import { useReader } from "../settings.tsx";
import { type FileOfSitting, useFiles } from "../use-files.ts";
import { entriesOf, filesBelow, namedFiles } from "./dropped-files.ts";
import { isolated, Said } from "./words.tsx";

/** The id of the button by which files are chosen. */
export const CHOOSE_FILES = "drop-choose";
const LIMIT_MIB = MAX_FILE_BYTES / 1024 / 1024;

interface DropFilesProps {
  readonly caseId: string;
  readonly whenSealed: () => void;
}

export function DropFiles({ caseId, whenSealed }: DropFilesProps) {
  const { t } = useReader();
  const { files, isBusy, add, miss } = useFiles(caseId, whenSealed);
  const [isSecret, setSecret] = useState(false);
  const [isOver, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  useNoFileOpened();
  const take = (field: HTMLInputElement) => {
    add(namedFiles(field.files ?? []), isSecret);
    field.value = "";
  };
  const ask = (isFolder: boolean) => {
    if (input.current === null) return;
    input.current.webkitdirectory = isFolder;
    input.current.click();
  };
  const takeDropped = async (data: DataTransfer) => {
    // Both are empty once the event is over.
    const [entries, plain] = [entriesOf(data), [...data.files]];
    if (entries.length === 0) return add(namedFiles(plain), isSecret);
    const found = await filesBelow(entries);
    add(found.files, isSecret);
    miss(found.unreadable);
  };

  return (
    <section
      className={`drop ${isOver ? "over" : ""}`}
      aria-labelledby="drop-title"
      onDragOver={(event: DragEvent) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event: DragEvent) => {
        event.preventDefault();
        setOver(false);
        void takeDropped(event.dataTransfer);
      }}
    >
      <h2 id="drop-title">{t("drop.title")}</h2>
      <p>{t("drop.lead", { limit: LIMIT_MIB })}</p>
      <p className="note">{t("drop.forever")}</p>
      <p className="drop-choice">
        <button type="button" id={CHOOSE_FILES} onClick={() => ask(false)}>
          {t("drop.choose")}
        </button>
        <button type="button" onClick={() => ask(true)}>
          {t("drop.choose-folder")}
        </button>
        <label className="check">
          <input
            type="checkbox"
            checked={isSecret}
            onChange={(event) => setSecret(event.currentTarget.checked)}
          />
          {t("drop.encrypt")}
        </label>
      </p>
      <input ref={input} type="file" multiple hidden onChange={(event) => take(event.currentTarget)} />
      {files.length === 0 ? null : <Results files={files} isBusy={isBusy} caseId={caseId} />}
    </section>
  );
}

/** A file that is let go beside the zone is not opened by the browser. */
function useNoFileOpened(): void {
  useEffect(() => {
    const hold = (event: Event) => event.preventDefault();
    window.addEventListener("dragover", hold);
    window.addEventListener("drop", hold);
    return () => {
      window.removeEventListener("dragover", hold);
      window.removeEventListener("drop", hold);
    };
  }, []);
}

interface ResultsProps {
  readonly files: readonly FileOfSitting[];
  readonly isBusy: boolean;
  readonly caseId: string;
}

function Results({ files, isBusy, caseId }: ResultsProps) {
  const { t } = useReader();
  const left = files.filter(({ state: { is } }) => is === "skipped").length;
  const done = files.filter(({ state: { is } }) => is !== "waiting" && is !== "sealing").length - left;
  const text = t("drop.progress", { done, total: files.length - left });
  return (
    <>
      <p className="drop-progress" role="status">
        {isBusy ? <progress value={done} max={files.length - left} aria-label={text} /> : null}
        {text}
        {left === 0 ? null : <span>{t("drop.skipped-count", { count: left })}</span>}
      </p>
      <ul className="drop-results" aria-label={t("drop.results")}>
        {files.map((file) => (
          <Result key={file.serial} file={file} caseId={caseId} />
        ))}
      </ul>
    </>
  );
}

function Result({
  file: { name, state },
  caseId,
}: {
  readonly file: FileOfSitting;
  readonly caseId: string;
}) {
  const { t } = useReader();
  if (state.is !== "sealed") {
    const isRefused = state.is === "failed" || state.is === "too-large" || state.is === "unreadable";
    const words =
      state.is === "failed"
        ? t("drop.failed", { why: state.why })
        : t(`drop.${state.is}`, { limit: LIMIT_MIB });
    return (
      <li className={isRefused ? "refused" : ""}>
        <strong>
          <Said>{name}</Said>
        </strong>{" "}
        <span dir="auto">{words}</span>
        {state.is === "failed" ? (
          <>
            {" "}
            <code dir="ltr">{state.code}</code>
          </>
        ) : null}
      </li>
    );
  }
  const { file } = state;
  const href = `/${caseId}/sources/${encodeURIComponent(file.source)}`;
  return (
    <li>
      <Link href={href}>
        <Said>{name}</Said>
      </Link>{" "}
      <span>
        {file.isNoted
          ? t("drop.noted", { name: isolated(file.fileName) })
          : t(file.existed ? "drop.existed" : "drop.sealed")}
      </span>
      {file.remarks > 0 ? <span> · {t("drop.remarks", { count: file.remarks })}</span> : null}
      {mayBeTable(name) ? (
        <>
          {" · "}
          <Link href={`${href}/import`}>{t("drop.import")}</Link>
        </>
      ) : null}
    </li>
  );
}

/** Whether a name is one that tables have; only reading the file tells whether it is one. */
export function mayBeTable(name: string): boolean {
  return /\.(?:csv|tsv|tab|txt|xlsx)$/iu.test(name);
}
