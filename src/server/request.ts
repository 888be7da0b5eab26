/** What a request asks, read by the schemas of its operation. */
import type { Context, MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { z } from "zod";
import { InquestError, LANGUAGES, type Language, toJsonPointer, wordsOfIssue } from "../core/index.ts";
import type { ErrorView } from "./contract.ts";
import type { Operation } from "./operation.ts";

/** English unless Persian is asked for. */
export function readLanguage(context: Context): Language {
  const text = context.req.query("lang");
  return LANGUAGES.find((language) => language === text) ?? "en";
}

/** @throws InquestError "server/query" (usage) naming the parameter. */
export function readParameters<S extends z.ZodType>(
  schema: S,
  given: Readonly<Record<string, string | readonly string[]>>,
): z.output<S> {
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new InquestError({
    code: "server/query",
    reaction: "usage",
    message: `The parameter ${issue?.path.join(".") ?? ""} ${wordsOfIssue(issue)}.`,
    cause: parsed.error,
  });
}

export interface Body<T> {
  readonly value: T;
  /** As it was sent. */
  readonly text: string;
}

/**
 * The body of a change. One that is a file of entries is given as text: the case reads it, and names the line of a mistake.
 *
 * @throws InquestError "server/body" (usage) when it is no UTF-8, no JSON, or not what the schema asks, with a pointer to the
 *   member. The message holds no value of it: it may be a passphrase.
 */
export async function readBody<B extends z.ZodType>(
  context: Context,
  { body, file, media }: Pick<Operation, "file" | "media"> & { readonly body: B },
): Promise<Body<z.output<B>>> {
  const bytes = new Uint8Array(await context.req.arrayBuffer());
  const text = media === "bytes" ? "" : decode(bytes);
  const parsed = body.safeParse(media === "bytes" ? bytes : file === null ? parse(text) : undefined);
  if (parsed.success) return { value: parsed.data, text };
  const [issue] = parsed.error.issues;
  const path = issue?.path ?? [];
  const member = path.length === 0 ? "The body" : `The member "${path.join(".")}" of the body`;
  throw bodyError(`${member}: ${wordsOfIssue(issue)}`, path, parsed.error);
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw bodyError("The body is not UTF-8", [], cause);
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw bodyError("The body is not JSON", []);
  }
}

function bodyError(problem: string, path: readonly PropertyKey[], cause?: unknown): InquestError {
  return new InquestError({
    code: "server/body",
    reaction: "usage",
    message: `${problem}. GET /api/openapi.json says what it may hold.`,
    cause,
    evidence: { entry: "the body", line: null, pointer: toJsonPointer(path) },
  });
}

/** Refuses a body that is larger than its operation takes, before it is read whole. */
export function limitBody({
  maxBodyBytes,
  media,
}: Pick<Operation, "maxBodyBytes" | "media">): MiddlewareHandler {
  const remedy =
    media === "bytes"
      ? `The file is larger than ${maxBodyBytes / 1024 / 1024} MiB. Seal it on the command line with inquest add, which takes files of any size.`
      : `The body is larger than ${maxBodyBytes} bytes. Send it in parts.`;
  return bodyLimit({
    maxSize: maxBodyBytes,
    onError(context) {
      const body: ErrorView = {
        error: {
          code: "server/body-too-large",
          message: remedy,
        },
      };
      return context.json(body, 413);
    },
  });
}
