# SPDX-License-Identifier: Apache-2.0
# Run in this folder: Rscript golden.R. Conditional models by survival::clogit, exact; profile limits
# are roots of its likelihood with the coefficient held by an offset.
source("../methods.R")
library(survival)
d <- read.csv("data.csv", stringsAsFactors = FALSE, na.strings = "")
d <- d[d$consent == "yes", ]
d$y <- as.numeric(d$group == "patient")
d$s <- ifelse(is.na(d$set) & d$y == 1, d$id, d$set)
d$smoker <- as.numeric(d$smoker == "yes")
d$female <- as.numeric(d$sex == "female")
d$mild <- as.numeric(d$grade == "mild")
d$severe <- as.numeric(d$grade == "severe")

exact <- coxph.control(eps = 1e-14, iter.max = 100, toler.inf = 1e-15)
fit <- function(X, d, o = rep(0, nrow(d))) {
  # a model without columns: only the offset
  time <- rep(1, nrow(d))
  suppressWarnings(
    if (ncol(X) == 0) coxph(Surv(time, d$y) ~ offset(o) + strata(d$s), method = "exact")
    else coxph(Surv(time, d$y) ~ X + offset(o) + strata(d$s), method = "exact", control = exact))
}
conditional <- function(names, j, d, wald) {
  d <- d[complete.cases(d[, names, drop = FALSE]) & !is.na(d$s), ]
  both <- intersect(d$s[d$y == 1], d$s[d$y == 0])
  d <- d[d$s %in% both, ]
  X <- as.matrix(d[, names, drop = FALSE])
  f <- fit(X, d)
  b <- coef(f)[j]
  se <- sqrt(vcov(f)[j, j])
  if (wald) return(c(exp(b + c(0, -z, z) * se), 2 * pnorm(-abs(b / se))))
  ll <- function(v) { g <- fit(X[, -j, drop = FALSE], d, X[, j] * v); g$loglik[length(g$loglik)] }
  top <- f$loglik[2]
  distance <- function(v) 2 * (top - ll(v)) - z^2
  c(exp(c(b, root(distance, b, -z * se), root(distance, b, z * se))),
    pchisq(2 * (top - ll(0)), 1, lower.tail = FALSE))
}
unconditional <- function(names, j, d, wald) {
  d <- d[complete.cases(d[, names, drop = FALSE]), ]
  X <- cbind(1, as.matrix(d[, names, drop = FALSE]))
  if (wald) wald_one(X, d$y, j + 1) else profile_one(X, d$y, j + 1, FALSE)
}
women <- d[d$female == 1, ]
# the difference within sets, by its definition
within <- function(x) {
  k <- !is.na(x) & !is.na(d$s)
  e <- data.frame(x = x[k], y = d$y[k], s = d$s[k])
  both <- intersect(e$s[e$y == 1], e$s[e$y == 0])
  e <- e[e$s %in% both, ]
  m <- sapply(both, function(s) sum(e$y[e$s == s]))
  one <- sapply(both, function(s) mean(e$x[e$s == s & e$y == 1]) - mean(e$x[e$s == s & e$y == 0]))
  v <- function(x) if (all(x %in% 0:1)) mean(x) * (1 - mean(x)) else var(x)
  sum(m * one) / sum(m) / sqrt((v(e$x[e$y == 1]) + v(e$x[e$y == 0])) / 2)
}
all_numbers <- function(wald) {
  c1 <- function(address, names, j, data = d)
    statistic(paste0(address, ".odds_ratio"), conditional(names, j, data, wald))
  u1 <- function(address, names, j)
    statistic(paste0(address, ".odds_ratio"), unconditional(names, j, d, wald))
  put("characteristics.age.difference_within_sets", within(d$age))
  put("characteristics.smoker.difference_within_sets", within(d$smoker))
  put("characteristics.crp.difference_within_sets", within(d$crp))
  put("characteristics.grade.severe.difference_within_sets", within(d$severe))
  put("characteristics.sex.female.difference_within_sets", 0)
  u1("association.smoker.matching_factors", c("smoker", "female", "age"), 1)
  u1("association.smoker.crp", c("smoker", "crp", "female", "age"), 1)
  c1("association.smoker.matched", "smoker", 1)
  c1("association.smoker.matched_matching_factors", c("smoker", "age"), 1)
  c1("association.smoker.matched_crp", c("smoker", "crp", "age"), 1)
  c1("association.smoker.matched_crp.term.crp", c("smoker", "crp", "age"), 2)
  c1("association.smoker.restricted.women.matched", "smoker", 1, women)
  c1("association.grade.matched.mild", c("mild", "severe"), 1)
  c1("association.grade.matched.severe", c("mild", "severe"), 2)
  c1("association.crp.matched", "crp", 1)
}
made <- paste0("survival ", packageVersion("survival"), ", Rscript golden.R, 2026-11-22")
all_numbers(FALSE)
write_golden("r-casebook.txt", made)
all_numbers(TRUE)
write_golden("r-spss14.txt", made)
