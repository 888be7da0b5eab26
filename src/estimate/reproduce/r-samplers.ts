/** Models with chance in R: written from the papers, by other samplers than those of this room. */

/** What both samplers share: the law of the number unseen, and how far two sets of draws may lie apart. */
export const R_CHANCE = `# Numbers unseen for draws of the chance of being on no list, where 'people' are seen, under a prior 1/N that ends at
# 'most' (drawn again where it is passed).
draw_unseen <- function(missed, most, people = n) {
  # Where the chance is next to 1 there is no such number; that is drawn again or set to the limit.
  law <- function(p) suppressWarnings(rnbinom(length(p), size = people, prob = 1 - p))
  unseen <- law(missed)
  for (again in 1:200) {
    beyond <- which(is.na(unseen) | unseen > most)
    if (length(beyond) == 0) break
    unseen[beyond] <- law(missed[beyond])
  }
  unseen[is.na(unseen)] <- most
  pmin(unseen, most)
}
# Log of how much of that law the limit leaves. Where the limit is far, the other tail underflows to none, which is meant,
# and R warns of it.
limit_mass <- function(missed, most, people) suppressWarnings(pnbinom(most, people, 1 - missed, log.p = TRUE))
# A quantile of draws, and how far that of Inquest may lie from it by chance, as a share. 'batches' are independent runs:
# the error here is that of the mean of their quantiles. The error of Inquest is that of a quantile of as many
# independent draws as its own are worth ('effective'); how steep the quantiles are is read from the draws here.
chance_of <- function(batches, level, effective) {
  each <- sapply(batches, quantile, level)
  here_error <- qt(0.9995, length(each) - 1) * sd(each) / sqrt(length(each))
  near <- min(level, 1 - level) / 2.5
  steep <- diff(quantile(unlist(batches), c(level - near, level + near))) / (2 * near)
  inquest_error <- qnorm(0.9995) * sqrt(level * (1 - level) / effective) * steep
  number <- mean(each)
  c(number, max(sqrt(here_error^2 + inquest_error^2) / number, 0.002))
}
chance_draws <- list()
chance_effective <- list()
compare_chance <- function(name, what, batches, inquest, low, high, bulk, tail) {
  chance_draws[[name]] <<- batches
  chance_effective[[name]] <<- c(bulk, tail)
  one <- function(end, level, number, effective) {
    found <- chance_of(batches, level, effective)
    compare(paste0(what, end, " (Monte Carlo)"), found[1], number, found[2])
  }
  one("", 0.5, inquest, bulk)
  one(", low", 0.025, low, tail)
  one(", high", 0.975, high, tail)
}
`;

