/** A growing list of 32-bit integers in one typed array: pushes cost no boxing and the result no copy of objects. */
export class IntList {
  #values: Int32Array;
  length = 0;

  constructor(size = 1 << 10) {
    this.#values = new Int32Array(size);
  }

  push(value: number): void {
    if (this.length === this.#values.length) {
      const grown = new Int32Array(this.#values.length * 2);
      grown.set(this.#values);
      this.#values = grown;
    }
    this.#values[this.length] = value;
    this.length += 1;
  }

  /** @param index - below `length`. */
  at(index: number): number {
    return this.#values[index] ?? 0;
  }

  /** Pushes all of them. */
  append(values: Int32Array, from = 0, to = values.length): void {
    const needed = this.length + to - from;
    if (needed > this.#values.length) {
      const grown = new Int32Array(Math.max(this.#values.length * 2, needed));
      grown.set(this.#values);
      this.#values = grown;
    }
    const own = this.#values;
    let at = this.length;
    for (let index = from; index < to; index += 1) {
      own[at] = values[index] ?? 0;
      at += 1;
    }
    this.length = needed;
  }

  /** The values pushed so far; shares memory with the list. */
  view(): Int32Array {
    return this.#values.subarray(0, this.length);
  }
}
