/** What is encrypted in a case: sealing needs nobody, reading needs a passphrase, asked for once and with a reason. */
import { hashBytes, InquestError } from "../core/index.ts";
import { SourceAbout, Statement } from "../statements/index.ts";
import {
  type BlobContent,
  type BlobStore,
  type DoorLock,
  type Identity,
  isCommitted,
  itemFile,
  type KeyFiles,
  type KeySurroundings,
  makeCaseKey,
  makeItem,
  type Opened,
  openDoors,
  openKey,
  openKeyFiles,
  openSecret,
  requireStrength,
  type SealedRef,
  storeSecret,
  type Vault,
} from "../vault/index.ts";
import type { ActDraft, Surroundings } from "./handle.ts";
import { keyNeeded } from "./key-needed.ts";
import type { CaseState } from "./state.ts";
import { whoOpens } from "./who-opens.ts";

/** Content that was encrypted and stored, and the acts that must be recorded with what names it. */
export interface SealedParts {
  readonly refs: readonly SealedRef[];
  readonly drafts: readonly ActDraft[];
}

export interface Secrets {
  readonly files: KeyFiles;
  readonly surroundings: KeySurroundings;
  /** Whether this content can be read now without asking anyone. */
  canOpen(ref: SealedRef): boolean;
  /**
   * Encrypts parts under one new item and stores them. Needs only the public half of the case key, so nobody is
   * asked; the first item of a case makes the key, and asks for its passphrase.
   *
   * @param beside - content of an item that the parts belong to: they open and are shredded with it.
   * @throws InquestError "case/key-needed", "vault/weak-passphrase" (decision).
   */
  seal(parts: readonly BlobContent[], what: string, beside?: SealedRef): Promise<SealedParts>;
  /** Whether content of this SHA-256 is what lies behind a reference. @throws as `open`. */
  holds(ref: SealedRef, sha256: string): Promise<boolean>;
  /**
   * The plaintext, its commitment checked.
   *
   * @param why - what it is, for the person who is asked for a passphrase; what the log says of it when left out.
   * @throws InquestError as `unlock`; "case/item-shredded" (not-found); "case/commitment" and those of the vault
   *   (verification).
   */
  open(ref: SealedRef, why?: string): Promise<Uint8Array>;
  /**
   * What stands behind the doors, the newest first; asks for a passphrase the first time.
   *
   * @param why - what needs it, for the person who is asked.
   * @throws InquestError "case/key-needed", "vault/wrong-passphrase" (decision).
   */
  unlock(why: string): Promise<readonly Opened[]>;
  /** A new passphrase, asked for twice by whoever asks. @throws InquestError "case/key-needed", "vault/weak-passphrase". */
  newLock(why: string): Promise<DoorLock>;
  /** Names of sealed sources and whole sealed statements come into memory; needs the key at hand. */
  reveal(): Promise<void>;
  /** Forgets the keys, and a key that was destroyed. */
  forget(item?: string): void;
}

export interface SecretsOptions {
  readonly dir: string;
  readonly state: CaseState;
  readonly store: BlobStore;
  readonly vault: Vault;
  readonly surroundings: Surroundings;
  /** What stands behind the doors of a closed case that was just opened. */
  readonly opened?: readonly Opened[] | undefined;
  /** Records acts and applies them to the state. */
  readonly record: (drafts: readonly ActDraft[]) => Promise<void>;
}

/** Key files of doors. */
const DOORS = "doors/";
/** Opens nothing; where there is no door at all, trying says so. */
const NOBODY: Identity = { unwrap: () => Promise.resolve(null) };

