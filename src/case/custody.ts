/** The chain of custody of a source: every act that touched it, in the order of the log, and recording new ones. */
import { z } from "zod";
import { InquestError, type JsonValue, parseDateText, toCanonicalJson } from "../core/index.ts";
import {
  CUSTODY_KINDS,
  type CustodyKind,
  type DERIVATIVES,
  isCustodyKind,
  SealedRef,
} from "../vault/index.ts";
import type { FolderFile } from "./case-folder.ts";
import type { ActDraft, CaseHandle } from "./handle.ts";
import { type RecordedSource, sealFile } from "./record-source.ts";

export interface CustodyEvent {
  readonly kind: string;
  /** ISO time of the act. */
  readonly at: string;
  readonly actor: string;
  readonly leafIndex: number;
  /** What the act says: from, to, why, on, tool … Empty while they are encrypted. */
  readonly details: Readonly<Record<string, unknown>>;
  /** Where the details lie encrypted, beside the source. */
  readonly sealed: SealedRef | null;
}

/** Follows the log and keeps, for each source, what happened to it. */
export interface CustodyState {
  apply(
    act: { readonly kind: string; readonly at: string; readonly actor: string; readonly body: unknown },
    leafIndex: number,
  ): SealedRef | null;
  of(source: string): readonly CustodyEvent[];
}

const About = z.looseObject({
  source: z.union([z.string(), z.looseObject({ id: z.string() })]).optional(),
  from: z.string().optional(),
  to: z.string().optional(),
});

const SealedAct = z.looseObject({
  source: z.looseObject({ id: z.string(), content: z.looseObject({ item: z.string() }) }),
});

/** Acts that are recorded of an item, or of what was stamped, and belong into the chain of its source. */
const ITEM_KINDS: readonly string[] = [
  "item.revealed",
  "item.shredded",
  "timestamp.requested",
  "timestamp.received",
];
const AboutItem = z.looseObject({
  item: z.string().optional(),
  also: z.array(z.string()).optional(),
  why: z.string().optional(),
  over: z.looseObject({ source: z.string().optional() }).optional(),
});

function isAboutItem(kind: string): boolean {
  return ITEM_KINDS.includes(kind);
}

export function createCustodyState(): CustodyState {
  const events = new Map<string, CustodyEvent[]>();
  const add = (source: string, event: CustodyEvent) => {
    const known = events.get(source);
    if (known === undefined) events.set(source, [event]);
    else known.push(event);
  };
  // The source of each item, for acts that name only the item.
  const sourceOfItem = new Map<string, string>();
  function noteItem(body: unknown): void {
    const sealed = SealedAct.safeParse(body);
    if (sealed.success) sourceOfItem.set(sealed.data.source.content.item, sealed.data.source.id);
  }
  function addOfItems(kind: string, event: Omit<CustodyEvent, "details">, body: unknown): void {
    const { item, also = [], over, why } = AboutItem.parse(body);
    const details = why === undefined ? {} : { why };
    const sources = [item, ...also].flatMap((each) => sourceOfItem.get(each ?? "") ?? []);
    for (const source of over?.source === undefined ? sources : [over.source])
      add(source, { ...event, kind, details });
  }
  return {
    of: (source) => events.get(source) ?? [],
    apply({ kind, at, actor, body }, leafIndex) {
      if (isAboutItem(kind)) addOfItems(kind, { kind, at, actor, leafIndex, sealed: null }, body);
      if (kind !== "source.sealed" && !isCustodyKind(kind)) return null;
      if (kind === "source.sealed") noteItem(body);
      const { source, from, to, ...rest } = About.parse(body);
      const ref = SealedRef.safeParse(rest.details);
      const sealed = ref.success && kind !== "source.sealed" ? ref.data : null;
      const plain = sealed === null ? { from, to, ...rest } : isDerived(kind) ? { from, to } : {};
      const details = kind === "source.sealed" ? {} : plain;
      const event = { kind, at, actor, leafIndex, details, sealed };
      if (typeof source === "string") add(source, event);
      else if (source !== undefined) add(source.id, event);
      // A derivative is an event of both: what it was made of, and what was made of it.
      else for (const id of [from, to]) if (id !== undefined) add(id, event);
      return sealed;
    },
  };
}

/** What a person may tell of a source, beside what the program records by itself. */
export const CUSTODY_EVENTS = [
  "custody.received",
  "custody.transferred",
  "custody.copied",
  "custody.exported",
  "custody.viewed",
] as const satisfies readonly CustodyKind[];

/** A custody act as a person gives it. */
export const CustodyEntry = z.strictObject({
  kind: z.enum(CUSTODY_EVENTS),
  why: z.string(),
  from: z.string().optional(),
  to: z.string().optional(),
  by: z.string().optional(),
  /** A time in any of the forms that lists use. */
  on: z.string().optional(),
  note: z.string().optional(),
});
export type CustodyEntry = z.infer<typeof CustodyEntry>;

/**
 * Records what happened to a source.
 *
 * @param id - of the source, or its key.
 * @throws InquestError "case/not-found"; "case/custody" (input) naming what is missing.
 */
