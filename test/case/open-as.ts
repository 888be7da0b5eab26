/** Opening the case of a test as somebody: each actor has a key of their own in the home of the folder. */
import { type OpenCase, openCase, readCase } from "../../src/case/index.ts";
import { silentProgress } from "../../src/core/index.ts";
import { fixedSurroundings } from "../case-fixture.ts";

/** Opens the case `c` of a folder as somebody, and closes it whatever happens. */
export async function openAs<T>(
  folder: string,
  actor: string,
  action: (opened: OpenCase) => Promise<T>,
): Promise<T> {
  const surroundings = { ...fixedSurroundings(folder), now: () => Date.now(), actor };
  const opened = await openCase({
    dir: `${folder}/c`,
    mode: "write",
    progress: silentProgress,
    surroundings: { ...surroundings, homeDir: `${folder}/home` },
  });
  try {
    return await action(opened);
  } finally {
    await opened.close();
  }
}

/** What a reader of the case `c` of a folder is shown. Closes it whatever happens. */
export async function shownOf<T>(
  folder: string,
  action: (reader: Awaited<ReturnType<typeof readCase>>) => T | Promise<T>,
): Promise<T> {
  const opened = await openCase({
    dir: `${folder}/c`,
    mode: "read",
    progress: silentProgress,
    surroundings: fixedSurroundings(folder),
  });
  try {
    return await action(await readCase(opened));
  } finally {
    await opened.close();
  }
}
