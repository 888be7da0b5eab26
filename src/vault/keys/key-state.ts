/** What the log says about keys and encrypted items, followed act by act. */
import {
  BlobStored,
  CaseKeyMade,
  CaseKeyRotated,
  DoorAdded,
  DoorRemoved,
  ItemRewrapped,
  ItemSealed,
  ItemShredded,
  RecoveryMade,
  RecoveryTested,
} from "./key-acts.ts";

export interface ItemEntry {
  readonly item: string;
  readonly what: string;
  readonly generation: number;
  /** SHA-256 of its header. */
  readonly header: string;
}

export interface DoorEntry {
  readonly door: string;
  readonly generation: number;
  readonly kind: "passphrase" | "recipient";
  readonly actor: string;
  readonly recipient?: string | undefined;
  readonly sha256: string;
}

export interface RecoveryEntry {
  readonly generation: number;
  readonly threshold: number;
  readonly shares: number;
  /** Whether it was put together again since it was made. */
  readonly isTested: boolean;
}

export interface KeyState {
  /** 0 while the case has no key. */
  readonly generation: number;
  /** The public half of the case key; null while there is none. */
  readonly recipient: string | null;
  readonly doors: ReadonlyMap<string, DoorEntry>;
  /** Doors whose files must be gone. */
  readonly removedDoors: ReadonlySet<string>;
  /** Items whose key is not destroyed. */
  readonly items: ReadonlyMap<string, ItemEntry>;
  readonly shredded: ReadonlySet<string>;
  /** Of the key of today; null when none was made. */
  readonly recovery: RecoveryEntry | null;
  /** In a closed case, what lies encrypted behind a content's hash. */
  readonly stored: ReadonlyMap<string, BlobStored>;
  /** Follows the log; other kinds are ignored. */
  apply(act: { readonly kind: string; readonly body: unknown }): void;
}

export function createKeyState(): KeyState {
  let generation = 0;
  let recipient: string | null = null;
  let recovery: RecoveryEntry | null = null;
  const doors = new Map<string, DoorEntry>();
  const removedDoors = new Set<string>();
  const items = new Map<string, ItemEntry>();
  const shredded = new Set<string>();
  const stored = new Map<string, BlobStored>();

  return {
    get generation() {
      return generation;
    },
    get recipient() {
      return recipient;
    },
    get recovery() {
      return recovery;
    },
    doors,
    removedDoors,
    items,
    shredded,
    stored,
    apply({ kind, body }) {
      switch (kind) {
        case "case-key.made":
          ({ generation, recipient } = CaseKeyMade.parse(body));
          break;
        case "case-key.rotated":
          ({ generation, recipient } = CaseKeyRotated.parse(body));
          // Sheets of the key before open nothing any more.
          recovery = null;
          break;
        case "door.added": {
          const entry = DoorAdded.parse(body);
          doors.set(entry.door, entry);
          break;
        }
        case "door.removed": {
          const { door } = DoorRemoved.parse(body);
          doors.delete(door);
          removedDoors.add(door);
          break;
        }
        case "item.sealed": {
          const entry = ItemSealed.parse(body);
          items.set(entry.item, entry);
          break;
        }
        case "item.rewrapped": {
          const next = ItemRewrapped.parse(body);
          for (const [item, header] of next.headers) {
            const entry = items.get(item);
            if (entry !== undefined) items.set(item, { ...entry, header, generation: next.generation });
          }
          break;
        }
        case "item.shredded": {
          const { item, also = [] } = ItemShredded.parse(body);
          for (const each of [item, ...also]) {
            items.delete(each);
            shredded.add(each);
          }
          break;
        }
        case "recovery.made":
          recovery = { ...RecoveryMade.parse(body), isTested: false };
          break;
        case "recovery.tested":
          if (recovery?.generation === RecoveryTested.parse(body).generation)
            recovery = { ...recovery, isTested: true };
          break;
        case "blob.stored": {
          const entry = BlobStored.parse(body);
          stored.set(entry.sha256, entry);
          break;
        }
        default:
          break;
      }
    },
  };
}
