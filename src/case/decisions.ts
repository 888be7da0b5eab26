/** What people decided about statements, offices and sites: consent, status, continuity, publication, release, findings. */
import type { Finding } from "../findings/index.ts";
import type { ContinuityOf } from "../registry/index.ts";
import {
  ConsentRecorded,
  type Consents,
  ConsentWithdrawn,
  type CurrentStatus,
  createConsents,
  createGrades,
  type Grades,
  SourceGraded,
  StatementGraded,
  type StatementStatus,
  StatusSet,
  type SubjectId,
  UNREAD,
} from "../statements/index.ts";
import type { Content, SealedRef } from "../vault/index.ts";
import {
  AllegationReleased,
  AllegationRestricted,
  ContinuityDecided as ContinuityBody,
  type ContinuityDecided,
  FindingRecorded,
} from "./act-bodies.ts";
import { createJudgements, type Judgements } from "./judgements.ts";
import { createProvenances, type Provenances } from "./list-provenance.ts";
import { createMentions, MentionResolved, type Mentions } from "./mentions.ts";
import { createVisibilities, VISIBILITY_SET, type Visibilities, VisibilitySet } from "./person-visibility.ts";
import { PublicationDecided } from "./publication.ts";
import { RELEASE_PUBLISHED, ReleasePublished } from "./published-releases.ts";
import { readBody } from "./read-body.ts";
import { SOURCE_ACCESS_SET, SourceAccessSet } from "./source-access.ts";
import { IDENTITY_SEALED, IdentitySealed } from "./speaker-identity.ts";
import type { AppliedAct, Recorded } from "./state.ts";

export interface Decisions {
  /** Whether a time in office was unbroken, where a person decided it. */
  readonly continuityOf: ContinuityOf;
  /** What was decided last about telling where a site lies. */
  publicationOf(site: SubjectId): PublicationDecided | undefined;
  /** What the keepers hold to be established: of each id the one recorded last. */
  readonly findings: ReadonlyMap<string, Recorded<Finding>>;
  /** Who agreed to what, and who took it back. */
  readonly consents: Consents;
  /** Who the mentions are, where somebody decided it. */
  readonly mentions: Mentions;
  /** What reviewers said of pairs of list records. */
  readonly judgements: Judgements;
  /** Where lists come from, as people say. */
  readonly provenances: Provenances;
  /** Releases that left the case, in order. */
  readonly published: readonly Recorded<ReleasePublished>[];
  /** Of whom it is sealed who they are: speakers, with everything that was sealed of that, the newest last. */
  readonly identities: ReadonlyMap<SubjectId, readonly SealedRef[]>;
  /** For whom sources are, where somebody said so. */
  readonly sourceAccess: ReadonlyMap<string, SourceAccessSet>;
  /** How much of a person may be shown outside. */
  readonly visibilities: Visibilities;
  /** What people think of sources and statements; no answer is computed from it. */
  readonly grades: Grades;
  /** The release of an allegation that stands; undefined while it is restricted. */
  allegationRelease(statement: string): Recorded<AllegationReleased> | undefined;
  /** How far the recorders have come with a statement. */
  statusOf(statement: string): CurrentStatus;
  /** Ids of the statements of which a status was set, with the last one: also of those that are shown no more. */
  statusesSet(): Iterable<readonly [id: string, status: StatementStatus]>;
}

export interface NamedContent {
  readonly content: Content;
  readonly neededBy: string;
}

export interface DecisionState extends Decisions {
  /**
   * Follows an act; does nothing for one that is no decision.
   *
   * @returns sealed content that it names, and what needs it.
   * @throws InquestError "case/act-body".
   */
  apply(act: AppliedAct, leafIndex: number): readonly NamedContent[];
}

