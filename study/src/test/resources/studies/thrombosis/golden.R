# SPDX-License-Identifier: Apache-2.0
# Run in this folder: Rscript golden.R
source("../methods.R")
d <- read.csv("data.csv", stringsAsFactors = FALSE, na.strings = "")
d$y <- as.numeric(d$group == "patient")
d$female <- as.numeric(d$sex == "female")
d$lac <- as.numeric(d$la == "yes")
d$alleles <- match(d$fvl, c("GG", "GA", "AA")) - 1
d$carrier <- as.numeric(d$alleles > 0)
d$rarely <- as.numeric(d$rare == "yes")
made <- "Rscript golden.R, 2026-11-22"

# characteristics
groups <- list(cases = d[d$y == 1, ], controls = d[d$y == 0, ])
for (g in names(groups)) {
  x <- groups[[g]]
  at <- function(v, s) paste("characteristics", v, g, s, sep = ".")
  put(at("age", "mean"), mean(x$age))
  put(at("age", "standard_error"), sd(x$age) / sqrt(nrow(x)))
  q <- quantile(x$marker, c(0.5, 0.25, 0.75), type = 6, na.rm = TRUE)
  put(at("marker", "median"), q[1])
  put(at("marker", "lower_quartile"), q[2])
  put(at("marker", "upper_quartile"), q[3])
  put(at("marker", "missing"), sum(is.na(x$marker)))
  put(at("la", "count"), sum(x$lac, na.rm = TRUE))
  put(at("la", "percent"), 100 * mean(x$lac, na.rm = TRUE))
  put(at("la", "missing"), sum(is.na(x$lac)))
  put(at("fvl.ga", "count"), sum(x$alleles == 1, na.rm = TRUE))
  put(at("constant", "mean"), 7)
  put(at("constant", "standard_deviation"), 0)
}
a <- groups$cases
b <- groups$controls
pooled <- function(x, y) (mean(x) - mean(y)) / sqrt((var(x) + var(y)) / 2)
put("characteristics.age.standardised_difference", pooled(a$age, b$age))
put("characteristics.marker.standardised_difference",
    pooled(a$marker[!is.na(a$marker)], b$marker[!is.na(b$marker)]))
t <- t.test(a$age, b$age)
put("characteristics.age.p", t$statistic, p = t$p.value)
put("characteristics.marker.p",
    p = suppressWarnings(wilcox.test(a$marker, b$marker, exact = FALSE)$p.value))
share <- function(x) mean(x, na.rm = TRUE)
p1 <- share(a$lac)
p0 <- share(b$lac)
put("characteristics.la.standardised_difference",
    (p1 - p0) / sqrt((p1 * (1 - p1) + p0 * (1 - p0)) / 2))
limit <- round(quantile(b$marker, 0.9, type = 6, na.rm = TRUE), 1)
put("limits.marker.limit", limit)
put("limits.marker.above", sum(b$marker > limit, na.rm = TRUE))
# cases above the limit against the third-largest control: negative hypergeometric
above <- sum(a$marker > limit, na.rm = TRUE)
m <- sum(!is.na(a$marker))
n <- sum(!is.na(b$marker))
k <- sum(b$marker > limit, na.rm = TRUE)
x <- above:m
put("limits.marker.cases_above", above)
put("limits.marker.exceedance",
    p = sum(exp(lchoose(x + k, k) + lchoose(m - x + n - k - 1, n - k - 1) - lchoose(m + n, n))))
common <- out
# more than a fifth of the expected counts are below 5
put("characteristics.fvl.p", p = fisher.test(table(d$alleles, d$y))$p.value)

four <- function(x, y) {
  k <- !is.na(x)
  x <- x[k] == 1
  y <- y[k] == 1
  as.numeric(c(sum(x & y), sum(!x & y), sum(x & !y), sum(!x & !y)))
}

model <- function(names, rows = rep(TRUE, nrow(d))) {
  m <- d[rows, c("y", names)]
  m <- m[complete.cases(m), ]
  # what is the same in everybody is left out
  names <- names[sapply(names, function(n) length(unique(m[[n]])) > 1)]
  list(X = cbind(1, as.matrix(m[, names])), y = m$y)
}

one <- function(address, names, how, rows = rep(TRUE, nrow(d)), j = 2) {
  m <- model(names, rows)
  statistic(address, how(m$X, m$y, j))
}

ml <- function(X, y, j) profile_one(X, y, j, FALSE)
firth <- function(X, y, j) profile_one(X, y, j, TRUE)
wald <- function(X, y, j) wald_one(X, y, j)
first <- d$y == 0 | (!is.na(d$recurrent) & d$recurrent == "no")
men <- d$sex == "male"
high <- as.numeric(d$marker > limit)
d$high <- high

