/** What the acts of a case say about checkpoints that left the house. */
import { type Act, CheckpointReleased, type ReleaseClaim, toReleaseClaim } from "../ledger/index.ts";

/** A release as its act says it. */
export interface Release extends ReleaseClaim {
  /** ISO time of the act. */
  readonly at: string;
  /** By which way and to whom it left; null for one that came back with more signatures. */
  readonly given: { readonly how: string; readonly to: string | null } | null;
}

/** Null for acts of other kinds, and for bodies that this version cannot read. */
export function toRelease(act: Pick<Act, "kind" | "at" | "body">, leafIndex: number): Release | null {
  const claim = toReleaseClaim(act, leafIndex);
  if (claim === null) return null;
  const body = CheckpointReleased.safeParse(act.body);
  const given = body.success ? { how: body.data.how, to: body.data.to ?? null } : null;
  return { ...claim, at: act.at, given };
}
