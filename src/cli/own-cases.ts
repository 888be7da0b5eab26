/** Cases that did not come with the program: those that a browser made, beside the shipped ones. */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { isClosedCase } from "../case/index.ts";
import { compareText, InquestError } from "../core/index.ts";

/** Folders below `home` that hold a case, without the shipped ones. */
function casesIn(home: string, shipped: readonly string[]): readonly string[] {
  if (!existsSync(home)) return [];
  const isCase = (dir: string) => existsSync(join(dir, "case.json")) || isClosedCase(dir);
  return readdirSync(home)
    .filter((name) => !shipped.includes(name))
    .sort(compareText)
    .map((name) => join(home, name))
    .filter(isCase);
}

/**
 * Opens each of them. One that cannot be opened keeps nobody from the others: it is told, and lies where it lay.
 *
 * @throws what is no InquestError.
 */
export async function openOwnCases(
  home: string,
  shipped: readonly string[],
  { open, tell }: { open(dir: string): Promise<unknown>; tell(dir: string, why: InquestError): void },
): Promise<void> {
  for (const dir of casesIn(home, shipped)) {
    try {
      await open(dir);
    } catch (error) {
      if (!(error instanceof InquestError)) throw error;
      tell(dir, error);
    }
  }
}
