/** Making, opening, handing on and rotating the case key, and the keys of items under it. */
import { createHash } from "node:crypto";
import { InquestError, type JsonValue, toUuidV7 } from "../../core/index.ts";
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
import type { KeyFiles } from "./key-files.ts";
import type { KeyState } from "./key-state.ts";

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

/** Items whose rewrapping is told in one act. */
const ITEMS_AN_ACT = 400;

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
      sha256: sha256(bytes),
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
  const draft = { kind: "item.sealed", body: { item, what, generation, header: sha256(header) } };
  return { item, fileKey, draft };
}

/**
 * The file key behind a header.
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
  if (header !== null) return openHeader(header, identities);
  throw new InquestError({
    code: "vault/key-missing",
    reaction: "verification",
    message: `vault/keys/${name} is missing: without it the content cannot be read by anyone. Restore it from a copy of the case.`,
    evidence: { path: `vault/keys/${name}` },
  });
}

/** Writes a header for an existing file key, such as that of a closed case's log. */
export async function writeKey(
  { files, random }: KeySurroundings,
  name: string,
  { fileKey, recipient }: { readonly fileKey: Uint8Array; readonly recipient: string },
): Promise<void> {
  files.write(name, await writeHeader(fileKey, [toRecipient(recipient)], random));
}

/**
 * A new case key in the place of the old: every header is wrapped for it, content stays as it is. Doors of people's
 * own keys are made again; of passphrase doors only the one that is given, since the others' passphrases are not
 * known here. The doors of the old key stay until `finishRotation`, so that a crash in between locks nobody out.
 *
 * @param opened - what stands behind the doors, the newest first.
 */
export async function rotateCaseKey(
  surroundings: KeySurroundings,
  opened: readonly Opened[],
  {
    state,
    lock,
    actor,
    why,
    without,
  }: {
    readonly state: KeyState;
    readonly lock: DoorLock;
    readonly actor: string;
    readonly why: string;
    /** Doors of people who leave. */
    readonly without: readonly string[];
  },
): Promise<{ readonly opened: Opened; readonly drafts: readonly KeyDraft[] }> {
  const { files, random } = surroundings;
  const [current] = opened;
  if (current === undefined) throw new RangeError("a rotation needs the key that is rotated");
  const key = createKeyPair(random);
  const next: Opened = { generation: current.generation + 1, key, signer: current.signer };
  const others = [...state.doors.values()].filter(
    ({ door, kind }) => kind === "recipient" && !without.includes(door),
  );
  const added = [await addDoor(surroundings, next, { lock, actor })];
  for (const { recipient, actor: owner } of others) {
    if (recipient === undefined) continue;
    // A person's own signing key lies behind their door only; theirs is made anew when they next write.
    const theirs = { ...next, signer: null };
    added.push(await addDoor(surroundings, theirs, { lock: { kind: "recipient", recipient }, actor: owner }));
  }
  const identities = opened.map((each) => each.key);
  const headers: [string, string][] = [];
  for (const name of files.list().filter(isHeader)) {
    const fileKey = await openKey(files, name, identities);
    await writeKey(surroundings, name, { fileKey, recipient: key.recipient });
    if (name.startsWith("item/")) headers.push([name.slice("item/".length), sha256(files.read(name))]);
  }
  const rewrapped = inGroups(headers, ITEMS_AN_ACT).map((group) => ({
    kind: "item.rewrapped",
    body: { generation: next.generation, headers: group },
  }));
  const removed = [...state.doors.keys()].map((door) => ({ kind: "door.removed", body: { door, why } }));
  const rotated = {
    kind: "case-key.rotated",
    body: { generation: next.generation, recipient: key.recipient, why },
  };
  return { opened: next, drafts: [rotated, ...added, ...rewrapped, ...removed] };
}

/** After the acts of a rotation are recorded: the old doors go. Doing it again does nothing. */
export function removeOldDoors(files: KeyFiles, state: KeyState): readonly string[] {
  const kept = new Set([...state.doors.keys()].map(doorFile));
  const old = files.list().filter((name) => name.startsWith("doors/") && !kept.has(name));
  for (const name of old) files.destroy(name);
  return old;
}

function isHeader(name: string): boolean {
  return name.startsWith("item/") || name === LOG_HEADER || name === CONTENT_HEADER;
}

function sha256(bytes: Uint8Array | null): string {
  return createHash("sha256")
    .update(bytes ?? new Uint8Array())
    .digest("hex");
}

function inGroups<T>(items: readonly T[], size: number): T[][] {
  const groups: T[][] = [];
  for (let at = 0; at < items.length; at += size) groups.push(items.slice(at, at + size));
  return groups;
}
