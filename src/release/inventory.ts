/**
 * What a release held, by id: kept in the case, so that a later release can say what changed since, and a figure that somebody
 * cites from an old one can be looked up. It holds hashes and figures, and no words of sources.
 */
import { z } from "zod";
import { hashBytes, toCanonicalJson, toPlainJson } from "../core/index.ts";
import type { ContentByLanguage } from "./release-parts.ts";

const Ids = z.array(z.string());
const Hashes = z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/u));

const Words = z.strictObject({ en: z.string(), fa: z.string() });

const CitedFigure = z.strictObject({
  label: Words,
  /** With its bounds, in words. */
  valueText: Words,
  value: z.union([z.number(), z.string(), z.null()]),
  range: z.tuple([z.number().nullable(), z.number().nullable()]).nullable(),
  standing: z.enum(["documented", "estimated", "reported"]),
  /** Ids of the statements and lists behind it. */
  statements: z.array(z.string()),
});
export type CitedFigure = z.infer<typeof CitedFigure>;

export const ReleaseInventory = z.strictObject({
  v: z.literal(1),
  figures: z.record(z.string(), CitedFigure),
  /** The id of a statement is made of what it says: it never says something else. */
  statements: Ids,
  /** SHA-256 of the canonical JSON of what was shown, by id. Who is shown by initials has no id. */
  people: Hashes,
  sites: Hashes,
});
export type ReleaseInventory = z.infer<typeof ReleaseInventory>;

/** Things of one kind that came, went, or are shown otherwise since an earlier release; ids in their order. */
export interface ChangedThings {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly string[];
}

export interface ChangedFigure {
  readonly id: string;
  /** Null where the release did not hold it. */
  readonly before: CitedFigure | null;
  readonly after: CitedFigure | null;
}

export interface InventoryChanges {
  readonly figures: readonly ChangedFigure[];
  readonly statements: ChangedThings;
  readonly people: ChangedThings;
  readonly sites: ChangedThings;
}

export function inventoryOf({ en, fa }: ContentByLanguage): ReleaseInventory {
  const { figures, statements, people, sites } = en;
  const inPersian = new Map(fa.figures.map((figure) => [figure.id, figure]));
  return {
    v: 1,
    figures: Object.fromEntries(
      figures.map(({ id, label, valueText, value, range, standing, statements: behind }) => [
        id,
        {
          label: { en: label, fa: inPersian.get(id)?.label ?? label },
          valueText: { en: valueText, fa: inPersian.get(id)?.valueText ?? valueText },
          ...{ value, standing },
          range: range === null ? null : [range[0], range[1]],
          statements: [...behind],
        },
      ]),
    ),
    statements: statements.map(({ id }) => id),
    people: hashesOf(people),
    // Without the words of a language, which another version of the program may choose otherwise.
    sites: hashesOf(
      sites.map(({ id, status, point, coarsenedKm, life }) => ({
        ...{ id, status, point, coarsenedKm },
        life: life.map(({ statement }) => statement),
      })),
    ),
  };
}

/** Whatever is shown of one thing; things without an id cannot be told apart, and are left out. */
function hashesOf(things: readonly { readonly id: string | null }[]): Record<string, string> {
  const known = things.flatMap((thing) => (thing.id === null ? [] : [{ ...thing, id: thing.id }]));
  return Object.fromEntries(
    known.map((thing) => [
      thing.id,
      hashBytes(new TextEncoder().encode(toCanonicalJson(toPlainJson(thing)))),
    ]),
  );
}

export function compareInventories(before: ReleaseInventory, after: ReleaseInventory): InventoryChanges {
  const ids = new Set([...Object.keys(before.figures), ...Object.keys(after.figures)]);
  const figures = [...ids].flatMap((id) => {
    const [one, other] = [own(before.figures, id), own(after.figures, id)];
    return isSameFigure(one, other) ? [] : [{ id, before: one, after: other }];
  });
  return {
    figures,
    statements: { ...compareIds(before.statements, after.statements), changed: [] },
    people: compareHashes(before.people, after.people),
    sites: compareHashes(before.sites, after.sites),
  };
}

function compareHashes(
  before: Readonly<Record<string, string>>,
  after: Readonly<Record<string, string>>,
): ChangedThings {
  const shared = Object.keys(before).filter((id) => own(after, id) !== null);
  return {
    ...compareIds(Object.keys(before), Object.keys(after)),
    changed: shared.filter((id) => before[id] !== after[id]),
  };
}

function compareIds(before: readonly string[], after: readonly string[]): Omit<ChangedThings, "changed"> {
  const [known, now] = [new Set(before), new Set(after)];
  return { added: after.filter((id) => !known.has(id)), removed: before.filter((id) => !now.has(id)) };
}

/** What is said in words may be said in another language: the numbers and what they rest on are compared. */
function isSameFigure(one: CitedFigure | null, other: CitedFigure | null): boolean {
  const saidBy = (figure: CitedFigure | null) =>
    figure === null ? null : [figure.value, figure.range, figure.standing];
  return JSON.stringify(saidBy(one)) === JSON.stringify(saidBy(other));
}

function own<Value>(record: Readonly<Record<string, Value>>, key: string): Value | null {
  return Object.hasOwn(record, key) ? (record[key] ?? null) : null;
}
