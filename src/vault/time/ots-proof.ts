/** What an OpenTimestamps proof is: a tree of operations on a hash, with attestations at its leaves. */
import { createHash } from "node:crypto";
import { malformed } from "./malformed.ts";

/** Hash operations; keccak256 is that of Ethereum, which node:crypto lacks, so it is known and not computed. */
export type OtsHashName = "sha1" | "ripemd160" | "sha256" | "keccak256";

export type OtsOperation =
  | { readonly name: OtsHashName | "reverse" | "hexlify" }
  | { readonly name: "append" | "prepend"; readonly bytes: Uint8Array };

export type OtsAttestation =
  /** A calendar promises to have the hash put into the block chain. */
  | { readonly kind: "pending"; readonly uri: string }
  /** The message is the Merkle root of the block at this height. */
  | { readonly kind: "bitcoin"; readonly height: number }
  /** Of another notary; kept as it came. */
  | { readonly kind: "unknown"; readonly tag: string; readonly payload: Uint8Array };

export interface OtsNode {
  /** What the operations have led to here; null behind an operation that is not computed. */
  readonly message: Uint8Array | null;
  readonly attestations: readonly OtsAttestation[];
  readonly branches: readonly OtsBranch[];
}

export interface OtsBranch {
  readonly operation: OtsOperation;
  readonly node: OtsNode;
}

export interface OtsProof {
  /** How the file was hashed. */
  readonly hash: OtsHashName;
  /** Its message is the hash of the file. */
  readonly root: OtsNode;
}

/** Longest message of the reference implementation. */
export const MAX_MESSAGE_BYTES = 4096;

/** What an operation makes of a message; null when it is not computed. */
export function applyOperation(operation: OtsOperation, message: Uint8Array | null): Uint8Array | null {
  if (message === null) return null;
  switch (operation.name) {
    case "append":
      return requireShort(Buffer.concat([message, operation.bytes]));
    case "prepend":
      return requireShort(Buffer.concat([operation.bytes, message]));
    case "reverse":
      return Uint8Array.from(message).reverse();
    case "hexlify":
      return requireShort(Buffer.from(Buffer.from(message).toString("hex"), "latin1"));
    case "keccak256":
      return null;
    default:
      return createHash(operation.name).update(message).digest();
  }
}

/** Every attestation with the node it stands at, from the root down. */
export function* eachAttestation(
  node: OtsNode,
): Generator<{ readonly attestation: OtsAttestation; readonly message: Uint8Array | null }> {
  for (const attestation of node.attestations) yield { attestation, message: node.message };
  for (const branch of node.branches) yield* eachAttestation(branch.node);
}

/** All that either proof of one message holds, each thing once. */
export function mergeNodes(left: OtsNode, right: OtsNode): OtsNode {
  if (Buffer.compare(left.message ?? Buffer.of(), right.message ?? Buffer.of()) !== 0)
    throw malformed("two proofs of different hashes cannot be put together");
  const attestations = [...left.attestations];
  for (const attestation of right.attestations)
    if (!attestations.some((known) => isSame(known, attestation))) attestations.push(attestation);
  const branches = left.branches.map((branch) => {
    const other = right.branches.find(({ operation }) => isSame(branch.operation, operation));
    return other === undefined ? branch : { ...branch, node: mergeNodes(branch.node, other.node) };
  });
  for (const branch of right.branches)
    if (!branches.some(({ operation }) => isSame(operation, branch.operation))) branches.push(branch);
  return { message: left.message, attestations, branches };
}

function isSame(left: OtsOperation | OtsAttestation, right: OtsOperation | OtsAttestation): boolean {
  return toKey(left) === toKey(right);
}

function toKey(thing: OtsOperation | OtsAttestation): string {
  return JSON.stringify(thing, (_name, value: unknown) =>
    value instanceof Uint8Array ? Buffer.from(value).toString("hex") : value,
  );
}

function requireShort(message: Uint8Array): Uint8Array {
  if (message.length > MAX_MESSAGE_BYTES) throw malformed(`a message longer than ${MAX_MESSAGE_BYTES} bytes`);
  return message;
}
