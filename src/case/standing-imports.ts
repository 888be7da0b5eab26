/** Which import of each list stands: the last one that nobody took back. */
import { z } from "zod";
import type { Consents } from "../statements/index.ts";
import type { ListImported } from "./act-bodies.ts";
import type { Recorded } from "./state.ts";

export const LIST_WITHDRAWN = "list.withdrawn";

/** An import is taken back: its rows leave every view, and the import before it stands again where there is one. */
export const ListWithdrawn = z.strictObject({
  /** The name under which it was imported. */
  list: z.string().min(1),
  /** The id of the act that imported it. */
  import: z.string().min(1),
  why: z.string().trim().min(1),
});
export type ListWithdrawn = z.infer<typeof ListWithdrawn>;

type Imported = Recorded<ListImported>;

export interface StandingImports {
  /** Every import ever recorded, in order. */
  readonly all: readonly Imported[];
  /** By name; one whose rows can be read no more is gone. */
  readonly lists: ReadonlyMap<string, Imported>;
  add(act: string, imported: Imported): void;
  /** @returns the import, when it stood or had been replaced; undefined for one that is not known or was taken back before. */
  withdraw(withdrawn: ListWithdrawn): Imported | undefined;
  /** The id of the act of an import; throws TypeError for one that was never added. */
  actOf(imported: Imported): string;
  isWithdrawn(imported: Imported): boolean;
  /** Imports of which this is true give no rows any more. */
  drop(isGone: (imported: ListImported) => boolean): void;
}

export function createStandingImports(): StandingImports {
  const all: Imported[] = [];
  const lists = new Map<string, Imported>();
  const acts = new Map<string, Imported>();
  const withdrawn = new Set<Imported>();
  const gone = new Set<Imported>();
  function stand(name: string): void {
    const last = all.findLast((each) => each.value.name === name && !withdrawn.has(each));
    // One that was replaced does not come back because the later one was destroyed.
    if (last === undefined || gone.has(last)) lists.delete(name);
    else lists.set(name, last);
  }
  return {
    all,
    lists,
    add(act, imported) {
      all.push(imported);
      acts.set(act, imported);
      lists.set(imported.value.name, imported);
    },
    withdraw({ list, import: act }) {
      const imported = acts.get(act);
      if (imported === undefined || imported.value.name !== list || withdrawn.has(imported)) return undefined;
      withdrawn.add(imported);
      stand(list);
      return imported;
    },
    actOf(imported) {
      const [act] = [...acts].find(([, each]) => each.leafIndex === imported.leafIndex) ?? [];
      if (act === undefined) throw new TypeError(`${imported.value.name} was never imported here`);
      return act;
    },
    isWithdrawn: (imported) => withdrawn.has(imported),
    drop(isGone) {
      for (const imported of all) if (isGone(imported.value)) gone.add(imported);
      for (const name of [...lists.keys()]) stand(name);
    },
  };
}

/** The lists of which no consent is missing. */
export function withoutWithheld(
  lists: ReadonlyMap<string, Recorded<ListImported>>,
  consents: Consents,
): ReadonlyMap<string, Recorded<ListImported>> {
  return new Map([...lists].filter(([, { value }]) => consents.whyWithheld(value.source) === null));
}
