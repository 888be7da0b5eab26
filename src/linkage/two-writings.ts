/** Fictional lists of which one writes some names in both scripts, and the other puts some in the second field alone. */
import type { FictionalLists } from "./fictional-lists.ts";
import type { LinkRecord } from "./records.ts";

/** The lists with a field `nameLatin`: every other family name is known in both scripts, from the memorial. */
export function inBothScripts({ input, truth }: FictionalLists): FictionalLists {
  const latinOf = new Map(
    input.records.flatMap(({ list, values }, index) =>
      list === "memorial" ? [[truth[index] ?? "", values[0] ?? null] as const] : [],
    ),
  );
  const records = input.records.map((record, index): LinkRecord => {
    const [name = null, ...rest] = record.values;
    if (record.list === "memorial") {
      return index % 3 === 0
        ? { ...record, values: [null, ...rest, name] }
        : { ...record, values: [...record.values, null] };
    }
    const latin = index % 2 === 0 ? (latinOf.get(truth[index] ?? "") ?? null) : null;
    return { ...record, values: [...record.values, latin] };
  });
  return { input: { fields: [...input.fields, { name: "nameLatin", kind: "name" }], records }, truth };
}
