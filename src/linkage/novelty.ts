/** How many of a rule's pairs no earlier rule holds, from the pairs of some records. */
import { NumberDictionary } from "./number-dictionary.ts";
import { mixedBits } from "./random.ts";

/** Records whose pairs are followed, about. */
const FOLLOWED = 1024;

/** Whether the pairs of each record are followed: 1 for those taken by a hash of their position. */
export function followedRecords(recordCount: number): Uint8Array {
  const isFollowed = new Uint8Array(recordCount);
  let oneIn = 1;
  while (recordCount / oneIn > FOLLOWED) oneIn *= 2;
  for (let record = 0; record < recordCount; record += 1) {
    if ((mixedBits(record) & (oneIn - 1)) === 0) isFollowed[record] = 1;
  }
  return isFollowed;
}

/** What a rule brings of the followed records. */
export interface FollowedPairs {
  /** Followed records beside another one, once for each block that they share. */
  readonly visits: number;
  /** The different ones among them that no earlier rule brought. */
  readonly fresh: number;
}

export class Novelty {
  readonly #recordCount: number;
  readonly #isFollowed: Uint8Array;
  /** Followed pairs so far, as `followed record * records + other`. */
  readonly #pairs = new NumberDictionary(1 << 12);

  constructor(recordCount: number) {
    this.#recordCount = recordCount;
    this.#isFollowed = followedRecords(recordCount);
  }

  /**
   * Counts the pairs of the followed records in the blocks of a rule, which are known from now on.
   *
   * @param members - the members of the blocks, -1 after each.
   */
  tell(members: Int32Array): FollowedPairs {
    const before = this.#pairs.count;
    let visits = 0;
    let start = 0;
    for (let place = 0; place < members.length; place += 1) {
      const member = members[place] ?? -1;
      if (member >= 0) {
        if (this.#isFollowed[member] === 1) {
          for (let at = start; (members[at] ?? -1) >= 0; at += 1) {
            const other = members[at] ?? 0;
            if (other === member) continue;
            visits += 1;
            this.#pairs.idOf(member * this.#recordCount + other);
          }
        }
      } else start = place + 1;
    }
    return { visits, fresh: this.#pairs.count - before };
  }
}
