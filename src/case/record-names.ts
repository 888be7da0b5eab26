/** The names of rows, as they are written. */
import type { FieldValue, ListRecord } from "../intake/index.ts";

/** Names that are not in Latin script first. */
export function otherScriptsFirst(names: Iterable<string>): string[] {
  const all = [...new Set(names)];
  const isLatin = (name: string) => /^[\p{Script=Latin}\P{L}]*$/u.test(name);
  return [...all.filter((name) => !isLatin(name)), ...all.filter(isLatin)];
}

/** Every distinct spelling of one row's name. */
export function namesOfRecord({ fields }: Pick<ListRecord, "fields">): string[] {
  const part = (field: string) => {
    const value = fields[field];
    return value !== undefined && "text" in value ? value.text : "";
  };
  const joined = [part("given"), part("family")].filter((text) => text !== "").join(" ");
  return [...new Set([part("name"), part("nameLatin"), joined])].filter((text) => text !== "");
}

const PARTS = ["given", "family"];

/**
 * The fields of a row as they stand beside another one's: where the lists were compared by whole names, a name in parts
 * is shown as the whole that was compared.
 */
export function withWholeName(
  fields: ListRecord["fields"],
  comparisons: readonly { readonly name: string; readonly fields: readonly string[] }[],
): ListRecord["fields"] {
  const whole = comparisons.find(
    (each) => each.fields.includes(each.name) && PARTS.some((part) => each.fields.includes(part)),
  );
  if (whole === undefined || fields[whole.name] !== undefined) return fields;
  const parts = PARTS.flatMap((part) => fields[part] ?? []);
  const textOf = (value: FieldValue) => ("text" in value ? value.text : value.raw);
  if (parts.length === 0) return fields;
  const rest = Object.entries(fields).filter(([field]) => !PARTS.includes(field));
  return {
    [whole.name]: {
      kind: "name",
      raw: parts.map(({ raw }) => raw.trim()).join(" "),
      text: parts.map(textOf).join(" "),
    },
    ...Object.fromEntries(rest),
  };
}
