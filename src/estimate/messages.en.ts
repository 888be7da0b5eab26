/** What estimates say to people, in English. */

export const messagesEn = {
  "assumption.chapman":
    "The two lists were made independently, every person had the same chance to be on a list, nobody is listed twice and no match was missed.",
  "assumption.chao":
    "People may differ in how easily they are listed; given the person, lists act independently and reach equally far. Then the true number is at least about this.",
  "assumption.loglinear":
    "Every dependence between lists that the model leaves out is zero, above all the one between all lists at once; the counts cannot test this.",
  "assumption.dga":
    "The dependence between lists follows one of the decomposable graphs; the graphs are averaged by how well they predict the counts.",
  "assumption.lcmcr":
    "People fall into a few classes; within a class lists act independently, and everyone has some chance to be listed. No class was out of reach of every list.",
  "assumption.logitNormal":
    "Given the person, lists act independently; people differ in how visible they are by a normal amount, the same for every list. Nobody was out of reach of every list.",
  "assumption.ensemble":
    "One of the models pooled is nearly right; none is trusted more than another, because the counts cannot tell how each speaks of those never listed.",

  "warning.TWO_LISTS":
    "There are only two lists: every number here is exploratory. If one was made from the other, or they reached different people, the estimate is off by an amount that nothing in the counts shows. Find a third list.",
  "warning.ZERO_OVERLAP":
    "Nobody is on both {first} and {second}. Check that matches were not missed between them; a model that lets them avoid each other rests on that zero.",
  "warning.LISTS_COPY_EACH_OTHER":
    "{percent} % of {small} is also on {large}. If one was copied from the other, treat them as one list; otherwise the estimate is too low.",
  "warning.HOSTILE_LISTS":
    "{first} and {second} share fewer people than chance would give (odds ratio {ratio}). Lists that avoid each other push estimates up, and a lower bound is no longer safe.",
  "warning.STRATUM_TOO_SMALL":
    "Of the people counted, only {shared} stood on two lists or more. With fewer than {needed} the estimate depends on a handful of matches; join this group with another or gather more lists.",
  "warning.EMPTY_LIST": "Nobody in this table is on {list}; it was left out.",
  "warning.MLE_DOES_NOT_EXIST":
    "The data prefer log-linear models that give no finite number ({models}). The reported model fits less well; read it with great caution.",
  "warning.NOT_IDENTIFIABLE":
    "The data prefer log-linear models in which any number unseen fits equally well ({models}). The reported model fits less well; read it with great caution.",
  "warning.SINGLE_CELL_LEVERAGE":
    "Taking away one person (of those on {history} and no other list) would move the log-linear estimate from {before} to {after}.",
  "warning.SINGLE_CELL_LEVERAGE.lost":
    "Without one person (of those on {history} and no other list) the log-linear model would give no finite estimate.",
  "warning.MODELS_DISAGREE":
    "Log-linear models that the data can hardly tell apart give from {low} ({lowModel}) to {high} ({highModel}). Do not report one of them alone.",
  "warning.LOWER_BOUND_ABOVE_ESTIMATE":
    "The interval of Chao's lower bound begins at {bound}, above what {method} estimates ({estimate}). One of their assumptions fails: most often lists avoid each other.",
  "warning.LISTS_UNEQUAL":
    "The lists differ so much in reach that Chao's lower bound ({bound}) is not safe; with unequal lists allowed for, the bound is {safer}.",
  "warning.POOR_FIT":
    "The log-linear model reported, {model}, does not describe the counts (deviance {deviance} on {freedom} degrees of freedom). People probably differ in how easily they are listed: split the table into groups.",
  "warning.PRIOR_DOMINATED":
    "The dga estimate {point} [{low} … {high}] becomes {newPoint} [{newLow} … {newHigh}] when its prior counts are multiplied by {factor}: the prior decides, not the data.",
  "warning.PRIOR_DOMINATED.complete":
    "The counts give {percent} % to the graph in which all lists hang together. Under it they say nothing of those never listed, and that part of the dga interval is the prior's alone.",
  "warning.GRID_TAIL":
    "The dga posterior still holds {mass} of its probability at the end of its grid; its upper limit depends on where the grid ends.",
  "warning.ESTIMATE_BELOW_DOCUMENTED_IN_ANOTHER_LIST":
    "{name} documents {count} people, more than {method} estimates in all ({point}). The estimate, or the match between what the two speak of, is wrong.",
  "warning.GRID_TAIL.lcmcr":
    "The latent-class posterior holds {mass} of its probability near the largest number unseen that its prior allows ({largest}); its upper limit depends on that number.",
  "warning.GRID_TAIL.logitNormal":
    "The logit-normal posterior holds {mass} of its probability near the largest number unseen that its prior allows ({largest}); its upper limit depends on that number.",
  "warning.CHAINS_DISAGREE.few":
    "Chains of the latent-class sampler end in one place but give too few independent draws for an interval. More rounds will do.",
  "warning.CHAINS_DISAGREE":
    "Chains of the latent-class sampler end in different places, so it gives no number: its posterior probably has several peaks. Give it more rounds, or read the other methods.",
  "warning.CLASSES_EXHAUSTED":
    "In many draws each of the {classes} classes holds a good part of the people; allow more classes (--classes; in a case classes: under the estimate) and estimate again.",
  "warning.BOOTSTRAP_UNBOUNDED":
    "In {without} of {replicates} tables drawn anew the stepwise search ended without a finite estimate: more than an upper limit leaves out, so the bootstrap has no interval.",
  "warning.BOOTSTRAP_UNBOUNDED.table":
    "The stepwise search of this table ends without a finite estimate, so there is nothing to bootstrap.",
  "warning.MODELS_MISSING":
    "The ensemble pools {models} models without {names}, which gave no number; its interval spans fewer ways of being wrong than it should.",
  "warning.LISTS_COPY_EACH_OTHER.known":
    "{list} is known to draw on {from}. Join the two into one list and estimate again; otherwise the estimate is too low.",
  "warning.LISTS_COPY_EACH_OTHER.via":
    "{list} is known to draw on {from} by way of {via}. Join the two into one list and estimate again; otherwise the estimate is too low.",
  "warning.LISTS_COPY_EACH_OTHER.common":
    "{first} and {second} are known to draw both on {source}, which is none of the lists here. Whoever stands there stands on both: join the two into one list and estimate again; otherwise the estimate is too low.",
  "warning.REFERRAL":
    "People on {from} were referred to {list}, so the two share more people than chance would give. Join them, or the estimate is too low.",
  "warning.LIST_WITH_ZERO_CATCHABILITY":
    "No list could record {group}. They are missing from every estimate here, however wide its interval.",
  "warning.LIST_WITH_ZERO_CATCHABILITY.some":
    "{list} could not record {group}; others could. For them the estimate rests on the others alone, and holds only if these reach them as they reach everybody else. Estimate that group by itself, without {list}.",
  "warning.OPEN_POPULATION":
    "Lists speak of different times or places: {first} of {firstCovers}, {second} of {secondCovers}. People outside of one cannot be on it; cut the lists to what they share.",
  "warning.SCOPE_MISMATCH":
    "Lists mean different people: {first} lists {firstScope}, {second} lists {secondScope}. Use one definition before estimating.",
  "warning.DUPLICATES_UNRESOLVED":
    "{list} may hold people twice: up to {count} of its records wait for a decision whether they are somebody who stands on it already. Duplicates that are not joined push estimates up.",
  "warning.LINKAGE_UNCERTAIN":
    "{pairs} pairs of records wait for a decision whether they are one person. A match that is missed pushes estimates up, a false one pushes them down.",

  "refused.CHAINS_DISAGREE.few":
    "Chains of the sampler give {draws} effective draws and at least {least} are needed (R-hat {rHat}). There is no number until there are enough: give the sampler more rounds (--rounds; in a case rounds: under the estimate).",
  "refused.CHAINS_DISAGREE.logitNormal":
    "Chains of the sampler have not settled after the most rounds that it takes (R-hat {rHat}, at most {most} is sound; {draws} effective draws, at least {least} are needed). There is no number: split the table into groups, join lists, or read the other methods.",
  "refused.CHAINS_DISAGREE.ensemble":
    "The chains of {names} have not settled, and an interval without that model would span fewer ways of being wrong than it says. Give the sampler more rounds (--rounds; in a case rounds: under the estimate), or read the models one by one.",
  "refused.TOO_MANY_PEOPLE":
    "The table counts {n} people. Above {most} the sums over graphs lose the digits that would tell one number from another.",
  "refused.CHAINS_DISAGREE":
    "Chains of the sampler disagree (R-hat {rHat}, at most {most} is sound; {draws} effective draws, at least {least} are needed). There is no number until they agree: give the sampler more rounds (--rounds; in a case rounds: under the estimate).",
  "refused.TOO_FEW_MODELS":
    "An ensemble needs two models that give a number; {models} did. Read what each model was refused for.",
  "refused.TWO_LIST_METHOD":
    "Chapman's method is for exactly two lists; this table has {lists}. Those of every two lists are for exploring and not for reporting: inquest estimate --table with --diagnose or --plots gives them.",
  "refused.MLE_DOES_NOT_EXIST":
    "Model {model} fits best (BIC {bic}) but its likelihood has no maximum at a finite number unseen: too many patterns are empty. Join lists, or add one that overlaps with the others.",
  "refused.MLE_DOES_NOT_EXIST.asked":
    "The likelihood of model {model} has no maximum at a finite number unseen: too many patterns are empty. A program that prints a number for it prints where its iterations stopped. Join lists, add one that overlaps with the others, or let the search choose a model.",
  "refused.NOT_IDENTIFIABLE":
    "Any number unseen fits model {model} equally well. Ask for a model with fewer or smaller interactions, join lists, or let the search choose a model.",
  "refused.NOT_IDENTIFIABLE.dga":
    "The counts give {percent} % to the graph in which all lists hang together. Under it they say nothing of those never listed: the prior alone would make the number. Gather a further list, or read the log-linear models with what they take for granted.",
  "refused.NO_CONVERGENCE":
    "No log-linear fit converged. Check the counts for errors; please report the table.",
  "refused.NOTHING_SHARED":
    "Nobody is on more than one list, so nothing in the counts bears on how many are missing. Check the matching between lists, or add a list that overlaps.",
  "refused.TOO_FEW_LISTS":
    "This method needs at least {needed} lists; the table has {lists}. Add an independent list.",
  "refused.TOO_MANY_LISTS":
    "This method goes up to {most} lists; the table has {lists}. Join lists that come from one another and estimate again.",
  "refused.GRID_TAIL.ensemble":
    "The posterior of {names} reaches the end of its prior: the counts do not bound the number from above, and an ensemble would end where the prior does. Add a list that overlaps, join lists, or read the lower bound.",
  "refused.GRID_TAIL":
    "The posterior has no end: {mass} of its probability lies beyond {largest} unseen people. The data do not bound the number from above; add a list that overlaps, or join lists.",

  "reproduce.readme": `# These numbers, made again

\`table.csv\` holds {n} people by the lists they are on, one row for each capture history:

{lists}

\`reproduce.R\` makes the numbers of Inquest again in base R, without any package and without Inquest:

    Rscript reproduce.R

For each number it writes that of Inquest, its own, how far they lie apart as a share, and the tolerance:

- formulas (Chapman, Chao): 1e-9
- the log-linear model that was chosen, by glm: 1e-6; the limits of its profile likelihood, by refits: 1e-5
- decomposable graphs, from the formula of the posterior on the same grid: 1e-6
- latent classes, normal visibility and several models together (with each of its members, listed in the report or not) draw by
  chance, here with other samplers and other seeds than in Inquest: medians and both ends agree within the Monte Carlo error of
  both, which is computed from twelve independent runs here and from the effective draws of Inquest. A larger difference is
  DOES NOT AGREE, however large that error; a smaller one is CANNOT TELL where the error leaves more than 5 % open, as it often
  does at the ends of an interval. \`Rscript reproduce.R {sweeps}\` takes more sweeps; the error of Inquest's own draws remains.

Not in it: the search for the log-linear model, the bootstrap (\`--bootstrap\`), sums over groups and several linkages together
(each group and each linkage has a script of its own), and the diagnostics.

The script ends with exit code 1 when a number does not agree, with 2 when nothing could be judged, and otherwise with 0, also
where some numbers are CANNOT TELL. It does not check that an assumption holds: nothing in the counts can.
`,
} as const;

export type EstimateMessage = keyof typeof messagesEn;
