/** The text of a source, every passage marked; words of it are chosen by pointer or by keyboard. */
import { type RefObject, useMemo } from "react";
import { useReader } from "../settings.tsx";
import type { QuotedPassage } from "./passage.ts";
import { type Anchored, toFrontMatter, toSegments } from "./segments.ts";
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

export function MarkedText({
  text,
  language,
  anchored: passages,
  active,
  choose,
  quoted,
  frame,
}: MarkedTextProps) {
  const { t } = useReader();
  const onKeyDown = useWordCursor(frame, text);
  const { matter, segments } = useMemo(() => {
    const head = toFrontMatter(text);
    const draft = quoted === null ? [] : [{ id: DRAFT, start: quoted.start, end: quoted.end }];
    return {
      matter: head,
      segments: toSegments(text, [...head, ...passages, ...draft]),
    };
  }, [text, passages, quoted]);
  const anchored = new Set<string>();
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
      {segments.map(({ start, text: words, statements: covering }) => {
        if (matter.some(({ id }) => covering.includes(id))) {
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
        // The first segment of a statement's passage is where a link to it lands.
        const landing = statements.find((id) => !anchored.has(id));
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
            <span onClick={() => choose(first)}>{words}</span>
          </mark>
        );
      })}
    </section>
  );
}
