# SPDX-License-Identifier: Apache-2.0
# Run in this folder: Rscript golden.R
# The odds ratio under every combination of people, covariates, cut-off and estimator.
source("../methods.R")
d <- read.csv("data.csv", stringsAsFactors = FALSE, na.strings = "")
made <- "Rscript golden.R, 2026-11-22"
day <- as.Date
months_later <- function(from, n) {
  # a calendar step, clamped to the month's end
  as.Date(sapply(seq_along(from), function(i) {
    first <- as.POSIXlt(format(from[i], "%Y-%m-01"))
    first$mon <- first$mon + n
    last <- first
    last$mon <- last$mon + 1
    days <- as.integer(as.Date(last) - as.Date(first))
    as.Date(first) + min(as.integer(format(from[i], "%d")), days) - 1
  }), origin = "1970-01-01")
}
case <- d$group == 1
yes <- function(x) !is.na(x) & x == "yes"
keep <- day(d$referred) >= day("1997-11-01") & day(d$referred) <= day("2002-04-30")
keep <- keep & (!case | d$event_age < 70)
keep <- keep & (case | (!yes(d$own_vt) & !yes(d$family_vt) & !yes(d$related)))
later <- rep(as.Date(NA), nrow(d))
later[case] <- months_later(day(d$last_event[case]), 6)
keep <- keep & (!case | day(d$sampled) >= later)
keep <- keep & !is.na(d$igm_ps)
d <- d[keep, ]
stopifnot(sum(d$group == 1) == 244, sum(d$group == 0) == 246)

d$y <- as.numeric(d$group == 1)
d$female <- as.numeric(d$sex == 2)
d$lac <- as.numeric(yes(d$la))
stopifnot(!anyNA(d$la), !anyNA(d$fvl), !anyNA(d$age))
d$carrier <- as.numeric(d$fvl %in% c("het", "hom"))
controls <- d$igm_ps[d$y == 0]
rounded <- function(x) floor(x * 10 + 0.5) / 10
cutoffs <- c(
  in_use = rounded(quantile(controls, 0.99, type = 6, names = FALSE)),
  "97_5th_percentile" = rounded(quantile(controls, 0.975, type = 6, names = FALSE)),
  "99th_percentile_type_7" = rounded(quantile(controls, 0.99, type = 7, names = FALSE)),
  kit = 12)
people <- list(everybody = rep(TRUE, nrow(d)), first_events = d$y == 0 | !yes(d$recurrent))
sets <- list(crude = character(), la = "lac", all = c("lac", "female", "age", "carrier"))

ml <- function(X, y) profile_one(X, y, 2, FALSE)
firth <- function(X, y) profile_one(X, y, 2, TRUE)
wald <- function(X, y) wald_one(X, y, 2)
crude_score <- function(t) score(t[1], t[2], t[3], t[4])
crude_wald <- function(t) woolf(t[1], t[2], t[3], t[4])
r <- function(X, y) r_one(X, y, 2)

grid <- function(base, crude, adjusted) {
  for (p in names(people)) for (k in names(cutoffs)) for (s in names(sets)) {
    m <- d[people[[p]], ]
    x <- as.numeric(m$igm_ps > cutoffs[[k]])
    X <- cbind(1, x, as.matrix(m[, sets[[s]], drop = FALSE]))
    at <- paste(base, p, k, s, sep = ".")
    put(paste0(at, ".cases.count"), sum(x[m$y == 1]))
    put(paste0(at, ".controls.count"), sum(x[m$y == 0]))
    if (sum(x[m$y == 0]) > 0) {
      t <- as.numeric(c(sum(x & m$y), sum(!x & m$y), sum(x & !m$y), sum(!x & !m$y)))
      how <- if (s == "crude") crude(t) else adjusted(X, m$y)
      statistic(paste0(at, ".maximum_likelihood.odds_ratio"), how)
    }
    statistic(paste0(at, ".firth.odds_ratio"), firth(X, m$y))
  }
}

base <- "association.igm_positive.sensitivity"
grid(base, crude_score, ml)
age <- "association.age.sensitivity"
women <- d$female == 1
found <- expand.grid(estimator = c("maximum_likelihood", "firth"), set = c("crude", "sex"),
                     people = c("everybody", "women"), stringsAsFactors = FALSE)
for (i in seq_len(nrow(found))) {
  f <- found[i, ]
  rows <- if (f$people == "women") women else rep(TRUE, nrow(d))
  m <- d[rows, ]
  # what is the same in everybody is left out
  X <- cbind(1, m$age, if (f$set == "sex" && f$people != "women") m$female)
  four <- if (f$estimator == "firth") firth(X, m$y) else ml(X, m$y)
  statistic(paste(age, f$people, "in_use", f$set, f$estimator, "odds_ratio", sep = "."), four)
  found$ratio[i] <- four[1]
  found$excludes[i] <- four[2] > 1 || four[3] < 1
}
put(paste0(age, ".specifications"), nrow(found))
put(paste0(age, ".answered"), nrow(found))
put(paste0(age, ".lowest.odds_ratio"), min(found$ratio))
put(paste0(age, ".highest.odds_ratio"), max(found$ratio))
put(paste0(age, ".excluding_one"), sum(found$excludes))
moved <- function(choice) {
  others <- setdiff(c("estimator", "set", "people"), choice)
  ranges <- tapply(log(found$ratio), found[others], function(x) max(x) - min(x))
  exp(mean(ranges))
}
put(paste0(age, ".moved_by.people.range_ratio"), moved("people"))
put(paste0(age, ".moved_by.adjusted_for.range_ratio"), moved("set"))
put(paste0(age, ".moved_by.estimator.range_ratio"), moved("estimator"))
write_golden("r-casebook.txt", made)

grid(base, crude_wald, wald)
write_golden("r-spss14.txt", made)