# the sparse rule: fewer than five of the smallest of cases, controls, exposed and unexposed for
# each coefficient in any model of the row makes the whole row Firth's
sparse <- function(sets, rows) any(sapply(sets, function(names) {
  m <- model(names, rows)
  x <- m$X[, 2]
  min(table(m$y), table(x)) < 5 * (ncol(m$X) - 1)
}))

la <- function(prefix, crude, how, rows, firth_if_sparse) {
  sets <- list("lac", c("lac", "age", "female"), c("lac", "age", "female", "carrier"))
  if (firth_if_sparse && sparse(sets, rows)) {
    message(prefix, " is Firth's")
    crude <- crude_firth
    how <- firth
  }
  t <- four(d$lac[rows], d$y[rows])
  statistic(paste0(prefix, ".crude.odds_ratio"), crude(t))
  one(paste0(prefix, ".age_and_sex.odds_ratio"), sets[[2]], how, rows)
  one(paste0(prefix, ".also_factor_v.odds_ratio"), sets[[3]], how, rows)
}

crude_firth <- function(t) {
  X <- cbind(1, rep(c(1, 0, 1, 0), t))
  firth(X, rep(c(1, 1, 0, 0), t), 2)
}
crude_score <- function(t) score(t[1], t[2], t[3], t[4])
crude_wald <- function(t) woolf(t[1], t[2], t[3], t[4])

everybody <- rep(TRUE, nrow(d))
la("association.la", crude_score, ml, everybody, TRUE)
la("association.la.restricted.first_events", crude_score, ml, first, TRUE)
la("association.la.restricted.men", crude_score, ml, men, TRUE)
one("association.la.also_factor_v.term.fvl_carrier.odds_ratio",
    c("lac", "age", "female", "carrier"), ml, j = 5)
one("association.marker.crude.odds_ratio", "marker", ml)
one("association.marker.age_and_sex.odds_ratio", c("marker", "age", "female"), ml)
statistic("association.rare.crude.odds_ratio", crude_firth(four(d$rarely, d$y)))
one("association.rare.age_and_sex.odds_ratio", c("rarely", "age", "female"), firth)
d$ga <- as.numeric(d$alleles == 1)
d$aa <- as.numeric(d$alleles == 2)
one("association.fvl.crude.ga.odds_ratio", c("ga", "aa"), firth)
one("association.fvl.crude.aa.odds_ratio", c("ga", "aa"), firth, j = 3)
one("association.fvl.age_and_sex.ga.odds_ratio", c("ga", "aa", "age", "female"), firth)
one("association.fvl.age_and_sex.aa.odds_ratio", c("ga", "aa", "age", "female"), firth, j = 3)
t <- four(d$high, d$y)
statistic("association.high.crude.odds_ratio", score(t[1], t[2], t[3], t[4]))
one("association.high.alleles.odds_ratio", c("high", "female", "age", "alleles"), ml)
write_golden("r-casebook.txt", made)

out <- common
pe <- suppressWarnings(chisq.test(table(d$alleles, d$y), correct = FALSE))
put("characteristics.fvl.p", pe$statistic, p = pe$p.value)
la("association.la", crude_wald, wald, everybody, FALSE)
la("association.la.restricted.first_events", crude_wald, wald, first, FALSE)
la("association.la.restricted.men", crude_wald, wald, men, FALSE)
one("association.marker.crude.odds_ratio", "marker", wald)
one("association.high.alleles.odds_ratio", c("high", "female", "age", "alleles"), wald)
write_golden("r-spss14.txt", made)

# the other programs: percentiles of other types move the limit and what rests on it
other <- function(type, crude, how, word) {
  out <<- character()
  for (g in names(groups)) {
    q <- quantile(groups[[g]]$marker, c(0.5, 0.25, 0.75), type = type, na.rm = TRUE)
    at <- function(s) paste("characteristics.marker", g, s, sep = ".")
    put(at("median"), q[1])
    put(at("lower_quartile"), q[2])
    put(at("upper_quartile"), q[3])
  }
  limit <- round(quantile(b$marker, 0.9, type = type, na.rm = TRUE), 1)
  put("limits.marker.limit", limit)
  put("limits.marker.above", sum(b$marker > limit, na.rm = TRUE))
  d$high <<- as.numeric(d$marker > limit)
  statistic("association.high.crude.odds_ratio", crude(four(d$high, d$y)))
  one("association.high.alleles.odds_ratio", c("high", "female", "age", "alleles"), how)
  la("association.la", crude, how, everybody, FALSE)
  la("association.la.restricted.first_events", crude, how, first, FALSE)
  one("association.marker.crude.odds_ratio", "marker", how)
  write_golden(paste0("r-", word, ".txt"), made)
}
other(7, r_crude, function(X, y, j) r_one(X, y, j), "r")
other(2, crude_wald, wald, "sas")
other(2, stata_crude, wald, "stata")
