# SPDX-License-Identifier: Apache-2.0
# Run in this folder: Rscript golden.R. survival 3.5 (survfit, survdiff, coxph, cox.zph), cmprsk 2.2
# (cuminc, crr); profile limits are roots of coxph's own likelihood, restricted means are areas by hand.
# Writes r-casebook.txt, r-r.txt, r-spss14.txt, r-sas.txt, r-stata.txt.
suppressMessages({library(survival); library(cmprsk)})
out <- character()
put <- function(address, value = NA, low = NA, high = NA, p = NA) {
  number <- function(x) if (length(x) == 0 || is.na(x)) "-" else formatC(x, digits = 17, format = "g")
  line <- paste(address, number(value), number(low), number(high), number(p))
  out <<- c(out, gsub(" +", " ", line))
}
write_golden <- function(file) {
  writeLines(c(paste0("# Made with ", R.version.string, ", survival ", packageVersion("survival"),
    ", cmprsk ", packageVersion("cmprsk"), "; Rscript golden.R"),
    "# address value low high p; - where there is none; 17 significant digits", out), file)
  out <<- character()
}
z <- qnorm(0.975)
tight <- coxph.control(eps = 1e-14, toler.chol = 1e-15, iter.max = 100)

# the first time at which a line is at or below one half, or the midpoint of the flat stretch
reaches <- function(time, line, midpoint, height = 0.5) {
  i <- which(line <= height + 1e-10)
  if (length(i) == 0) return(NA)
  if (!midpoint || line[i[1]] < height - 1e-10) return(time[i[1]])
  j <- which(line < height - 1e-10)
  (time[i[1]] + (if (length(j)) time[j[1]] else time[length(time)])) / 2
}
curve <- function(base, time, event, at, profile) {
  type <- c(casebook = "log-log", sas = "log-log", stata = "log-log", r = "log", spss14 = "plain")
  s <- survfit(Surv(time, event) ~ 1, conf.type = type[[profile]])
  put(paste0(base, ".n"), length(time))
  put(paste0(base, ".events"), sum(event))
  middle <- profile %in% c("r", "sas")
  m <- reaches(s$time, s$surv, middle)
  if (!is.na(m)) {
    put(paste0(base, ".median"), m, reaches(s$time, s$lower, middle), reaches(s$time, s$upper, middle))
    if (profile == "r") stopifnot(isTRUE(all.equal(m, unname(quantile(s, 0.5)$quantile))))
  }
  for (t in at) if (t <= max(time)) {
    p <- summary(s, times = t)
    put(paste0(base, ".at_", t), 100 * p$surv, 100 * p$lower, 100 * p$upper)
  }
}
followup <- function(base, time, other, profile) {
  s <- survfit(Surv(time, !other) ~ 1)
  middle <- profile %in% c("r", "sas")
  f <- paste0(base, ".follow_up.")
  for (q in list(c("median", 0.5), c("lower_quartile", 0.25), c("upper_quartile", 0.75)))
    put(paste0(f, q[1]), reaches(s$time, s$surv, middle, 1 - as.numeric(q[2])))
  put(paste0(f, "observed_median"), median(time))
  put(paste0(f, "observed_shortest"), min(time))
  put(paste0(f, "observed_longest"), max(time))
}
# one coefficient of a Cox model: profile likelihood and likelihood ratio, or Wald
hazard <- function(address, time, event, X, j, profile) {
  storage.mode(X) <- "double"
  ties <- if (profile %in% c("casebook", "r")) "efron" else "breslow"
  g <- coxph(Surv(time, event) ~ X, ties = ties, control = tight)
  b <- unname(coef(g)[j])
  if (profile != "casebook") {
    se <- sqrt(vcov(g)[j, j])
    put(address, exp(b), exp(b - z * se), exp(b + z * se), 2 * pnorm(-abs(b / se)))
    return(invisible())
  }
  rest <- X[, -j, drop = FALSE]
  held <- function(v) {
    o <- v * X[, j]
    h <- if (ncol(rest)) coxph(Surv(time, event) ~ rest + offset(o), ties = ties, control = tight)
         else coxph(Surv(time, event) ~ offset(o), ties = ties, control = tight)
    h$loglik[length(h$loglik)]
  }
  top <- g$loglik[2]
  se <- sqrt(vcov(g)[j, j])
  distance <- function(v) 2 * (top - held(v)) - z^2
  low <- uniroot(distance, c(b - 4 * se, b), tol = 1e-14, maxiter = 1000)$root
  high <- uniroot(distance, c(b, b + 4 * se), tol = 1e-14, maxiter = 1000)$root
  put(address, exp(b), exp(low), exp(high), pchisq(2 * (top - held(0)), 1, lower.tail = FALSE))
}
zph <- function(address, time, event, X, profile) {
  storage.mode(X) <- "double"
  ties <- if (profile %in% c("casebook", "r")) "efron" else "breslow"
  g <- coxph(Surv(time, event) ~ X, ties = ties, control = tight)
  put(address, p = cox.zph(g, transform = "km", terms = FALSE)$table["GLOBAL", "p"])
}
logrank <- function(base, time, event, group) {
  s <- survdiff(Surv(time, event) ~ group)
  put(paste0(base, ".log_rank"), p = pchisq(s$chisq, length(s$n) - 1, lower.tail = FALSE))
  if (nlevels(group) > 2) {
    x <- seq_along(s$n) - 1
    u <- sum(x * (s$obs - s$exp))
    put(paste0(base, ".log_rank_trend"),
        p = pchisq(u^2 / drop(t(x) %*% s$var %*% x), 1, lower.tail = FALSE))
  }
}
rmst <- function(time, event, tau) {
  s <- survfit(Surv(time, event) ~ 1)
  e <- which(s$n.event > 0 & s$time <= tau)
  cuts <- c(0, s$time[e], tau)
  level <- c(1, s$surv[e])
  area <- sum(level * diff(cuts))
  rest <- sapply(seq_along(e), function(k) sum(level[-(1:k)] * diff(cuts)[-(1:k)]))
  n <- s$n.risk[e]; d <- s$n.event[e]
  keep <- n > d
  c(area, sum((rest^2 * d / (n * (n - d)))[keep]))
}
mean_difference <- function(address, time, event, one) {
  tau <- min(max(time[one]), max(time[!one]))
  a <- rmst(time[one], event[one], tau); b <- rmst(time[!one], event[!one], tau)
  d <- a[1] - b[1]; se <- sqrt(a[2] + b[2])
  put(address, d, d - z * se, d + z * se, 2 * pnorm(-abs(d / se)))
}

