/** Where the keys of a review come from: single keys of a terminal, or lines over a pipe. */
import type { ReadStream } from "node:tty";
import type { Terminal } from "./terminal.ts";

export interface PressedKey {
  /** One of y n u s z r ? q, or whatever else was pressed. */
  readonly key: string;
  /** Over a pipe what follows the key on its line: the reason. */
  readonly reason: string | null;
}

export interface ReviewKeys {
  /** Null at the end. */
  next(): Promise<PressedKey | null>;
  /** A line of words; null when nobody answers. */
  askLine(question: string): Promise<string | null>;
  close(): void;
}

/** The same keys on a Persian keyboard. */
const PERSIAN: Readonly<Record<string, string>> = {
  غ: "y",
  د: "n",
  ع: "u",
  س: "s",
  ظ: "z",
  ق: "r",
  ض: "q",
  "؟": "?",
};

const [CTRL_C, CTRL_D, ESCAPE] = ["\u0003", "\u0004", "\u001b"];
const ERASE = ["\u007f", "\b"];

export function openReviewKeys(terminal: Terminal): ReviewKeys | null {
  if (terminal.keyboard !== undefined) return keysOf(terminal.keyboard, terminal.err);
  return terminal.lines === undefined ? null : keysOfLines(terminal.lines());
}

export function toKey(sign: string): string {
  const lower = sign.toLowerCase();
  return PERSIAN[lower] ?? lower;
}

function keysOfLines(lines: AsyncIterable<string>): ReviewKeys {
  const iterator = lines[Symbol.asyncIterator]();
  const nextLine = async (): Promise<string | null> => {
    const { value, done } = await iterator.next();
    return done === true ? null : String(value);
  };
  return {
    async next() {
      for (;;) {
        const line = await nextLine();
        if (line === null) return null;
        const [first = "", ...words] = line.trim().split(/\s+/u);
        if (first === "") continue;
        const reason = words.join(" ");
        return { key: toKey(first), reason: reason === "" ? null : reason };
      }
    },
    askLine: () => nextLine(),
    close: () => void iterator.return?.(),
  };
}

function keysOf(input: ReadStream, show: (text: string) => void): ReviewKeys {
  const waiting: string[] = [];
  let wake: (() => void) | null = null;
  const onData = (chunk: string | Buffer) => {
    const text = String(chunk);
    // An arrow or a function key comes as one chunk that begins with Escape: none of ours.
    if (text.startsWith(ESCAPE ?? "") && text.length > 1) return;
    waiting.push(...text);
    wake?.();
  };
  input.setRawMode(true);
  input.setEncoding("utf8");
  input.on("data", onData);
  input.resume();
  const nextSign = async (): Promise<string> => {
    while (waiting.length === 0) {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
      wake = null;
    }
    return waiting.shift() ?? "";
  };
  return {
    async next() {
      const sign = await nextSign();
      return sign === CTRL_C || sign === CTRL_D ? null : { key: toKey(sign), reason: null };
    },
    async askLine(question) {
      show(question);
      let typed: string[] = [];
      for (;;) {
        const sign = await nextSign();
        if (sign === "\r" || sign === "\n") break;
        if (sign === CTRL_C || sign === CTRL_D || sign === ESCAPE) {
          show("\n");
          return null;
        }
        if (ERASE.includes(sign)) {
          if (typed.length > 0) show("\b \b");
          typed = typed.slice(0, -1);
        } else if (sign >= " ") {
          typed.push(sign);
          show(sign);
        }
      }
      show("\n");
      return typed.join("").trim() || null;
    },
    close() {
      input.off("data", onData);
      input.setRawMode(false);
      input.pause();
    },
  };
}
