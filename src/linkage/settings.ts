/** What a linkage run is told: comparisons, blocking, training, decisions; and sound defaults for any list. */
import { z } from "zod";
import { InquestError } from "../core/pure.ts";
import type { LinkField, LinkFieldKind } from "./records.ts";

/**
 * One comparison of two records.
 *
 * - `name`: person names in any script, token by token.
 * - `text`: places, organisations, addresses: tokens in any script, with fewer levels.
 * - `date`: intervals of days; imprecise dates agree when they overlap.
 * - `number`: equal, near, different.
 * - `code`: equal, one keystroke apart, different.
 * - `sex`: a code whose usual words (female, زن, femenino …) are understood.
 */
export const LinkComparison = z.strictObject({
  /** Stable name, shown with the levels of a pair. */
  name: z.string().min(1),
  /** Fields whose values are joined, in order; several only for `name` and `text`. */
  fields: z.array(z.string().min(1)).min(1),
  /**
   * Fields that write the same name again, as in Latin letters: one name, so one comparison. They speak where only they
   * have the script of the other record, and where `fields` are empty.
   */
  writings: z.array(z.string().min(1)).default([]),
  kind: z.enum(["name", "text", "date", "number", "code", "sex"]),
  /** True when the field is part of the person's own name: without any of these a record is unnamed. */
  identifies: z.boolean().default(false),
  /** The comparison whose field may have been written in this one's place: given and family name. */
  swappedWith: z.string().nullable().default(null),
  /** A rare value proves more than a common one. */
  termFrequency: z.boolean().default(true),
  /** A clear conflict forbids the link, whatever else agrees. */
  hardConflict: z.boolean().default(false),
});
export type LinkComparison = z.infer<typeof LinkComparison>;

/** Records meet when they share a key of every part. `key` names are those of `blocking-keys.ts`. */
export const BlockingRule = z
  .array(z.strictObject({ field: z.string().min(1), key: z.string().min(1) }))
  .min(1);
export type BlockingRule = z.infer<typeof BlockingRule>;

/** The settings of one run. All have defaults: `settingsFor(fields)` writes them from the fields alone. */
export const LinkSettings = z.strictObject({
  comparisons: z.array(LinkComparison).min(1),
  blocking: z
    .strictObject({
      /** Rules in order; null lets the run choose the cheapest combinations of two keys within its budget. */
      rules: z.array(BlockingRule).nullable().default(null),
      /** Budget of candidate pairs for each record, when the run chooses. */
      pairsPerRecord: z.number().int().min(1).max(10_000).default(60),
      /** The budget of short lists, whatever `pairsPerRecord` gives. */
      fewestPairs: z.number().int().min(0).default(2_000_000),
      /** A block of more records is split by a further key; what no key splits is reported. */
      blockCap: z.number().int().min(2).default(400),
      /** With no more pairs than this in all, every pair is compared. */
      exhaustivePairs: z.number().int().min(0).default(600_000),
    })
    .prefault({}),
  training: z
    .strictObject({
      /** Seed of the random pairs from which chance agreement (u) is counted. */
      seed: z.number().int().min(1).max(4_294_967_295).default(1988),
      randomPairs: z.number().int().min(1000).default(300_000),
      maxIterations: z.number().int().min(1).default(100),
      /** Stops when no probability moves by more. */
      tolerance: z.number().positive().default(0.0001),
      /** At most this many expectation-maximisation runs, each on the pairs of one blocking rule. */
      maxRules: z.number().int().min(1).default(9),
    })
    .prefault({}),
  decision: z
    .strictObject({
      /** The machine links at or above this match probability. */
      linkProbability: z.number().gt(0.5).lt(1).default(0.9),
      /** From here up to `linkProbability` a person must look; the machine never merges that band. */
      reviewProbability: z.number().gt(0).lt(0.5).default(0.1),
      /**
       * What becomes of a pair with different names of their own, such as two sisters taken on one day: `review`
       * never links it by machine, `weigh` lets the other fields decide.
       */
      nameConflict: z.enum(["review", "weigh"]).default("review"),
      /**
       * What becomes of two rows of one list: `weigh` links them like any other pair, `review` never links them by
       * machine, nor in a draw. Null is `weigh` for plain lists, and `review` in a case: each list means its rows to be
       * different people.
       */
      sameList: z.enum(["review", "weigh"]).nullable().default(null),
      /**
       * Bits taken from a pair within one list, where several lists are linked: lists rarely name a person
       * twice. Null learns it from the data.
       */
      sameListPenaltyBits: z.number().min(0).nullable().default(null),
    })
    .prefault({}),
  doubt: z
    .strictObject({
      /** Partitions drawn over the uncertain pairs: the count of persons is read from all of them. */
      draws: z.number().int().min(2).max(1000).default(40),
      /** How many of them the result carries, for the estimate. */
      partitions: z.number().int().min(0).max(1000).default(20),
      /**
       * Standard deviation, in bits, of the error that all weights of a run share; by default about what labelled
       * lists showed.
       */
      sharedErrorBits: z.number().min(0).max(10).default(1.5),
    })
    .prefault({}),
});
export type LinkSettings = z.infer<typeof LinkSettings>;

