/** The chain of custody of a source: every act that touched it, in the order of the log, and recording new ones. */
import { z } from "zod";
import { InquestError, parseDateText } from "../core/index.ts";
import { CUSTODY_KINDS, type CustodyKind, type DERIVATIVES, isCustodyKind } from "../vault/index.ts";
import type { FolderFile } from "./case-folder.ts";
import type { CaseHandle } from "./handle.ts";
import { type RecordedSource, sealFile } from "./record-source.ts";

export interface CustodyEvent {
  readonly kind: string;
  /** ISO time of the act. */
  readonly at: string;
  readonly actor: string;
  readonly leafIndex: number;
  /** What the act says: from, to, why, on, tool … */
  readonly details: Readonly<Record<string, unknown>>;
}

/** Follows the log and keeps, for each source, what happened to it. */
export interface CustodyState {
  apply(
    act: { readonly kind: string; readonly at: string; readonly actor: string; readonly body: unknown },
    leafIndex: number,
  ): void;
  of(source: string): readonly CustodyEvent[];
}

const About = z.looseObject({
  source: z.union([z.string(), z.looseObject({ id: z.string() })]).optional(),
  from: z.string().optional(),
  to: z.string().optional(),
});

export function createCustodyState(): CustodyState {
  const events = new Map<string, CustodyEvent[]>();
  const add = (source: string, event: CustodyEvent) => {
    const known = events.get(source);
    if (known === undefined) events.set(source, [event]);
    else known.push(event);
  };
  return {
    of: (source) => events.get(source) ?? [],
    apply({ kind, at, actor, body }, leafIndex) {
      if (kind !== "source.sealed" && !isCustodyKind(kind)) return;
      const { source, from, to, ...rest } = About.parse(body);
      const details = kind === "source.sealed" ? {} : { from, to, ...rest };
      const event = { kind, at, actor, leafIndex, details };
      if (typeof source === "string") add(source, event);
      else if (source !== undefined) add(source.id, event);
      // A derivative is an event of both: what it was made of, and what was made of it.
      else for (const id of [from, to]) if (id !== undefined) add(id, event);
    },
  };
}

/** A custody act as a person gives it. */
export interface CustodyEntry {
  readonly kind: Exclude<CustodyKind, "item.derived" | "custody.duplicate-noted">;
  readonly why: string;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly by?: string | undefined;
  readonly on?: string | undefined;
  readonly note?: string | undefined;
}

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
  await handle.record([{ kind, body: parsed.data }]);
}

/** @throws InquestError "case/custody" (input) for a time that nobody can read. */
function requireTime(kind: string, on: string | undefined): void {
  if (on === undefined || parseDateText(on).kind === "span") return;
  throw new InquestError({
    code: "case/custody",
    reaction: "input",
    message: `${kind}: "${on}" cannot be read as a time. Write 2024-05-31, 2024-05, 2024, or a Solar Hijri date with its calendar. Nothing was recorded.`,
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
  await handle.record([
    {
      kind: "item.derived",
      body: { from, to: sealed.source.id, what, tool, version, parameters: { ...parameters } },
    },
  ]);
  return sealed;
}

/** Notes that bytes came again under another name; the same name again is no news. */
export async function noteDuplicate(
  handle: CaseHandle,
  { source }: RecordedSource,
  fileName: string,
): Promise<boolean> {
  const isSecret = source.sealed !== undefined;
  const isKnown = (event: CustodyEvent) => event.details.fileName === fileName;
  const { custody } = handle.state;
  if (isSecret || source.fileName === fileName || custody.of(source.id).some(isKnown)) return false;
  await handle.record([{ kind: "custody.duplicate-noted", body: { source: source.id, fileName } }]);
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
