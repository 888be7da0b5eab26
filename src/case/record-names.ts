/** The names of rows, as they are written. */
import type { ListRecord } from "../intake/index.ts";

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
