/** The two-person rule: some acts count only when a second person, with a key of their own, agreed beforehand. */
import { z } from "zod";
import { InquestError } from "../core/index.ts";

/** Acts that a case may put under the rule. */
export const TWO_PERSON_KINDS = ["item.shredded", "item.revealed", "case-key.rotated"] as const;
export type TwoPersonKind = (typeof TWO_PERSON_KINDS)[number];

/** Acts that are under the rule in every case, whatever it is configured to ask. */
const ALWAYS_RULED = ["allegation.released"] as const;
type RuledKind = TwoPersonKind | (typeof ALWAYS_RULED)[number];

/** What may be proposed: an act under the rule, or taking an act out of the rule, which needs two people as well. */
export const PROPOSABLE_KINDS = [...TWO_PERSON_KINDS, ...ALWAYS_RULED, "two-persons.lifted"] as const;
export type ProposableKind = (typeof PROPOSABLE_KINDS)[number];

/** `act.proposed`: what the first person wants to be done, to what, and why. */
export const ActProposed = z.strictObject({
  kind: z.enum(PROPOSABLE_KINDS),
  /** What it is done to: the id of an item or statement, or "case". */
  subject: z.string().min(1),
  why: z.string().min(1),
});
export type ActProposed = z.infer<typeof ActProposed>;

/** `act.seconded`: the second person's agreement. */
export const ActSeconded = z.strictObject({ proposal: z.string().min(1) });

/** `actor.vouched`: someone whose key is trusted here says that another enrolled key is that of its actor. */
export const ActorVouched = z.strictObject({ actor: z.string().min(1), device: z.string().min(1) });

/** An act as the rule looks at it. */
export interface SignedAct {
  readonly id: string;
  readonly kind: string;
  readonly actor: string;
  readonly device: string;
  readonly body: unknown;
}

export interface Proposal extends ActProposed {
  readonly id: string;
  readonly by: string;
  /** Null until somebody seconds it. */
  readonly secondedBy: string | null;
  /** True once the act was done: one agreement is for one act. */
  readonly isUsed: boolean;
}

export interface TwoPersons {
  /** Follows the log; acts come in its order. */
  apply(act: SignedAct): void;
  /** Acts of kinds under the rule that nobody had agreed to, with the reason. */
  readonly breaches: readonly { readonly act: string; readonly kind: string; readonly why: string }[];
  /** Whether an act is one of them, so that nothing follows from it. */
  isBreach(act: string): boolean;
  readonly proposals: ReadonlyMap<string, Proposal>;
  /** Whether a key may propose and second: the first of the log, or vouched for by one that may. */
  isVouched(key: { readonly actor: string; readonly device: string }): boolean;
  readonly enrolled: readonly { readonly actor: string; readonly device: string }[];
  /** The agreement under which an act may be done now; null when there is none. */
  find(kind: ProposableKind, subject: string): Proposal | null;
}

interface Key {
  readonly actor: string;
  readonly device: string;
}

/**
 * @param kinds - the kinds under the rule at the time of an act, as the case was configured by then.
 */
