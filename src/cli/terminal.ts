/** Standard output for data, standard error for people: progress and errors. */
import type { ReadStream } from "node:tty";
import { InquestError, type Progress, type ProgressEvent, toVisibleText } from "../core/index.ts";

/** Where a command writes; tests give their own. */
export interface Terminal {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Whether standard error is a terminal that can redraw a line. */
  readonly isInteractive: boolean;
  readonly columns: number;
  /** Where a person can be asked; left out when nobody sits there. */
  readonly keyboard?: ReadStream | undefined;
  /** What comes in over a pipe, line by line; left out where nothing does. */
  readonly lines?: (() => AsyncIterable<string>) | undefined;
}

const BAR_WIDTH = 24;
const PATIENCE_MS = 400;

/**
 * Progress on standard error: one line that redraws on a terminal, a line for every tenth elsewhere.
 *
 * @param describe - the words for a step, in the user's language.
 */
export function createProgress(terminal: Terminal, describe: (step: string) => string): Progress {
  let last = "";
  let lastDraw = 0;
  let step = "";
  let since = 0;
  return (event) => {
    if (event.step !== step) {
      step = event.step;
      since = performance.now();
    }
    // What is over at once needs no line: only work that keeps a person waiting is shown.
    if (performance.now() - since < PATIENCE_MS) return;
    const share = event.total === null || event.total === 0 ? null : event.done / event.total;
    if (terminal.isInteractive) {
      const now = performance.now();
      const isEnd = share === 1;
      if (now - lastDraw < 80 && !isEnd) return;
      lastDraw = now;
      terminal.err(
        `\r\u001b[2K${barLine(event, share, (name) => describe(name) + showAmount(event, now - since))}${isEnd ? "\n" : ""}`,
      );
      return;
    }
    const tenth = share === null ? event.done : Math.floor(share * 10) * 10;
    const line = share === null ? describe(event.step) : `${describe(event.step)} ${tenth} %`;
    if (line !== last) terminal.err(`${line}${showAmount(event, performance.now() - since)}\n`);
    last = line;
  };
}

function barLine(event: ProgressEvent, share: number | null, describe: (step: string) => string): string {
  const item = event.item === undefined ? "" : `  ${event.item}`;
  if (share === null) return `${describe(event.step)} ${event.done}${item}`;
  const filled = Math.round(share * BAR_WIDTH);
  const bar = "━".repeat(filled) + "─".repeat(BAR_WIDTH - filled);
  return `${bar} ${String(Math.round(share * 100)).padStart(3)} %  ${describe(event.step)}${item}`;
}

/** What is left of the time where that is known; files done and the bytes with their rate where the work is one of bytes. */
function showAmount({ done, total, sizeBytes, remainingMs }: ProgressEvent, ms: number): string {
  if (remainingMs !== undefined && done !== total) return `  ≈ ${Math.ceil(remainingMs / 1000)} s`;
  if (sizeBytes === undefined) return "";
  const megabytes = sizeBytes / 1e6;
  const rate = Math.round((megabytes / Math.max(ms, 1)) * 1000);
  return `  ${done}/${total ?? "?"}  ${megabytes.toFixed(megabytes < 10 ? 1 : 0)} MB  ${rate} MB/s`;
}

/** An error as a person reads it: the sentence, its code, and the evidence where it helps. */
export function describeError(error: unknown, language: { readonly unexpected: string }): string {
  if (error instanceof InquestError) return `${showControls(error.message)}\n  (${error.code})`;
  const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `${language.unexpected}\n${reason}`;
}

/** Control and direction characters of other people's files, shown as code points and never obeyed. */
export function showControls(text: string): string {
  return toVisibleText(text, { mayHaveLines: true });
}

/** The same for what stands within a line: a name with a line end in it must not write a line of its own. */
export function showOnOneLine(text: string): string {
  return toVisibleText(text);
}
