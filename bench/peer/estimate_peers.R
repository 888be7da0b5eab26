# Times one method of a package for R on one table, where the package is installed.
# Rscript estimate_peers.R lcmcr|dga|sparsemse|rcapture table.csv
# Prints "package version seconds" (CPU seconds of this process), or "package absent".
args <- commandArgs(trailingOnly = TRUE)
packages <- c(lcmcr = "LCMCR", dga = "dga", sparsemse = "SparseMSE", rcapture = "Rcapture")
package <- packages[[args[1]]]
if (!requireNamespace(package, quietly = TRUE)) {
  cat(package, "absent\n")
  quit(save = "no")
}
table <- read.csv(args[2], check.names = FALSE)
lists <- setdiff(names(table), "count")

# The counts as an array of one dimension for each list, 1 for those not on it and 2 for those on it.
as_array <- function() {
  cells <- array(0, dim = rep(2, length(lists)))
  for (row in seq_len(nrow(table))) {
    cells[t(as.integer(table[row, lists]) + 1)] <- table$count[row]
  }
  cells
}

work <- list(
  # 10,000 sweeps thrown away, and 1,000 draws at every hundredth: 110,000 sweeps.
  lcmcr = function() {
    captures <- data.frame(lapply(table[lists], factor, levels = c(0, 1)), Freq = table$count)
    sampler <- LCMCR::lcmCR(captures, tabular = TRUE, K = 10, a_alpha = 0.25, b_alpha = 0.25,
      seed = 1, buffer_size = 10000, thinning = 100, verbose = FALSE)
    LCMCR::lcmCR_PostSampl(sampler, burnin = 10000, samples = 1000, thinning = 100, output = FALSE)
  },
  dga = function() {
    name <- paste0("graphs", length(lists))
    utils::data(list = name, package = "dga", envir = environment())
    dga::bma.cr(as_array(), 1:27440, 1 / 2^length(lists), get(name))
  },
  sparsemse = function() SparseMSE::estimatepopulation(as.matrix(table[c(lists, "count")]), nboot = 100),
  rcapture = function() Rcapture::closedpMS.t(table[c(lists, "count")], dfreq = TRUE, maxorder = 2)
)
spent <- system.time(work[[args[1]]]())
cat(package, as.character(utils::packageVersion(package)), spent[["user.self"]] + spent[["sys.self"]], "\n")