export async function recordCustody(
  handle: CaseHandle,
  id: string,
  { kind, ...entry }: CustodyEntry,
): Promise<void> {
  const source = findSourceId(handle, id);
  const given = Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== undefined));
  requireTime(kind, entry.on);
  const parsed = CUSTODY_KINDS[kind].safeParse({ source, ...given });
  if (!parsed.success) {
    const missing = parsed.error.issues.map((issue) => issue.path.join(".")).join(", ");
    throw new InquestError({
      code: "case/custody",
      reaction: "input",
      message: `${kind} needs: ${missing}. Nothing was recorded.`,
      evidence: { kind, missing },
    });
  }
  const { source: _, ...details } = parsed.data;
  await recordEvent(handle, kind, source, details);
}

/** Records an event of one source; of an encrypted one its details are encrypted beside it. */
export async function recordEvent(
  handle: CaseHandle,
  kind: CustodyKind,
  source: string,
  details: { readonly [key: string]: JsonValue | undefined },
): Promise<void> {
  const content = handle.state.sources.get(source)?.value.sealed?.content;
  if (content === undefined) await handle.record([{ kind, body: { source, ...details } }]);
  else {
    const { ref, drafts } = await sealDetails(handle, details, content);
    await handle.record([...drafts, { kind, body: { source, details: { ...ref } } }]);
  }
}

/** Details of an event about something encrypted, encrypted beside it. */
async function sealDetails(
  handle: CaseHandle,
  details: JsonValue,
  beside: SealedRef,
): Promise<{ readonly ref: SealedRef; readonly drafts: readonly ActDraft[] }> {
  const bytes = new TextEncoder().encode(toCanonicalJson(details));
  const { refs, drafts } = await handle.secrets.seal([bytes], "custody", beside);
  const [ref] = refs;
  if (ref === undefined) throw new TypeError("one part gives one reference");
  return { ref, drafts };
}

/**
 * The events of a source with the details that a key at hand opens; those that none does stay empty.
 *
 * @throws the errors of content that was altered.
 */
export async function readCustody(handle: CaseHandle, source: string): Promise<readonly CustodyEvent[]> {
  const events: CustodyEvent[] = [];
  for (const event of handle.state.custody.of(source)) {
    if (event.sealed === null || !handle.secrets.canOpen(event.sealed)) events.push(event);
    else {
      const opened = Details.parse(
        JSON.parse(new TextDecoder().decode(await handle.secrets.open(event.sealed))),
      );
      events.push({ ...event, details: { ...event.details, ...opened } });
    }
  }
  return events;
}

const Details = z.record(z.string(), z.unknown());

function isDerived(kind: string): boolean {
  return kind === "item.derived";
}

/** @throws InquestError "case/custody" (input) for a time that nobody can read. */
function requireTime(kind: string, on: string | undefined): void {
  if (on === undefined || parseDateText(on).kind === "span") return;
  throw new InquestError({
    code: "case/custody",
    reaction: "input",
    message: `${kind}: "${on}" cannot be read as a time. Write 2024-05-31, 2024-05, 2024, or a Hijri date with its calendar (1403/3/11 SH, 23 Dhu al-Qa'da 1445). Nothing was recorded.`,
    evidence: { kind, on },
  });
}

export interface Derivative {
  readonly what: (typeof DERIVATIVES)[number];
  readonly tool: string;
  readonly version: string;
  readonly parameters: Readonly<Record<string, z.core.util.JSONType>>;
}

/** Seals what was made of a source as a source of its own, and records how. What is made of an encrypted one is encrypted. */
export async function sealDerivative(
  handle: CaseHandle,
  id: string,
  file: FolderFile,
  derivative: Derivative,
): Promise<RecordedSource> {
  const from = findSourceId(handle, id);
  const isSecret = handle.state.sources.get(from)?.value.sealed !== undefined;
  const sealed = await sealFile(handle, file, { isSecret });
  const { what, tool, version, parameters } = derivative;
  const details = { what, tool, version, parameters: { ...parameters } };
  const ends = { from, to: sealed.source.id };
  const content = handle.state.sources.get(from)?.value.sealed?.content;
  if (content === undefined) await handle.record([{ kind: "item.derived", body: { ...ends, ...details } }]);
  else {
    const { ref, drafts } = await sealDetails(handle, details, content);
    await handle.record([...drafts, { kind: "item.derived", body: { ...ends, details: { ...ref } } }]);
  }
  return sealed;
}

/** Notes that bytes came again under another name; the same name again is no news. */
export async function noteDuplicate(
  handle: CaseHandle,
  { source }: RecordedSource,
  fileName: string,
): Promise<boolean> {
  if (source.fileName === fileName) return false;
  const content = source.sealed?.content;
  const known =
    content === undefined ? handle.state.custody.of(source.id) : await readCustody(handle, source.id);
  if (known.some((event) => event.details.fileName === fileName)) return false;
  const body = { source: source.id };
  if (content === undefined)
    await handle.record([{ kind: "custody.duplicate-noted", body: { ...body, fileName } }]);
  else {
    const { ref, drafts } = await sealDetails(handle, { fileName }, content);
    await handle.record([
      ...drafts,
      { kind: "custody.duplicate-noted", body: { ...body, details: { ...ref } } },
    ]);
  }
  return true;
}

/** @throws InquestError "case/not-found". */
export function findSourceId({ state }: CaseHandle, id: string): string {
  if (state.sources.has(id)) return id;
  const found = [...state.sources.values()].find(({ value }) => value.key === id || value.fileName === id);
  if (found !== undefined) return found.value.id;
  throw new InquestError({
    code: "case/not-found",
    reaction: "not-found",
    message: `No source has the id, key or file name ${id}.`,
    evidence: { id },
  });
}
