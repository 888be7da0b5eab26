/** How much of somebody may be shown outside: what people decided, of a whole list, of single rows, of persons and speakers. */
import { z } from "zod";
import { VISIBILITIES, type Visibility } from "../release/index.ts";
import { JudgedRecord } from "./judgements.ts";

export const VISIBILITY_SET = "person.visibility-set";

/**
 * `person.visibility-set`: a later one takes the place of an earlier one on the same thing. What is said of a row stands before
 * what is said of its list.
 */
export const VisibilitySet = z
  .strictObject({
    /** `list:NAME`, persons of whom statements speak, and speakers. */
    covers: z.array(z.string().regex(/^(?:list|person|speaker):\S/u)).max(500),
    /** Rows as they stood when it was decided: they are followed through later releases, as judged ones are. */
    rows: z.array(JudgedRecord).max(200),
    visibility: z.enum(VISIBILITIES),
    why: z.string().trim().min(3, "must give the reason in a few words").max(1000),
    /** The consent that it rests on, where there is one. */
    consent: z
      .string()
      .regex(/^consent-[0-9a-f]{32}$/u)
      .optional(),
  })
  .refine(({ covers, rows }) => covers.length + rows.length > 0, {
    path: ["covers"],
    error: "names nothing",
  });
export type VisibilitySet = z.infer<typeof VisibilitySet>;

/** Who decided it, and when (ISO time). */
export interface DecidedBy {
  readonly by: string;
  readonly at: string;
}

export interface DecidedVisibility extends DecidedBy {
  /** What holds today. */
  readonly visibility: Visibility;
  readonly leafIndex: number;
  readonly why: string;
  /** Whether it rests on a consent that was taken back or has run out. */
  readonly isConsentOver: boolean;
}

export interface Visibilities {
  /** What was said last of a list, a person of whom statements speak, or a speaker. */
  of(covered: string): DecidedVisibility | undefined;
  /** What was said last of each list, person and speaker. */
  all(): Iterable<readonly [covered: string, decided: DecidedVisibility]>;
  /** What was said of rows, in the order of the log. */
  ofRows(): Iterable<{ readonly row: JudgedRecord; readonly decided: DecidedVisibility }>;
}

export interface VisibilityState extends Visibilities {
  set(set: VisibilitySet, leafIndex: number, decided: DecidedBy): void;
}

interface Recorded extends Omit<DecidedVisibility, "isConsentOver"> {
  readonly consent: string | undefined;
}

/** @param isConsentOver - whether a consent was taken back or has run out: what rests on it shows nothing any more. */
export function createVisibilities(isConsentOver: (consent: string) => boolean): VisibilityState {
  const known = new Map<string, Recorded>();
  const rowsSet: { readonly row: JudgedRecord; readonly decided: Recorded }[] = [];
  const today = ({ consent, ...recorded }: Recorded): DecidedVisibility => {
    const isOver = consent !== undefined && isConsentOver(consent);
    return {
      ...recorded,
      ...{ visibility: isOver ? "withheld" : recorded.visibility, isConsentOver: isOver },
    };
  };
  return {
    of(covered) {
      const found = known.get(covered);
      return found === undefined ? undefined : today(found);
    },
    *all() {
      for (const [covered, recorded] of known) yield [covered, today(recorded)];
    },
    *ofRows() {
      for (const { row, decided } of rowsSet) yield { row, decided: today(decided) };
    },
    set({ covers, rows, visibility, why, consent }, leafIndex, { by, at }) {
      const decided = { visibility, leafIndex, why, by, at, consent };
      for (const covered of covers) known.set(covered, decided);
      for (const row of rows) rowsSet.push({ row, decided });
    },
  };
}
