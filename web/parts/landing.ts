/** Where an address lands in a source: at a statement, at a page, or at a row of a list. */
import type { StatementView } from "../../src/server/client.ts";

export type Landing =
  | { readonly kind: "statement"; readonly id: string }
  | { readonly kind: "page"; readonly page: number }
  | { readonly kind: "row"; readonly id: string };

type Placed = Pick<StatementView, "id" | "at">;

/** The fragment names a statement, a passage by its code points or its page, or a row by its record; null for none of them. */
export function landingOf(fragment: string, statements: readonly Placed[]): Landing | null {
  const [, named] = /statement=(st-[0-9a-f]+)/u.exec(fragment) ?? [];
  if (named !== undefined) return { kind: "statement", id: named };
  const [, start, end] = /char=(\d+),(\d+)/u.exec(fragment) ?? [];
  const [, page, x, y] = /page=(\d+)(?:&viewrect=([\d.]+),([\d.]+))?/u.exec(fragment) ?? [];
  const standing = statements.find(({ at }) =>
    at.kind === "text"
      ? at.start === Number(start) && at.end === Number(end)
      : at.kind === "page" &&
        at.page === Number(page) &&
        (at.box === null ? x === undefined : at.box.x === Number(x) && at.box.y === Number(y)),
  );
  if (standing !== undefined) return { kind: "statement", id: standing.id };
  if (page !== undefined) return { kind: "page", page: Number(page) };
  const [row] = /^#(?:rec-.*)/u.exec(fragment) ?? [];
  return row === undefined ? null : { kind: "row", id: row.slice(1) };
}
