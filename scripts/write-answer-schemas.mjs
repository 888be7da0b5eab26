/**
 * Writes `src/server/answer-schemas.ts`: JSON Schemas (draft 2020-12) of the HTTP answers, made of the TypeScript interfaces
 * of `src/server/contract.ts`. With --check it writes nothing, and ends with 1 when the file is not what it would write.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { createGenerator } from "ts-json-schema-generator";
import { fail, root } from "./bootstrap.mjs";

const FILE = join(root, "src", "server", "answer-schemas.ts");
const REMEDY = "Run npm run fix, and look at what changed: it is what other programs read.";

const generator = createGenerator({
  path: join(root, "src", "server", "contract.ts"),
  tsconfig: join(root, "tsconfig.json"),
  // The types are checked by the compiler of the build, which is another one.
  skipTypeCheck: true,
  sortProps: false,
  encodeRefs: false,
});
const text = write();
if (!process.argv.includes("--check")) writeFileSync(FILE, text);
else if (!existsSync(FILE) || readFileSync(FILE, "utf8") !== text)
  fail(`src/server/answer-schemas.ts does not say what the interfaces of the answers say. ${REMEDY}`);

function write() {
  const { ApiAnswers: operations, ...answers } = generate("ApiAnswers").definitions;
  const schemas = { ...answers, ...generate("ErrorView").definitions };
  const names = Object.entries(operations.properties).map(([id, { $ref }]) => {
    if ($ref === undefined) fail(`the answer of the operation ${id} needs an interface of its own.`);
    return [id, toName($ref)];
  });
  const named = Object.entries(schemas).map(([name, schema]) => [toName(name), to2020(schema)]);
  named.sort(([a], [b]) => (a < b ? -1 : 1));
  return `/** JSON Schemas of the HTTP answers (draft 2020-12). Written by scripts/write-answer-schemas.mjs: never by hand. */

/** The schema of the answer of each operation. */
export const ANSWERS = ${JSON.stringify(Object.fromEntries(names), null, 2)} as const;

export const ANSWER_SCHEMAS: Readonly<Record<string, object>> = ${JSON.stringify(Object.fromEntries(named), null, 2)};
`;
}

function generate(type) {
  try {
    return generator.createSchema(type);
  } catch (error) {
    const at = error.node?.getSourceFile?.().fileName ?? "an interface";
    return fail(
      `no schema can be made of ${type} (${error.message}; ${relative(root, at)}). Views are written as plain interfaces: a type that zod infers is one that only the compiler can read.`,
    );
  }
}

/** `#/definitions/AnswersView<FigureOnScreen>` as a name that a document of OpenAPI may have. */
function toName(reference) {
  return reference
    .replace("#/definitions/", "")
    .replaceAll(/[<>,|"]+/gu, "-")
    .replaceAll(/^-|-$/gu, "");
}

/** From draft 7: tuples are `prefixItems`, and definitions are components of the document. */
function to2020(value) {
  if (Array.isArray(value)) return value.map(to2020);
  if (typeof value !== "object" || value === null) return value;
  const { $ref, items, ...rest } = value;
  const others = Object.entries(rest).map(([name, member]) => [name, to2020(member)]);
  return {
    ...($ref === undefined ? {} : { $ref: `#/components/schemas/${toName($ref)}` }),
    ...Object.fromEntries(others),
    ...(items === undefined
      ? {}
      : Array.isArray(items)
        ? { prefixItems: to2020(items) }
        : { items: to2020(items) }),
  };
}
