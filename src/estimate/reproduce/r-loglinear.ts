/** The log-linear model in R: glm, and the profile likelihood by refits. */

/** Fit, BIC and profile interval of the model that was chosen. */
export const R_LOGLINEAR = `# The log-linear model that Inquest chose, fitted by glm to all histories. Interactions without anyone on all their
# lists are taken out with the histories that hold them (extended maximum likelihood).
loglinear <- function(interactions, inquest, bic, low, high) {
  holds <- function(set) rowSums(full[, set, drop = FALSE]) == length(set)
  empty <- Filter(function(set) sum(y[holds(set)]) == 0, interactions)
  kept <- rep(TRUE, length(y))
  for (set in empty) kept <- kept & !holds(set)
  live <- Filter(function(set) sum(y[holds(set)]) > 0, interactions)
  columns <- function(rows) {
    x <- cbind(1, rows)
    for (set in live) x <- cbind(x, as.numeric(rowSums(rows[, set, drop = FALSE]) == length(set)))
    x
  }
  strict <- list(epsilon = 1e-14, maxit = 500, trace = FALSE)
  fit <- suppressWarnings(glm.fit(columns(full[kept, ]), y[kept], family = poisson(), control = strict))
  alpha <- unname(fit$coefficients[1])
  compare("Log-linear", n + exp(alpha), inquest, 1e-6)
  likelihood <- sum(dpois(y[kept], fit$fitted.values, log = TRUE))
  parameters <- 1 + lists + length(interactions)
  compare("Log-linear, BIC", parameters * log(n) - 2 * likelihood, bic, 1e-6)
  if (is.na(low)) return(invisible())
  # Profile likelihood: every number unseen in turn stands as a count of its own.
  x <- columns(rbind(0, full[kept, ]))
  height <- function(unseen) {
    all <- c(unseen, y[kept])
    # Counts that are not whole are meant: the number unseen is a continuous parameter here.
    full_fit <- suppressWarnings(glm.fit(x, all, family = poisson(), control = strict))
    p <- full_fit$fitted.values / sum(full_fit$fitted.values)
    lgamma(n + unseen + 1) - lgamma(unseen + 1) + sum(ifelse(all > 0, all * log(p), 0))
  }
  log_height <- function(log_unseen) height(exp(log_unseen))
  peak <- optimize(log_height, c(alpha - 3, alpha + 3), maximum = TRUE, tol = 1e-10)
  drop <- function(log_unseen) log_height(log_unseen) - peak$objective + qchisq(0.95, 1) / 2
  ends <- c(peak$maximum - 0.05, peak$maximum + 0.05)
  while (drop(ends[1]) > 0 && ends[1] > -14) ends[1] <- ends[1] - 0.5
  while (drop(ends[2]) > 0 && ends[2] < peak$maximum + 40) ends[2] <- ends[2] + 0.5
  below <- if (drop(ends[1]) > 0) 0 else exp(uniroot(drop, c(ends[1], peak$maximum), tol = 1e-11)$root)
  above <- exp(uniroot(drop, c(peak$maximum, ends[2]), tol = 1e-11)$root)
  compare("Log-linear, profile low", n + below, low, 1e-5)
  compare("Log-linear, profile high", n + above, high, 1e-5)
}
`;
