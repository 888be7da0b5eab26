/** Files that are being sealed: one after the other, each with what became of it. */
import { useRef, useState } from "react";
import { type FileSealedView, MAX_FILE_BYTES } from "../src/server/client.ts";
import { isSystemFile, type NamedFile } from "./parts/dropped-files.ts";
import { useReader } from "./settings.tsx";
import { toTrouble, troubleWords } from "./trouble.ts";

export type FileState =
  /** skipped: the system keeps it for itself. */
  | { readonly is: "waiting" | "sealing" | "too-large" | "unreadable" | "skipped" }
  | { readonly is: "failed"; readonly why: string; readonly code: string }
  | { readonly is: "sealed"; readonly file: FileSealedView };

export interface FileOfSitting {
  readonly serial: number;
  readonly name: string;
  readonly state: FileState;
}

export interface FilesOfSitting {
  readonly files: readonly FileOfSitting[];
  readonly isBusy: boolean;
  readonly add: (files: readonly NamedFile[], isSecret: boolean) => void;
  /** Tells of files that could not be read, by their names. */
  readonly miss: (names: readonly string[]) => void;
}

/** @param whenSealed - after each file that is new in the case. */
export function useFiles(caseId: string, whenSealed: () => void): FilesOfSitting {
  const { client, language, t } = useReader();
  const [files, setFiles] = useState<readonly FileOfSitting[]>([]);
  const serial = useRef(0);
  /** Files go one after the other, so that the memory of the server holds one. */
  const line = useRef<Promise<void>>(Promise.resolve());

  const set = (own: number, state: FileState) =>
    setFiles((before) => before.map((each) => (each.serial === own ? { ...each, state } : each)));

  async function seal({ file, name }: NamedFile, own: number, isSecret: boolean): Promise<void> {
    if (file.size > MAX_FILE_BYTES) return set(own, { is: "too-large" });
    set(own, { is: "sealing" });
    try {
      // A folder is offered as a file that cannot be read.
      await file.slice(0, 1).arrayBuffer();
    } catch {
      return set(own, { is: "unreadable" });
    }
    try {
      const sealed = await client.sealFile(caseId, file, name, isSecret);
      set(own, { is: "sealed", file: sealed });
      if (!sealed.existed) whenSealed();
    } catch (error) {
      const trouble = toTrouble(error);
      set(own, { is: "failed", why: troubleWords(trouble, t, language), code: trouble.code });
    }
  }

  function put(names: readonly { readonly name: string; readonly state: FileState }[]): FileOfSitting[] {
    const numbered = names.map((each): FileOfSitting => {
      serial.current += 1;
      return { ...each, serial: serial.current };
    });
    setFiles((before) => [...before, ...numbered]);
    return numbered;
  }

  function add(more: readonly NamedFile[], isSecret: boolean): void {
    const numbered = put(
      more.map(({ name }) => ({ name, state: { is: isSystemFile(name) ? "skipped" : "waiting" } })),
    );
    for (const [index, named] of more.entries()) {
      const put = numbered[index];
      if (put?.state.is === "waiting")
        line.current = line.current.then(() => seal(named, put.serial, isSecret));
    }
  }

  const miss = (names: readonly string[]): void => {
    put(names.map((name) => ({ name, state: { is: "unreadable" } })));
  };

  const isBusy = files.some(({ state: { is } }) => is === "waiting" || is === "sealing");
  return { files, isBusy, add, miss };
}
