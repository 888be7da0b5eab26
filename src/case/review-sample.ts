/** The pairs that people are asked to judge, as a table, and by what it is known again when it comes back. */
import { hashBytes, toCanonicalJson } from "../core/index.ts";
import { type CsvValue, toCsv } from "../intake/index.ts";
import type { LinkInput } from "../linkage/index.ts";
import { asRead } from "./link-lists.ts";

type Pairs = readonly { readonly left: number; readonly right: number }[];

const ID_LENGTH = 16;

/** What a sample is called: the same pairs in the same order have the same name. It tells nothing of what was linked. */
export function sampleIdOf({ records }: Pick<LinkInput, "records">, pairs: Pairs): string {
  const addresses = pairs.map((pair) =>
    [pair.left, pair.right].map((index) => [records[index]?.list ?? "", records[index]?.recordId ?? ""]),
  );
  return hashBytes(toCanonicalJson(addresses)).slice(0, ID_LENGTH);
}

/**
 * Pairs for people to judge, without the machine's opinion of them: `decision` is theirs to write. `sample` and
 * `sample_row` say that they were drawn at random, and in which order.
 */
export function sampleCsv(input: LinkInput, pairs: Pairs): string {
  const names = input.fields.map(({ name }) => name);
  const side = (index: number): CsvValue[] => {
    const record = input.records[index];
    return [
      record?.list ?? "",
      record?.recordId ?? "",
      ...names.map((_, field) => asRead(record?.values[field])),
    ];
  };
  const heading = (letter: string): string[] => [
    `list_${letter}`,
    `record_id_${letter}`,
    ...names.map((name) => `${name}_${letter}`),
  ];
  const id = sampleIdOf(input, pairs);
  return toCsv([
    [...heading("a"), ...heading("b"), "sample", "sample_row", "decision"],
    ...pairs.map(({ left, right }, place) => [...side(left), ...side(right), id, place + 1, ""]),
  ]);
}
