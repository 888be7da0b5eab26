/** Writing a release: planned, refused while a decision is missing, written whole, recorded by an act. */
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmdirSync,
  rmSync,
} from "node:fs";
import { dirname } from "node:path";
import { createTranslate, InquestError, type Language, toCanonicalJson, toPlainJson } from "../core/index.ts";
import type { SignedCheckpoint } from "../ledger/index.ts";
import {
  type ExportFormat,
  inventoryOf,
  type ProfileId,
  type ReleaseContent,
  type ReleasePackage,
  releaseParts,
  toExport,
  toPackage,
} from "../release/index.ts";
import type { OpenCase } from "./case-handle.ts";
import { makeReader } from "./case-reader.ts";
import { makeMemorial } from "./make-memorial.ts";
import { planRelease, type ReleasePlan } from "./plan-release.ts";
import { RELEASE_PUBLISHED, type ReleasePublished } from "./published-releases.ts";
import { changesSince, lastReleaseBy, tellableChanges } from "./release-changes.ts";
import { releaseContent } from "./release-content.ts";
import { requireNoLeaks } from "./release-guard.ts";
import { releaseMessagesEn } from "./release-messages.en.ts";
import { releaseMessagesFa } from "./release-messages.fa.ts";
import { proveRelease } from "./release-proofs.ts";
import { recordFiles } from "./release-record.ts";
import { keepReleased } from "./released.ts";
import { writeFiles } from "./write-files.ts";

export interface ReleaseAsked {
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
  /** How the documentation group is reached, for the pages of the memorial. */
  readonly contact?: string | undefined;
  /** Why search engines may list the memorial; they may not where it is left out. */
  readonly indexed?: string | undefined;
}

/** What would go out, what would not and why, and what is undecided. */
export async function previewRelease(
  opened: OpenCase,
  { profile, without = [] }: Pick<ReleaseAsked, "profile" | "without">,
): Promise<ReleasePlan> {
  const { plan: planned } = await plan(opened, profile, without);
  const { holdsName: _, guards: __, rowIds: ___, notToBeFound: ____, ...previewed } = planned;
  return previewed;
}

/**
 * Writes the release and records it.
 *
 * @throws InquestError "case/release-undecided" (decision) naming what is undecided; "case/folder-in-use" (input) for a
 *   folder that holds something; "case/release-leaks" (decision) where its files would tell what stays.
 */
export async function publishRelease(
  opened: OpenCase,
  { profile, language, out, note, without = [], format, ...memorialAsked }: ReleaseAsked,
): Promise<ReleasePublished & { readonly plan: ReleasePlan }> {
  requireEmpty(out);
  const { plan: planned, reader } = await plan(opened, profile, without);
  if (planned.missing.length > 0) throw undecided(planned);
  const number = opened.state.published.length + 1;
  const checkpoint = opened.ledger.checkpoint();
  if (checkpoint === null) throw new TypeError("whoever writes signs a checkpoint");
  const { treeSize } = checkpoint;
  const contentIn = (each: Language) => releaseContent(opened, planned, { reader, language: each, number });
  const contents = { en: contentIn("en"), fa: contentIn("fa") };
  const inventory = inventoryOf(contents);
  const last = lastReleaseBy(opened.state, { profile, format });
  const since = last === undefined ? null : await changesSince(opened, last, inventory);
  const changes = since === null ? null : tellableChanges(since, planned.holdsName);
  const said = note === undefined ? {} : { note };
  const content = contents[language];
  const remembered =
    profile === "public" && format === undefined
      ? await makeMemorial(opened, planned, contents, memorialAsked)
      : null;
  const isBag = format === undefined || format === "bagit";
  const proofs = isBag ? await proveRelease(opened, planned, { content, checkpoint }) : null;
  const manifest = {
    ...manifestOf(opened, content, checkpoint),
    ...(proofs === null ? {} : { proofs: proofs.counts }),
    ...{ after: changes?.since ?? null, ...said },
  };
  const record = new Map(recordFiles({ content, inventory, changes, note: note ?? null }));
  const made =
    format === undefined || format === "bagit"
      ? toPackage(content, {
          parts: new Map([
            ...(format === "bagit" ? [] : await releaseParts(contents, language, remembered?.made)),
            ...(proofs?.files ?? []),
            ...record,
          ]),
          readme: readmeOf(profile, language),
          manifest,
        })
      : await toExport(format, content, { record: isOfOneKind(format) ? new Map() : record, manifest });
  await requireNoLeaks(made, planned.notToBeFound());
  const published = {
    ...{ number, profile, language, treeSize },
    root: made.root,
    files: made.files.size,
    persons: planned.persons,
    statements: planned.statements.length,
    stays: planned.stays,
    ...said,
    ...(format === undefined ? {} : { format }),
    ...(remembered === null ? {} : { memorial: await remembered.keep() }),
  };
  const kept = await opened.seal(new TextEncoder().encode(toCanonicalJson(toPlainJson(inventory))));
  const recordIt = () =>
    opened.record([
      ...(isBag ? [keepReleased(opened.dir, checkpoint, { how: "release" })] : []),
      { kind: RELEASE_PUBLISHED, body: { ...published, inventory: { ...kept } } },
    ]);
  await writeWhole(out, made, recordIt);
  return { ...published, plan: planned };
}

/** What holds one kind of thing says nothing of the others, not even by their ids. */
function isOfOneKind(format: ExportFormat): boolean {
  return format === "geojson" || format === "r-matrix";
}

async function plan(opened: OpenCase, profile: ProfileId, leftOut: readonly string[]) {
  const { reader, contents, figures } = await makeReader(opened);
  const views = Object.values(reader.plainAnswers("en").answers).flat();
  return {
    reader,
    plan: await planRelease(opened, profile, { contents, figures: figures(), views, leftOut }),
  };
}

function readmeOf(profile: ProfileId, language: Language): string {
  const translate = createTranslate<Record<keyof typeof releaseMessagesEn, string>>(
    { en: releaseMessagesEn, fa: releaseMessagesFa },
    language,
  );
  return translate("release.readme", { profile: translate(`release.profile.${profile}`) });
}

function manifestOf(
  { config }: OpenCase,
  { head, counts }: ReleaseContent,
  { treeSize, rootHash: root }: SignedCheckpoint,
): object {
  const { number, profile, language } = head;
  return {
    ...{ v: 1, case: config.id, title: config.title, fictional: config.fictional },
    ...{ number, profile, language, checkpoint: { treeSize, root }, ...counts },
  };
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

function requireEmpty(out: string): void {
  if (!existsSync(out) || readdirSync(out).length === 0) return;
  throw new InquestError({
    code: "case/folder-in-use",
    reaction: "input",
    message: `${out} holds something already: a release is written into a folder of its own.`,
    evidence: { out },
  });
}

/**
 * Under another name first, in a folder of its own beside it: a process that dies on the way leaves nothing that looks like a
 * release, and one that cannot be recorded is not there.
 */
async function writeWhole(
  out: string,
  { files }: ReleasePackage,
  record: () => Promise<unknown>,
): Promise<void> {
  mkdirSync(dirname(out), { recursive: true });
  const making = mkdtempSync(`${out}-`);
  try {
    await writeFiles(making, files);
    // A folder made for secrets is no folder to hand on.
    chmodSync(making, 0o755);
    await record();
    if (existsSync(out)) rmdirSync(out);
    renameSync(making, out);
  } catch (error) {
    rmSync(making, { recursive: true, force: true });
    throw error;
  }
}