export function createDecisions(): DecisionState {
  const continuity = new Map<string, ContinuityDecided>();
  const publications = new Map<SubjectId, PublicationDecided>();
  const findings = new Map<string, Recorded<Finding>>();
  const consents = createConsents();
  const mentions = createMentions();
  const judgements = createJudgements();
  const grades = createGrades();
  const identities = new Map<SubjectId, readonly SealedRef[]>();
  const sourceAccess = new Map<string, SourceAccessSet>();
  const published: Recorded<ReleasePublished>[] = [];
  const visibilities = createVisibilities((id) => {
    const consent = consents.find(id);
    return consent === undefined || consent.withdrawn !== null || consents.isOver(consent);
  });
  const provenances = createProvenances();
  const released = new Map<string, Recorded<AllegationReleased>>();
  const statuses = new Map<string, CurrentStatus>();
  return {
    continuityOf: (office, person) => continuity.get(`${office} ${person}`),
    publicationOf: (site) => publications.get(site),
    findings,
    consents,
    mentions,
    judgements,
    grades,
    published,
    identities,
    sourceAccess,
    visibilities,
    provenances,
    allegationRelease: (id) => released.get(id),
    statusOf: (id) => statuses.get(id) ?? UNREAD,
    *statusesSet() {
      for (const [id, { status }] of statuses) yield [id, status];
    },
    apply(act, leafIndex) {
      if (judgements.apply(act, leafIndex) || provenances.apply(act, leafIndex)) return [];
      const { kind, at, actor, body } = act;
      switch (kind) {
        case "posting.continuity-decided": {
          const value = readBody(ContinuityBody, body, kind, leafIndex);
          continuity.set(`${value.office} ${value.person}`, value);
          break;
        }
        case "site.publication-decided": {
          const value = readBody(PublicationDecided, body, kind, leafIndex);
          publications.set(value.site, value);
          break;
        }
        case "finding.recorded": {
          const { finding } = readBody(FindingRecorded, body, kind, leafIndex);
          findings.set(finding.id, { value: finding, leafIndex, at });
          break;
        }
        case "consent.recorded":
          consents.record(readBody(ConsentRecorded, body, kind, leafIndex));
          break;
        case "consent.withdrawn":
          consents.withdraw(readBody(ConsentWithdrawn, body, kind, leafIndex));
          break;
        case "allegation.released": {
          const value = readBody(AllegationReleased, body, kind, leafIndex);
          released.set(value.statement, { value, leafIndex, at });
          break;
        }
        case "allegation.restricted":
          released.delete(readBody(AllegationRestricted, body, kind, leafIndex).statement);
          break;
        case "statement.status-set": {
          const { statement, status, reason = null } = readBody(StatusSet, body, kind, leafIndex);
          statuses.set(statement, { status, reason, by: actor });
          break;
        }
        case RELEASE_PUBLISHED: {
          const value = readBody(ReleasePublished, body, kind, leafIndex);
          published.push({ value, leafIndex, at });
          return [
            ...named(value.inventory, "what a release held"),
            ...named(value.memorial?.pages, "the addresses of a memorial"),
          ];
        }
        case SOURCE_ACCESS_SET: {
          const value = readBody(SourceAccessSet, body, kind, leafIndex);
          sourceAccess.set(value.source, value);
          break;
        }
        case IDENTITY_SEALED: {
          const { speaker, identity } = readBody(IdentitySealed, body, kind, leafIndex);
          identities.set(speaker, [...(identities.get(speaker) ?? []), identity]);
          return named(identity, `who ${speaker} is`);
        }
        case VISIBILITY_SET:
          visibilities.set(readBody(VisibilitySet, body, kind, leafIndex), leafIndex, { by: actor, at });
          break;
        case "mention.resolved":
          mentions.resolve({ ...readBody(MentionResolved, body, kind, leafIndex), by: actor, at });
          break;
        case "source.graded":
          grades.gradeSource({ ...readBody(SourceGraded, body, kind, leafIndex), by: actor, at });
          break;
        case "statement.graded":
          grades.gradeStatement({ ...readBody(StatementGraded, body, kind, leafIndex), by: actor, at });
          break;
        default:
          break;
      }
      return [];
    },
  };
}

function named(content: Content | undefined, neededBy: string): NamedContent[] {
  return content === undefined ? [] : [{ content, neededBy }];
}
