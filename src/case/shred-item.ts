/** Shredding: the keys of something and of all that stands on it are destroyed; leaves and proofs stay. */
import { join } from "node:path";
import { InquestError, readIfThere } from "../core/index.ts";
import { isSealedRef, itemFile, openKeyFiles } from "../vault/index.ts";
import { idOfFace } from "./case-files.ts";
import type { CaseHandle } from "./handle.ts";
import { findSealed } from "./key-operations.ts";
import { requireSecondPerson } from "./two-persons.ts";

export interface Shredded {
  readonly item: string;
  /** Items that went with it. */
  readonly also: readonly string[];
  /** Places where keys were destroyed: "case", or the folder of a copy. */
  readonly destroyed: readonly string[];
}

/**
 * Destroys keys here and in copies, then records it: who withdraws their words is forgotten first. With a source go the rows that were read from it, every statement that quotes
 * it, what was derived from it, and links of its lists: whoever withdraws their words withdraws them everywhere.
 *
 * @param id - of a source, list or statement by id or name, or of an item.
 * @param copies - folders of mirrors.
 * @throws InquestError "case/key-needed" (decision), since only the key tells which statements quote a source;
 *   "case/second-person-needed" when the case asks for two people; "case/not-found".
 */
export async function shredItem(
  handle: CaseHandle,
  id: string,
  { why, copies }: { readonly why: string; readonly copies: readonly string[] },
): Promise<Shredded> {
  const { state, config, secrets } = handle;
  // Before anything is destroyed: a copy that was misnamed would keep its key.
  for (const dir of copies) requireCopyOf(handle, dir);
  await secrets.unlock(id);
  const item = state.keys.items.has(id) ? id : findSealed(handle, id).item;
  requireSecondPerson(state.twoPersons, config.twoPersons ?? [], { kind: "item.shredded", subject: item });
  const also = [...itemsStandingOn(handle, item)].filter((each) => state.keys.items.has(each));
  const places = [{ name: "case", files: secrets.files }].concat(
    copies.map((dir) => ({ name: dir, files: openKeyFiles(dir) })),
  );
  const destroyed: string[] = [];
  for (const { name, files } of places) {
    // The item itself goes last: dying on the way leaves it there, and doing it again goes on.
    const hits = [...also, item].filter((each) => files.destroy(itemFile(each)));
    if (hits.length > 0) destroyed.push(name);
  }
  for (const each of [item, ...also]) secrets.forget(each);
  // A path on this machine may say who keeps copies: the act counts them.
  const told = destroyed.map((name, index) => (name === "case" ? "case" : `copy ${index}`));
  const rest = also.length === 0 ? {} : { also };
  await handle.record([{ kind: "item.shredded", body: { item, ...rest, why, copies: told } }]);
  return { item, also, destroyed };
}

function requireCopyOf(handle: CaseHandle, dir: string): void {
  const ids = ["case.json", "closed.json"].map((name) => idOfFace(readIfThere(join(dir, name))));
  if (ids.includes(handle.config.id)) return;
  throw new InquestError({
    code: "case/not-a-copy",
    reaction: "input",
    message: `${dir} is no copy of the case ${handle.config.id}. Nothing was destroyed. Name the folder that inquest mirror wrote to.`,
    evidence: { dir },
  });
}

/** Items whose content comes from that of another: found by following sources, not by reading anything. */
function itemsStandingOn({ state }: CaseHandle, item: string): Set<string> {
  const found = new Set<string>();
  const visit = (each: string) => {
    if (each === item || found.has(each)) return;
    found.add(each);
    follow(each);
  };
  const follow = (each: string) => {
    // Whoever wishes to be forgotten is forgotten in every form in which it was sealed who they are.
    for (const sealed of state.identities.values())
      if (sealed.some((ref) => ref.item === each)) for (const ref of sealed) visit(ref.item);
    for (const { value } of state.sources.values()) {
      if (value.sealed?.content.item !== each) continue;
      // Those without consent too, which no view gives.
      for (const { statement } of state.statements.recorded()) {
        if (statement.source !== value.id) continue;
        const sealed = state.sealedStatements.get(statement.id);
        if (sealed !== undefined) visit(sealed.value.statement.item);
      }
      for (const { kind, details } of state.custody.of(value.id)) {
        const made = kind === "item.derived" && details.from === value.id ? String(details.to) : "";
        const derived = state.sources.get(made)?.value.sealed;
        if (derived !== undefined) visit(derived.content.item);
      }
      // Also what was replaced or taken back since: links of it are still sealed.
      const lists = state.everyImport().filter((list) => list.value.source === value.id);
      const names = new Set(lists.flatMap((list) => list.value.lists));
      for (const { value: imported } of state.everyImport()) {
        const { release } = imported;
        if (release === undefined || !isSealedRef(release.rows)) continue;
        if (imported.source === value.id || release.after === value.id) visit(release.rows.item);
      }
      for (const link of state.everyLink()) {
        if (isSealedRef(link.clusters) && link.lists.some((name) => names.has(name)))
          visit(link.clusters.item);
      }
    }
  };
  follow(item);
  return found;
}
