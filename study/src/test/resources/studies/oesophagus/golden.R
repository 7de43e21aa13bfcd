# SPDX-License-Identifier: Apache-2.0
# Run in this folder: Rscript golden.R
source("../methods.R")
d <- read.csv("data.csv", stringsAsFactors = FALSE)
y <- as.numeric(d$status == "case")
age <- factor(d$age, c("25-34", "35-44", "45-54", "55-64", "65-74", "75+"))
alcohol <- factor(d$alcohol, c("0-39", "40-79", "80-119", "120+"))
tobacco <- factor(d$tobacco, c("0-9", "10-19", "20-29", "30+"))
heavy <- as.numeric(alcohol %in% c("80-119", "120+"))
made <- "Rscript golden.R, 2026-11-22"

counts <- function(x) c(sum(x & y), sum(!x & y), sum(x & !y), sum(!x & !y))
t <- counts(heavy == 1)
X0 <- cbind(1, heavy)
X1 <- cbind(1, heavy, model.matrix(~age)[, -1])
X2 <- cbind(X1, model.matrix(~tobacco)[, -1])
A <- model.matrix(~alcohol)[, -1]
one <- function(x, y2) chisq.test(table(x, y2), correct = FALSE)

all_numbers <- function(logistic, crude, crude_p) {
  statistic("association.heavy.crude.odds_ratio", crude(t))
  put("association.heavy.crude.p", crude_p[1], p = crude_p[2])
  pe <- one(heavy, y)
  put("association.heavy.crude.chi_square", pe$statistic, p = pe$p.value)
  put("association.heavy.crude.fisher_exact", p = fisher.test(heavy, y)$p.value)
  statistic("association.heavy.age.odds_ratio", logistic(X1, 2))
  statistic("association.heavy.age_and_tobacco.odds_ratio", logistic(X2, 2))
  slug <- c("35_44", "45_54", "55_64", "65_74", "75")
  for (i in 1:5) {
    statistic(paste0("association.heavy.age.term.age_", slug[i], ".odds_ratio"), logistic(X1, 2 + i))
  }
  level <- c("40_79", "80_119", "120")
  pa <- one(alcohol, y)
  put("association.alcohol.crude.p", pa$statistic, p = pa$p.value)
  for (i in 1:3) {
    keep <- alcohol %in% levels(alcohol)[c(1, i + 1)]
    k <- as.integer(alcohol[keep]) > 1
    t2 <- c(sum(k & y[keep]), sum(!k & y[keep]), sum(k & !y[keep]), sum(!k & !y[keep]))
    statistic(paste0("association.alcohol.crude.", level[i], ".odds_ratio"), crude(t2))
    statistic(
      paste0("association.alcohol.age.", level[i], ".odds_ratio"),
      logistic(cbind(1, A, model.matrix(~age)[, -1]), 1 + i))
  }
}

# the departure of a factor from its scores: likelihood ratio, or Wald's quadratic form
departure <- function(X, score, f, wald) {
  line <- maximise(cbind(X, score), y, FALSE)
  all <- maximise(cbind(X, model.matrix(~f)[, -1]), y, FALSE)
  if (!wald) return(c(2 * (all$ll - line$ll), pchisq(2 * (all$ll - line$ll), nlevels(f) - 2, lower.tail = FALSE)))
  extra <- model.matrix(~f)[, 2:(nlevels(f) - 1)]
  beside <- maximise(cbind(X, score, extra), y, FALSE)
  j <- ncol(X) + 1 + seq_len(ncol(extra))
  w <- drop(beside$b[j] %*% solve(solve(beside$I)[j, j]) %*% beside$b[j])
  c(w, pchisq(w, length(j), lower.tail = FALSE))
}

trend <- function(name, set, f, scores, X, logistic, wald) {
  s <- scores[as.integer(f)]
  at <- paste0("association.", name, ".")
  statistic(paste0(at, "crude.trend.odds_ratio"), logistic(cbind(1, s), 2))
  statistic(paste0(at, set, ".trend.odds_ratio"), logistic(cbind(X, s), ncol(X) + 1))
  cases <- tapply(y, f, sum)
  all <- table(f)
  test <- prop.trend.test(cases, all, scores)
  put(paste0(at, "crude.trend.p"), test$statistic, p = test$p.value)
  rest <- unname(chisq.test(table(f, y), correct = FALSE)$statistic - test$statistic)
  put(paste0(at, "crude.departure_from_trend.p"), rest, p = pchisq(rest, nlevels(f) - 2, lower.tail = FALSE))
  d <- departure(X, s, f, wald)
  put(paste0(at, set, ".departure_from_trend.p"), d[1], p = d[2])
}