/** What a recipe may say of linkage: any part of the settings; the rest is chosen for its fields. */
export const LinkOptions = z.strictObject({
  comparisons: z.array(LinkComparison).min(1).optional(),
  blocking: LinkSettings.shape.blocking.optional(),
  training: LinkSettings.shape.training.optional(),
  decision: LinkSettings.shape.decision.optional(),
  doubt: LinkSettings.shape.doubt.optional(),
});
export type LinkOptions = z.input<typeof LinkOptions>;

const GIVEN = /^(given|first|fore|christian|nombres?$|prenom|fname)/i;
const FAMILY = /^(family|sur|last|apellidos?$|nom$|lname)/i;
const RELATIVE = /(father|mother|grand|spouse|husband|wife|parent|padre|madre|materno|casada|relative)/i;
const OTHER_NAME = /(alias|nick|apodo|guerre|kunya|former|maiden)/i;
/** What the name of a field adds where it writes another field's name again. */
const WRITING = /[ _-]?(latin|roman|english|persian|farsi|arabic|en|fa|ar)$/i;
const SEX = /^(sex|gender|sexo|genero)$/i;

/**
 * Settings for these fields, chosen from their kinds and names; what `options` gives stands.
 *
 * Name fields become comparisons of the person's own name, except those of relatives and nicknames, which are
 * compared but do not identify. A given and a family name are compared apart and may have been swapped. A field that
 * writes a name again (`name`, `nameLatin`) is no second witness and stands under the first one's `writings`.
 *
 * @throws InquestError "linkage/no-name" when no field could name a person: nothing would ever be linked.
 */
export function settingsFor(fields: readonly LinkField[], options: LinkOptions = {}): LinkSettings {
  const parsed = LinkOptions.parse(options);
  const settings = LinkSettings.parse({
    ...parsed,
    comparisons: parsed.comparisons ?? fields.flatMap((field) => comparisonFor(field, fields)),
  });
  assertSettings(settings, fields);
  return settings;
}

function comparisonFor(field: LinkField, fields: readonly LinkField[]): z.input<typeof LinkComparison>[] {
  const base = { name: field.name, fields: [field.name] };
  if (SEX.test(field.name)) return [{ ...base, kind: "sex" }];
  if (field.kind !== "name") return [{ ...base, kind: field.kind }];
  const [first, ...writings] = writingsOf(field, fields);
  if (first !== field.name) return [];
  const identifies = !RELATIVE.test(field.name) && !OTHER_NAME.test(field.name);
  const swappedWith = identifies ? swapOf(field, fields) : null;
  return [{ ...base, kind: "name", writings, identifies, swappedWith }];
}

