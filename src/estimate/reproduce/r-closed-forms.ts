/** The frame of the script for R, and the methods that are formulas. */

/** Reads the table, and says of each number whether it agrees. */
export const R_HEAD = String.raw`# Read the table: one row for each capture history, 1 where its people are on the list, and how many they are.
table <- read.csv("table.csv")
lists <- ncol(table) - 1
on <- as.matrix(table[, seq_len(lists)])
counts <- table$count
n <- sum(counts)

# All 2^J - 1 histories that can be seen, those without people included; the history of list j is 2^(j - 1).
histories <- seq_len(2^lists - 1)
full <- sapply(seq_len(lists), function(j) (histories %/% 2^(j - 1)) %% 2)
y <- numeric(length(histories))
for (i in seq_along(counts)) {
  at <- sum(on[i, ] * 2^(seq_len(lists) - 1))
  y[at] <- y[at] + counts[i]
}
size <- rowSums(full)

results <- data.frame()
# One number of Inquest beside that of this script. The tolerance is relative. A difference beyond it is one, whatever
# its size; where chance leaves more than 5 % open, a difference within it does not show that they agree.
compare <- function(what, here, inquest, tolerance) {
  difference <- abs(here - inquest) / max(1, abs(inquest))
  verdict <- if (!is.finite(difference) || !is.finite(tolerance) || difference > tolerance) "DOES NOT AGREE"
    else if (tolerance > 0.05) "CANNOT TELL" else "agrees"
  results <<- rbind(results, data.frame(what = what, verdict = verdict))
  cat(sprintf("%-50s Inquest %15.6f   R %15.6f   difference %8.1e   tolerance %8.1e   %s\n",
    what, inquest, here, difference, tolerance, verdict))
}
# A 95 % interval that is log-normal in the number unseen (Chao 1987).
log_normal <- function(unseen, variance) {
  spread <- exp(qnorm(0.975) * sqrt(log(1 + variance / unseen^2)))
  c(n + unseen / spread, n + unseen * spread)
}
cat("People counted:", n, "on", lists, "lists\n\n")
`;

/** Chapman (1951), two lists. */
export const R_CHAPMAN = `# Chapman (1951), with the variance of Seber (1970).
chapman <- function(inquest, low, high) {
  a <- sum(y[full[, 1] == 1]); b <- sum(y[full[, 2] == 1]); m <- sum(y[full[, 1] == 1 & full[, 2] == 1])
  point <- (a + 1) * (b + 1) / (m + 1) - 1
  variance <- (a + 1) * (b + 1) * (a - m) * (b - m) / ((m + 1)^2 * (m + 2))
  compare("Chapman", point, inquest, 1e-9)
  if (!is.na(low)) {
    interval <- log_normal(point - n, variance)
    compare("Chapman, low", interval[1], low, 1e-9)
    compare("Chapman, high", interval[2], high, 1e-9)
  }
}
`;

/** Chao's lower bound. */
export const R_CHAO = `# Chao's lower bound, bias-corrected, with the factor (J - 1)/J of J lists.
chao <- function(inquest, low, high) {
  once <- sum(y[size == 1]); twice <- sum(y[size == 2])
  f <- (lists - 1) / lists
  unseen <- f * once * (once - 1) / (2 * (twice + 1))
  compare("Chao, lower bound", n + unseen, inquest, 1e-9)
  common <- f * once * (once - 1) / (2 * (twice + 1)) + f^2 * once * (2 * once - 1)^2 / (4 * (twice + 1)^2)
  variance <- if (twice > 0) common + f^2 * once^2 * twice * (once - 1)^2 / (4 * (twice + 1)^4)
    else common - f^2 * once^4 / (4 * (n + unseen))
  if (!is.na(low)) {
    interval <- log_normal(unseen, variance)
    compare("Chao, low", interval[1], low, 1e-9)
    compare("Chao, high", interval[2], high, 1e-9)
  }
}
`;

/** The verdict; a script that finds a difference ends with exit code 1, one that could judge nothing with 2. */
export const R_FOOT = String.raw`cat("\n")
open_ones <- results$what[results$verdict == "CANNOT TELL"]
if (length(open_ones) > 0) cat("Chance leaves open:", paste(open_ones, collapse = "; "),
  "\nMore sweeps here (Rscript reproduce.R 2000) leave less, but not less than the draws of Inquest do.\n")
failed <- results$what[results$verdict == "DOES NOT AGREE"]
if (length(failed) > 0) {
  cat("DOES NOT AGREE:", paste(failed, collapse = "; "), "\n")
  quit(status = 1)
}
if (nrow(results) == length(open_ones)) {
  cat("NOTHING COULD BE JUDGED\n")
  quit(status = 2)
}
cat(sum(results$verdict == "agrees"), "of", nrow(results), "numbers agree within their tolerance.\n")
`;
