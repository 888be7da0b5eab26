/** What the threads of a linkage run say to each other, and the arrays that go along without being copied. */
import type { LinkAnswer, LinkJob, LinkWork } from "../linkage/index.ts";

export type ToLinkThread =
  | { readonly kind: "work"; readonly work: LinkWork }
  | { readonly kind: "job"; readonly index: number; readonly job: LinkJob };

export interface FromLinkThread {
  readonly index: number;
  readonly answer: LinkAnswer;
}

/** The memory of an answer, which changes hands; each once. */
export function buffersOf({ left, right, values, rules }: LinkAnswer): ArrayBuffer[] {
  const buffers = [left, right, values, rules].flatMap(({ buffer }) =>
    buffer instanceof ArrayBuffer ? [buffer] : [],
  );
  return [...new Set(buffers)];
}
