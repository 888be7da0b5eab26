/** The small case behind the HTTP application, ready to be written to, and what a test asks of it. */
import { expect } from "vitest";
import { type LiveCase, openCase, openLiveCase, readCase } from "../../src/case/index.ts";
import type { ApiAnswers, ErrorView } from "../../src/server/contract.ts";
import { temporaryFolder } from "../case-fixture.ts";
import { serveCases, surroundingsOf } from "./served-case.ts";
import { makeSmallCase } from "./small-case.ts";

export const BASE = "/api/cases/c";

const STATEMENT = {
  key: "N",
  subject: "person:karimi",
  property: "last-seen",
  time: "1988-07-28",
  speaker: "speaker:other",
  chain: "second-hand",
  quote: "A second witness says fifty",
};

/** The words that it quotes, unless something else is said. */
export const QUOTE = STATEMENT.quote;

/** A statement file about the note: one sound statement for each change, changed so. */
export const statements = (...changes: readonly object[]) => ({
  source: "note",
  statements: changes.map((change) => ({ ...STATEMENT, ...change })),
});

export interface Refused {
  readonly status: number;
  readonly code: string;
  readonly message: string;
  readonly at?: ErrorView["error"]["at"];
}

export interface WritableCase {
  /** The working directory of `inquest`. */
  readonly folder: string;
  readonly dir: string;
  live: LiveCase;
  served: ReturnType<typeof serveCases>;
  /** How many acts stand in the log on disk, read by somebody else, who can read all of them. */
  countActs(): Promise<number>;
  /** Sends a change that must be refused, and leave the log as it was. */
  refuse(
    path: string,
    body: unknown,
    headers?: Readonly<Record<string, string | undefined>>,
  ): Promise<Refused>;
  /** Everything that the faces show of the case, as one text. */
  everything(): Promise<string>;
}

export async function openWritableCase(): Promise<WritableCase> {
  const folder = temporaryFolder("http-writing");
  const dir = await makeSmallCase(folder);
  const live = await openLiveCase({ dir, surroundings: surroundingsOf(folder) });
  const own: WritableCase = {
    folder,
    dir,
    live,
    served: serveCases([live]),
    async countActs() {
      const opened = await openCase({ dir, mode: "read", surroundings: surroundingsOf(folder) });
      const { size } = opened.ledger;
      await readCase(opened);
      await opened.close();
      return size;
    },
    async refuse(path, body, headers = {}) {
      const before = await own.countActs();
      const answer = await own.served.post(`${BASE}${path}`, body, headers);
      expect(answer.status, answer.text).toBeGreaterThanOrEqual(400);
      expect(await own.countActs()).toBe(before);
      return { status: answer.status, ...answer.body.error };
    },
    async everything() {
      const { sources } = (await own.served.get<ApiAnswers["sources"]>(`${BASE}/sources`)).body;
      const [source] = sources.map(({ id }) => id);
      const paths = [
        "/answers",
        "/offices",
        "/places",
        "/findings",
        `/sources/${source}`,
        `/sources/${source}/passages`,
        "/stated-persons/person%3Akarimi",
        "/search?q=fifty",
        "/search?q=%DA%A9%D8%B1%DB%8C%D9%85%DB%8C",
      ];
      const answers = await Promise.all(paths.map((path) => own.served.get(`${BASE}${path}`)));
      return answers.map(({ text }) => text).join("\n");
    },
  };
  return own;
}
