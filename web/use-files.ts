/** Files that are being sealed: one after the other, each with what became of it. */
import { useRef, useState } from "react";
import { type FileSealedView, MAX_FILE_BYTES } from "../src/server/client.ts";
import { useReader } from "./settings.tsx";
import { toTrouble, troubleWords } from "./trouble.ts";

export type FileState =
  | { readonly is: "waiting" | "sealing" | "too-large" | "unreadable" }
  | { readonly is: "failed"; readonly why: string; readonly code: string }
  | { readonly is: "sealed"; readonly file: FileSealedView };

export interface FileOfSitting {
  readonly serial: number;
  readonly name: string;
  readonly sizeBytes: number;
  readonly state: FileState;
}

export interface FilesOfSitting {
  readonly files: readonly FileOfSitting[];
  readonly isBusy: boolean;
  readonly add: (files: readonly File[], isSecret: boolean) => void;
}

/** @param whenSealed - after each file that is new in the case. */
export function useFiles(caseId: string, whenSealed: () => void): FilesOfSitting {
  const { client, t } = useReader();
  const [files, setFiles] = useState<readonly FileOfSitting[]>([]);
  const serial = useRef(0);
  /** Files go one after the other, so that the memory of the server holds one. */
  const line = useRef<Promise<void>>(Promise.resolve());

  const set = (own: number, state: FileState) =>
    setFiles((before) => before.map((each) => (each.serial === own ? { ...each, state } : each)));

  async function seal(file: File, own: number, isSecret: boolean): Promise<void> {
    if (file.size > MAX_FILE_BYTES) return set(own, { is: "too-large" });
    set(own, { is: "sealing" });
    try {
      // A folder is offered as a file that cannot be read.
      await file.slice(0, 1).arrayBuffer();
    } catch {
      return set(own, { is: "unreadable" });
    }
    try {
      const sealed = await client.sealFile(caseId, file, isSecret);
      set(own, { is: "sealed", file: sealed });
      if (!sealed.existed) whenSealed();
    } catch (error) {
      const trouble = toTrouble(error);
      set(own, { is: "failed", why: troubleWords(trouble, t), code: trouble.code });
    }
  }

  function add(more: readonly File[], isSecret: boolean): void {
    const numbered = more.map((file) => {
      serial.current += 1;
      return { file, serial: serial.current };
    });
    setFiles((before) => [
      ...before,
      ...numbered.map(
        ({ file, serial: own }): FileOfSitting => ({
          serial: own,
          name: file.name,
          sizeBytes: file.size,
          state: { is: "waiting" },
        }),
      ),
    ]);
    for (const { file, serial: own } of numbered)
      line.current = line.current.then(() => seal(file, own, isSecret));
  }

  const isBusy = files.some(({ state: { is } }) => is === "waiting" || is === "sealing");
  return { files, isBusy, add };
}
