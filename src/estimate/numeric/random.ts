/** Random numbers from a seed, the same on every engine: uniform, normal, gamma, beta. */

const TWO_TO_MINUS_32 = 2 ** -32;

/** A stream of random numbers. Two streams of one seed with different numbers are independent of each other. */
export class RandomStream {
  // sfc32 (Doty-Humphrey 2010, PractRand): three words of state and a counter, period at least 2^32.
  private a: number;
  private b: number;
  private c: number;
  private counter: number;

  /**
   * @param seed - a whole number.
   * @param stream - which stream of the seed, a whole number ≥ 0.
   */
  constructor(seed: number, stream = 0) {
    this.a = seed | 0;
    this.b = Math.floor(seed / 4294967296) | 0;
    this.c = Math.imul(stream, 0x9e3779b1) | 0;
    this.counter = 1;
    // The state is mixed before the first number is taken, so that near seeds do not give near numbers.
    for (let i = 0; i < 20; i++) this.word();
  }

  /** 32 random bits as a signed number. */
  word(): number {
    const sum = (this.a + this.b + this.counter) | 0;
    this.counter = (this.counter + 1) | 0;
    this.a = this.b ^ (this.b >>> 9);
    this.b = (this.c + (this.c << 3)) | 0;
    this.c = (((this.c << 21) | (this.c >>> 11)) + sum) | 0;
    return sum;
  }

  /** Uniform inside (0, 1), never an end, in steps of 2^−32. */
  uniform(): number {
    return ((this.word() >>> 0) + 0.5) * TWO_TO_MINUS_32;
  }

  /** A whole number from 0 to count − 1, for counts far below 2^32. */
  below(count: number): number {
    return Math.floor(this.uniform() * count);
  }

  /** Standard normal, by the ziggurat of Marsaglia & Tsang (2000, Journal of Statistical Software 5). */
  normal(): number {
    for (;;) {
      const word = this.word();
      const layer = word & 127;
      const x = word * (WIDTHS[layer] ?? 0);
      if (Math.abs(word) < (INSIDE[layer] ?? 0)) return x;
      if (layer === 0) return this.normalTail(word > 0);
      const low = HEIGHTS[layer] ?? 0;
      if (low + this.uniform() * ((HEIGHTS[layer + 1] ?? 1) - low) < Math.exp(-0.5 * x * x)) return x;
    }
  }

  /** Beyond the last layer (Marsaglia 1964, Technometrics 6). */
  private normalTail(isPositive: boolean): number {
    for (;;) {
      const x = -Math.log(this.uniform()) / TAIL_START;
      const y = -Math.log(this.uniform());
      if (y + y >= x * x) return isPositive ? TAIL_START + x : -TAIL_START - x;
    }
  }

  /** Exponential with mean 1. */
  exponential(): number {
    return -Math.log(this.uniform());
  }

  /** Gamma with the shape given, ≥ 1, and scale 1 (Marsaglia & Tsang 2000, ACM TOMS 26). */
  gamma(shape: number): number {
    const d = shape - 1 / 3;
    const c = 1 / Math.sqrt(9 * d);
    for (;;) {
      const x = this.normal();
      const root = 1 + c * x;
      if (root <= 0) continue;
      const v = root * root * root;
      const u = this.uniform();
      const square = x * x;
      if (u < 1 - 0.0331 * square * square) return d * v;
      if (Math.log(u) < 0.5 * square + d * (1 - v + Math.log(v))) return d * v;
    }
  }

  /** The logarithm of a gamma number of any shape > 0: for small shapes the number itself may be 0 in doubles. */
  logGamma(shape: number): number {
    if (shape >= 1) return Math.log(this.gamma(shape));
    return Math.log(this.gamma(shape + 1)) + Math.log(this.uniform()) / shape;
  }

  /** Beta for whole or real parameters ≥ 1. */
  beta(first: number, second: number): number {
    if (first === 1) return second === 1 ? this.uniform() : -Math.expm1(-this.exponential() / second);
    if (second === 1) return Math.exp(-this.exponential() / first);
    const x = this.gamma(first);
    return x / (x + this.gamma(second));
  }
}

/** Where the ziggurat's tail begins, and the area of each of its 128 layers. */
const TAIL_START = 3.442619855899;
const LAYER_AREA = 9.91256303526217e-3;

const { WIDTHS, INSIDE, HEIGHTS } = buildZiggurat();

/** Layers from the widest (0, with the tail) to the narrowest: scale to x, certain words, density at the edge. */
function buildZiggurat() {
  const layers = 128;
  const scale = 2 ** 31;
  const widths = new Float64Array(layers);
  const inside = new Float64Array(layers);
  const heights = new Float64Array(layers + 1).fill(1);
  const density = (x: number) => Math.exp(-0.5 * x * x);
  let edge = TAIL_START;
  // The lowest layer is as wide as its area needs at the height of the tail's start.
  const base = LAYER_AREA / density(TAIL_START);
  inside[0] = (TAIL_START / base) * scale;
  widths[0] = base / scale;
  heights[0] = density(TAIL_START);
  for (let layer = 1; layer < layers; layer++) {
    const next = Math.sqrt(Math.max(0, -2 * Math.log(LAYER_AREA / edge + density(edge))));
    widths[layer] = edge / scale;
    inside[layer] = layer === layers - 1 ? 0 : (next / edge) * scale;
    heights[layer] = density(edge);
    edge = next;
  }
  return { WIDTHS: widths, INSIDE: inside, HEIGHTS: heights };
}
