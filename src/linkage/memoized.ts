/** A reader that reads each thing once: lists repeat names and words thousands of times. */
export function memoized<Key, Value>(read: (key: Key) => Value): (key: Key) => Value {
  const memo = new Map<Key, Value>();
  return (key) => {
    const known = memo.get(key);
    if (known !== undefined) return known;
    const found = read(key);
    memo.set(key, found);
    return found;
  };
}
