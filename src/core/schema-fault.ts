/** What a schema found wrong with something from outside, in a line for whoever wrote it. */

/** The issue of a zod error, as far as it is told. */
export interface SchemaIssue {
  readonly code?: string | undefined;
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** The words of an issue, to stand behind the name of the member: `is missing` for one that is not there. */
export function wordsOfIssue(issue: SchemaIssue | undefined): string {
  if (issue === undefined) return "is not valid";
  // zod tells what it received in its message alone.
  if (issue.code === "invalid_type" && /received undefined$/u.test(issue.message)) return "is missing";
  return issue.message;
}
