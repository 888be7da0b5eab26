/** A breach of a schema as a path in the file and a sentence that says what to do. */
import type { z } from "zod";
import { nearestName } from "./nearest-name.ts";

export interface Breach {
  /** Members from the root, such as `lists.a.fields.birth.calendar`; `(root)` for the whole. */
  readonly path: string;
  readonly text: string;
}

export function describeIssue(issue: z.core.$ZodIssue): Breach {
  const path = issue.path.length === 0 ? "(root)" : issue.path.map(String).join(".");
  if (issue.code === "unrecognized_keys")
    return { path, text: `has members that are not known: ${issue.keys.join(", ")}. Remove or correct them` };
  if (issue.code === "invalid_value") {
    const choices = issue.values.map(String);
    const given = typeof issue.input === "string" ? nearestName(issue.input, choices) : null;
    const hint = given === null ? "" : `; did you mean ${given}?`;
    return { path, text: `must be ${choices.length === 1 ? "" : "one of "}${choices.join(", ")}${hint}` };
  }
  if (issue.code === "invalid_type" && issue.input === undefined)
    return { path, text: `is missing, or is not of type ${issue.expected}` };
  if (issue.code === "invalid_type") return { path, text: `must be of type ${issue.expected}` };
  if (issue.code === "too_small" && issue.origin !== "string" && issue.origin !== "array")
    return { path, text: `must be ${issue.inclusive === false ? "above" : "at least"} ${issue.minimum}` };
  if (issue.code === "too_big" && issue.origin !== "string" && issue.origin !== "array")
    return { path, text: `must be ${issue.inclusive === false ? "below" : "at most"} ${issue.maximum}` };
  return { path, text: issue.message };
}
