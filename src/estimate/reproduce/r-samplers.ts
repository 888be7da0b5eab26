/** Models with chance in R: written from the papers, by other samplers than those of this room. */

/** Latent classes by plain Gibbs sampling, and the package LCMCR where it is installed. */
export const R_LATENT = String.raw`# Numbers unseen for draws of the chance of being on no list, under a prior 1/N that ends at 'most' (drawn again
# where it is passed).
draw_unseen <- function(missed, most) {
  unseen <- rnbinom(length(missed), size = n, prob = 1 - missed)
  for (again in 1:200) {
    beyond <- which(unseen > most)
    if (length(beyond) == 0) break
    unseen[beyond] <- rnbinom(length(beyond), size = n, prob = 1 - missed[beyond])
  }
  pmin(unseen, most)
}
# Median and interval from chains beside those of Inquest. Both are draws, so they agree within what chance allows:
# the error of this script is read from how its chains differ, that of Inquest from its effective draws.
compare_chance <- function(what, totals, inquest, low, high, bulk, tail) {
  widest <- 0
  one <- function(name, level, number, inquest_error) {
    each <- sapply(totals, quantile, level)
    here_error <- qt(0.9995, length(each) - 1) * sd(each) / sqrt(length(each))
    tolerance <- max(sqrt(here_error^2 + (3.3 * inquest_error)^2) / number, 0.002)
    widest <<- max(widest, tolerance)
    compare(paste0(what, name), mean(each), number, tolerance)
  }
  # A quantile q of draws has variance q (1 - q) / (draws density^2); the density as if each side were normal.
  down <- (inquest - low) / 1.96; up <- (high - inquest) / 1.96
  one(" (Monte Carlo)", 0.5, inquest, sqrt(pi / 2) * (down + up) / 2 / sqrt(bulk))
  far <- sqrt(0.025 * 0.975) / dnorm(1.96)
  one(", low (Monte Carlo)", 0.025, low, far * down / sqrt(tail))
  one(", high (Monte Carlo)", 0.975, high, far * up / sqrt(tail))
  widest
}
# Latent classes (Manrique-Vallier 2016) by Gibbs sampling: K classes, within which lists act independently.
lcmcr_chain <- function(K, most, sweeps, seed) {
  set.seed(seed)
  seen <- which(y > 0)
  w <- full[seen, , drop = FALSE]
  lambda <- matrix(rep(colSums(w * y[seen]) / n / 2, each = K), K) * runif(K * lists, 0.6, 1.4)
  nu <- 0.5^seq_len(K)
  alpha <- 0.3
  missed <- numeric(sweeps)
  for (sweep in -(sweeps %/% 2):sweeps) {
    chance <- exp(w %*% t(log(lambda)) + (1 - w) %*% t(log(1 - lambda))) * rep(nu, each = nrow(w))
    in_class <- t(sapply(seq_along(seen), function(i) rmultinom(1, y[seen[i]], chance[i, ])))
    none <- nu * exp(rowSums(log(1 - lambda)))
    p0 <- sum(none)
    unseen <- draw_unseen(p0, most)
    none_class <- as.vector(rmultinom(1, unseen, none))
    listed <- t(in_class) %*% w
    members <- colSums(in_class) + none_class
    lambda <- matrix(rbeta(K * lists, 1 + listed, 1 + members - listed), K)
    lambda <- pmin(pmax(lambda, 1e-12), 1 - 1e-12)
    after <- rev(cumsum(rev(members))) - members
    stick <- pmin(rbeta(K - 1, 1 + members[-K], alpha + after[-K]), 1 - 1e-12)
    log_rest <- cumsum(log(1 - stick))
    nu <- exp(c(log(stick), 0) + c(0, log_rest))
    alpha <- rgamma(1, 0.25 + K - 1, rate = 0.25 - log_rest[K - 1])
    if (sweep > 0) missed[sweep] <- sum(nu * exp(rowSums(log(1 - lambda))))
  }
  missed
}
lcmcr_draws <- NULL
lcmcr_tolerance <- Inf
lcmcr <- function(K, most, inquest, low, high, bulk, tail, sweeps, chains) {
  cat(sprintf("Latent classes: %d chains of %d sweeps, half as many before them; seeds 1 to %d\n", chains, sweeps, chains))
  missed <- lapply(seq_len(chains), function(chain) lcmcr_chain(K, most, sweeps, chain))
  totals <- lapply(missed, function(p) n + draw_unseen(p, most))
  lcmcr_draws <<- unlist(totals)
  lcmcr_tolerance <<- compare_chance("Latent classes", totals, inquest, low, high, bulk, tail)
  if (requireNamespace("LCMCR", quietly = TRUE)) {
    captures <- as.data.frame(lapply(as.data.frame(full[y > 0, ]), factor, levels = c(0, 1)))
    captures$Freq <- y[y > 0]
    try({
    sampler <- LCMCR::lcmCR(captures, tabular = TRUE, in_list_label = "1", not_in_list_label = "0",
      K = K, a_alpha = 0.25, b_alpha = 0.25, seed = 19481210, buffer_size = 10000, thinning = 100)
    drawn <- LCMCR::lcmCR_PostSampl(sampler, burnin = 10000, samples = 1000, thinning = 100)
    cat(sprintf("Package LCMCR: median %.0f, 95 %% %.0f to %.0f (one chain; Monte Carlo error applies)\n",
      median(drawn), quantile(drawn, 0.025), quantile(drawn, 0.975)))
    })
  } else cat("Package LCMCR is not installed; the sampler above is written from the paper.\n")
}
`;

