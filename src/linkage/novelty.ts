/** How many of a rule's pairs no earlier rule holds, from the pairs of some records. */
import { NumberDictionary } from "./number-dictionary.ts";
import { mixedBits } from "./random.ts";

/** Records whose pairs are followed, about. */
const FOLLOWED = 1024;

export class Novelty {
  readonly #recordCount: number;
  readonly #isFollowed: Uint8Array;
  /** Followed pairs so far, as `followed record * records + other`. */
  readonly #pairs = new NumberDictionary(1 << 12);

  constructor(recordCount: number) {
    this.#recordCount = recordCount;
    this.#isFollowed = new Uint8Array(recordCount);
    let oneIn = 1;
    while (recordCount / oneIn > FOLLOWED) oneIn *= 2;
    for (let record = 0; record < recordCount; record += 1) {
      if ((mixedBits(record) & (oneIn - 1)) === 0) this.#isFollowed[record] = 1;
    }
  }

  /**
   * The share of new pairs among those of the followed records in these blocks, which count as known from now on.
   * 1 where there are none to tell by.
   *
   * @param members - the members of the blocks, -1 after each.
   */
  yieldOf(members: Int32Array): number {
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
    return visits === 0 ? 1 : (this.#pairs.count - before) / visits;
  }
}
