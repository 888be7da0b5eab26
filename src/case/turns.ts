/** Turns: what must not happen at once, one after the other in the order in which it was asked for. */

/** Resolves when it is one's turn; the result ends it. */
export type TakeTurn = () => Promise<() => void>;

export function createTurns(): TakeTurn {
  let last: Promise<void> = Promise.resolve();
  return async () => {
    const before = last;
    let end = () => {};
    last = new Promise((resolve) => {
      end = resolve;
    });
    await before;
    return end;
  };
}