if (!exists("only_functions")) {
d <- read.csv("data.csv", na.strings = "", stringsAsFactors = FALSE)
for (v in c("start", "response", "relapse", "death", "last_contact")) d[[v]] <- as.Date(d[[v]])
# when follow-up ends, and whether by the event (1), by death (2) or neither
stay <- function(d, from, event) {
  died <- !is.na(d$death)
  had <- !is.na(d[[event]]) & (!died | d[[event]] <= d$death)
  end <- d$last_contact
  end[died] <- d$death[died]
  end[had] <- d[[event]][had]
  data.frame(time = as.numeric(end - d[[from]]), cause = ifelse(had, 1, ifelse(died, 2, 0)))
}
month <- 365.25 / 12
by <- function(base, labels, group, time, event, at, profile)
  for (k in seq_along(labels))
    curve(paste0(base, ".", labels[k]), time[group == k], event[group == k], at, profile)

for (profile in c("casebook", "r", "spss14", "sas", "stata")) {
  all <- cbind(d, stay(d, "start", "death"))
  all <- all[!is.na(all$time) & !is.na(all$snp309), ]
  for (part in c("", ".restricted.stage_a")) {
    x <- if (part == "") all else all[all$stage == "A", ]
    base <- paste0("survival.death_by_snp309_as_dominant", part)
    carrier <- x$snp309 != "TT"
    time <- x$time / month; event <- x$cause == 1
    by(base, c("tt", "tg_or_gg"), carrier + 1, time, event, c(12, 24, 60), profile)
    followup(base, time, event, profile)
    logrank(base, time, event, factor(carrier))
    X <- cbind(as.numeric(carrier))
    hazard(paste0(base, ".tg_or_gg.crude.hazard_ratio"), time, event, X, 1, profile)
    zph(paste0(base, ".crude.proportional_hazards"), time, event, X, profile)
    k <- !is.na(x$age)
    X <- cbind(carrier, x$age, x$sex == "male")[k, ]
    hazard(paste0(base, ".tg_or_gg.adjusted.hazard_ratio"), time[k], event[k], X, 1, profile)
    zph(paste0(base, ".adjusted.proportional_hazards"), time[k], event[k], X, profile)
  }
  # relapse or death, in years
  x <- cbind(d, stay(d, "start", "relapse")); x <- x[!is.na(x$time), ]
  base <- "survival.relapse_by_stage"
  time <- x$time / 365.25; event <- x$cause > 0
  by(base, c("a", "b", "c"), match(x$stage, c("A", "B", "C")), time, event, c(1, 5), profile)
  followup(base, time, event, profile)
  logrank(base, time, event, factor(x$stage))
  X <- cbind(x$stage == "B", x$stage == "C")
  hazard(paste0(base, ".b.crude.hazard_ratio"), time, event, X, 1, profile)
  hazard(paste0(base, ".c.crude.hazard_ratio"), time, event, X, 2, profile)
  zph(paste0(base, ".crude.proportional_hazards"), time, event, X, profile)
  copies <- match(x$snp309, c("TT", "TG", "GG")) - 1
  k <- !is.na(x$age) & !is.na(copies)
  X <- cbind(X, x$age, copies)[k, ]
  hazard(paste0(base, ".b.adjusted.hazard_ratio"), time[k], event[k], X, 1, profile)
  hazard(paste0(base, ".c.adjusted.hazard_ratio"), time[k], event[k], X, 2, profile)
  # relapse, death competing
  x <- x[!is.na(x$snp309), ]
  base <- "survival.relapse_by_snp309"
  time <- x$time / month
  copies <- match(x$snp309, c("TT", "TG", "GG")) - 1
  slugs <- c("tt", "tg", "gg")
  ci <- cuminc(time, x$cause, copies)
  put(paste0(base, ".gray"), p = ci$Tests[1, "pv"])
  points <- timepoints(ci, c(12, 60))
  for (k in 1:3) {
    g <- paste0(base, ".", slugs[k])
    put(paste0(g, ".n"), sum(copies == k - 1))
    put(paste0(g, ".events"), sum(copies == k - 1 & x$cause == 1))
    put(paste0(g, ".deaths_first"), sum(copies == k - 1 & x$cause == 2))
    for (t in c(12, 60)) {
      f <- points$est[paste(k - 1, 1), as.character(t)]
      se <- sqrt(points$var[paste(k - 1, 1), as.character(t)])
      if (t <= max(time[copies == k - 1])) put(paste0(g, ".at_", t), 100 * f,
          100 * f^exp(-z * se / (f * log(f))), 100 * f^exp(z * se / (f * log(f))))
    }
  }
  hazard(paste0(base, ".tg.crude.hazard_ratio"), time, x$cause == 1, cbind(copies == 1, copies == 2), 1, profile)
  hazard(paste0(base, ".gg.crude.hazard_ratio"), time, x$cause == 1, cbind(copies == 1, copies == 2), 2, profile)
  logrank(base, time, x$cause == 1, factor(copies))
  followup(base, time, x$cause > 0, profile)
  # relapse, death censoring, per copy
  base <- "survival.relapse_by_snp309_as_additive"
  by(base, slugs, copies + 1, time, x$cause == 1, c(), profile)
  hazard(paste0(base, ".additive.crude.hazard_ratio"), time, x$cause == 1, cbind(copies), 1, profile)
  k <- !is.na(x$age)
  hazard(paste0(base, ".additive.adjusted.hazard_ratio"), time[k], (x$cause == 1)[k], cbind(copies, x$age)[k, ], 1, profile)
  logrank(base, time, x$cause == 1, factor(copies))
  # response within the landmark
  x <- cbind(d, stay(d, "start", "death")); x <- x[!is.na(x$time), ]
  six <- as.Date(sapply(x$start, function(s) format(seq(s, by = "6 months", length.out = 2)[2])))
  early <- !is.na(x$response) & x$response <= six
  k <- x$time > 6 * month
  base <- "survival.death_by_responded_by_6"
  time <- x$time[k] / month - 6; event <- x$cause[k] == 1
  by(base, c("no", "yes"), early[k] + 1, time, event, 24, profile)
  logrank(base, time, event, factor(early[k]))
  hazard(paste0(base, ".yes.crude.hazard_ratio"), time, event, cbind(early[k]), 1, profile)
  # duration of response
  x <- d[!is.na(d$response) & !is.na(d$last_contact), ]
  x <- cbind(x, stay(x, "response", "relapse"))
  base <- "survival.response_duration"
  curve(paste0(base, ".all"), x$time / month, x$cause == 1, c(12, 24), profile)
  followup(base, x$time / month, x$cause > 0, profile)
  write_golden(paste0("r-", profile, ".txt"))
}
}