/** Normal visibility by importance sampling. */
export const R_LOGIT_NORMAL = `# Lists act independently given the person, who is more or less visible by a normal amount: log odds a_j + s z.
# The posterior of a and s by importance sampling around its peak; N follows from the chance of being on no list.
logit_normal_draws <- NULL
logit_normal_tolerance <- Inf
logit_normal <- function(most, inquest, low, high, bulk, tail, draws) {
  set.seed(1)
  z <- seq(-5, 5, length.out = 31)
  weight <- dnorm(z) / sum(dnorm(z))
  seen <- which(y > 0)
  w <- full[seen, , drop = FALSE]
  chances <- function(theta) {
    p <- plogis(outer(theta[seq_len(lists)], theta[lists + 1] * z, "+"))
    on_log <- log(p); off_log <- log1p(-p)
    c(as.vector(exp(w %*% on_log + (1 - w) %*% off_log) %*% weight), sum(exp(colSums(off_log)) * weight))
  }
  # Priors: each list's chance for the middle person is uniform, s is half-normal with scale 2, N is 1/N up to 'most'.
  log_posterior <- function(theta) {
    if (theta[lists + 1] < 0 || theta[lists + 1] > 16) return(-Inf)
    chance <- chances(theta)
    p0 <- chance[length(chance)]
    value <- sum(dlogis(theta[seq_len(lists)], log = TRUE)) + dnorm(theta[lists + 1], 0, 2, log = TRUE) +
      sum(y[seen] * log(chance[-length(chance)])) - n * log1p(-p0) + pnbinom(most, n, 1 - p0, log.p = TRUE)
    if (is.finite(value)) value else -Inf
  }
  start <- c(qlogis((colSums(w * y[seen]) + 0.5) / (2 * n + 1)), 1)
  down <- function(theta) { value <- -log_posterior(theta); if (is.finite(value)) value else 1e10 }
  peak <- optim(start, down, control = list(maxit = 5000, reltol = 1e-12))
  peak <- optim(peak$par, down, control = list(maxit = 5000, reltol = 1e-12))
  shape <- optimHess(peak$par, down)
  eigen_shape <- eigen(shape, symmetric = TRUE)
  root <- eigen_shape$vectors %*% diag(1 / sqrt(pmax(eigen_shape$values, 0.05)))
  size_theta <- lists + 1
  freedom <- 4
  batches <- 8
  totals <- lapply(seq_len(batches), function(batch) {
    count <- ceiling(draws / batches)
    scaled <- matrix(rnorm(count * size_theta), count) / sqrt(rchisq(count, freedom) / freedom) * 1.3
    theta <- sweep(scaled %*% t(root), 2, peak$par, "+")
    proposed <- -(freedom + size_theta) / 2 * log1p(rowSums((scaled / 1.3)^2) / freedom)
    height <- apply(theta, 1, log_posterior)
    importance <- exp(height - proposed - max(height - proposed))
    picked <- sample(count, 20000, replace = TRUE, prob = importance)
    missed <- apply(theta[unique(picked), , drop = FALSE], 1, function(t) { c <- chances(t); c[length(c)] })
    n + draw_unseen(missed[match(picked, unique(picked))], most)
  })
  logit_normal_draws <<- unlist(totals)
  logit_normal_tolerance <<- compare_chance("Normal visibility", totals, inquest, low, high, bulk, tail)
}
`;

/** The pool of the members above. */
export const R_ENSEMBLE = `# Several models together: the median of their equal mixture, and the hull of their central 98 % intervals.
ensemble <- function(members, inquest, low, high) {
  from_grid <- function(levels) n + sapply(levels, function(level) grid_quantile(dga_posterior$grid, dga_posterior$masses, level))
  levels <- (seq_len(20000) - 0.5) / 20000
  draws <- list()
  tolerance <- 0.01
  ends <- NULL
  for (member in members) {
    if (member == "dga") {
      draws$dga <- from_grid(levels)
      ends <- rbind(ends, from_grid(c(0.01, 0.99)))
    } else {
      own <- if (member == "lcmcr") lcmcr_draws else logit_normal_draws
      tolerance <- max(tolerance, if (member == "lcmcr") lcmcr_tolerance else logit_normal_tolerance)
      draws[[member]] <- quantile(own, levels)
      ends <- rbind(ends, quantile(own, c(0.01, 0.99)))
    }
  }
  # The ends are farther quantiles than those compared above: their error is larger.
  compare("Several models together (Monte Carlo)", median(unlist(draws)), inquest, tolerance)
  compare("Several models together, low (Monte Carlo)", min(ends[, 1]), low, 1.5 * tolerance)
  compare("Several models together, high (Monte Carlo)", max(ends[, 2]), high, 1.5 * tolerance)
}
`;
