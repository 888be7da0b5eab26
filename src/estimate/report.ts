/** What an estimate says of a table: methods, warnings and refusals, as plain JSON data. */
import type { CaptureCell } from "./capture-table.ts";
import type { ChaoForm } from "./chao.ts";
import type { Interval } from "./log-normal-interval.ts";
import type { PairEstimate } from "./two-lists.ts";

/**
 * What the number of a method means.
 *
 * - `point estimate`: the method's best guess of N under its assumption.
 * - `lower bound`: N is at least about this, while lists do not avoid each other.
 * - `posterior median`: half of the posterior probability lies on either side; the interval is the central
 *   95 % credible interval.
 */
export type EstimateKind = "point estimate" | "lower bound" | "posterior median";

/** The table an estimate was made from, and the counts that methods read from it. */
export interface TableSummary {
  readonly lists: readonly string[];
  /** People counted at least once. */
  readonly n: number;
  /** Observed patterns, ascending, without empty ones; bit j set for people on list j. */
  readonly cells: readonly CaptureCell[];
  /** People on each list, in list order. */
  readonly listSizes: readonly number[];
  /** People on exactly k lists at index k − 1. */
  readonly seenOn: readonly number[];
  /** Chapman's estimate for every two lists: exploratory, never a headline. */
  readonly pairs: readonly PairEstimate[];
}

interface MethodEstimate<Name extends string, Settings> {
  readonly name: Name;
  /** People in all, counted and uncounted; not rounded. */
  readonly point: number;
  /** 95 % interval of the kind that `settings.interval` names; null when the method cannot give one. */
  readonly interval: Interval | null;
  readonly kind: EstimateKind;
  readonly settings: Settings;
}

export interface ChapmanSettings {
  /** What the method takes for granted, in the language asked for. */
  readonly assumption: string;
  readonly interval: "log-normal";
  readonly standardError: number;
  readonly wald: Interval;
  readonly lincolnPetersen: number | null;
}

export interface ChaoSettings {
  readonly assumption: string;
  readonly form: ChaoForm;
  readonly interval: "log-normal";
  /** The form of Chao (1987) beside it; null when nobody is on exactly two lists. */
  readonly uncorrected: { readonly point: number; readonly interval: Interval | null } | null;
  /** The bound that also allows for lists of unequal reach; null when it does not exist, its interval where it is n. */
  readonly unequalLists: { readonly point: number; readonly interval: Interval | null } | null;
}

/** One log-linear model in the list of those considered. */
export interface ModelLine {
  /** Generators by list number, `[123,14,34]`. */
  readonly model: string;
  /** The same generators by list name. */
  readonly generators: readonly (readonly string[])[];
  readonly point: number;
  readonly wald: Interval;
  readonly bic: number;
  readonly aic: number;
  readonly deviance: number;
  readonly degreesOfFreedom: number;
  /** Weight exp(−ΔBIC/2) among all models with a finite estimate. */
  readonly weight: number;
}

export interface LoglinearSettings {
  readonly assumption: string;
  readonly model: string;
  readonly generators: readonly (readonly string[])[];
  /** How the model was chosen: by BIC among those searched, or by whoever asked for it. */
  readonly criterion: "BIC" | "asked for";
  readonly bic: number;
  readonly weight: number;
  readonly interval: "multinomial profile likelihood";
  /** Where the profile is highest; null when the profile could not be followed. */
  readonly profileMode: number | null;
  readonly wald: Interval;
  /** How models were searched: every hierarchical one, or forward by pairs from main effects. */
  readonly search: "all hierarchical models" | "stepwise pairs";
  /** Largest interaction searched, in lists. */
  readonly maxOrder: number;
  readonly modelsConsidered: number;
  readonly modelsWithoutEstimate: number;
  /** All models with a finite estimate together, by their weights: median and 95 % interval of the mixture. */
  readonly modelAveraged: { readonly point: number; readonly interval: Interval };
  /** Best models by BIC, the reported one first. */
  readonly models: readonly ModelLine[];
  /** Another model beside it, chosen step by step, with its bootstrap interval; only when that was asked for. */
  readonly bootstrap?: BootstrapSettings;
}

export interface BootstrapSettings {
  /** The model that the stepwise search ends with; often not the one that BIC prefers, and then N differs too. */
  readonly model: string;
  readonly generators: readonly (readonly string[])[];
  readonly point: number;
  /** 95 %, bias-corrected and accelerated; null when too many replicates have no finite estimate. */
  readonly interval: Interval | null;
  /** The same model's multinomial profile interval, which takes the choice of the model for certain. */
  readonly profile: Interval | null;
  readonly replicates: number;
  readonly seed: number;
  /** One-sided probability below which a pair joins the model. */
  readonly threshold: number;
  readonly biasCorrection: number;
  readonly acceleration: number;
  /** Replicates whose search ended without a finite estimate; they count as infinitely large. */
  readonly withoutEstimate: number;
}

