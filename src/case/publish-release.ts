/** Writing a release: planned, refused while a decision is missing, looked through, written whole, recorded by an act. */
import { InquestError, type Language, toCanonicalJson, toPlainJson } from "../core/index.ts";
import type { ProfileId } from "../release/index.ts";
import type { OpenCase } from "./case-handle.ts";
import { makeReader } from "./case-reader.ts";
import type { MemorialOptions } from "./make-memorial.ts";
import { makeRelease } from "./make-release.ts";
import { planRelease, type ReleasePlan } from "./plan-release.ts";
import { RELEASE_PUBLISHED, type ReleasePublished } from "./published-releases.ts";
import { requireFolder, writeWhole } from "./release-folder.ts";
import { requireNoLeaks } from "./release-guard.ts";
import { keepReleased } from "./released.ts";

export interface ReleaseAsked extends MemorialOptions {
  readonly profile: ProfileId;
  readonly language: Language;
  /** A folder that is not there yet, or is empty. */
  readonly out: string;
  /** What changed since the last one, in the words of whoever releases it. */
  readonly note?: string | undefined;
  /** Ids of figures and estimates that are left out, whatever the profile says. */
  readonly without?: readonly string[];
  /** In one format alone, without dossier and memorial; a release with all of it when left out. */
  readonly format?: ReleasePublished["format"];
}

/** What would go out, what would not and why, and what is undecided. */
export async function previewRelease(
  opened: OpenCase,
  { profile, without = [] }: Pick<ReleaseAsked, "profile" | "without">,
): Promise<ReleasePlan> {
  const { plan: planned } = await plan(opened, profile, without);
  const {
    holdsName: _,
    guards: __,
    rowIds: ___,
    rowsOfList: ____,
    notToBeFound: _____,
    ...previewed
  } = planned;
  return previewed;
}

/**
 * Writes the release and records it.
 *
 * @throws InquestError "case/release-undecided" (decision) naming what is undecided; "case/folder-in-use" (input) for a
 *   folder that holds something; "case/release-closed" (input) for one in the folder of a closed case; "case/release-empty"
 *   (input) where nothing at all goes out; "case/release-leaks" (decision) where its files would tell what stays.
 */
export async function publishRelease(
  opened: OpenCase,
  asked: ReleaseAsked,
): Promise<ReleasePublished & { readonly plan: ReleasePlan }> {
  const { profile, language, out, note, without = [], format } = asked;
  requireFolder(out, opened);
  const { plan: planned, reader } = await plan(opened, profile, without);
  if (planned.missing.length > 0) throw undecided(planned);
  requireSomething(planned, opened.state.published);
  const number = opened.state.published.length + 1;
  const checkpoint = opened.ledger.checkpoint();
  if (checkpoint === null) throw new TypeError("whoever writes signs a checkpoint");
  const { treeSize } = checkpoint;
  const { made, inventory, keepMemorial } = await makeRelease(opened, planned, {
    ...asked,
    ...{ reader, checkpoint, number },
  });
  await requireNoLeaks(made, planned.notToBeFound());
  const published = {
    ...{ number, profile, language, treeSize },
    root: made.root,
    files: made.files.size,
    persons: planned.persons,
    statements: planned.statements.length,
    stays: planned.stays,
    ...(note === undefined ? {} : { note }),
    ...(format === undefined ? {} : { format }),
    ...(keepMemorial === null ? {} : { memorial: await keepMemorial() }),
  };
  const kept = await opened.seal(new TextEncoder().encode(toCanonicalJson(toPlainJson(inventory))));
  const isBag = format === undefined || format === "bagit";
  const record = () =>
    opened.record([
      // What the proofs of a bag lead to has left the house with it.
      ...(isBag ? [keepReleased(opened.dir, checkpoint, { how: "release" })] : []),
      { kind: RELEASE_PUBLISHED, body: { ...published, inventory: { ...kept } } },
    ]);
  await writeWhole(out, made, record);
  return { ...published, plan: planned };
}

async function plan(opened: OpenCase, profile: ProfileId, leftOut: readonly string[]) {
  const { reader, contents, figures } = await makeReader(opened);
  const views = Object.values(reader.plainAnswers("en").answers).flat();
  return {
    reader,
    plan: await planRelease(opened, profile, { contents, figures: figures(), views, leftOut }),
  };
}

/** Whoever names the wrong case shall not publish nothing under a number. After an earlier release, nothing is what is left. */
function requireSomething(
  { people, statements, sites, figures, persons, profile }: ReleasePlan,
  earlier: OpenCase["state"]["published"],
): void {
  const told = people.length + statements.length + sites.length + figures.length;
  if (told + persons.counted + persons.withheld > 0) return;
  if (earlier.some(({ value }) => value.profile === profile.id)) return;
  throw new InquestError({
    code: "case/release-empty",
    reaction: "input",
    message: `Nothing was released: nothing goes out of this case by the profile "${profile.id}". See whether it is the right case (--case), and with --dry-run what stays and why.`,
  });
}

function undecided({ missing, profile }: ReleasePlan): InquestError {
  const named = missing.map((each) => (each.is === "list" ? `list:${each.list} (${each.persons})` : each.id));
  return new InquestError({
    code: "case/release-undecided",
    reaction: "decision",
    message: `Nothing was released: ${missing.length} decisions are missing for the profile "${profile.id}": ${named.slice(0, NAMED).join(", ")}${named.length > NAMED ? ", …" : ""}. Decide with inquest visibility and inquest sites --publish; --dry-run lists all.`,
    evidence: { missing: named },
  });
}

const NAMED = 12;