trends <- function(logistic, wald) {
  G <- cbind(1, model.matrix(~age)[, -1])
  trend("alcohol", "age", alcohol, 0:3, G, logistic, wald)
  trend("tobacco", "age_and_alcohol", tobacco, c(5, 15, 25, 40), cbind(G, A), logistic, wald)
}

# odds ratios of x within the levels of f, and the test of the products; X: all other columns
interaction_of <- function(name, set, x, f, X, one, wald) {
  at <- paste0("association.", name, ".interaction.", deparse(substitute(f)), ".")
  slug <- gsub("[^0-9]+$", "", gsub("-", "_", levels(f)))
  within <- model.matrix(~ f - 1) * x
  for (i in seq_along(slug)) {
    statistic(paste0(at, slug[i], ".", set, ".odds_ratio"), one(cbind(X, within), ncol(X) + i))
  }
  XP <- cbind(X, x, within[, -1])
  j <- ncol(X) + 1 + seq_len(nlevels(f) - 1)
  full <- maximise(XP, y, FALSE)
  if (wald) {
    w <- drop(full$b[j] %*% solve(solve(full$I)[j, j]) %*% full$b[j])
  } else {
    w <- 2 * (full$ll - maximise(XP, y, FALSE, fixed = j)$ll)
  }
  put(paste0(at, set, ".p"), w, p = pchisq(w, length(j), lower.tail = FALSE))
}

interactions <- function(one, wald) {
  G <- model.matrix(~age)[, -1]
  T <- model.matrix(~tobacco)[, -1]
  interaction_of("heavy", "crude", heavy, tobacco, cbind(1, T), one, wald)
  interaction_of("heavy", "age", heavy, tobacco, cbind(1, G, T), one, wald)
  interaction_of("heavy", "age_and_tobacco", heavy, tobacco, cbind(1, G, T), one, wald)
}

# the population attributable fraction of a case-control study, with Walter's interval
fractions <- function() {
  slug <- c("40_79", "80_119", "120")
  for (i in 1:3) {
    k <- alcohol %in% levels(alcohol)[c(1, i + 1)]
    t <- table(as.integer(alcohol[k]) > 1, y[k])
    rest <- (t[1, 2] / sum(t[, 2])) / (t[1, 1] / sum(t[, 1]))
    se <- sqrt(t[2, 2] / (t[1, 2] * sum(t[, 2])) + t[2, 1] / (t[1, 1] * sum(t[, 1])))
    put(
      paste0("association.alcohol.", slug[i], ".attributable_fraction"),
      100 * (1 - rest), 100 * (1 - rest * exp(z * se)), 100 * (1 - rest * exp(-z * se)))
  }
}

n <- length(y)
pe <- one(heavy, y)
n1 <- c(pe$statistic * (n - 1) / n, pchisq(pe$statistic * (n - 1) / n, 1, lower.tail = FALSE))
all_numbers(
  function(X, j) profile_one(X, y, j, FALSE),
  function(t) score(t[1], t[2], t[3], t[4]),
  n1)
trends(function(X, j) profile_one(X, y, j, FALSE), FALSE)
interactions(function(X, j) profile_one(X, y, j, FALSE), FALSE)
fractions()
write_golden("r-casebook.txt", made)
all_numbers(
  function(X, j) wald_one(X, y, j),
  function(t) woolf(t[1], t[2], t[3], t[4]),
  c(pe$statistic, pe$p.value))
trends(function(X, j) wald_one(X, y, j), TRUE)
interactions(function(X, j) wald_one(X, y, j), TRUE)
fractions()
write_golden("r-spss14.txt", made)

# the other programs; their tests of the table
yates <- chisq.test(table(heavy, y))
all_numbers(function(X, j) r_one(X, y, j), r_crude, c(yates$statistic, yates$p.value))
write_golden("r-r.txt", made)
all_numbers(
  function(X, j) wald_one(X, y, j),
  function(t) woolf(t[1], t[2], t[3], t[4]),
  c(pe$statistic, pe$p.value))
write_golden("r-sas.txt", made)
all_numbers(function(X, j) wald_one(X, y, j), stata_crude, c(pe$statistic, pe$p.value))
write_golden("r-stata.txt", made)
