/** Words and places that are found nowhere else: planted where a program might let them out, and looked for in what it lets out. */
import type { ProfileId } from "../../src/case/index.ts";
import type { Sought } from "../../src/release/index.ts";

export const NOBODY: readonly ProfileId[] = [];
export const COMMISSION: readonly ProfileId[] = ["commission"];
export const FEW: readonly ProfileId[] = ["partners", "commission"];
export const EVERYBODY: readonly ProfileId[] = ["public", "partners", "commission"];

export interface Canary {
  readonly kind: string;
  /** The profiles that let it out; each of its forms is looked for. */
  readonly permitted: readonly ProfileId[];
  readonly sought: readonly Sought[];
}

const SYLLABLES = ["ka", "ro", "mi", "ta", "shu", "be", "lan", "qo", "zer", "vi"];
const LETTERS = ["قا", "رو", "می", "تا", "شو", "به", "لن", "کو", "زر", "وی"];

/** Plants canaries and remembers them. None is a word of any language or of the program. */
export function createPlanter() {
  const canaries: Canary[] = [];
  const spelled = (parts: readonly string[], index: number) =>
    [index % 10, Math.floor(index / 10) % 10, Math.floor(index / 100), (index * 7 + 3) % 10]
      .map((digit) => parts[digit] ?? "")
      .join("");
  return {
    canaries,
    /** Words in both scripts, found by their letters alone, whatever they stand among. */
    words(kind: string, permitted: readonly ProfileId[] = NOBODY) {
      const index = canaries.length;
      const latin = `Xan${spelled(SYLLABLES, index)}q`;
      const persian = `ژان${spelled(LETTERS, index)}ژ`;
      canaries.push({
        ...{ kind, permitted },
        sought: [
          { id: `${index}.latin ${kind}`, is: "letters", text: latin },
          { id: `${index}.persian ${kind}`, is: "letters", text: persian },
        ],
      });
      return { latin, persian, both: `${latin} ${persian}` };
    },
    point(kind: string, permitted: readonly ProfileId[] = NOBODY) {
      const index = canaries.length;
      const at = { latitude: 31.123_456 + index / 50, longitude: 48.654_321 + index / 70 };
      const [latitude, longitude] = [Number(at.latitude.toFixed(6)), Number(at.longitude.toFixed(6))];
      canaries.push({
        ...{ kind, permitted },
        sought: [{ id: `${index}.point ${kind}`, is: "point", latitude, longitude }],
      });
      return { latitude, longitude };
    },
  };
}

export type Planter = ReturnType<typeof createPlanter>;
export type Words = ReturnType<Planter["words"]>;

export const times = <Made>(count: number, make: (index: number) => Made): Made[] =>
  Array.from({ length: count }, (_, index) => make(index));
