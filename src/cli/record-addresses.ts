/** Records by list and id as a table names them, which may bear the apostrophe that guards against formulas. */
import { neutralizeCell, restoreCell } from "../intake/index.ts";
import type { RecordAddress } from "../linkage/index.ts";

export interface AddressFinder {
  /**
   * The record that a table means: as it is written there, else without one guarding apostrophe.
   *
   * @param isOurs - the table was written by this program: the guard is taken off first, so that the ids `-5` and `'-5`
   *   on one list are told apart (the second one was written `''-5`).
   */
  address(written: RecordAddress, options: { readonly isOurs: boolean }): RecordAddress | undefined;
  /** Whether there is a list of that name, with or without a guard. */
  list(name: string): boolean;
}

/** @param known - every name under which a record may be addressed. */
export function addressFinder(known: readonly RecordAddress[]): AddressFinder {
  const addresses = new Map(known.map((address) => [keyOf(address), address]));
  const lists = new Set(known.map(({ list }) => list));
  return {
    address({ list, recordId }, { isOurs }) {
      const plain = { list: restoreCell(list), recordId: restoreCell(recordId) };
      const written = [
        { list, recordId },
        { list, recordId: plain.recordId },
        { list: plain.list, recordId },
        plain,
      ];
      const inOrder = isOurs ? written.toReversed() : written;
      return inOrder.map((address) => addresses.get(keyOf(address))).find((found) => found !== undefined);
    },
    list: (name) => lists.has(name) || lists.has(restoreCell(name)),
  };
}

/** Whether this program may have written a cell so: it stands for itself, or bears the guard that it would be given. */
export function isGuarded(cell: string): boolean {
  return neutralizeCell(restoreCell(cell)) === cell;
}

function keyOf({ list, recordId }: RecordAddress): string {
  return JSON.stringify([list, recordId]);
}
