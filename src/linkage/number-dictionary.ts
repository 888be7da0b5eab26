/** A set of whole numbers with dense ids, in typed arrays: for keys of blocks, pairs and patterns. */

/** Whole numbers below 2^53 as dense ids in order of first sight. */
export class NumberDictionary {
  #keys: Float64Array;
  #ids: Int32Array;
  #size: number;
  count = 0;

  constructor(size: number) {
    this.#size = size;
    this.#keys = new Float64Array(size).fill(-1);
    this.#ids = new Int32Array(size);
  }

  idOf(key: number): number {
    const slot = this.#slotOf(key);
    if (this.#keys[slot] === key) return this.#ids[slot] ?? 0;
    if (this.count * 2 >= this.#size) {
      this.#grow();
      return this.idOf(key);
    }
    this.#keys[slot] = key;
    this.#ids[slot] = this.count;
    this.count += 1;
    return this.count - 1;
  }

  /** The id of a number, or -1 when it is not among them. */
  find(key: number): number {
    const slot = this.#slotOf(key);
    return this.#keys[slot] === key ? (this.#ids[slot] ?? 0) : -1;
  }

  #slotOf(key: number): number {
    const hash = Math.imul(key | 0, 0x9e3779b1) ^ Math.imul((key / 4294967296) | 0, 0x85ebca6b);
    let slot = (hash ^ (hash >>> 15)) & (this.#size - 1);
    while (this.#keys[slot] !== -1 && this.#keys[slot] !== key) slot = (slot + 1) & (this.#size - 1);
    return slot;
  }

  #grow(): void {
    const [keys, ids] = [this.#keys, this.#ids];
    this.#size *= 2;
    this.#keys = new Float64Array(this.#size).fill(-1);
    this.#ids = new Int32Array(this.#size);
    for (let old = 0; old < keys.length; old += 1) {
      const key = keys[old] ?? -1;
      if (key === -1) continue;
      const slot = this.#slotOf(key);
      this.#keys[slot] = key;
      this.#ids[slot] = ids[old] ?? 0;
    }
  }
}
