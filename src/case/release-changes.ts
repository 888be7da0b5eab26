/** What changed since the last release by the same profile, and why, as far as that may be said outside. */
import { parseJson } from "../core/index.ts";
import {
  type ChangedThings,
  type CitedFigure,
  compareInventories,
  ReleaseInventory,
} from "../release/index.ts";
import type { CaseHandle } from "./handle.ts";
import type { ReleasePublished } from "./published-releases.ts";
import type { CaseState, Recorded } from "./state.ts";

/**
 * corrected: another statement takes its place; withdrawn: its recorders took it back. Everything else is told alike: who took
 * a consent back, or wished to be shown no more, is nobody's business.
 */
export type WhyRemoved = "corrected" | "withdrawn" | "no-longer-shown";

/** Why a figure is another. What nothing here explains came of how the program counts. */
export type FigureCause =
  | { readonly is: "statement-added" | "statement-removed"; readonly statement: string }
  | { readonly is: "list-imported"; readonly list: string }
  | { readonly is: "linked-anew" | "estimated-anew" | "figure-added" | "figure-removed" };

export interface FigureChange {
  readonly id: string;
  /** Null where there was none; both are null of one that went and of which nothing is told any more. */
  readonly before: CitedFigure | null;
  readonly after: CitedFigure | null;
  readonly because: readonly FigureCause[];
}

export interface ReleaseChanges {
  readonly since: Pick<ReleasePublished, "number" | "root" | "treeSize"> & { readonly on: string };
  readonly figures: readonly FigureChange[];
  readonly statements: {
    readonly added: readonly string[];
    readonly removed: readonly {
      readonly id: string;
      readonly why: WhyRemoved;
      readonly by: string | null;
    }[];
  };
  readonly people: ChangedThings;
  readonly sites: ChangedThings;
}

type Published = Recorded<ReleasePublished>;

const ISO_DAY = 10;

/** The last release by a profile, or the last export by it in the same format; undefined where none says what it held. */
export function lastReleaseBy(
  { published }: Pick<CaseState, "published">,
  { profile, format }: Pick<ReleasePublished, "profile" | "format">,
): Published | undefined {
  return published
    .filter(
      ({ value }) => value.profile === profile && value.format === format && value.inventory !== undefined,
    )
    .at(-1);
}

/** What a release held; null of one that an earlier version made, which did not keep it. */
export async function readInventory(
  handle: Pick<CaseHandle, "read">,
  { inventory }: Pick<ReleasePublished, "inventory">,
): Promise<ReleaseInventory | null> {
  if (inventory === undefined) return null;
  return ReleaseInventory.parse(parseJson(new TextDecoder().decode(await handle.read(inventory))));
}

/** @param after - what the release holds that is being made, or what one would hold today. */
export async function changesSince(
  handle: CaseHandle,
  { value, at }: Published,
  after: ReleaseInventory,
): Promise<ReleaseChanges | null> {
  const before = await readInventory(handle, value);
  if (before === null) return null;
  const { figures, statements, people, sites } = compareInventories(before, after);
  const { number, root, treeSize } = value;
  return {
    since: { number, root, treeSize, on: at.slice(0, ISO_DAY) },
    figures: figures.map((figure) => ({ ...figure, because: causesOf(handle.state, figure, treeSize) })),
    statements: {
      added: statements.added,
      removed: statements.removed.map((id) => ({ id, ...whyRemoved(handle.state, id, after) })),
    },
    people,
    sites,
  };
}

/** What of a release may be said in the next one. */
interface Tellable {
  readonly holdsName: (text: string) => boolean;
  /** Ids of the statements and lists (`list:…`) that go out. */
  readonly goes: ReadonlySet<string>;
}

/**
 * Without figures whose words, as an earlier release had them, name somebody who is not to be named any more. Of one that
 * went with a statement or list that is shown no more its id alone is told: its number was what they said.
 */
export function tellableChanges(changes: ReleaseChanges, { holdsName, goes }: Tellable): ReleaseChanges {
  const isNamed = ({ id, before }: FigureChange) =>
    [id, before?.label.en, before?.label.fa, before?.valueText.en, before?.valueText.fa].some(
      (words) => words !== undefined && holdsName(words),
    );
  const mended = new Set(
    changes.statements.removed.flatMap(({ id, why }) => (why === "no-longer-shown" ? [] : [id])),
  );
  const isSilent = ({ before, after }: FigureChange) =>
    after === null && before?.statements.some((id) => !goes.has(id) && !mended.has(id)) === true;
  return {
    ...changes,
    figures: changes.figures
      .filter((figure) => !isNamed(figure))
      .map((figure) => ({
        ...figure,
        ...(isSilent(figure)
          ? { before: null, because: [{ is: "figure-removed" } as const] }
          : {
              because: figure.because.filter((cause) => !("list" in cause) || goes.has(`list:${cause.list}`)),
            }),
      })),
  };
}

function whyRemoved(
  state: CaseState,
  id: string,
  after: ReleaseInventory,
): { readonly why: WhyRemoved; readonly by: string | null } {
  const corrected = state.statements.corrected().find(({ statement }) => statement.id === id)?.statement;
  if (corrected !== undefined) {
    const now = corrected.key === undefined ? undefined : state.statements.find(corrected.key)?.statement.id;
    return { why: "corrected", by: now !== undefined && after.statements.includes(now) ? now : null };
  }
  const isWithdrawn = state.statusOf(id).status === "withdrawn";
  return { why: isWithdrawn ? "withdrawn" : "no-longer-shown", by: null };
}

export function causesOf(
  state: CaseState,
  { before, after }: Pick<FigureChange, "before" | "after">,
  sinceLeaf: number,
): FigureCause[] {
  const [known, now] = [new Set(before?.statements), new Set(after?.statements)];
  const isStatement = (id: string) => !id.startsWith("list:");
  const added = [...now].filter((id) => isStatement(id) && !known.has(id));
  const removed = [...known].filter((id) => isStatement(id) && !now.has(id));
  const lists = [...new Set([...known, ...now])].filter((id) => !isStatement(id));
  const isAnew = (recorded: Recorded<unknown> | null | undefined) =>
    recorded !== null && recorded !== undefined && recorded.leafIndex >= sinceLeaf;
  const isEstimated = (after ?? before)?.standing === "estimated";
  return [
    ...(before === null ? [{ is: "figure-added" } as const] : []),
    ...(after === null ? [{ is: "figure-removed" } as const] : []),
    ...added.map((statement) => ({ is: "statement-added", statement }) as const),
    ...removed.map((statement) => ({ is: "statement-removed", statement }) as const),
    ...lists
      .filter((id) =>
        [...state.lists.values()].some(
          (imported) => imported.value.lists.some((list) => `list:${list}` === id) && isAnew(imported),
        ),
      )
      .map((id) => ({ is: "list-imported", list: id.slice("list:".length) }) as const),
    ...(lists.length > 1 && isAnew(state.link) ? [{ is: "linked-anew" } as const] : []),
    ...(isEstimated && [...state.estimates.values()].some(isAnew) ? [{ is: "estimated-anew" } as const] : []),
  ];
}
