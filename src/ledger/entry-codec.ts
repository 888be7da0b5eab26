/** How an act's entry stands in the log: as it is in an open case, sealed in a closed one. */

/** The largest leaf: entry bundles and segments give it a length of 16 bits. */
export const MAX_LEAF_BYTES = 0xffff;

/**
 * Between the entry of an act (canonical JSON) and the leaf that segment, bundle and tree hold. Signatures and
 * form are those of the entry, the tree is that of the leaves.
 */
export interface EntryCodec {
  /** At most 65,535 bytes for an entry of the largest size. */
  toLeaf(entry: Uint8Array): Uint8Array;
  /** The entry that a leaf holds, or why it holds none. Never throws. */
  fromLeaf(leaf: Uint8Array): { readonly entry: Uint8Array } | { readonly fault: string };
}

/** Open cases: a leaf is its entry. */
export const openCodec: EntryCodec = {
  toLeaf: (entry) => entry,
  fromLeaf: (leaf) => ({ entry: leaf }),
};
