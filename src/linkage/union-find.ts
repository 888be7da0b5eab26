/** Disjoint sets; the representative is always the smallest member, so it does not depend on order. */
export class UnionFind {
  readonly #parent: Int32Array;

  constructor(size: number) {
    this.#parent = new Int32Array(size);
    for (let index = 0; index < size; index += 1) this.#parent[index] = index;
  }

  find(member: number): number {
    let root = member;
    while (this.#parent[root] !== root) root = this.#parent[root] ?? root;
    let step = member;
    while (step !== root) {
      const next = this.#parent[step] ?? root;
      this.#parent[step] = root;
      step = next;
    }
    return root;
  }

  union(left: number, right: number): void {
    const [first, second] = [this.find(left), this.find(right)];
    if (first < second) this.#parent[second] = first;
    else this.#parent[first] = second;
  }
}
