/** Decomposable graphs in R, from the formula of the posterior alone. */

/** Graphs, grid and posterior. */
export const R_GRAPHS = String.raw`# Decomposable graphs (Madigan & York 1997): every graph on the lists, its cliques and separators by elimination.
decomposable_graphs <- function() {
  pairs <- t(combn(lists, 2))
  graphs <- list()
  for (chosen in 0:(2^nrow(pairs) - 1)) {
    near <- matrix(FALSE, lists, lists)
    for (k in seq_len(nrow(pairs))) if ((chosen %/% 2^(k - 1)) %% 2 == 1) {
      near[pairs[k, 1], pairs[k, 2]] <- TRUE
      near[pairs[k, 2], pairs[k, 1]] <- TRUE
    }
    left <- rep(TRUE, lists)
    factors <- numeric(2^lists)
    components <- 0
    while (any(left)) {
      taken <- 0
      for (v in which(left)) {
        around <- which(near[v, ] & left)
        if (length(around) < 2 || all(near[around, around] | diag(length(around)) == 1)) { taken <- v; break }
      }
      if (taken == 0) break
      around <- which(near[taken, ] & left)
      family <- sum(2^(c(taken, around) - 1))
      factors[family + 1] <- factors[family + 1] + 1
      if (length(around) == 0) components <- components + 1
      else factors[sum(2^(around - 1)) + 1] <- factors[sum(2^(around - 1)) + 1] - 1
      left[taken] <- FALSE
    }
    if (!any(left)) graphs[[length(graphs) + 1]] <- list(factors = factors, components = components)
  }
  graphs
}
# The numbers unseen on which the posterior is summed: one by one at first, then in steps of a share of themselves;
# a point stands for the whole numbers between it and its neighbours, as on a straight line.
unseen_grid <- function(most, share, tail_from, tail_share) {
  points <- numeric(1e6)
  k <- 1
  while (points[k] < most) {
    step <- if (points[k] >= tail_from) max(share, tail_share) else share
    points[k + 1] <- min(most, points[k] + max(1, floor(points[k] * step)))
    k <- k + 1
  }
  points <- points[seq_len(k)]
  steps <- diff(points)
  list(points = points, weights = c(1, (steps + 1) / 2) + c((steps - 1) / 2, 0))
}
grid_quantile <- function(grid, masses, level) {
  k <- which(cumsum(masses) >= level)[1]
  below <- sum(masses[seq_len(k - 1)])
  if (grid$weights[k] <= 1) return(grid$points[k])
  grid$points[k] + grid$weights[k] * ((level - below) / masses[k] - 0.5)
}
dga_posterior <- NULL
dga <- function(delta, most, share, tail_from, tail_share, inquest, low, high) {
  grid <- unseen_grid(most, share, tail_from, tail_share)
  unseen <- grid$points
  # h_B: log of the hyper-Dirichlet normaliser of margin B, in which only the empty cell holds the unseen.
  margin <- vector("list", 2^lists)
  for (b in seq_len(2^lists - 1)) {
    inside <- which((b %/% 2^(seq_len(lists) - 1)) %% 2 == 1)
    prior <- delta * 2^(lists - length(inside))
    key <- as.vector(full[, inside, drop = FALSE] %*% 2^(seq_along(inside) - 1))
    cells <- sapply(0:(2^length(inside) - 1), function(cell) sum(y[key == cell]))
    margin[[b + 1]] <- sum(lgamma(cells[-1] + prior)) - 2^length(inside) * lgamma(prior) + lgamma(cells[1] + unseen + prior)
  }
  graphs <- decomposable_graphs()
  cat("Decomposable graphs:", length(graphs), "; points of the grid:", length(unseen), "\n")
  shared <- lgamma(n + unseen + 1) - lgamma(unseen + 1) - log(n + unseen) + log(grid$weights)
  whole <- delta * 2^lists
  per_component <- lgamma(whole) - lgamma(n + unseen + whole)
  total <- rep(-Inf, length(unseen))
  for (g in graphs) {
    height <- shared + g$components * per_component
    for (b in which(g$factors != 0)) height <- height + g$factors[b] * margin[[b]]
    top <- pmax(total, height)
    total <- top + log(exp(total - top) + exp(height - top))
  }
  masses <- exp(total - max(total))
  masses <- masses / sum(masses)
  dga_posterior <<- list(grid = grid, masses = masses)
  compare("Decomposable graphs", n + grid_quantile(grid, masses, 0.5), inquest, 1e-6)
  compare("Decomposable graphs, low", n + grid_quantile(grid, masses, 0.025), low, 1e-6)
  compare("Decomposable graphs, high", n + grid_quantile(grid, masses, 0.975), high, 1e-6)
}
`;
