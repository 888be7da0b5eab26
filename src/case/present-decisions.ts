/** Consents and proposals as the faces show them. */
import type { Consent } from "../statements/index.ts";
import type { CaseConfig } from "./config.ts";
import type { ConsentsView, ConsentView, TwoPersonsView } from "./decision-views.ts";
import type { CaseState } from "./state.ts";

export function presentConsent({ id, giver, covers, scope, how, ...rest }: Consent): ConsentView {
  const { purposes = [], expires = null, on = null, withdrawn } = rest;
  return {
    id,
    giver,
    covers,
    scope,
    how,
    purposes,
    expires,
    on,
    withdrawn: withdrawn === null ? null : { why: withdrawn.why, on: withdrawn.on ?? null },
  };
}

export function presentConsents({ consents }: CaseState): ConsentsView {
  return { consents: consents.all().map(presentConsent) };
}

export function presentTwoPersons({ twoPersons }: CaseState, config: CaseConfig): TwoPersonsView {
  return {
    asksFor: config.twoPersons ?? [],
    keys: twoPersons.enrolled.map((key) => ({ ...key, counts: twoPersons.isVouched(key) })),
    proposals: [...twoPersons.proposals.values()].map(
      ({ id, kind, subject, why, by, secondedBy, isUsed }) => ({
        id,
        kind,
        subject,
        why,
        by,
        secondedBy,
        isUsed,
      }),
    ),
  };
}
