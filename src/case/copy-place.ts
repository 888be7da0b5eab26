/** Where a second copy of a case lies: a folder, or a store of objects under the names of a folder's files. */
import type { CaseFile, FileKind } from "./case-files.ts";

export interface HashedFile {
  readonly sha256: string;
  readonly sizeBytes: number;
}

/** What is written, and where its bytes come from, as often as they are asked for. */
export interface FileToCopy extends CaseFile, HashedFile {
  readonly read: () => AsyncIterable<Uint8Array>;
}

export interface CopyPlace {
  /** For messages. */
  readonly name: string;
  /**
   * What lies there under a path. A store of objects is believed about the size of blobs, whose names say the rest:
   * reading all of them each time would cost more than the copy.
   */
  look(path: string, kind: FileKind): Promise<HashedFile | null>;
  /** What its bytes give when they are read; null when there are none. */
  hash(path: string): Promise<HashedFile | null>;
  /** Puts a file there, whole and lasting. */
  write(file: FileToCopy): Promise<void>;
  /** A small file, or a blob that is asked for; null when it is not there. */
  read(path: string): Promise<Uint8Array | null>;
  /** What the copy holds of a case. */
  list(): Promise<readonly CaseFile[]>;
  /** Removes a file that the case no longer has; a key so that its bytes are gone. False when it was not there. */
  remove(file: CaseFile): Promise<boolean>;
  /** Whether it holds something that belongs to no copy of a case. */
  holdsOther(): Promise<boolean>;
  /** Removes what interrupted writes left, and ends connections. */
  close(): void;
}
