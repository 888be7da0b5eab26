/** Markdown as it is meant to look, built of elements of ours alone. */
import { createElement, useMemo } from "react";
import { useReader } from "../settings.tsx";
import { MAX_MARKDOWN_LENGTH, type MarkdownNode, toMarkdownTree } from "./markdown-tree.ts";
import { ScrollRegion } from "./scroll-region.tsx";
import { FRONT_MATTER, toFrontMatter, toSegments } from "./segments.ts";

export function MarkdownPage({ text, language }: { readonly text: string; readonly language: string }) {
  const { t } = useReader();
  const [head, body] = useMemo(() => splitHead(text), [text]);
  const tree = useMemo(() => toMarkdownTree(body), [body]);
  return (
    <>
      <p className="note">{t("reading.note")}</p>
      {body.length > MAX_MARKDOWN_LENGTH ? <p className="note">{t("reading.long")}</p> : null}
      <ScrollRegion
        className="sealed-text markdown-page"
        lang={language}
        dir="auto"
        aria-label={t("sources.text")}
      >
        {head === "" ? null : (
          <pre className="front-matter" dir="ltr">
            {head}
          </pre>
        )}
        <Nodes of={tree} />
      </ScrollRegion>
    </>
  );
}

function splitHead(text: string): readonly [head: string, body: string] {
  const found = toFrontMatter(text);
  const parts = toSegments(text, found).map(({ text: words, statements }) => ({
    words,
    isHead: statements.includes(FRONT_MATTER),
  }));
  const of = (isHead: boolean) =>
    parts
      .filter((part) => part.isHead === isHead)
      .map(({ words }) => words)
      .join("");
  return [of(true), of(false)];
}

function Nodes({ of }: { readonly of: readonly MarkdownNode[] }) {
  // A sealed text never changes: the place of a thing in it is its name.
  // biome-ignore lint/suspicious/noArrayIndexKey: see above.
  return of.map((node, index) => <Node key={index} node={node} />);
}

/** Blocks have the direction of their own words. */
const INLINE: ReadonlySet<string> = new Set(["em", "strong", "s"]);

function Node({ node }: { readonly node: MarkdownNode }) {
  const { t } = useReader();
  switch (node.kind) {
    case "text":
      return node.text;
    case "break":
      return <br />;
    case "rule":
      return <hr />;
    case "code":
      return node.isBlock ? (
        <pre dir="auto">
          <code>{node.text}</code>
        </pre>
      ) : (
        <code dir="auto">{node.text}</code>
      );
    case "picture":
      return (
        <span className="not-loaded">
          {t("reading.picture", { words: node.words })} <bdi dir="ltr">{node.address}</bdi>
        </span>
      );
    case "link":
      // Where it leads stands beside what it says: a text may say anything.
      return (
        <>
          <a href={node.address} target="_blank" rel="noopener noreferrer nofollow">
            <Nodes of={node.children} />
          </a>{" "}
          <bdi className="link-address" dir="ltr">
            ({node.address})
          </bdi>
        </>
      );
    case "element":
      return createElement(
        node.tag,
        {
          ...(INLINE.has(node.tag) ? {} : { dir: "auto" }),
          ...(node.start === undefined ? {} : { start: node.start }),
        },
        <Nodes of={node.children} />,
      );
  }
}