export function createTwoPersons(kinds: () => readonly TwoPersonKind[]): TwoPersons {
  const enrolled: Key[] = [];
  const vouched = new Set<string>();
  const proposals = new Map<string, Proposal & { readonly key: Key }>();
  const breaches: { act: string; kind: string; why: string }[] = [];
  const nameOf = ({ actor, device }: Key) => `${actor} ${device}`;
  const isVouched = (key: Key) => vouched.has(nameOf(key));
  const ruledKinds = (): readonly RuledKind[] => [...kinds(), ...ALWAYS_RULED];

  function vouch(act: SignedAct): void {
    const parsed = ActorVouched.safeParse(act.body);
    if (!parsed.success || !isVouched(act)) return;
    const isEnrolled = enrolled.some((key) => nameOf(key) === nameOf(parsed.data));
    // Nobody vouches for themselves: a second key of one person is no second person.
    if (isEnrolled && parsed.data.actor !== act.actor) vouched.add(nameOf(parsed.data));
  }

  function propose(act: SignedAct): void {
    const parsed = ActProposed.safeParse(act.body);
    if (!parsed.success) return;
    const key = { actor: act.actor, device: act.device };
    proposals.set(act.id, {
      ...parsed.data,
      id: act.id,
      by: act.actor,
      secondedBy: null,
      isUsed: false,
      key,
    });
  }

  function second(act: SignedAct): void {
    const parsed = ActSeconded.safeParse(act.body);
    const proposal = parsed.success ? proposals.get(parsed.data.proposal) : undefined;
    if (proposal === undefined || proposal.secondedBy !== null) return;
    if (reasonAgainst(proposal, act) === null) {
      proposals.set(proposal.id, { ...proposal, secondedBy: act.actor });
    }
  }

  function reasonAgainst(proposal: { readonly key: Key }, second: Key): string | null {
    if (!isVouched(proposal.key)) return `nobody vouched for the key of ${proposal.key.actor}`;
    if (!isVouched(second)) return `nobody vouched for the key of ${second.actor}`;
    if (second.actor === proposal.key.actor) return "the same person proposed it";
    if (second.device === proposal.key.device) return "it is the same key";
    return null;
  }

  function find(kind: ProposableKind, subject: string): (Proposal & { readonly key: Key }) | null {
    for (const proposal of proposals.values()) {
      const isFor = proposal.kind === kind && proposal.subject === subject;
      if (isFor && proposal.secondedBy !== null && !proposal.isUsed) return proposal;
    }
    return null;
  }

  /** A configuration that takes a kind out of the rule is an act under it: else one person could lift it alone. */
  function judgeConfiguration(act: SignedAct): void {
    const next = Configured.safeParse(act.body);
    const left = next.success ? (next.data.config.twoPersons ?? []) : [];
    if (kinds().some((kind) => !left.includes(kind))) judge(act, "two-persons.lifted");
  }

  function judge(act: SignedAct, kind: ProposableKind): void {
    const agreed = find(kind, subjectOf(act.body));
    if (agreed === null) breaches.push({ act: act.id, kind, why: "no second person had agreed to it" });
    else proposals.set(agreed.id, { ...agreed, isUsed: true });
  }

  return {
    breaches,
    isBreach: (act) => breaches.some((each) => each.act === act),
    proposals,
    isVouched,
    enrolled,
    find,
    apply(act) {
      switch (act.kind) {
        case "actor.enrolled": {
          const key = { actor: act.actor, device: act.device };
          if (enrolled.some((known) => nameOf(known) === nameOf(key))) return;
          // Whoever began the log is who is trusted first; everyone else needs somebody's word.
          if (enrolled.length === 0) vouched.add(nameOf(key));
          enrolled.push(key);
          return;
        }
        case "actor.vouched":
          return vouch(act);
        case "act.proposed":
          return propose(act);
        case "act.seconded":
          return second(act);
        case "case.configured":
          return judgeConfiguration(act);
        default: {
          const kind = ruledKinds().find((ruled) => ruled === act.kind);
          if (kind !== undefined) judge(act, kind);
        }
      }
    },
  };
}

const Configured = z.looseObject({
  config: z.looseObject({ twoPersons: z.array(z.string()).optional() }),
});

/** What an act under the rule is done to: its item or statement, or the case. */
function subjectOf(body: unknown): string {
  const parsed = z.object({ item: z.string().optional(), statement: z.string().optional() }).safeParse(body);
  return (parsed.success ? (parsed.data.item ?? parsed.data.statement) : undefined) ?? "case";
}

/**
 * Refuses an act under the rule that nobody agreed to.
 *
 * @throws InquestError "case/second-person-needed" (reaction decision) with how to propose and second it.
 */
export function requireSecondPerson(
  rule: TwoPersons,
  kinds: readonly ProposableKind[],
  { kind, subject }: { readonly kind: ProposableKind; readonly subject: string },
): void {
  if (!kinds.includes(kind) || rule.find(kind, subject) !== null) return;
  const open = [...rule.proposals.values()].find(
    (each) => each.kind === kind && each.subject === subject && !each.isUsed,
  );
  const next =
    open === undefined
      ? `Propose it first: inquest propose ${kind} ${subject} --why "…".`
      : `${open.by} proposed it; another person must agree: inquest second ${open.id}.`;
  throw new InquestError({
    code: "case/second-person-needed",
    reaction: "decision",
    message: `This case asks for two people before ${kind}. ${next}`,
    evidence: { kind, subject, proposal: open?.id ?? null },
  });
}

/**
 * Refuses an agreement that would not count, before it is written.
 *
 * @throws InquestError "case/second-person" (reaction decision) saying why.
 */
export function requireAgreementCounts(
  rule: TwoPersons,
  proposalId: string,
  signer: { readonly actor: string; readonly device: string },
): Proposal {
  const proposal = rule.proposals.get(proposalId);
  if (proposal === undefined) {
    throw refused("not-found", `No proposal has the id ${proposalId}. inquest people lists them.`);
  }
  if (proposal.secondedBy !== null)
    throw refused("decision", `${proposal.secondedBy} has already agreed to it.`);
  if (proposal.by === signer.actor) {
    throw refused("decision", `${signer.actor} proposed it, and one person cannot be two.`);
  }
  if (!rule.isVouched(signer)) {
    throw refused(
      "decision",
      `Nobody vouched for the key of ${signer.actor}. Someone whose key counts says so first: inquest vouch ${signer.actor} ${signer.device}.`,
    );
  }
  return proposal;
}

function refused(reaction: "decision" | "not-found", message: string): InquestError {
  return new InquestError({ code: "case/second-person", reaction, message });
}
