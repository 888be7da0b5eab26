/** What an act must keep to at its place in the log, and the keys that the log enrols. */
import type { KeyObject } from "node:crypto";
import type { Act } from "./act.ts";
import { readBase64, sha256 } from "./bytes.ts";
import type { FindingDraft } from "./findings.ts";
import { faultOfKey, isSigned, toKey } from "./public-key.ts";

export interface Enrolled {
  readonly actor: string;
  readonly device: string;
  readonly publicKey: Buffer;
  readonly leafIndex: number;
  readonly key: KeyObject;
}

export interface ActRules {
  /** Of the first act; null before it. */
  readonly caseId: string | null;
  readonly keys: readonly Enrolled[];
  /** The key that must have signed an act. */
  keyOf(act: Act): KeyObject | null;
  /** What is wrong with the next act; null when nothing is. Its signature is checked only for an enrolment. */
  judge(act: Act, leafIndex: number): Promise<Omit<FindingDraft, "path"> | null>;
}

export function createActRules(): ActRules {
  const keys: Enrolled[] = [];
  let caseId: string | null = null;
  let latest = "";
  /** Ids of the acts of the latest moment: an id holds its time, so no older act can have the same. */
  let idsOfLatest = new Set<string>();

  const keyOf = ({ actor, device }: Act) =>
    keys.find((each) => each.actor === actor && each.device === device)?.key ?? null;

  async function enrol(act: Act, leafIndex: number): Promise<string | null> {
    const { algorithm, publicKey: text, ...others } = act.body;
    const publicKey = typeof text === "string" ? readBase64(text) : null;
    if (algorithm !== "ed25519" || publicKey === null || Object.keys(others).length > 0)
      return "its body names no Ed25519 key";
    const fault = faultOfKey(publicKey);
    if (fault !== null) return `its key is not sound: ${fault}`;
    if (act.device !== toDevice(publicKey)) return "its device is not the one of its key";
    const key = toKey(publicKey);
    if (!(await isSigned(act.signed, act.signature, key))) return "the key does not sign its own enrolment";
    if (keyOf(act) === null) {
      keys.push({ actor: act.actor, device: act.device, publicKey, leafIndex, key });
    }
    return null;
  }

  return {
    keys,
    get caseId() {
      return caseId;
    },
    keyOf,
    async judge(act, leafIndex) {
      const detail = `leaf ${leafIndex}, act ${act.id}`;
      caseId ??= act.case;
      const before = latest;
      const isRepeated = act.at === before && idsOfLatest.has(act.id);
      if (act.at > before) {
        latest = act.at;
        idsOfLatest = new Set();
      }
      idsOfLatest.add(act.id);
      if (act.case !== caseId)
        return { code: "ledger/act-foreign", expected: caseId, actual: act.case, detail };
      if (act.at < before) return { code: "ledger/time-backwards", expected: before, actual: act.at, detail };
      if (isRepeated) return { code: "ledger/act-repeated", actual: act.id, detail };
      if (act.kind === "actor.enrolled") {
        const fault = await enrol(act, leafIndex);
        return fault === null ? null : { code: "ledger/enrolment-invalid", actual: fault, detail };
      }
      if (keyOf(act) === null)
        return { code: "ledger/act-unenrolled", actual: `${act.actor} ${act.device}`, detail };
      return null;
    },
  };
}

/** The device of a key: the first half of its SHA-256. */
export function toDevice(publicKey: Uint8Array): string {
  return `ed25519-${sha256(publicKey).toString("hex", 0, 16)}`;
}
