/** The names of rows, as they are written. */
import type { ListRecord } from "../intake/index.ts";

/** Every distinct spelling of one row's name. */
export function namesOfRecord({ fields }: Pick<ListRecord, "fields">): string[] {
  const part = (field: string) => {
    const value = fields[field];
    return value !== undefined && "text" in value ? value.text : "";
  };
  const joined = [part("given"), part("family")].filter((text) => text !== "").join(" ");
  return [...new Set([part("name"), part("nameLatin"), joined])].filter((text) => text !== "");
}
