/** One operation of the HTTP interface: where it is asked, with what, and under which name its answer is described. */
import { z } from "zod";
import type { OperationId } from "./contract.ts";

/** A file of entries that may be sent as a body; its schema is the one of the file. */
export type BodyFile = "statements" | "subjects" | "findings";

export interface Operation<
  Id extends OperationId = OperationId,
  P extends z.ZodObject = z.ZodObject,
  Q extends z.ZodObject = z.ZodObject,
  B extends z.ZodType = z.ZodType,
> {
  readonly id: Id;
  readonly method: "get" | "post";
  /** With `{name}` where a parameter stands. */
  readonly path: string;
  readonly summary: string;
  readonly tag: Tag;
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  /** The body is a file of entries, checked entry by entry so that a mistake has its line; null for any other. */
  readonly file: BodyFile | null;
  /** json, or the bytes of a file as they are. */
  readonly media: "json" | "bytes";
  readonly maxBodyBytes: number;
  /** What is answered: JSON, or bytes of these media types. */
  readonly answers: "json" | readonly string[];
  /** A question that only whoever may write may ask: it shows what nobody decided yet to show. */
  readonly isForWriters: boolean;
}

/** The chapters of the document. */
export const TAGS = {
  cases: "Cases, and their locks",
  answers: "What a case answers, each figure with its proof",
  evidence: "Sources, passages, and who held them",
  records: "People, places, offices, appeals and search",
  releases: "What would leave the case, and what left it",
  writing: "Changes. Each is an act in the log, signed by the key of the person who runs the server",
} as const;
export type Tag = keyof typeof TAGS;

/** A batch of statements is the largest body; 16 MiB are some thirty thousand of them. */
const MAX_BODY_BYTES = 16 * 1024 * 1024;

export const Nothing = z.object({});
/** A parameter of a path. */
export const named = (what: string) => z.string().describe(what);
export const OfCase = z.object({ case: named("The id of the case.") });
export const OfSource = OfCase.extend({ source: named("The id or key of the source.") });
/** A text that is looked for. */
export const Query = z.string().max(200);
export const Count = (least: number, most: number) => z.coerce.number().int().min(least).max(most);

/** A parameter that may stand several times. */
export function severalOf<V extends z.ZodType>(value: V) {
  return z.union([value.transform((one) => [one]), z.array(value)]).optional();
}

export interface About<Id extends OperationId, P extends z.ZodObject, Q extends z.ZodObject> {
  readonly id: Id;
  readonly path: string;
  readonly summary: string;
  readonly tag: Tag;
  readonly params: P;
  readonly query: Q;
}

/** An operation that changes nothing. */
export function read<const Id extends OperationId, P extends z.ZodObject, Q extends z.ZodObject>(
  about: About<Id, P, Q>,
): Operation<Id, P, Q, z.ZodUndefined> {
  return { ...READ, ...about, isForWriters: false };
}

const READ = {
  method: "get",
  body: z.undefined(),
  file: null,
  media: "json",
  answers: "json",
  maxBodyBytes: 0,
} as const;

/** An operation that answers with the bytes of a file of one of these media types. */
export function readBytes<const Id extends OperationId, P extends z.ZodObject>(
  about: Omit<About<Id, P, typeof Nothing>, "query"> & { readonly answers: readonly string[] },
): Operation<Id, P, typeof Nothing, z.ZodUndefined> {
  return { ...READ, ...about, query: Nothing, isForWriters: false };
}

/** The same for whoever may write. */
export function readToWrite<const Id extends OperationId, P extends z.ZodObject, Q extends z.ZodObject>(
  about: About<Id, P, Q>,
): Operation<Id, P, Q, z.ZodUndefined> {
  return { ...READ, ...about, isForWriters: true };
}

/** An operation that changes something, with a body of one schema. */
export function change<const Id extends OperationId, P extends z.ZodObject, B extends z.ZodType>(
  about: Omit<About<Id, P, typeof Nothing>, "query"> & { readonly body: B; readonly maxBodyBytes?: number },
): Operation<Id, P, typeof Nothing, B> {
  return {
    maxBodyBytes: MAX_BODY_BYTES,
    ...about,
    method: "post",
    query: Nothing,
    file: null,
    media: "json",
    answers: "json",
    isForWriters: true,
  };
}

/** An operation that records a file of entries, which the case itself reads. */
export function changeByFile<const Id extends OperationId, P extends z.ZodObject>(
  about: Omit<About<Id, P, typeof Nothing>, "query"> & { readonly file: BodyFile },
): Operation<Id, P, typeof Nothing, z.ZodUnknown> {
  return {
    ...about,
    method: "post",
    query: Nothing,
    body: z.unknown(),
    media: "json",
    answers: "json",
    maxBodyBytes: MAX_BODY_BYTES,
    isForWriters: true,
  };
}

const Bytes = z.instanceof(Uint8Array);

/** An operation that takes the bytes of a file; what there is to say of it stands in the address. */
export function changeByBytes<const Id extends OperationId, P extends z.ZodObject, Q extends z.ZodObject>(
  about: About<Id, P, Q> & { readonly maxBodyBytes: number },
): Operation<Id, P, Q, typeof Bytes> {
  return {
    ...about,
    method: "post",
    body: Bytes,
    file: null,
    media: "bytes",
    answers: "json",
    isForWriters: true,
  };
}

/** The path as the router writes it. */
export function toRoute({ path }: Pick<Operation, "path">): string {
  return path.replaceAll(/\{(\w+)\}/gu, ":$1");
}
