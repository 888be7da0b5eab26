/** What the property of a statement asks of its further members, and values that are made of several parts. */
import { z } from "zod";
import { type EntryLocator, entryError } from "./errors.ts";
import { faultOfInvolvement, type Involvement, InvolvementMembers } from "./involvement.ts";
import { faultOfRing, Outline } from "./outline.ts";
import type { StatementDraft } from "./statement-draft.ts";
import { type SubjectId, subjectKind } from "./subject.ts";
import { type PropertyRule, propertyRule } from "./vocabulary.ts";

/**
 * Refuses `of` and `category` where they mean nothing or are missing, and a standing that an involvement cannot have.
 *
 * @throws InquestError "statements/member", "statements/involvement".
 */
export function requireMembers({ property, of, category, standing }: StatementDraft, at: EntryLocator): void {
  const { whose, hasCategory, sealedByDefault }: PropertyRule = propertyRule(property);
  if (of === undefined && whose?.isNeeded === true)
    throw memberError(at, `"${property}" needs "of": the ${whose.kinds.join(" or ")} whose it is.`);
  if (of !== undefined && whose?.kinds.includes(subjectKind(of)) !== true) {
    const remedy =
      whose === undefined
        ? `"${property}" takes no "of". Leave it out.`
        : `It is of ${whose.kinds.join(" or ")}.`;
    throw memberError(at, `"of" is ${of}. ${remedy}`);
  }
  if (category !== undefined && hasCategory !== true)
    throw memberError(
      at,
      `"${property}" takes no "category": only "signed-by" and "signatory" do. Leave it out.`,
    );
  if (category !== undefined && subjectKind(category) !== "group")
    throw memberError(
      at,
      `"category" is ${category}. A category is a group that the case names, such as group:former-un-officials.`,
    );
  if (sealedByDefault === true && standing !== undefined && standing !== "alleged")
    throw entryError(
      "statements/involvement",
      at,
      `an involvement is alleged, never "${standing}". Leave its standing out.`,
    );
}

/** @throws InquestError "statements/outline" naming the corner or edge at fault. */
export function toOutline(
  { ring, accuracyM }: { readonly ring: unknown; readonly accuracyM?: unknown },
  at: EntryLocator,
): Outline {
  const positions = Numbers.safeParse(ring);
  const fault = positions.success
    ? faultOfRing(positions.data)
    : '"ring" is a list of positions [longitude, latitude], the first again at the end.';
  if (fault !== null) throw outlineError(at, fault);
  const outline = Outline.safeParse({ kind: "outline", ring, accuracyM });
  if (outline.success) return outline.data;
  throw outlineError(
    at,
    '"accuracyM" says in metres how exactly its corners are known. Give a number above 0.',
  );
}

const Numbers = z.array(z.array(z.number()));

/** @throws InquestError "statements/involvement". */
export function toInvolvement(value: object, subject: SubjectId, at: EntryLocator): Involvement {
  const parsed = InvolvementMembers.safeParse(value);
  if (!parsed.success) throw entryError("statements/involvement", at, `${issueOf(parsed.error)}.`);
  const fault = faultOfInvolvement(parsed.data, subject);
  if (fault !== null) throw entryError("statements/involvement", at, fault);
  return { kind: "involvement", ...parsed.data };
}

function issueOf({ issues: [issue] }: z.ZodError): string {
  const member = issue?.path.join(".") ?? "";
  return `${member === "" ? "an involvement" : `"${member}" of the involvement`}: ${issue?.message ?? "not valid"}`;
}

function outlineError(at: EntryLocator, problem: string) {
  return entryError("statements/outline", at, `the outline cannot be taken: ${problem}`);
}

function memberError(at: EntryLocator, problem: string) {
  return entryError("statements/member", at, problem);
}