/** The fields that write one name, the field without a script in its name before the others. */
function writingsOf(field: LinkField, fields: readonly LinkField[]): string[] {
  const stem = stemOf(field.name);
  const names = fields.flatMap(({ kind, name }) => (kind === "name" && stemOf(name) === stem ? [name] : []));
  return [...names.filter((name) => !WRITING.test(name)), ...names.filter((name) => WRITING.test(name))];
}

function stemOf(name: string): string {
  return name.replace(WRITING, "").toLowerCase();
}

/** The fields of the person's own name. */
export function ownNameFields({ comparisons }: Pick<LinkSettings, "comparisons">): string[] {
  return comparisons.flatMap(({ identifies, kind, fields, writings }) =>
    identifies && kind === "name" ? [...fields, ...writings] : [],
  );
}

function swapOf(field: LinkField, fields: readonly LinkField[]): string | null {
  const own = fields.filter(
    ({ kind, name }) => kind === "name" && !RELATIVE.test(name) && !OTHER_NAME.test(name),
  );
  const given = own.find(({ name }) => GIVEN.test(name));
  const family = own.find(({ name }) => FAMILY.test(name));
  if (given === undefined || family === undefined) return null;
  if (field.name === given.name) return family.name;
  return field.name === family.name ? given.name : null;
}

const KINDS: Readonly<Record<LinkFieldKind, readonly LinkComparison["kind"][]>> = {
  name: ["name", "text"],
  text: ["name", "text", "code", "sex"],
  code: ["code", "sex", "text"],
  date: ["date"],
  number: ["number"],
};

/**
 * Checks that the settings speak of these fields.
 *
 * @throws InquestError "linkage/settings" for an unknown field, a repeated comparison or a kind that does not fit;
 *   "linkage/no-name" when nothing identifies a person.
 */
export function assertSettings(settings: LinkSettings, fields: readonly LinkField[]): void {
  const kinds = new Map(fields.map((field) => [field.name, field.kind]));
  const fail = (message: string, evidence: Record<string, unknown>): never => {
    throw new InquestError({ code: "linkage/settings", reaction: "input", message, evidence });
  };
  const names = settings.comparisons.map(({ name }) => name);
  const repeated = names.find((name, index) => names.indexOf(name) !== index);
  if (repeated !== undefined)
    fail(`Two comparisons are called "${repeated}"; give each its own name.`, { repeated });
  for (const { name, fields: used, writings, kind, swappedWith } of settings.comparisons) {
    if (writings.length > 0 && kind !== "name") {
      fail(`Comparison "${name}" has other writings; only a name can.`, { writings });
    }
    for (const field of [...used, ...writings]) {
      const found = kinds.get(field);
      if (found === undefined) {
        fail(`Comparison "${name}" uses the field "${field}", which the lists do not have.`, {
          field,
          fields,
        });
      } else if (!KINDS[found].includes(kind)) {
        fail(`Comparison "${name}" compares as ${kind}, but "${field}" holds ${found} values.`, {
          field,
          kind,
        });
      }
    }
    if (used.length > 1 && kind !== "name" && kind !== "text") {
      fail(`Comparison "${name}" joins several fields; only name and text can.`, { fields: used });
    }
    if (swappedWith !== null && !names.includes(swappedWith)) {
      fail(`Comparison "${name}" may be swapped with "${swappedWith}", which is no comparison.`, {
        swappedWith,
      });
    }
  }
  for (const part of (settings.blocking.rules ?? []).flat()) {
    if (!kinds.has(part.field))
      fail(`A blocking rule uses the unknown field "${part.field}".`, { field: part.field });
  }
  if (!settings.comparisons.some(({ identifies, kind }) => identifies && kind === "name")) {
    throw new InquestError({
      code: "linkage/no-name",
      reaction: "input",
      message: "No field names the person, and unnamed records never merge. Map a name column in the recipe.",
      evidence: { fields: fields.map(({ name, kind }) => ({ name, kind })) },
    });
  }
}
