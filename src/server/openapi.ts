/** The OpenAPI document (version 3.1) of the HTTP interface, made of the table of operations and the schemas of the answers. */
import { z } from "zod";
import { FILE_SCHEMAS } from "../case/index.ts";
import { LANGUAGES } from "../core/index.ts";
import { ANSWER_SCHEMAS, ANSWERS } from "./answer-schemas.ts";
import type { AnswerId, OpenApiDocument, OperationId } from "./contract.ts";
import { type Operation, TAGS } from "./operation.ts";
import { OPERATIONS } from "./operations.ts";
import { OWN_HEADER } from "./own-request.ts";

/** Raised when a program that reads the answers would have to change: major.minor.patch. */
const API_VERSION = "1.0.0";

type Json = Readonly<Record<string, unknown>>;

/** What may go wrong, by HTTP status: docs/formats/errors.md. */
const FAULTS = {
  400: "A parameter or the body is malformed.",
  403: "The request comes from elsewhere, or may not write.",
  404: "Nothing has that name here.",
  409: "A person must decide first, or evidence differs from what was sealed.",
  413: "The body is too large.",
  422: "A value in the body is invalid; `at` says where.",
  423: "The case is locked, in use, or only shown.",
  500: "A defect.",
  502: "A service that the case needs, such as its store in S3, did not answer.",
} as const;
type Fault = keyof typeof FAULTS;

const READING_FAULTS: readonly Fault[] = [400, 403, 404, 409, 422, 423, 500, 502];
const WRITING_FAULTS: readonly Fault[] = [400, 403, 404, 409, 413, 422, 423, 500, 502];

/** The document; the same build gives the same bytes. */
export function openApiDocument(): OpenApiDocument {
  const paths: Record<string, Record<string, Json>> = {};
  for (const operation of Object.values<Operation>(OPERATIONS))
    paths[operation.path] = { ...paths[operation.path], [operation.method]: describe(operation) };
  return {
    openapi: "3.1.1",
    info: {
      title: "Inquest",
      version: API_VERSION,
      summary: "The workbench of one machine, over HTTP.",
      description:
        "Served on loopback only. Answers are what a reader of the case may see: restricted statements stand at their source alone, and words whose consent was taken back stand nowhere. Every change is an act in the log of the case. See docs/formats/http.md.",
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    servers: [
      {
        url: "http://127.0.0.1:{port}",
        variables: { port: { default: "1988", description: "As the terminal prints it." } },
      },
    ],
    tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
    paths,
    components: {
      schemas: ANSWER_SCHEMAS,
      responses: Object.fromEntries(
        Object.entries(FAULTS).map(([status, description]) => [
          `fault-${status}`,
          { description, content: asJson({ $ref: "#/components/schemas/ErrorView" }) },
        ]),
      ),
      parameters: {
        lang: {
          name: "lang",
          in: "query",
          description: "The language of the words in the answer.",
          schema: { enum: [...LANGUAGES], default: "en" },
        },
        own: {
          name: OWN_HEADER,
          in: "header",
          required: true,
          description: "Any value. A page of another site cannot set it.",
          schema: { type: "string" },
        },
      },
      securitySchemes: {
        session: {
          type: "apiKey",
          in: "cookie",
          name: "inquest-{case}",
          description: "Set by unlocking a case that is closed or holds something encrypted.",
        },
        writeKey: {
          type: "http",
          scheme: "bearer",
          description:
            "The key of this server, which only whoever started it can read. For cases that need no unlocking.",
        },
        writeCookie: {
          type: "apiKey",
          in: "cookie",
          name: "inquest-write-{server}",
          description: "The same key, in a browser that opened the address with it once.",
        },
      },
    },
  };
}

function describe(operation: Operation): Json {
  const { id, summary, tag, method } = operation;
  const faults = method === "get" ? READING_FAULTS : WRITING_FAULTS;
  return {
    operationId: id,
    summary,
    tags: [tag],
    parameters: [
      ...parametersOf(operation.params, "path"),
      ...parametersOf(operation.query, "query"),
      { $ref: `#/components/parameters/${method === "get" ? "lang" : "own"}` },
    ],
    ...(method === "get" ? {} : { requestBody: { required: true, content: bodyOf(operation) } }),
    responses: {
      "200": {
        description: "Done.",
        content: answerOf(operation),
      },
      ...Object.fromEntries(
        faults.map((status) => [String(status), { $ref: `#/components/responses/fault-${status}` }]),
      ),
    },
    security: securityOf(operation),
  };
}

function answerOf({ id, answers }: Operation): Json {
  if (answers !== "json") return Object.fromEntries(answers.map((mediaType) => [mediaType, {}]));
  if (!isAnswer(id)) throw new TypeError(`${id} has no schema of its answer`);
  return asJson({ $ref: `#/components/schemas/${ANSWERS[id]}` });
}

function isAnswer(id: OperationId): id is AnswerId {
  return Object.hasOwn(ANSWERS, id);
}

function securityOf({ tag, method, path, isForWriters }: Operation): readonly Json[] {
  if (tag === "writing" || (method === "get" && isForWriters))
    return [{ session: [] }, { writeKey: [] }, { writeCookie: [] }];
  // A case that needs no unlocking answers whoever asks on this machine.
  return method === "get" && path.includes("{case}") ? [{ session: [] }, {}] : [{}];
}

function parametersOf(schema: z.ZodObject, where: "path" | "query"): readonly Json[] {
  const { properties = {}, required = [] } = z.toJSONSchema(schema, { io: "input" });
  return Object.entries(properties).map(([name, property]) => {
    const { description, ...rest } = typeof property === "object" ? property : {};
    return {
      name,
      in: where,
      required: required.includes(name),
      ...(description === undefined ? {} : { description }),
      schema: rest,
    };
  });
}

function bodyOf(operation: Operation): Json {
  // OpenAPI 3.1 says nothing of the bytes of a file beside their media type.
  return operation.media === "bytes" ? { "application/octet-stream": {} } : asJson(bodySchema(operation));
}

function bodySchema({ file, body }: Operation): Json {
  const { $schema: _, ...schema } =
    file === null ? z.toJSONSchema(body, { io: "input" }) : FILE_SCHEMAS[file]();
  return schema;
}

function asJson(schema: Json): Json {
  return { "application/json": { schema } };
}
