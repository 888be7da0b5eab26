/** Sealing many files: written ahead by several threads, recorded in their order, many acts at a time. */
import { lstatSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { basename, extname } from "node:path";
import { InquestError } from "../core/index.ts";
import { type FileSealer, type FileToStage, openFileSealer, type StagedFile } from "../vault/index.ts";
import type { OpenCase } from "./case-handle.ts";
import { noteDuplicate } from "./custody.ts";
import { loadFileToSeal, WHOLE_BYTES } from "./files-to-seal.ts";
import type { ActDraft, CaseHandle } from "./handle.ts";
import { type FileToSeal, type RecordedSource, sealFile } from "./record-source.ts";

/** One act of the disk for so many files or bytes; an interruption costs no more than sealing these again. */
const BATCH_FILES = 256;
const BATCH_BYTES = 64 * 1024 * 1024;

const TELL_EVERY_MS = 200;

export interface SealFilesOptions {
  /** Encrypt the files, their names and their titles; done by one thread, like all files of a closed case. */
  readonly isSecret?: boolean;
  /** Threads that write ahead; as many as the machine has when left out. */
  readonly jobs?: number | undefined;
}

/** What became of one file. */
export type FileOutcome =
  | (RecordedSource & {
      readonly path: string;
      /** Whether it was noted that bytes which are sealed already came again under this name. */
      readonly isNoted: boolean;
    })
  | {
      readonly path: string;
      /** Why this file, and only this one, was not sealed: an error of reaction input. */
      readonly error: InquestError;
    };

/**
 * Seals files as `sealFile` does, in the order given, and tells of each once it is on the disk with the act that names
 * it. Which acts are recorded does not depend on the number of threads, nor which of them share a segment.
 *
 * @param paths - absolute.
 * @throws InquestError that is not about one file: the disk refuses, or the vault holds something else under a hash.
 *   What was told before stands.
 */
export function sealFiles(
  opened: OpenCase,
  paths: readonly string[],
  { isSecret = false, jobs = availableParallelism() }: SealFilesOptions = {},
): AsyncGenerator<FileOutcome> {
  // Content that is encrypted must not lie in the open for a moment, and a store of objects has no folder for it.
  const isOpenFolder = opened.closed === null && opened.config.store === undefined;
  return isSecret || !isOpenFolder ? sealOneByOne(opened, paths, isSecret) : sealAhead(opened, paths, jobs);
}

async function* sealOneByOne(
  opened: OpenCase,
  paths: readonly string[],
  isSecret: boolean,
): AsyncGenerator<FileOutcome> {
  for (const [done, path] of paths.entries()) {
    opened.progress({ step: "case.sources", done, total: paths.length, item: basename(path) });
    yield await sealOne(opened, path, () => loadFileToSeal(path), isSecret);
  }
}

async function sealOne(
  handle: CaseHandle,
  path: string,
  load: () => FileToSeal | Promise<FileToSeal>,
  isSecret = false,
): Promise<FileOutcome> {
  try {
    const recorded = await sealFile(handle, await load(), { isSecret });
    const isNoted = recorded.existed && (await noteDuplicate(handle, recorded, basename(path)));
    return { path, ...recorded, isNoted };
  } catch (error) {
    if (!(error instanceof InquestError) || error.reaction !== "input") throw error;
    return { path, error };
  }
}

async function* sealAhead(
  opened: OpenCase,
  paths: readonly string[],
  jobs: number,
): AsyncGenerator<FileOutcome> {
  const sealer = openFileSealer(opened.dir, { jobs });
  const batch = createBatch(opened, sealer);
  let done = 0;
  let item: string | undefined;
  const tell = () =>
    opened.progress({
      step: "case.sources",
      done,
      total: paths.length,
      sizeBytes: sealer.bytesDone(),
      ...(item === undefined ? {} : { item }),
    });
  const clock = setInterval(tell, TELL_EVERY_MS);
  try {
    for await (const staged of sealer.stage(toStage(paths, opened))) {
      const path = paths[done] ?? "";
      item = basename(path);
      tell();
      if (staged instanceof InquestError) {
        if (staged.reaction !== "input") {
          yield* batch.flush();
          throw staged;
        }
        batch.addError(path, staged);
      } else {
        // What the state does not show yet decides about this file: whether it came before, whether its name is free.
        if (batch.concerns(staged)) yield* batch.flush();
        try {
          await batch.add(staged);
        } catch (error) {
          yield* batch.flush();
          throw error;
        }
      }
      done += 1;
      if (batch.isFull()) yield* batch.flush();
    }
    yield* batch.flush();
  } finally {
    clearInterval(clock);
    await sealer.close();
  }
}

function* toStage(paths: readonly string[], { state }: CaseHandle): Generator<FileToStage> {
  const sizes = new Set([...state.sources.values()].map(({ value }) => value.sizeBytes));
  for (const file of paths) {
    // Whoever cannot be read is told by the thread that tries.
    const sizeBytes = lstatSync(file, { throwIfNoEntry: false })?.size ?? 0;
    const mayBeThere = sizes.has(sizeBytes);
    sizes.add(sizeBytes);
    yield { file, sizeBytes, mayBeThere, wantsBytes: mayBeNote(file, sizeBytes) };
  }
}

/** Whether a file may begin with front matter, so that its bytes are looked at. */
function mayBeNote(file: string, sizeBytes: number): boolean {
  return sizeBytes <= WHOLE_BYTES && /\.(?:md|txt)$/iu.test(file);
}

/** What is going to be recorded about one file. */
interface Pending {
  readonly outcome: FileOutcome;
  readonly drafts: readonly ActDraft[];
  /** Content that gets its name with the batch. */
  readonly staged: readonly StagedFile[];
}

/** Files that are ready, and the acts about them, until both go to the disk at once. */
function createBatch(opened: OpenCase, sealer: FileSealer) {
  let pending: Pending[] = [];
  let sizeBytes = 0;
  const ids = new Set<string>();
  const nameOfKey = new Map<string, string>();

  /** The case, as it is for one file: what would go to the disk is collected. */
  function collecting(): { readonly handle: CaseHandle; drafts: ActDraft[]; staged: StagedFile[] } {
    const drafts: ActDraft[] = [];
    const staged: StagedFile[] = [];
    const handle: CaseHandle = {
      ...opened,
      get config() {
        return opened.config;
      },
      record(more) {
        drafts.push(...more);
        return Promise.resolve([]);
      },
      seal(content) {
        if (content instanceof Uint8Array || content.staged === undefined) return opened.seal(content);
        staged.push(content.staged);
        const { sha256, sizeBytes } = content.staged;
        return Promise.resolve({ sha256, sizeBytes });
      },
    };
    return { handle, drafts, staged };
  }

  async function load(staged: StagedFile): Promise<FileToSeal> {
    const { file, temp, sha256 } = staged;
    if (!mayBeNote(file, staged.sizeBytes)) return { name: file, path: file, staged };
    const bytes = staged.bytes ?? (temp === null ? await opened.readStored(sha256) : readFileSync(temp));
    return { name: file, bytes, staged };
  }

  return {
    isFull: () => pending.length >= BATCH_FILES || sizeBytes >= BATCH_BYTES,
    concerns({ file, sha256 }: StagedFile): boolean {
      const holder = nameOfKey.get(basename(file, extname(file)));
      return ids.has(`src-${sha256.slice(0, 32)}`) || (holder !== undefined && holder !== basename(file));
    },
    addError(path: string, error: InquestError) {
      pending.push({ outcome: { path, error }, drafts: [], staged: [] });
    },
    async add(file: StagedFile) {
      const { handle, drafts, staged } = collecting();
      const outcome = await sealOne(handle, file.file, () => load(file));
      pending.push({ outcome, drafts, staged });
      if (!staged.includes(file)) sealer.discard(file);
      sizeBytes += file.sizeBytes;
      if ("source" in outcome && drafts.length > 0) {
        ids.add(outcome.source.id);
        nameOfKey.set(outcome.source.key, outcome.source.fileName);
      }
    },
    /** Names the files, then records the acts; when it tells of a file, both are on the disk. */
    async *flush(): AsyncGenerator<FileOutcome> {
      const files = pending;
      pending = [];
      sizeBytes = 0;
      ids.clear();
      nameOfKey.clear();
      const sealed = await sealer.seal(files.flatMap(({ staged }) => staged));
      let next = 0;
      let refusal: InquestError | null = null;
      const sound: Pending[] = [];
      for (const file of files) {
        for (const _ of file.staged) {
          const blob = sealed[next++];
          if (blob instanceof InquestError) refusal ??= blob;
        }
        if (refusal !== null) break;
        sound.push(file);
      }
      await opened.record(sound.flatMap(({ drafts }) => drafts));
      for (const { outcome } of sound) yield outcome;
      if (refusal !== null) throw refusal;
    },
  };
}
