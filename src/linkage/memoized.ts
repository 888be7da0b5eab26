/** A reader that reads each text once: lists repeat names and words thousands of times. */
export function memoized<T>(read: (text: string) => T): (text: string) => T {
  const memo = new Map<string, T>();
  return (text) => {
    const known = memo.get(text);
    if (known !== undefined) return known;
    const found = read(text);
    memo.set(text, found);
    return found;
  };
}