export interface DgaSettings {
  readonly assumption: string;
  readonly interval: "central credible";
  /** Prior count in each cell of the full table. */
  readonly delta: number;
  readonly priorN: "1/N";
  readonly graphsConsidered: number;
  /** Where the posterior is highest, to one grid step. */
  readonly mode: number;
  /** Largest number unseen on the grid, and the posterior probability of its upper half. */
  readonly largestUnseen: number;
  readonly tailMass: number;
  /** Graphs with the most posterior probability, best first; cliques by list name. */
  readonly graphs: readonly {
    readonly cliques: readonly (readonly string[])[];
    readonly probability: number;
  }[];
}

export interface LatentClassSettings {
  readonly assumption: string;
  readonly interval: "central credible";
  readonly priorN: "1/N";
  /** Classes at most; classes with anyone in them, on average. */
  readonly classCount: number;
  readonly classesOccupied: number;
  /** The prior of the number unseen ends here. */
  readonly largestUnseen: number;
  readonly seed: number;
  readonly chains: number;
  /** Draws kept of each chain. */
  readonly draws: number;
  readonly rHat: number;
  readonly bulkEss: number;
  readonly tailEss: number;
  /** Standard errors of the interval's ends that come of drawing, in people. */
  readonly endErrors: { readonly low: number; readonly high: number };
}

export interface LogitNormalSettings {
  readonly assumption: string;
  readonly interval: "central credible";
  readonly priorN: "1/N";
  /** Posterior median of the standard deviation of visibility, in log odds. */
  readonly spread: number;
  readonly largestUnseen: number;
  readonly seed: number;
  readonly chains: number;
  readonly draws: number;
  readonly rHat: number;
  readonly bulkEss: number;
  readonly tailEss: number;
  /** Standard errors of the interval's ends that come of drawing, in people. */
  readonly endErrors: { readonly low: number; readonly high: number };
}

export interface EnsembleSettings {
  readonly assumption: string;
  readonly interval: "hull of central 98 %";
  /** The models pooled, with their weights and their own answers. */
  readonly members: readonly {
    readonly name: MethodName;
    readonly weight: number;
    readonly point: number;
    readonly interval: Interval;
  }[];
  /** Models left out, and why: no number, or rejected by the counts. */
  readonly leftOut: readonly { readonly name: MethodName; readonly code: RefusalCode }[];
}

export type Estimate =
  | MethodEstimate<"chapman", ChapmanSettings>
  | MethodEstimate<"chao", ChaoSettings>
  | MethodEstimate<"loglinear", LoglinearSettings>
  | MethodEstimate<"dga", DgaSettings>
  | MethodEstimate<"lcmcr", LatentClassSettings>
  | MethodEstimate<"logitNormal", LogitNormalSettings>
  | MethodEstimate<"ensemble", EnsembleSettings>;

export type MethodName = Estimate["name"];

export type WarningCode =
  | "TWO_LISTS"
  | "ZERO_OVERLAP"
  | "LISTS_COPY_EACH_OTHER"
  | "HOSTILE_LISTS"
  | "STRATUM_TOO_SMALL"
  | "EMPTY_LIST"
  | "MLE_DOES_NOT_EXIST"
  | "NOT_IDENTIFIABLE"
  | "SINGLE_CELL_LEVERAGE"
  | "MODELS_DISAGREE"
  | "LISTS_UNEQUAL"
  | "LOWER_BOUND_ABOVE_ESTIMATE"
  | "POOR_FIT"
  | "PRIOR_DOMINATED"
  | "GRID_TAIL"
  | "CHAINS_DISAGREE"
  | "CLASSES_EXHAUSTED"
  | "BOOTSTRAP_UNBOUNDED"
  | "MODELS_MISSING"
  | "REFERRAL"
  | "LIST_WITH_ZERO_CATCHABILITY"
  | "OPEN_POPULATION"
  | "SCOPE_MISMATCH"
  | "DUPLICATES_UNRESOLVED"
  | "LINKAGE_UNCERTAIN"
  | "ESTIMATE_BELOW_DOCUMENTED_IN_ANOTHER_LIST";

export type RefusalCode =
  | "TWO_LIST_METHOD"
  | "MLE_DOES_NOT_EXIST"
  | "NOT_IDENTIFIABLE"
  | "NO_CONVERGENCE"
  | "NOTHING_SHARED"
  | "TOO_FEW_LISTS"
  | "TOO_MANY_LISTS"
  | "TOO_MANY_PEOPLE"
  | "GRID_TAIL"
  | "CHAINS_DISAGREE"
  | "TOO_FEW_MODELS";

export interface EstimateWarning {
  readonly code: WarningCode;
  /** One or two sentences in the language asked for: what was found, what it does to the number. */
  readonly text: string;
  /** Lists of the table that depend on each other, or seem to: joined into one they do no harm. */
  readonly join?: readonly string[];
  /** From what people know of the lists (`known`), which may change; the table says nothing of it. */
  readonly isKnown?: true;
}

export interface EstimateRefusal {
  readonly name: MethodName;
  readonly code: RefusalCode;
  /** Why there is no number, and what to do about it. */
  readonly text: string;
}

/**
 * Everything that is said about one table.
 *
 * `loglinear` can stand both in `methods` and in `refused`: refused is then the model that fits best but has
 * no finite estimate, reported is the best that has one.
 */
export interface EstimateReport {
  readonly table: TableSummary;
  readonly methods: readonly Estimate[];
  readonly warnings: readonly EstimateWarning[];
  readonly refused: readonly EstimateRefusal[];
}
