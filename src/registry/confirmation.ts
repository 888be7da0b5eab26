/**
 * How far a person's fate is confirmed, by a rule that a case can set and publishes with its methods. The levels are
 * Inquest's own table: no standard is quoted.
 */
import { z } from "zod";
import type { DayBounds } from "../core/index.ts";

/**
 * 0: only a mention; 1: one voice; 2: several that agree; 3: proof, or more voices with one that was there; D: somebody
 * denies it, or holds that the person is alive, against others; X: refuted, or found alive.
 */
export const CONFIRMATION_LEVELS = ["0", "1", "2", "3", "D", "X"] as const;
export type ConfirmationLevel = (typeof CONFIRMATION_LEVELS)[number];

export const ConfirmationRule = z.strictObject({
  /** For level 2: how many independent voices, and on what they must agree beside the identity. */
  two: z
    .strictObject({
      voices: z.int().min(2).default(2),
      agreeOn: z.enum(["date-or-place", "date-and-place", "identity"]).default("date-or-place"),
    })
    .prefault({}),
  /** For level 3 without proof. */
  three: z
    .strictObject({ voices: z.int().min(2).default(3), firstHand: z.int().min(0).default(1) })
    .prefault({}),
  /** Statements in originals that the case holds, as `property=code`, any one of which is proof and makes level 3. */
  proofs: z
    .array(z.string().regex(/^[a-z-]+=[a-z-]+$/u, "must be property=code"))
    .default([
      "death-certificate=issued",
      "death-certificate=issued-with-another-cause",
      "identified-by=dna",
      "identified-by=dental",
      "identified-by=fingerprints",
      "identified-by=anthropology",
    ]),
});
export type ConfirmationRule = z.infer<typeof ConfirmationRule>;

export const DEFAULT_CONFIRMATION: ConfirmationRule = ConfirmationRule.parse({});

/** What one independent voice says of a person's fate. */
export interface VoiceEvidence {
  /** Of the death or disappearance; empty when it gives none. */
  readonly dates: readonly DayBounds[];
  /** Of it likewise, each in one spelling. */
  readonly places: readonly string[];
  readonly isFirstHand: boolean;
  readonly saysDead: boolean;
  readonly saysAlive: boolean;
  readonly deniesDeath: boolean;
}

export interface PersonEvidence {
  readonly voices: readonly VoiceEvidence[];
  readonly proofs: number;
}

/** The level that a rule gives to what is known of a person. */
export function confirmationOf(
  { voices, proofs }: PersonEvidence,
  rule: ConfirmationRule,
): ConfirmationLevel {
  if (voices.length === 0) return "0";
  const isSaidDead = voices.some(({ saysDead }) => saysDead);
  if (voices.some(({ saysAlive }) => saysAlive)) return isSaidDead || proofs > 0 ? "D" : "X";
  // That somebody denies a death of which nobody speaks says neither that the person lives nor that they died.
  if (voices.some(({ deniesDeath }) => deniesDeath)) return isSaidDead || proofs > 0 ? "D" : "0";
  if (proofs > 0) return "3";
  const { two, three } = rule;
  const agreeing = largestAgreement(voices, two.agreeOn);
  const firstHand = agreeing.filter(({ isFirstHand }) => isFirstHand).length;
  if (agreeing.length >= three.voices && firstHand >= three.firstHand) return "3";
  return agreeing.length >= two.voices ? "2" : "1";
}

/** The most voices that agree with each other, of several such sets the one with most who were there. */
function largestAgreement(
  voices: readonly VoiceEvidence[],
  on: ConfirmationRule["two"]["agreeOn"],
): readonly VoiceEvidence[] {
  if (on === "identity") return voices;
  const byDate = agreements(
    voices,
    (voice) => voice.dates.map(startOf),
    (voice, day) => voice.dates.some((date) => isOn(date, day)),
  );
  const byPlace = agreements(
    voices,
    (voice) => voice.places,
    (voice, place) => voice.places.includes(place),
  );
  const candidates =
    on === "date-or-place"
      ? [...byDate, ...byPlace]
      : byDate.flatMap((left) => byPlace.map((right) => left.filter((voice) => right.includes(voice))));
  const weight = (set: readonly VoiceEvidence[]) =>
    set.length * 1000 + set.filter(({ isFirstHand }) => isFirstHand).length;
  return candidates.reduce((best, set) => (weight(set) > weight(best) ? set : best), []);
}

/** For every value that a voice gives, the voices that agree with it. Spans that share a day share one's first day. */
function agreements<Value>(
  voices: readonly VoiceEvidence[],
  valuesOf: (voice: VoiceEvidence) => readonly Value[],
  agrees: (voice: VoiceEvidence, value: Value) => boolean,
): VoiceEvidence[][] {
  const values = new Set(voices.flatMap((voice) => valuesOf(voice)));
  return [...values].map((value) => voices.filter((voice) => agrees(voice, value)));
}

function startOf({ earliest }: DayBounds): number {
  return earliest ?? Number.NEGATIVE_INFINITY;
}

function isOn({ earliest, latest }: DayBounds, day: number): boolean {
  return (earliest ?? Number.NEGATIVE_INFINITY) <= day && day <= (latest ?? Number.POSITIVE_INFINITY);
}