export function createSecrets(options: SecretsOptions): Secrets {
  const { dir, state, store, vault, surroundings } = options;
  const files = openKeyFiles(dir);
  const keySurroundings = { files, random: surroundings.random, now: surroundings.now };
  let opened = options.opened ?? null;
  // Keys of items that were sealed or read since the case was opened.
  const fileKeys = new Map<string, Uint8Array>();

  async function newLock(why: string): Promise<DoorLock> {
    const passphrase = (await surroundings.askPassphrase?.({ kind: "make", dir, why })) ?? null;
    if (passphrase === null) throw keyNeeded("make", why);
    requireStrength(passphrase);
    return { kind: "passphrase", passphrase, logRounds: surroundings.doorRounds };
  }

  async function unlock(why: string): Promise<readonly Opened[]> {
    if (opened !== null) return opened;
    if (state.keys.generation === 0) throw noKey(why);
    opened = await openDoors(files, (await whoOpens(surroundings, dir, why)).identity);
    await reveal();
    return opened;
  }

  async function reveal(): Promise<void> {
    for (const { value } of [...state.sources.values()]) {
      if (value.sealed === undefined || state.keys.shredded.has(value.sealed.about.item)) continue;
      const about = await readIfKeyed(value.sealed.about);
      if (about !== null) state.revealSource(value.id, SourceAbout.parse(about));
    }
    for (const { value } of [...state.sealedStatements.values()]) {
      if (state.keys.shredded.has(value.statement.item)) continue;
      const content = await readIfKeyed(value.statement);
      if (content !== null) state.revealStatement(value.id, Statement.omit({ id: true }).parse(content));
    }
  }

  /** Null for an item whose key is lost, or was destroyed by a shredding that died: it costs only itself. */
  async function readIfKeyed(ref: SealedRef): Promise<unknown> {
    try {
      return JSON.parse(new TextDecoder().decode(await open(ref)));
    } catch (error) {
      if (error instanceof InquestError && error.code === "vault/key-missing") return null;
      throw error;
    }
  }

  async function keyOf(ref: SealedRef, why?: string): Promise<Uint8Array> {
    const known = fileKeys.get(ref.item);
    if (known !== undefined) return known;
    if (state.keys.shredded.has(ref.item)) throw shredded(ref);
    const asked = why ?? state.keys.items.get(ref.item)?.what ?? ref.item;
    const keys = (await unlock(asked)).map(({ key }) => key);
    const fileKey = await openKey(files, itemFile(ref.item), keys);
    fileKeys.set(ref.item, fileKey);
    return fileKey;
  }

  async function open(ref: SealedRef, why?: string): Promise<Uint8Array> {
    const fileKey = await keyOf(ref, why);
    const plain = await openSecret(await vault.read(ref.stored), fileKey);
    if (isCommitted(fileKey, Buffer.from(hashBytes(plain), "hex"), ref.commitment)) return plain;
    throw new InquestError({
      code: "case/commitment",
      reaction: "verification",
      message: `The content of item ${ref.item} opens, and is not what its act committed to. Verify the case.`,
      evidence: { ...ref },
    });
  }

  async function storeParts(
    parts: readonly BlobContent[],
    item: string,
    fileKey: Uint8Array,
  ): Promise<SealedRef[]> {
    const refs: SealedRef[] = [];
    for (const part of parts) {
      const { random } = surroundings;
      const { stored, storedBytes, commitment } = await storeSecret(store.put, part, { fileKey, random });
      refs.push({ item, stored, sizeBytes: storedBytes, commitment });
    }
    return refs;
  }

  return {
    files,
    surroundings: keySurroundings,
    canOpen: (ref) => fileKeys.has(ref.item) || (opened !== null && !state.keys.shredded.has(ref.item)),
    newLock,
    unlock,
    reveal,
    open,
    holds: async (ref, sha256) => isCommitted(await keyOf(ref), Buffer.from(sha256, "hex"), ref.commitment),
    forget(item) {
      if (item !== undefined) fileKeys.delete(item);
      else {
        fileKeys.clear();
        opened = null;
      }
    },
    async seal(parts, what, beside) {
      if (beside !== undefined)
        return { refs: await storeParts(parts, beside.item, await keyOf(beside)), drafts: [] };
      if (state.keys.recipient === null) {
        const made = await makeCaseKey(keySurroundings, {
          lock: await newLock(what),
          actor: surroundings.actor,
          seed: null,
        });
        await options.record(made.drafts);
        opened = [made.opened];
      }
      const { recipient, generation } = state.keys;
      if (recipient === null) throw noKey(what);
      // What nobody can open any more is not made.
      if (!files.list().some((name) => name.startsWith(DOORS))) await openDoors(files, NOBODY);
      const { item, fileKey, draft } = await makeItem(keySurroundings, { recipient, generation }, what);
      fileKeys.set(item, fileKey);
      return { refs: await storeParts(parts, item, fileKey), drafts: [draft] };
    },
  };
}

function noKey(why: string): InquestError {
  return new InquestError({
    code: "case/no-key",
    reaction: "not-found",
    message: `${why}: this case has no key, since nothing in it is encrypted.`,
  });
}

function shredded({ item }: SealedRef): InquestError {
  return new InquestError({
    code: "case/item-shredded",
    reaction: "not-found",
    message: `The key of item ${item} was destroyed; its content cannot be read by anyone any more. The act that sealed it still stands.`,
    evidence: { item },
  });
}
