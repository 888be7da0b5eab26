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
import { createTranslate, InquestError, type Language } from "../core/index.ts";
import {
  type ProfileId,
  type ReleaseContent,
  type ReleasePackage,
  releaseParts,
  toPackage,
} from "../release/index.ts";
import type { OpenCase } from "./case-handle.ts";
import { readCase } from "./case-reader.ts";
import { makeMemorial } from "./make-memorial.ts";
import { planRelease, type ReleasePlan } from "./plan-release.ts";
import { RELEASE_PUBLISHED, type ReleasePublished } from "./published-releases.ts";
import { releaseContent } from "./release-content.ts";
import { releaseMessagesEn } from "./release-messages.en.ts";
import { releaseMessagesFa } from "./release-messages.fa.ts";
import { writeFiles } from "./write-files.ts";

export interface ReleaseAsked {
  readonly profile: ProfileId;
  readonly language: Language;
  /** A folder that is not there yet, or is empty. */
  readonly out: string;
  /** How the documentation group is reached, for the pages of the memorial. */
  readonly contact?: string | undefined;
  /** Why search engines may list the memorial; they may not where it is left out. */
  readonly indexed?: string | undefined;
}

/** What would go out, what would not and why, and what is undecided. */
export async function previewRelease(opened: OpenCase, profile: ProfileId): Promise<ReleasePlan> {
  const { holdsName: _, rowIds: _rows, ...previewed } = (await plan(opened, profile)).plan;
  return previewed;
}

/**
 * Writes the release and records it.
 *
 * @throws InquestError "case/release-undecided" (decision) naming what is undecided; "case/folder-in-use" (input) for a
 *   folder that holds something.
 */
export async function publishRelease(
  opened: OpenCase,
  { profile, language, out, ...memorialAsked }: ReleaseAsked,
): Promise<ReleasePublished & { readonly plan: ReleasePlan }> {
  requireEmpty(out);
  const { plan: planned, reader } = await plan(opened, profile);
  if (planned.missing.length > 0) throw undecided(planned);
  const number = opened.state.published.length + 1;
  const treeSize = opened.ledger.size;
  const contentIn = (each: Language) => releaseContent(opened, planned, { reader, language: each, number });
  const contents = { en: contentIn("en"), fa: contentIn("fa") };
  const remembered =
    profile === "public" ? await makeMemorial(opened, planned, contents, memorialAsked) : null;
  const made = toPackage(contents[language], {
    parts: await releaseParts(contents, language, remembered?.made),
    readme: readmeOf(profile, language),
    manifest: manifestOf(opened, contents[language]),
  });
  const published = {
    ...{ number, profile, language, treeSize },
    root: made.root,
    files: made.files.size,
    persons: planned.persons,
    statements: planned.statements.length,
    stays: planned.stays,
    ...(remembered === null ? {} : { memorial: await remembered.keep() }),
  };
  const record = () => opened.record([{ kind: RELEASE_PUBLISHED, body: { ...published } }]);
  await writeWhole(out, made, record);
  return { ...published, plan: planned };
}

async function plan(opened: OpenCase, profile: ProfileId) {
  const reader = await readCase(opened);
  const figures = Object.values(reader.plainAnswers("en").answers).flat();
  return { reader, plan: await planRelease(opened, profile, figures) };
}

function readmeOf(profile: ProfileId, language: Language): string {
  const translate = createTranslate<Record<keyof typeof releaseMessagesEn, string>>(
    { en: releaseMessagesEn, fa: releaseMessagesFa },
    language,
  );
  return translate("release.readme", { profile: translate(`release.profile.${profile}`) });
}

function manifestOf({ config }: OpenCase, { head, counts }: ReleaseContent): object {
  const { number, profile, language, checkpoint } = head;
  return {
    ...{ v: 1, case: config.id, title: config.title, fictional: config.fictional },
    ...{ number, profile, language, checkpoint, ...counts },
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
