# SPDX-License-Identifier: Apache-2.0
# Run in this folder: Rscript data.R. Relapses of one arm come early, those of the other late, so that
# the curves cross; whole months, so that relapses and ends of follow-up fall on the same time; two
# persons were not followed at all (0 months).
set.seed(20261122)
n <- 40
early <- pmin(30, ifelse(runif(n) < 0.55, 1 + rexp(n, 0.5), 100))
late <- 8 + rexp(n, 0.09)
end <- c(runif(n, 10, 30), runif(n, 10, 30))
time <- c(early, late)
relapsed <- time <= end
followed <- round(pmin(time, end))
followed[c(3, n + 5)] <- 0
relapsed[c(3, n + 5)] <- FALSE
write.csv(data.frame(id = seq_len(2 * n), arm = rep(c("early", "late"), each = n),
  followed = followed, relapsed = ifelse(relapsed, "yes", "no")), "data.csv", row.names = FALSE, quote = FALSE)
