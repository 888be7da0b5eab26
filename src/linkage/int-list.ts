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

  at(index: number): number {
    return this.#values[index] ?? 0;
  }

  /** Adds to one of the values in the list. */
  add(index: number, value: number): void {
    this.#values[index] = (this.#values[index] ?? 0) + value;
  }

  /** The values pushed so far; shares memory with the list. */
  view(): Int32Array {
    return this.#values.subarray(0, this.length);
  }
}
