/** A case from nothing but its title: what else it says of itself can be configured later. */
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { InquestError, LANGUAGES, type LocalText } from "../core/index.ts";
import { LocalTextSchema } from "../statements/index.ts";
import { CaseConfig } from "./config.ts";
import type { Surroundings } from "./handle.ts";
import { createCase } from "./open-case.ts";

const LONGEST_TITLE = 200;

export const NewCaseGiven = z.strictObject({
  /** In one language or more. */
  title: LocalTextSchema.refine(
    (title) =>
      Object.values(title).every(
        (text) => text === undefined || (text.length <= LONGEST_TITLE && text.isWellFormed()),
      ),
    `must be at most ${LONGEST_TITLE} letters, none of them half a character`,
  ),
  /** True for an invented case: every page says so. */
  isFictional: z.boolean().default(false),
});
export type NewCaseGiven = z.infer<typeof NewCaseGiven>;

/** @param id - lower-case ASCII words joined by hyphens. */
export function newCaseConfig(
  id: string,
  { title, isFictional, store }: NewCaseGiven & { readonly store?: string | undefined },
): CaseConfig {
  return CaseConfig.parse({
    v: 1,
    id,
    title,
    fictional: isFictional,
    languages: LANGUAGES.filter((language) => title[language] !== undefined),
    calendars: ["gregorian", "solar-hijri"],
    standardOfProof: "reasonable-grounds-to-believe",
    event: `event:${id}`,
    ...(store === undefined ? {} : { store }),
  });
}

/** Lower-case ASCII words of a text, joined by hyphens; "case" where it has none. */
export function toCaseId(text: string): string {
  const words = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, "-")
    .replace(/^-+|-+$/gu, "");
  return words === "" ? "case" : words;
}

const LONGEST_ID = 60;

/**
 * Makes an open case below a folder, in one of its own that is named after the title, with a number where another has
 * that name.
 *
 * @param served - ids under which other cases are served: no second one can have them.
 * @returns the folder of the case.
 * @throws InquestError "case/title" (input) without a title.
 */
export async function createCaseBelow(
  folder: string,
  given: NewCaseGiven,
  surroundings: Surroundings,
  served: ReadonlySet<string> = new Set(),
): Promise<{ readonly id: string; readonly dir: string }> {
  const title: LocalText = Object.fromEntries(
    LANGUAGES.flatMap((language) => {
      const text = given.title[language]?.trim() ?? "";
      return text === "" ? [] : [[language, text]];
    }),
  );
  const [first] = Object.values(title);
  if (first === undefined) {
    throw new InquestError({
      code: "case/title",
      reaction: "input",
      message: "A case needs a title: say in a few words what it is about.",
    });
  }
  const id = freeId(
    (taken) => served.has(taken) || existsSync(join(folder, taken)),
    toCaseId(title.en ?? first)
      .slice(0, LONGEST_ID)
      .replace(/-+$/u, ""),
  );
  const dir = join(folder, id);
  const config = newCaseConfig(id, { ...given, title });
  try {
    await (await createCase({ dir, config, surroundings })).close();
  } catch (error) {
    // A folder of half a case would be in the way of the next try.
    rmSync(dir, { recursive: true, force: true });
    throw error;
  }
  return { id, dir };
}

function freeId(isTaken: (id: string) => boolean, wanted: string): string {
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? wanted : `${wanted}-${number}`;
    if (!isTaken(id)) return id;
  }
}
