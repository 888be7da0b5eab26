/**
 * Cells of published tables that tell something of very few persons who are not shown in full: whoever takes those who are
 * shown from a cell is left with the others.
 */
import type { Figure } from "../findings/index.ts";
import type { Visibility } from "../release/index.ts";
import { columnsOf } from "./estimate-columns.ts";

/** Persons of one cell who are not shown in full, fewer than the profile asks for. */
export interface SmallCell {
  /** Of which figure, or of the table of which estimate. */
  readonly of: { readonly figure: string } | { readonly estimate: string; readonly lists: readonly string[] };
  readonly persons: number;
}

export interface CellsToLookAt {
  /** Every person of the case whom a list names. */
  readonly persons: readonly {
    readonly id: string;
    readonly visibility: Visibility;
    readonly members: readonly { readonly id: string; readonly list: string }[];
  }[];
  /** Figures that go out. */
  readonly figures: readonly Pick<Figure, "id" | "basis">[];
  /** Tables of linked lists that go out. */
  readonly tables: readonly {
    readonly id: string;
    readonly lists: readonly string[];
    /** Lists that count as one. */
    readonly joined: readonly (readonly string[])[];
  }[];
}

/**
 * A cell that holds everybody tells nothing of anybody, and is left out.
 *
 * @param k - cells with at least one and fewer than so many persons who are not shown in full are small.
 */
export function findSmallCells({ persons, figures, tables }: CellsToLookAt, k: number): SmallCell[] {
  const hidden = new Set(persons.flatMap(({ id, visibility }) => (visibility === "full" ? [] : [id])));
  const personOfRecord = new Map(
    persons.flatMap(({ id, members }) => members.map((member) => [member.id, id])),
  );
  const look = (of: SmallCell["of"], ids: Iterable<string>): SmallCell[] => {
    const cell = new Set(ids);
    const few = [...cell].filter((id) => hidden.has(id)).length;
    return cell.size < persons.length && few > 0 && few < k ? [{ of, persons: few }] : [];
  };
  const ofFigures = figures.flatMap(({ id, basis }) => {
    if (basis.kind === "link") return look({ figure: id }, basis.persons);
    if (basis.kind !== "lists") return [];
    return look(
      { figure: id },
      basis.records.flatMap((record) => personOfRecord.get(record) ?? []),
    );
  });
  const ofTables = tables.flatMap(({ id, lists, joined }) => {
    const columns = columnsOf(lists, joined, (list) => list);
    const cells = new Map<string, { readonly lists: readonly string[]; readonly ids: string[] }>();
    for (const person of persons) {
      const on = columns.filter((column) => person.members.some(({ list }) => column.lists.includes(list)));
      const names = on.map(({ name }) => name);
      const key = JSON.stringify(names);
      const cell = cells.get(key) ?? { lists: names, ids: [] };
      cells.set(key, cell);
      cell.ids.push(person.id);
    }
    return [...cells.values()]
      .filter((cell) => cell.lists.length > 0)
      .flatMap((cell) => look({ estimate: id, lists: cell.lists }, cell.ids));
  });
  return [...ofFigures, ...ofTables];
}
