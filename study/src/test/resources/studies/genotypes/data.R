# SPDX-License-Identifier: Apache-2.0
# Makes data.csv, people who do not exist: Rscript data.R (R 4.2.2, seed 20261122).
set.seed(20261122)
n <- 420
cases <- 190
y <- c(rep(1, cases), rep(0, n - cases))
sex <- sample(c("male", "female"), n, TRUE)
age <- round(pmin(90, pmax(18, rnorm(n, 60, 11))))
snp <- rbinom(n, 2, ifelse(y == 1, 0.46, 0.34))
other <- rbinom(n, 2, 0.4)
scarce <- rbinom(n, 1, ifelse(y == 1, 0.09, 0.04))
letters3 <- function(copies, a, b) c(paste0(a, "/", a), paste0(a, "/", b), paste0(b, "/", b))[copies + 1]
d <- data.frame(id = sprintf("P%03d", seq_len(n)), group = ifelse(y == 1, "patient", "control"),
                sex, age, snp = letters3(snp, "T", "G"), other = c("0/0", "0/1", "1/1")[other + 1],
                scarce = letters3(scarce, "C", "T"), same = "A/A")
d$snp[sample(n, 8)] <- ""
d$other[sample(n, 5)] <- "./."
write.csv(d[order(runif(n)), ], "data.csv", row.names = FALSE, quote = FALSE, na = "")
