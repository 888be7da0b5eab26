import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MARKDOWN_TAGS, type MarkdownNode, toMarkdownTree } from "./markdown-tree.ts";

const flat = (nodes: readonly MarkdownNode[]): MarkdownNode[] =>
  nodes.flatMap((node) => [node, ...("children" in node ? flat(node.children) : [])]);
const letters = (nodes: readonly MarkdownNode[]) =>
  flat(nodes)
    .map((node) => ("text" in node ? node.text : ""))
    .join("");

describe("Markdown as a tree", () => {
  test("has headings, lists, tables, quotations and code", () => {
    const tree = toMarkdownTree(
      "# A title\n\nSome *soft* and **loud** words.\n\n3. three\n4. four\n\n> said\n\n| a | b |\n|---|---|\n| ۱ | 2 |\n\n```\nx < y\n```\n\n---\n",
    );
    expect(tree.map((node) => ("tag" in node ? node.tag : node.kind))).toEqual([
      "h3",
      "p",
      "ol",
      "blockquote",
      "table",
      "code",
      "rule",
    ]);
    expect(tree[2]).toMatchObject({
      start: 3,
      // A list whose lines stand close together has no paragraphs.
      children: [{ tag: "li", children: [{ kind: "text", text: "three" }] }, { tag: "li" }],
    });
    expect(tree[5]).toEqual({ kind: "code", text: "x < y\n", isBlock: true });
  });

  test.each([
    "<script>alert(1)</script>",
    '<img src="https://evil.example/x.png" onerror="alert(1)">',
    '<svg onload="alert(1)"></svg>',
    '<iframe src="https://evil.example"></iframe>',
    "<a href='javascript:alert(1)'>press</a>",
  ])("leaves HTML as letters: %s", (html) => {
    const tree = toMarkdownTree(`before\n\n${html}\n\nafter ${html}`);
    expect(letters(tree)).toBe(`before${html}after ${html}`);
    expect(
      flat(tree).every((node) => node.kind === "text" || (node.kind === "element" && node.tag === "p")),
    ).toBe(true);
  });

  test.each([
    "[press](javascript:alert(1))",
    "[press](JaVaScRiPt:alert(1))",
    "[press](java\nscript:alert(1))",
    "[press](&#106;avascript:alert(1))",
    "[press](data:text/html,<script>alert(1)</script>)",
    "[press](vbscript:x)",
    "[press](file:///etc/passwd)",
    "[press](//evil.example/)",
    "[press](/api/lock-all)",
    "<javascript:alert(1)>",
    "![x](data:image/svg+xml;base64,PHN2Zz4=)",
    "[x]: javascript:alert(1)\n\n[x]",
  ])("makes no link and no picture of %s", (text) => {
    expect(flat(toMarkdownTree(text)).map(({ kind }) => kind)).not.toContain("link");
    expect(flat(toMarkdownTree(text)).map(({ kind }) => kind)).not.toContain("picture");
  });

  test("tells where links lead and where pictures lie", () => {
    const tree = toMarkdownTree(
      "[the **court**](https://court.example/a?b=c) ![a yard](http://x.example/y.png)",
    );
    expect(flat(tree)).toContainEqual(
      expect.objectContaining({ kind: "link", address: "https://court.example/a?b=c" }),
    );
    expect(flat(tree)).toContainEqual({
      kind: "picture",
      words: "a yard",
      address: "http://x.example/y.png",
    });
  });

  test("of any text is made of these kinds alone, and comes soon", () => {
    const pieces = ["*", "_", "[", "](", ")", "<b>", "`", "\n", "> ", "- ", "| ", "![", "&amp;", "\\", "a"];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 200 }), (parts) => {
        for (const node of flat(toMarkdownTree(parts.join(""))))
          if (node.kind === "element") expect(MARKDOWN_TAGS).toContain(node.tag);
          else if (node.kind === "link") expect(node.address).toMatch(/^(?:https?:|mailto:)/u);
      }),
    );
    for (const piece of ["[", "*a ", "> ", "- ", "![", "`", "<", "**a", "[a](", "|\n|-\n"]) {
      const start = performance.now();
      toMarkdownTree(piece.repeat(20_000));
      expect(performance.now() - start, piece).toBeLessThan(5000);
    }
  });
});
