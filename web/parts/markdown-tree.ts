/**
 * Markdown as a tree of few kinds of things, each of which a page builds itself: no HTML is made of it, so none can come out.
 * What the text says in HTML stands as letters; pictures are told and not loaded; links lead only where a person may follow.
 */
import MarkdownIt, { type Token } from "markdown-it";

export const MARKDOWN_TAGS = [
  "p",
  "h3",
  "h4",
  "h5",
  "h6",
  "ul",
  "ol",
  "li",
  "blockquote",
  "table",
  "thead",
  "tbody",
  "tr",
  "th",
  "td",
  "em",
  "strong",
  "s",
] as const;
export type MarkdownTag = (typeof MARKDOWN_TAGS)[number];

export type MarkdownNode =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "code"; readonly text: string; readonly isBlock: boolean }
  | { readonly kind: "break" }
  | { readonly kind: "rule" }
  /** A picture that lies elsewhere: its words and its address. */
  | { readonly kind: "picture"; readonly words: string; readonly address: string }
  | { readonly kind: "link"; readonly address: string; readonly children: readonly MarkdownNode[] }
  | {
      readonly kind: "element";
      readonly tag: MarkdownTag;
      /** Of an ordered list that does not begin with 1. */
      readonly start?: number;
      readonly children: readonly MarkdownNode[];
    };

/** Headings of a source stand below those of the page. */
const HEADINGS: Readonly<Record<string, MarkdownTag>> = {
  h1: "h3",
  h2: "h4",
  h3: "h5",
  h4: "h6",
  h5: "h6",
  h6: "h6",
};

/** More would take a browser long, and nobody reads it as a page. */
export const MAX_MARKDOWN_LENGTH = 1_000_000;

/** How deep things may lie in each other; what lies deeper is read as it was written, and there alone. */
const MAX_NESTING = 20;

const parser = new MarkdownIt({ html: false, linkify: false, typographer: false, maxNesting: MAX_NESTING });
// Whatever else an address may be, it stays as letters.
parser.validateLink = (address) => /^(?:https?:\/\/|mailto:)/iu.test(address.trim());

/** @param text - without a head; at most `MAX_MARKDOWN_LENGTH` is read. */
export function toMarkdownTree(text: string): readonly MarkdownNode[] {
  return build(parser.parse(text.slice(0, MAX_MARKDOWN_LENGTH), {}));
}

interface Open {
  readonly children: MarkdownNode[];
  readonly close: (children: readonly MarkdownNode[]) => MarkdownNode | null;
}

function build(tokens: readonly Token[]): MarkdownNode[] {
  const root: MarkdownNode[] = [];
  const open: Open[] = [];
  for (const token of tokens) {
    const here = open.at(-1)?.children ?? root;
    if (token.nesting === 1) open.push({ children: [], close: closerOf(token) });
    else if (token.nesting === -1) {
      const last = open.pop();
      const node = last?.close(last.children) ?? null;
      const around = open.at(-1)?.children ?? root;
      if (node !== null) around.push(node);
      // What has no kind here gives what lies in it.
      else around.push(...(last?.children ?? []));
    } else here.push(...leafOf(token));
  }
  return root;
}

function closerOf(token: Token): Open["close"] {
  if (token.type === "link_open") {
    const address = attributeOf(token, "href");
    return (children) => ({ kind: "link", address, children });
  }
  // The paragraphs of a list that stands close together.
  if (token.hidden) return () => null;
  const name = HEADINGS[token.tag] ?? token.tag;
  const tag = MARKDOWN_TAGS.find((each) => each === name);
  const start = Number(token.attrGet("start") ?? 1);
  if (tag === undefined) return () => null;
  return (children) => ({
    kind: "element",
    tag,
    ...(tag === "ol" && start !== 1 ? { start } : {}),
    children,
  });
}

function leafOf(token: Token): MarkdownNode[] {
  switch (token.type) {
    case "inline":
      return build(token.children ?? []);
    case "text":
      return token.content === "" ? [] : [{ kind: "text", text: token.content }];
    case "code_inline":
      return [{ kind: "code", text: token.content, isBlock: false }];
    case "code_block":
    case "fence":
      return [{ kind: "code", text: token.content, isBlock: true }];
    case "softbreak":
      return [{ kind: "text", text: "\n" }];
    case "hardbreak":
      return [{ kind: "break" }];
    case "hr":
      return [{ kind: "rule" }];
    case "image":
      return [{ kind: "picture", words: token.content, address: attributeOf(token, "src") }];
    default:
      return token.content === "" ? [] : [{ kind: "text", text: token.content }];
  }
}

function attributeOf(token: Token, name: string): string {
  return String(token.attrGet(name) ?? "");
}