/** Latent classes by data-annealed populations of Gibbs samplers, and the package LCMCR where it is installed. */
export const R_LATENT = String.raw`# Latent classes (Manrique-Vallier 2016): K classes, within which lists act independently. Many samplers start from the
# prior and are given the people of the table little by little; each time the samplers are drawn again by how well they
# foretold the new people (Chopin 2002, Biometrika 89), so that every peak has its share whether or not a single chain
# would find it, and then take Gibbs steps. They form batches that never mix: independent runs, whose differences are the
# error of this script.
lcmcr_batches <- function(K, most, sweeps, batches, size) {
  M <- batches * size
  batch <- rep(seq_len(batches), each = size)
  seen <- which(y > 0)
  w <- full[seen, , drop = FALSE]
  none <- length(seen) + 1
  rows <- rbind(w, 0)
  state <- list(log_alpha = pmax(log(rgamma(M, 1.25, rate = 0.25)) + log(runif(M)) / 0.25, -400))
  state$lambda <- lapply(seq_len(lists), function(j) matrix(runif(M * K), M))
  # Shares of classes from logs of V and of 1 - V; with a small alpha 1 - V is smaller than any number of a computer.
  shares <- function(log_v, log_rest) {
    before <- rep(0, M)
    nu <- matrix(0, M, K)
    for (k in seq_len(K - 1)) { nu[, k] <- exp(before + log_v[, k]); before <- before + log_rest[, k] }
    nu[, K] <- exp(before)
    nu
  }
  # V ~ Beta(1 + members, alpha + people behind), as two gammas, the second on the log scale.
  draw_shares <- function(log_alpha, members, behind) {
    a <- log(rgamma(M * (K - 1), 1 + members))
    shape <- exp(log_alpha) + behind
    b <- log(rgamma(M * (K - 1), shape + 1)) + log(runif(M * (K - 1))) / shape
    top <- pmax(a, b)
    both <- top + log(exp(a - top) + exp(b - top))
    shares(matrix(a - both, M), matrix(b - both, M))
  }
  zero <- matrix(0, M, K - 1)
  state$nu <- draw_shares(state$log_alpha, zero, zero)
  # For each history seen, and for that of none: share of the class times chance of the history in it.
  cells <- function(state) lapply(seq_len(none), function(i) {
    p <- state$nu
    for (j in seq_len(lists)) p <- p * (if (rows[i, j] == 1) state$lambda[[j]] else 1 - state$lambda[[j]])
    p
  })
  height <- function(p, counts) {
    people <- sum(counts)
    if (people == 0) return(rep(0, M))
    p0 <- pmin(p[, none], 1 - 1e-13)
    value <- -people * log1p(-p0) + limit_mass(p0, most, people)
    for (i in which(counts > 0)) value <- value + counts[i] * log(p[, i])
    ifelse(is.nan(value), -Inf, value)
  }
  gibbs <- function(state, counts) {
    parts <- cells(state)
    people <- sum(counts)
    members <- matrix(0, M, K)
    listed <- lapply(seq_len(lists), function(j) matrix(0, M, K))
    for (i in c(which(counts > 0), none)) {
      left <- if (i == none) draw_unseen(pmin(rowSums(parts[[none]]), 1 - 1e-13), most, people) else rep(counts[i], M)
      behind <- parts[[i]]
      for (k in (K - 1):1) behind[, k] <- behind[, k] + behind[, k + 1]
      for (k in seq_len(K)) {
        share <- if (k == K) rep(1, M) else parts[[i]][, k] / behind[, k]
        share[is.nan(share)] <- 0
        taken <- rbinom(M, left, pmin(share, 1))
        left <- left - taken
        members[, k] <- members[, k] + taken
        for (j in which(rows[i, ] == 1)) listed[[j]][, k] <- listed[[j]][, k] + taken
      }
    }
    for (j in seq_len(lists)) {
      drawn <- rbeta(M * K, 1 + listed[[j]], 1 + members - listed[[j]])
      state$lambda[[j]] <- matrix(pmin(pmax(drawn, 1e-12), 1 - 1e-12), M)
    }
    # alpha with the shares summed out, by two Metropolis steps on its logarithm.
    from <- members
    for (k in (K - 1):1) from[, k] <- from[, k] + from[, k + 1]
    density <- function(log_alpha) {
      alpha <- exp(log_alpha)
      value <- 0.25 * log_alpha - 0.25 * alpha + lgamma(alpha + from[, K]) - lgamma(alpha + from[, 1])
      for (k in seq_len(K - 1)) value <- value + log_alpha - log(alpha + from[, k])
      value
    }
    now <- density(state$log_alpha)
    for (reach in c(0.7, 3)) {
      proposal <- state$log_alpha + reach * rnorm(M)
      there <- ifelse(proposal < -400 | proposal > 30, -Inf, density(pmin(pmax(proposal, -400), 30)))
      moves <- log(runif(M)) < there - now
      state$log_alpha[moves] <- proposal[moves]
      now[moves] <- there[moves]
    }
    state$nu <- draw_shares(state$log_alpha, members[, -K], from[, -1])
    state
  }
  chances <- function(state) sapply(cells(state), rowSums)
  counts <- numeric(length(seen))
  share <- 0
  stages <- 0
  while (share < 1) {
    p <- chances(state)
    old <- height(p, counts)
    worth <- function(s) {
      gain <- height(p, round(s * y[seen])) - old
      weights <- exp(gain - max(gain))
      list(weights = weights, effective = sum(weights)^2 / sum(weights^2))
    }
    # As many more people as leave half of the samplers.
    next_share <- 1
    if (worth(1)$effective < 0.5 * M) {
      range <- c(share, 1)
      for (halving in 1:25) {
        middle <- mean(range)
        if (worth(middle)$effective < 0.5 * M) range[2] <- middle else range[1] <- middle
      }
      # At least one person more, however little they were foretold.
      next_share <- if (any(round(range[1] * y[seen]) != counts)) range[1] else range[2]
    }
    weights <- worth(next_share)$weights
    chosen <- unlist(lapply(seq_len(batches), function(b) {
      own <- which(batch == b)
      at <- (runif(1) + seq_along(own) - 1) / length(own)
      own[findInterval(at, cumsum(weights[own]) / sum(weights[own]), left.open = TRUE) + 1]
    }))
    state <- list(log_alpha = state$log_alpha[chosen], nu = state$nu[chosen, ], lambda = lapply(state$lambda, function(l) l[chosen, ]))
    share <- next_share
    counts <- round(share * y[seen])
    stages <- stages + 1
    for (step in 1:10) state <- gibbs(state, counts)
  }
  kept <- list()
  for (sweep in seq_len(sweeps)) {
    state <- gibbs(state, counts)
    if (sweep > sweeps / 4 && sweep %% 5 == 0) kept[[length(kept) + 1]] <- rowSums(cells(state)[[none]])
  }
  cat("People were added in", stages, "steps\n")
  missed <- pmin(do.call(cbind, kept), 1 - 1e-13)
  lapply(seq_len(batches), function(b) n + draw_unseen(as.vector(missed[batch == b, ]), most))
}
lcmcr <- function(K, most, inquest, low, high, bulk, tail, sweeps, batches, size) {
  cat(sprintf("Latent classes: %d batches of %d samplers, %d sweeps at the end; seed 1\n", batches, size, sweeps))
  set.seed(1)
  totals <- lcmcr_batches(K, most, sweeps, batches, size)
  compare_chance("lcmcr", "Latent classes", totals, inquest, low, high, bulk, tail)
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

/** Normal visibility by populations of Metropolis walkers. */
export const R_LOGIT_NORMAL = String.raw`# Lists act independently given the person, who is more or less visible by a normal amount: log odds a_j + s z.
# Random-walk Metropolis by walkers from far starts: each steps along the difference of two walkers of the other half of
# its batch (ter Braak 2006, Statistics and Computing 16), which takes the shape of the posterior whatever it is.
# N follows from the chance of being on no list.
logit_normal <- function(most, inquest, low, high, bulk, tail, steps, batches, size, before = 800) {
  cat(sprintf("Normal visibility: %d batches of %d walkers, %d steps before and %d kept; seed 1\n", batches, size, before, steps))
  set.seed(1)
  z <- seq(-5, 5, length.out = 31)
  weight <- dnorm(z) / sum(dnorm(z))
  seen <- which(y > 0)
  w <- rbind(full[seen, , drop = FALSE], 0)
  d <- lists + 1
  # One row for each walker: the chances of the histories seen, and of none.
  chances <- function(theta) {
    logit <- sapply(seq_len(lists), function(j) as.vector(outer(z, theta[, d]) + rep(theta[, j], each = length(z))))
    cells <- exp(rowSums(plogis(logit, lower.tail = FALSE, log.p = TRUE)) + logit %*% t(w))
    dim(cells) <- c(length(z), nrow(theta) * nrow(w))
    matrix(weight %*% cells, nrow(theta))
  }
  # Priors: each list's chance for the middle person is uniform, s is half-normal with scale 2, N is 1/N up to 'most'.
  height <- function(theta) {
    p <- chances(theta)
    p0 <- pmin(p[, nrow(w)], 1 - 1e-13)
    value <- rowSums(dlogis(theta[, seq_len(lists), drop = FALSE], log = TRUE)) + dnorm(theta[, d], 0, 2, log = TRUE) +
      as.vector(log(p[, seq_along(seen), drop = FALSE]) %*% y[seen]) - n * log1p(-p0) + limit_mass(p0, most, n)
    list(value = ifelse(is.nan(value) | theta[, d] < 0 | theta[, d] > 16, -Inf, value), missed = p0)
  }
  M <- batches * size
  batch <- rep(seq_len(batches), each = size)
  start <- qlogis((colSums(full[seen, , drop = FALSE] * y[seen]) + 0.5) / (2 * n + 1))
  theta <- cbind(sapply(seq_len(lists), function(j) start[j] - 1 + 1.5 * rnorm(M)), abs(2 * rnorm(M)))
  now <- height(theta)
  halves <- split(seq_len(M), (seq_len(M) - 1) %% 2)
  kept <- list()
  for (step in (1 - before):steps) {
    # Before anything is kept: a walker that is still lost far below its batch takes the place of another.
    if (step == -before / 2 || step == -before / 4) for (b in seq_len(batches)) {
      own <- which(batch == b)
      lost <- own[now$value[own] < median(now$value[own]) - 4 * d]
      instead <- sample(setdiff(own, lost), length(lost), replace = TRUE)
      theta[lost, ] <- theta[instead, ]
      now$value[lost] <- now$value[instead]
      now$missed[lost] <- now$missed[instead]
    }
    for (h in 1:2) {
      own <- halves[[h]]
      others <- matrix(halves[[3 - h]], size / 2)
      first <- sample.int(size / 2, length(own), replace = TRUE)
      second <- (first + sample.int(size / 2 - 1, length(own), replace = TRUE) - 1) %% (size / 2) + 1
      reach <- ifelse(runif(length(own)) < 0.1, 1, 2.38 / sqrt(2 * d) * exp(0.5 * rnorm(length(own))))
      proposal <- theta[own, ] + reach * (theta[others[cbind(first, batch[own])], ] - theta[others[cbind(second, batch[own])], ]) +
        1e-4 * rnorm(length(own) * d)
      there <- height(proposal)
      moves <- log(runif(length(own))) < there$value - now$value[own]
      moves[is.na(moves)] <- FALSE
      theta[own[moves], ] <- proposal[moves, ]
      now$value[own[moves]] <- there$value[moves]
      now$missed[own[moves]] <- there$missed[moves]
    }
    if (step > 0 && step %% 10 == 0) kept[[length(kept) + 1]] <- now$missed
  }
  missed <- do.call(cbind, kept)
  totals <- lapply(seq_len(batches), function(b) n + draw_unseen(as.vector(missed[batch == b, ]), most))
  compare_chance("logitNormal", "Normal visibility", totals, inquest, low, high, bulk, tail)
}
`;

/** The pool of the members above. */
export const R_ENSEMBLE = `# Several models together: the median of their equal mixture, and the hull of their central 98 % intervals. What may
# lie apart by chance is that of the members; an end has the error of those members that may reach it.
ensemble <- function(members, inquest, low, high) {
  from_grid <- function(levels) n + sapply(levels, function(level) grid_quantile(dga_posterior$grid, dga_posterior$masses, level))
  levels <- (seq_len(20000) - 0.5) / 20000
  drawn <- setdiff(members, "dga")
  pooled <- unlist(lapply(members, function(m) if (m == "dga") from_grid(levels) else quantile(unlist(chance_draws[[m]]), levels)))
  middle <- max(1e-6, sapply(drawn, function(m) chance_of(chance_draws[[m]], 0.5, chance_effective[[m]][1])[2]))
  compare("Several models together (Monte Carlo)", median(pooled), inquest, middle)
  end <- function(what, level, number) {
    each <- sapply(members, function(m) if (m == "dga") c(from_grid(level), 1e-6) else chance_of(chance_draws[[m]], level, chance_effective[[m]][2]))
    side <- if (level < 0.5) 1 else -1
    here <- side * min(side * each[1, ])
    reach <- side * each[1, ] - each[1, ] * each[2, ] <= side * here + 1e-9 * here
    compare(paste0("Several models together, ", what, " (Monte Carlo)"), here, number, max(each[2, reach]))
  }
  end("low", 0.01, low)
  end("high", 0.99, high)
}
`;
