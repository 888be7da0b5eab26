/** The workbench says nothing that does not stand in a message file: a word in the code is a word in one language. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseSync } from "vite";
import { expect, test } from "vitest";
import { en } from "../web/messages/en.ts";
import { repository } from "./case-fixture.ts";

/** Attributes that people read or hear. */
const SPOKEN = new Set(["title", "aria-label", "aria-description", "placeholder", "alt", "label", "lead"]);
/** What stands in these is the same in every language: keys and commands. */
const OF_NO_LANGUAGE = new Set(["kbd", "code"]);
const LETTER = /\p{L}/u;

interface Node {
  readonly type: string;
  readonly [member: string]: unknown;
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}

function nodesIn(value: unknown): Node[] {
  if (Array.isArray(value)) return value.flatMap(nodesIn);
  return isNode(value) ? [value] : [];
}

const membersOf = (node: Node): Node[] => Object.values(node).flatMap(nodesIn);

/** The words of ours that an expression may give as they stand. */
function wordsOf(value: unknown): string[] {
  if (!isNode(value)) return [];
  switch (value.type) {
    case "JSXExpressionContainer":
      return wordsOf(value.expression);
    case "Literal":
      return typeof value.value === "string" ? [value.value] : [];
    case "TemplateLiteral":
      return nodesIn(value.quasis).flatMap(({ value: text }) =>
        typeof text === "object" && text !== null && "raw" in text ? [String(text.raw)] : [],
      );
    case "ConditionalExpression":
      return [...wordsOf(value.consequent), ...wordsOf(value.alternate)];
    case "LogicalExpression":
      return [...wordsOf(value.left), ...wordsOf(value.right)];
    default:
      return [];
  }
}

const nameOf = (value: unknown): string => (isNode(value) ? String(value.name ?? "") : "");

/** Every literal that a page would show or speak. */
function literalsIn(node: Node): string[] {
  if (node.type === "JSXAttribute")
    return SPOKEN.has(nameOf(node.name)) ? wordsOf(node.value) : membersOf(node).flatMap(literalsIn);
  if (node.type === "JSXElement" && isNode(node.openingElement)) {
    const isOfNoLanguage = OF_NO_LANGUAGE.has(nameOf(node.openingElement.name));
    const children = isOfNoLanguage ? [] : nodesIn(node.children);
    return [...literalsIn(node.openingElement), ...children.flatMap(literalsOfChild)];
  }
  if (node.type === "JSXFragment") return nodesIn(node.children).flatMap(literalsOfChild);
  return membersOf(node).flatMap(literalsIn);
}

function literalsOfChild(child: Node): string[] {
  if (child.type === "JSXText") return [String(child.value)];
  if (child.type === "JSXExpressionContainer") return [...wordsOf(child), ...literalsIn(child)];
  return literalsIn(child);
}

function find(fileName: string, code: string): string[] {
  const { program, errors } = parseSync(fileName, code);
  expect(errors, fileName).toEqual([]);
  return (
    nodesIn(program)
      .flatMap(literalsIn)
      // A key of a message is one word of a file, not one for people.
      .filter((text) => LETTER.test(text) && !Object.hasOwn(en, text))
      .map((text) => text.trim())
  );
}

test("a word in the code of a page is found, wherever it would be shown or spoken", () => {
  const code = `const a = <p title="one" className="no">two {t("no")} {isSo ? "three" : null}
    <b aria-label={x ? "four" : t("no")} placeholder={\`five \${n}\`}>· {n === "no" ? <i>six</i> : ", "}</b>
    <kbd>g</kbd> <code>inquest add</code></p>;`;
  expect(find("a.tsx", code).sort()).toEqual(["five", "four", "one", "six", "three", "two"]);
});

test("no page says a word that stands in no message file", () => {
  const folder = join(repository, "web");
  const said = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".tsx"))
    .flatMap((path) =>
      find(path, readFileSync(join(folder, path), "utf8")).map((text) => `${path}: ${text}`),
    );
  expect(said).toEqual([]);
});
