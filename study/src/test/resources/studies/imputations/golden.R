# SPDX-License-Identifier: Apache-2.0
# Run in this folder: Rscript golden.R
# Odds ratios pooled over the imputed data sets by mice: estimate, t interval and P with the degrees of
# freedom of Barnard and Rubin, fraction of missing information. The cut-off of CRP is taken anew in
# each set, from its controls. In profile casebook the sparse rows are Firth's in each set.
suppressMessages(library(mice))
source("../methods.R")
made <- paste0("mice ", packageVersion("mice"), "; Rscript golden.R, 2026-11-22")
long <- read.csv("imputed.csv")
sets <- split(long[long$.imp > 0, ], long$.imp[long$.imp > 0])

matrix_of <- function(d, type) {
  d$high <- as.numeric(d$crp > quantile(d$crp[d$group == 0], 0.9, type = type))
  cbind(one = 1, high = d$high, former = d$smoking == "former", current = d$smoking == "current",
    bmi = d$bmi, age = d$age, female = d$sex == "female")
}

pooled <- function(place, term, terms, type, firth = FALSE, who = function(d) d) {
  fits <- lapply(sets, function(d) {
    X <- matrix_of(d, type)
    keep <- who(d)
    maximise(X[keep, c("one", terms)], d$group[keep], firth)
  })
  j <- match(term, c("one", terms))
  n <- sum(who(sets[[1]]))
  q <- sapply(fits, function(f) f$b[j])
  u <- sapply(fits, function(f) solve(f$I)[j, j])
  one <- pool.scalar(q, u, n = n, k = length(terms) + 1)
  if (!firth) { # the same by glm and pool()
    whole <- lapply(sets, function(d) {
      X <- as.data.frame(matrix_of(d, type)[who(d), ])
      X$group <- d$group[who(d)]
      glm(reformulate(terms, "group"), binomial, X, control = list(epsilon = 1e-14, maxit = 50))
    })
    check <- summary(pool(as.mira(whole)))
    check <- check[check$term == term, ]
    stopifnot(abs(check$df / one$df - 1) < 1e-7, abs(check$estimate / one$qbar - 1) < 1e-8)
  }
  half <- qt(0.975, one$df) * sqrt(one$t)
  statistic(paste0(place, ".imputed.odds_ratio"), c(exp(one$qbar + c(0, -half, half)),
    2 * pt(-abs(one$qbar / sqrt(one$t)), one$df)))
  large <- qt(0.975, pool.scalar(q, u)$df) * sqrt(one$t)
  put(paste0(place, ".imputed.odds_ratio.large_sample"), exp(one$qbar), exp(one$qbar - large),
    exp(one$qbar + large))
  put(paste0(place, ".imputed.missing_information"), one$fmi)
  put(paste0(place, ".imputed.degrees_of_freedom"), one$df)
  put(paste0(place, ".imputed.monte_carlo_error"), sqrt(one$b / one$m))
}

all <- function(type, firth) {
  everybody <- function(d) rep(TRUE, nrow(d))
  women <- function(d) d$sex == "female"
  a <- "association.crp_high"
  every <- c("bmi", "former", "current")
  pooled(paste0(a, ".crude"), "high", "high", type, FALSE, everybody)
  pooled(paste0(a, ".age_and_sex"), "high", c("high", "age", "female"), type, FALSE, everybody)
  pooled(paste0(a, ".all"), "high", c("high", "age", "female", every), type, FALSE, everybody)
  pooled(paste0(a, ".all.term.bmi"), "bmi", c("high", "age", "female", every), type, FALSE, everybody)
  a <- paste0(a, ".restricted.women")
  pooled(paste0(a, ".crude"), "high", "high", type, FALSE, women)
  pooled(paste0(a, ".age_and_sex"), "high", c("high", "age"), type, FALSE, women)
  pooled(paste0(a, ".all"), "high", c("high", "age", every), type, FALSE, women)
  s <- "association.smoking"
  for (level in c("former", "current")) {
    levels <- c("former", "current")
    pooled(paste0(s, ".crude.", level), level, levels, type, firth, everybody)
    pooled(paste0(s, ".all.", level), level, c(levels, "age", "female", "bmi"), type, firth, everybody)
  }
  pooled(paste0(s, ".all.term.bmi"), "bmi", c("former", "current", "age", "female", "bmi"), type, firth,
    everybody)
  pooled("association.bmi.crude", "bmi", "bmi", type, FALSE, everybody)
  pooled("association.bmi.age_and_sex", "bmi", c("bmi", "age", "female"), type, FALSE, everybody)
}
all(6, TRUE)
write_golden("r-casebook.txt", made)
all(7, FALSE)
write_golden("r-r.txt", made)
all(6, FALSE)
write_golden("r-spss14.txt", made)
