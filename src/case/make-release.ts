/** The bytes of a planned release or export, and what the case keeps of it. Nothing is written or recorded here. */
import { createTranslate, type Language } from "../core/index.ts";
import type { SignedCheckpoint } from "../ledger/index.ts";
import {
  type ContentByLanguage,
  type ExportFormat,
  inventoryOf,
  type ReleaseContent,
  type ReleaseInventory,
  type ReleasePackage,
  releaseParts,
  toExport,
  toPackage,
} from "../release/index.ts";
import type { OpenCase } from "./case-handle.ts";
import { type MemorialOptions, makeMemorial } from "./make-memorial.ts";
import { outwardIds } from "./outward-ids.ts";
import type { PlannedRelease } from "./plan-release.ts";
import type { ReleasePublished } from "./published-releases.ts";
import type { CaseReader } from "./reader.ts";
import { changesSince, lastReleaseBy, tellableChanges } from "./release-changes.ts";
import { releaseContent } from "./release-content.ts";
import { releaseMessagesEn } from "./release-messages.en.ts";
import { releaseMessagesFa } from "./release-messages.fa.ts";
import { proveRelease } from "./release-proofs.ts";
import { recordFiles } from "./release-record.ts";

export interface ReleaseToMake extends MemorialOptions {
  readonly reader: CaseReader;
  readonly checkpoint: SignedCheckpoint;
  readonly language: Language;
  /** Of the release within the case, from 1. */
  readonly number: number;
  readonly note?: string | undefined;
  readonly format?: ReleasePublished["format"];
}

export interface MadeRelease {
  readonly made: ReleasePackage;
  readonly inventory: ReleaseInventory;
  /** Keeps the addresses of the memorial; null where none was made. */
  readonly keepMemorial: (() => Promise<ReleasePublished["memorial"]>) | null;
}

export async function makeRelease(
  opened: OpenCase,
  planned: PlannedRelease,
  asked: ReleaseToMake,
): Promise<MadeRelease> {
  const { reader, language, number, note = null, format } = asked;
  const contentIn = (each: Language) => releaseContent(opened, planned, { reader, language: each, number });
  const known: ContentByLanguage = { en: contentIn("en"), fa: contentIn("fa") };
  // The case keeps its own ids, by which a later release finds what became of each.
  const inventory = inventoryOf(known);
  const last = lastReleaseBy(opened.state, { profile: planned.profile.id, format });
  const since = last === undefined ? null : await changesSince(opened, last, inventory);
  const goes = new Set([...known.en.statements, ...known.en.lists].map(({ id }) => id));
  const tellable = since === null ? null : tellableChanges(since, { holdsName: planned.holdsName, goes });
  const outward = outwardIds(opened, planned.profile);
  const changes = tellable === null ? null : outward(tellable);
  const contents = outward(known);
  const content = contents[language];
  const manifest = {
    ...manifestOf(opened, content, asked.checkpoint),
    ...{ after: changes?.since ?? null, ...(note === null ? {} : { note }) },
  };
  const record = new Map(recordFiles({ content, inventory: outward(inventory), changes, note }));
  if (format === undefined || format === "bagit")
    return { inventory, ...(await makeBag(opened, planned, asked, { contents, manifest, record })) };
  const made = await toExport(format, content, {
    manifest,
    record: isOfOneKind(format) ? new Map() : record,
  });
  return { inventory, made, keepMemorial: null };
}

/** With dossier and memorial where it is a release, and the proofs either way. */
async function makeBag(
  opened: OpenCase,
  planned: PlannedRelease,
  asked: ReleaseToMake,
  {
    contents,
    manifest,
    record,
  }: {
    readonly contents: ContentByLanguage;
    readonly manifest: object;
    readonly record: ReadonlyMap<string, Uint8Array>;
  },
): Promise<Omit<MadeRelease, "inventory">> {
  const { language, checkpoint, format } = asked;
  const content = contents[language];
  const isRelease = format === undefined;
  const memorial =
    isRelease && planned.profile.id === "public"
      ? await makeMemorial(opened, planned, contents, asked)
      : null;
  const proofs = await proveRelease(opened, planned, { content, checkpoint });
  const made = toPackage(content, {
    parts: new Map([
      ...(isRelease ? await releaseParts(contents, language, memorial?.made) : []),
      ...proofs.files,
      ...record,
    ]),
    readme: readmeOf(content),
    manifest: { ...manifest, proofs: proofs.counts },
  });
  return { made, keepMemorial: memorial?.keep ?? null };
}

/** What holds one kind of thing says nothing of the others, not even by their ids. */
function isOfOneKind(format: ExportFormat): boolean {
  return format === "geojson" || format === "r-matrix";
}

function readmeOf({ head: { profile, language } }: ReleaseContent): string {
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
