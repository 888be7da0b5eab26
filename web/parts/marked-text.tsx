/** The text of a source, every passage marked; words of it are chosen by pointer or by keyboard. */
import { memo, type RefObject, useCallback, useMemo, useRef } from "react";
import { useReader } from "../settings.tsx";
import type { QuotedPassage } from "./passage.ts";
import {
  type Anchored,
  type BlockPassage,
  FRONT_MATTER,
  passagesIn,
  toBlocks,
  toFrontMatter,
  toSegments,
} from "./segments.ts";
import { useWordCursor } from "./use-word-cursor.ts";

const DRAFT = "draft";

interface MarkedTextProps {
  readonly text: string;
  readonly language: string;
  /** Where statements stand in it. */
  readonly anchored: readonly Anchored[];
  readonly active: string | null;
  readonly choose: (id: string) => void;
  /** The passage that is being stated of. */
  readonly quoted: QuotedPassage | null;
  readonly frame: RefObject<HTMLElement | null>;
}

export function MarkedText({ text, language, anchored, active, choose, quoted, frame }: MarkedTextProps) {
  const { t } = useReader();
  const onKeyDown = useWordCursor(frame, text);
  const blocks = useMemo(() => toBlocks(text), [text]);
  const head = useMemo(() => toFrontMatter(text), [text]);
  const passages = useMemo(
    () => [
      ...head,
      ...anchored,
      ...(quoted === null ? [] : [{ id: DRAFT, start: quoted.start, end: quoted.end }]),
    ],
    [head, anchored, quoted],
  );
  const chooser = useRef(choose);
  chooser.current = choose;
  const chooseHere = useCallback((id: string) => chooser.current(id), []);
  return (
    <section
      ref={frame}
      className="sealed-text"
      dir="auto"
      lang={language}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
      tabIndex={0}
      aria-label={t("sources.text")}
      aria-describedby="text-keys"
      onKeyDown={onKeyDown}
    >
      {blocks.map((block) => {
        const own = passagesIn(block, passages);
        return (
          <Block
            key={block.start}
            text={block.text}
            passages={own}
            active={own.some(({ id }) => id === active) ? active : null}
            choose={chooseHere}
          />
        );
      })}
    </section>
  );
}

interface BlockProps {
  readonly text: string;
  readonly passages: readonly BlockPassage[];
  readonly active: string | null;
  readonly choose: (id: string) => void;
}

/** A block is drawn anew only when something in it changes: a text may have hundreds. */
const Block = memo(function Block({ text, passages, active, choose }: BlockProps) {
  const anchored = new Set<string>();
  return (
    <div className="text-block">
      {toSegments(text, passages).map(({ start, text: words, statements: covering }) => {
        if (covering.includes(FRONT_MATTER)) {
          return (
            <span key={start} className="front-matter" dir="ltr">
              {words}
            </span>
          );
        }
        const isQuoted = covering.includes(DRAFT);
        const statements = covering.filter((id) => id !== DRAFT);
        const [first] = statements;
        if (first === undefined) {
          return isQuoted ? (
            <mark key={start} className="quoted">
              {words}
            </mark>
          ) : (
            <span key={start}>{words}</span>
          );
        }
        // The first segment of a statement's passage is where a link to it lands; of several statements the same one may be.
        const [landing, ...others] = statements.filter(
          (id) => !anchored.has(id) && passages.some((each) => each.id === id && each.isStart),
        );
        for (const id of statements) anchored.add(id);
        const isActive = active !== null && statements.includes(active);
        return (
          <mark
            key={start}
            id={landing === undefined ? undefined : `at-${landing}`}
            className={[isActive ? "active" : "", isQuoted ? "quoted" : ""].join(" ").trim()}
          >
            {/* A passage is chosen by pointer here, and by keyboard in the list of statements beside it. */}
            {/* biome-ignore lint/a11y/noStaticElementInteractions: the same choice is a button in the list beside. */}
            {/* biome-ignore lint/a11y/useKeyWithClickEvents: the same choice is a button in the list beside. */}
            <span onClick={() => choose(first)}>
              {others.map((id) => (
                <span key={id} id={`at-${id}`} />
              ))}
              {words}
            </span>
          </mark>
        );
      })}
    </div>
  );
});
