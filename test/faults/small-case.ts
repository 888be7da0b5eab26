/** A case of a handful of records, and the material that grows it. */
import { createHash, randomBytes } from "node:crypto";
import { CaseConfig } from "../../src/case/index.ts";
import { parseRecipe } from "../../src/intake/index.ts";
import { createClosedCodec } from "../../src/vault/keys/index.ts";

export const CASE_ID = "faults";

export const smallConfig: CaseConfig = CaseConfig.parse({
  v: 1,
  id: CASE_ID,
  title: { en: "Faults", fa: "خطاها" },
  fictional: true,
  languages: ["en"],
  calendars: ["gregorian"],
  standardOfProof: "reasonable-grounds-to-believe",
  event: "event:faults",
  estimates: [{ id: "two-lists", from: "clusters", lists: ["list:first", "list:second"] }],
  identifyingAssumption: { en: "Nobody was harder to list than another." },
});

const FIRST = ["Maryam", "Ali", "Soraya", "Hamid", "Parvin", "Reza", "Shirin", "Karim", "Nasrin", "Dariush"];
const LAST = ["Karimi", "Rezaei", "Moradi", "Azizi", "Nouri", "Sadeghi", "Ahmadi", "Rahimi"];
const CITIES = ["Dasht-Ava", "Mehrdaj", "Simbal"];

/** A list as CSV: rows follow from the seed, so two lists of nearby seeds share people. */
export function toListFile(name: string, seed: number, rows: number): { name: string; bytes: Uint8Array } {
  const lines = Array.from({ length: rows }, (_, row) => {
    const n = (seed + row) * 7919;
    const pick = (from: readonly string[], by: number) => from[Math.floor(n / by) % from.length] ?? "";
    return `${row + 1},${pick(FIRST, 1)} ${pick(LAST, 10)},${pick(FIRST, 80)},${pick(CITIES, 3)},${20 + (n % 50)}`;
  });
  return { name: `${name}.csv`, bytes: Buffer.from(`id,name,father,place,age\n${lines.join("\n")}\n`) };
}

/** Words of the encrypted sources and rows: none may lie open anywhere, whatever happens. */
export const CANARIES = ["Zahra Canary", "زهرا قناری", "canary-title"];

/** A file that holds the canaries. */
export function toSecretFile(name: string): { name: string; bytes: Uint8Array } {
  return {
    name: `canary-title-${name}.txt`,
    bytes: Buffer.from(`${name}: Zahra Canary, زهرا قناری\n`.repeat(40)),
  };
}

/** A list of one row that holds a canary. */
export function toSecretList(name: string): { name: string; bytes: Uint8Array } {
  return {
    name: `${name}.csv`,
    bytes: Buffer.from(`id,name,father,place,age\n1,Zahra Canary,زهرا قناری,${name},30\n`),
  };
}

/** What every test answers when it is asked for the passphrase of the case. */
export const PASSPHRASE = "seven grey herons over the salt marsh 1988";

/** Rounds of the passphrase's scrypt, as a power of two: few, since thousands of doors are opened. */
export const DOOR_ROUNDS = 10;

const recipe = parseRecipe(
  JSON.stringify({
    v: 1,
    lists: {
      any: {
        id: "id",
        fields: {
          name: { column: "name" },
          father: { column: "father" },
          place: { column: "place" },
          age: { column: "age" },
        },
      },
    },
  }),
  "recipe.json",
);

export function toListRecipe() {
  const { any } = recipe.lists;
  if (any === undefined) throw new Error("the recipe above names one list");
  return any;
}

/** Seals and opens the acts of a closed log of the tests. */
export function toClosedCodec() {
  return createClosedCodec(bytesOf("key of the closed log", 16), (sizeBytes) => randomBytes(sizeBytes));
}

/** Bytes that follow from a seed and look like nothing in particular. */
export function bytesOf(seed: string, sizeBytes: number): Uint8Array {
  return createHash("shake256", { outputLength: sizeBytes }).update(seed).digest();
}

/** Whole numbers from 0 on, below a bound, that follow from a seed. */
export function createDice(seed: string): (below: number) => number {
  let draws = 0;
  return (below) => {
    const digest = createHash("sha256").update(`${seed} ${draws++}`).digest();
    return digest.readUIntBE(0, 6) % below;
  };
}
