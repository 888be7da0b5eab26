/**
 * A new case key in the place of the old: staged, recorded, then put in place, so that dying anywhere in between
 * locks nobody out and leaves nothing that differs from what the acts say.
 */
import { hashBytes, InquestError } from "../../core/index.ts";
import { createKeyPair, toRecipient, writeHeader } from "../age/index.ts";
import {
  addDoor,
  CONTENT_HEADER,
  itemFile,
  type KeyDraft,
  type KeySurroundings,
  LOG_HEADER,
  openKey,
} from "./case-keys.ts";
import { type DoorLock, doorFile, type Opened } from "./door.ts";
import { type KeyFiles, parseStaged, stagedFile } from "./key-files.ts";
import type { KeyState } from "./key-state.ts";

/** Items whose rewrapping is told in one act. */
const ITEMS_AN_ACT = 400;

export interface Rotation {
  readonly state: KeyState;
  /** How the door of whoever rotates is closed. */
  readonly lock: DoorLock;
  readonly actor: string;
  readonly why: string;
  /** Doors of people who leave. */
  readonly without: readonly string[];
}

/**
 * Wraps every header for a new case key; content stays as it is. Doors of people's own keys are made again; of
 * passphrase doors only the one that is given, since the others' passphrases are not known here.
 *
 * 1. Here: new headers are written beside the old ones, and new doors beside the old doors. Both keys open now.
 * 2. The caller records the drafts in one append. From then on the new key is the key of the case.
 * 3. `finishRotation` puts the headers in their place and removes the old doors.
 *
 * @param opened - what stands behind the doors.
 * @throws InquestError "vault/key-superseded" (decision) when none of it is the key of today; of `openKey`.
 */
export async function rotateCaseKey(
  surroundings: KeySurroundings,
  opened: readonly Opened[],
  { state, lock, actor, why, without }: Rotation,
): Promise<{ readonly opened: Opened; readonly drafts: readonly KeyDraft[] }> {
  const { files, random } = surroundings;
  const current = keyOfToday(opened, state);
  finishRotation(files, state);
  const key = createKeyPair(random);
  const next: Opened = { generation: state.generation + 1, key, signer: current.signer };
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
  const headers: [string, string][] = [];
  for (const name of files.list().filter(isHeader)) {
    const fileKey = await openKey(
      files,
      name,
      opened.map((each) => each.key),
    );
    const header = await writeHeader(fileKey, [toRecipient(key.recipient)], random);
    files.write(stagedFile(next.generation, name), header);
    if (name.startsWith(ITEM_FOLDER)) headers.push([name.slice(ITEM_FOLDER.length), hashBytes(header)]);
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

/**
 * Brings the key files to what the acts say: headers of a recorded rotation take their place, and doors that were
 * removed go. What a rotation has staged that is not recorded is left alone, since it may be under way elsewhere.
 * Doing it again does nothing; whoever opens a case for writing does it first.
 *
 * @returns the doors whose files were removed.
 */
export function finishRotation(files: KeyFiles, state: KeyState): readonly string[] {
  for (const path of files.list()) {
    const staged = parseStaged(path);
    if (staged === null || staged.generation > state.generation) continue;
    if (isWanted(files, state, path)) files.move(path, staged.name);
    else files.destroy(path);
  }
  return [...state.removedDoors].filter((door) => files.destroy(doorFile(door)));
}

/** Whether a staged header is the one that the case has since its rotation was recorded. */
function isWanted(files: KeyFiles, state: KeyState, path: string): boolean {
  const staged = parseStaged(path);
  const bytes = files.read(path);
  if (staged === null || bytes === null || staged.generation !== state.generation) return false;
  if (!staged.name.startsWith(ITEM_FOLDER)) return true;
  return state.items.get(staged.name.slice(ITEM_FOLDER.length))?.header === hashBytes(bytes);
}

const ITEM_FOLDER = itemFile("");

function isHeader(name: string): boolean {
  return name.startsWith(ITEM_FOLDER) || name === LOG_HEADER || name === CONTENT_HEADER;
}

/**
 * Of what stands behind the doors, the key of today: a door may be left of a rotation that was never recorded, or
 * of one before.
 *
 * @throws InquestError "vault/key-superseded" (decision) when there is none.
 */
export function keyOfToday(opened: readonly Opened[], { generation, recipient }: KeyState): Opened {
  const current = opened.find(({ key }) => key.recipient === recipient);
  if (current !== undefined) return current;
  throw new InquestError({
    code: "vault/key-superseded",
    reaction: "decision",
    message: `This passphrase opens a key of the case (generation ${opened[0]?.generation ?? 0}), but the key of today is that of generation ${generation}. Use the passphrase that was set when the key was rotated.`,
    evidence: { generation, recipient },
  });
}

function inGroups<T>(items: readonly T[], size: number): T[][] {
  const groups: T[][] = [];
  for (let at = 0; at < items.length; at += size) groups.push(items.slice(at, at + size));
  return groups;
}
