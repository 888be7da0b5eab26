/** Making, opening and handing on the case key, and the keys of items under it. */
import { hashBytes, InquestError, type JsonValue, toUuidV7 } from "../../core/index.ts";
import {
  createFileKey,
  createKeyPair,
  type Identity,
  openHeader,
  type Random,
  toRecipient,
  writeHeader,
} from "../age/index.ts";
import { type DoorLock, doorFile, makeDoor, type Opened } from "./door.ts";
import { type KeyFiles, parseStaged } from "./key-files.ts";

/** An act that must be recorded for what was done to count. */
export interface KeyDraft {
  readonly kind: string;
  readonly body: { readonly [key: string]: JsonValue };
}

export interface KeySurroundings {
  readonly files: KeyFiles;
  readonly random: Random;
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly now: () => number;
}

/** The file of an item's header, below `vault/keys/`. */
export function itemFile(item: string): string {
  return `item/${item}`;
}

/** Headers of a closed case: of the log's entries, and of every blob that is no item of its own. */
export const LOG_HEADER = "log";
export const CONTENT_HEADER = "content";

/** A new case key with its first door. The door is on the disk; the acts are for the caller to record. */
export async function makeCaseKey(
  { files, random, now }: KeySurroundings,
  {
    lock,
    actor,
    seed,
  }: { readonly lock: DoorLock; readonly actor: string; readonly seed: Uint8Array | null },
): Promise<{ readonly opened: Opened; readonly drafts: readonly KeyDraft[] }> {
  const key = createKeyPair(random);
  const opened: Opened = { generation: 1, key, signer: seed === null ? null : { actor, seed } };
  const door = await addDoor({ files, random, now }, opened, { lock, actor });
  const made = { kind: "case-key.made", body: { generation: 1, recipient: key.recipient } };
  return { opened, drafts: [made, door] };
}

/** Another door to the same key, on the disk when the promise resolves. */
export async function addDoor(
  { files, random, now }: KeySurroundings,
  opened: Opened,
  { lock, actor }: { readonly lock: DoorLock; readonly actor: string },
): Promise<KeyDraft> {
  const door = `${lock.kind}-${toUuidV7(now(), random(10))}`;
  const bytes = await makeDoor(opened, lock, random);
  files.write(doorFile(door), bytes);
  const recipient = lock.kind === "recipient" ? { recipient: lock.recipient } : {};
  return {
    kind: "door.added",
    body: {
      door,
      generation: opened.generation,
      kind: lock.kind,
      actor,
      ...recipient,
      sha256: hashBytes(bytes),
    },
  };
}

/** A key of its own for a new item: its header is on the disk, wrapped for the case and nobody else. */
export async function makeItem(
  { files, random, now }: KeySurroundings,
  { recipient, generation }: { readonly recipient: string; readonly generation: number },
  what: string,
): Promise<{ readonly item: string; readonly fileKey: Uint8Array; readonly draft: KeyDraft }> {
  const item = toUuidV7(now(), random(10));
  const fileKey = createFileKey(random);
  const header = await writeHeader(fileKey, [toRecipient(recipient)], random);
  files.write(itemFile(item), header);
  const draft = { kind: "item.sealed", body: { item, what, generation, header: hashBytes(header) } };
  return { item, fileKey, draft };
}

/**
 * The file key behind a header; where a rotation was interrupted, that of the header it staged will do.
 *
 * @param name - below `vault/keys/`.
 * @throws InquestError "vault/key-missing" (verification) when the header is not there, or of `openHeader`.
 */
export async function openKey(
  files: KeyFiles,
  name: string,
  identities: readonly Identity[],
): Promise<Uint8Array> {
  const header = files.read(name);
  const staged = files.list().filter((path) => parseStaged(path)?.name === name);
  if (header !== null && staged.length === 0) return openHeader(header, identities);
  for (const bytes of [header, ...staged.map((path) => files.read(path))]) {
    const fileKey = bytes === null ? null : await tryHeader(bytes, identities);
    if (fileKey !== null) return fileKey;
  }
  if (header !== null) return openHeader(header, identities);
  throw new InquestError({
    code: "vault/key-missing",
    reaction: "verification",
    message: `vault/keys/${name} is missing: without it the content cannot be read by anyone. Restore it from a copy of the case.`,
    evidence: { path: `vault/keys/${name}` },
  });
}

async function tryHeader(bytes: Uint8Array, identities: readonly Identity[]): Promise<Uint8Array | null> {
  try {
    return await openHeader(bytes, identities);
  } catch (error) {
    if (error instanceof InquestError) return null;
    throw error;
  }
}

/** Writes a header for an existing file key, such as that of a closed case's log. */
export async function writeKey(
  { files, random }: KeySurroundings,
  name: string,
  { fileKey, recipient }: { readonly fileKey: Uint8Array; readonly recipient: string },
): Promise<void> {
  files.write(name, await writeHeader(fileKey, [toRecipient(recipient)], random));
}
