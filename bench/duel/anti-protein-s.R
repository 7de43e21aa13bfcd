# SPDX-License-Identifier: Apache-2.0
# The peer of `casebook run studies/anti-protein-s/study.yaml`: what a group would write today in R for
# the same tables and figures, run lean (no pandoc). Arguments: participants.csv, output folder.
# Needs r-base-core, r-cran-epitools, r-cran-brglm2 (penalised answers) and r-cran-ggplot2.
suppressPackageStartupMessages({library(epitools); library(brglm2); library(ggplot2)})
source("bench/duel/firth.R") # profile limits of penalised fits, which brglm2 has not; run from the root of the checkout
args <- commandArgs(TRUE)
all <- read.csv(args[1], stringsAsFactors = FALSE, na.strings = c("", "NA"))
out <- args[2]
dir.create(out, showWarnings = FALSE)

# who belongs
yes <- function(x) x == "yes"
month6 <- function(d) { p <- as.POSIXlt(d); p$mon <- p$mon + 6L; as.Date(p) }
date <- function(x) as.Date(x)
case <- all$group == 1
steps <- list(
  referred = date(all$referred) >= as.Date("1997-11-01") & date(all$referred) <= as.Date("2002-04-30"),
  young = !case | all$event_age < 70,
  free = case | !(yes(all$own_vt) | yes(all$family_vt) | yes(all$related)),
  waited = rep(TRUE, nrow(all)),
  plasma = !is.na(all$igm_ps))
steps$waited[case] <- date(all$sampled[case]) >= month6(date(all$last_event[case]))
keep <- rep(TRUE, nrow(all)); flow <- NULL
for (s in names(steps)) { keep <- keep & steps[[s]]; flow <- rbind(flow, data.frame(step = s, cases = sum(keep & case), controls = sum(keep & !case))) }
d <- all[keep, ]; d$y <- as.integer(d$group == 1); ctl <- d[d$y == 0, ]

# limits and derived variables
q <- function(x, p) quantile(x, p, type = 6, names = FALSE)
limits <- c(igm = round(q(ctl$igm_ps, .99), 1), igg = round(q(ctl$igg_ps, .99), 1), fviii = q(ctl$fviii, .90))
d$igm <- as.integer(d$igm_ps > limits["igm"]); d$igg <- as.integer(d$igg_ps > limits["igg"]); d$f8 <- as.integer(d$fviii > limits["fviii"])
d$lac <- as.integer(yes(d$la)); d$apa <- as.integer(rowSums(d[, c("acl_igg", "acl_igm", "aps_igg", "aps_igm", "b2_igg", "b2_igm")] == "yes") > 0)
d$fvlc <- as.integer(d$fvl != "wt"); d$ptc <- as.integer(d$pt20210a != "GG"); d$tt <- as.integer(d$f12 == "TT")
d$female <- as.integer(d$sex == 2)

# Table 1
se <- function(x) sd(x) / sqrt(length(x))
num <- c("antithrombin", "protein_c", "ps_total", "ps_free", "apc_ratio", "fviii")
cell <- function(x) { x <- x[!is.na(x)]; sprintf("%.1f (%.1f)", mean(x), sd(x)) }
t1 <- rbind(data.frame(var = "age", cases = sprintf("%.1f ± %.1f", mean(d$age[d$y == 1]), se(d$age[d$y == 1])), controls = sprintf("%.1f ± %.1f", mean(d$age[d$y == 0]), se(d$age[d$y == 0]))),
  do.call(rbind, lapply(num, function(n) data.frame(var = n, cases = cell(d[[n]][d$y == 1]), controls = cell(d[[n]][d$y == 0])))))
lev <- function(n) { t <- table(d[[n]], factor(d$y, 0:1)); data.frame(var = paste(n, rownames(t)), cases = sprintf("%d (%.1f%%)", t[, 2], 100 * t[, 2] / sum(t[, 2])), controls = sprintf("%d (%.1f%%)", t[, 1], 100 * t[, 1] / sum(t[, 1]))) }
table1 <- rbind(t1, do.call(rbind, lapply(c("sex", "site", "recurrent", "la", "apa", "fvl", "pt20210a", "f12"), lev)))

# Table 2: Wald and profile limits, tests, exact and penalised answers for each model and subset
adj <- list(crude = character(), la_apa = c("female", "age", "lac", "apa"), all = c("female", "age", "lac", "apa", "fvlc", "ptc", "tt", "f8"))
kept <- list()
one <- function(x, name, data) {
  m <- glm(reformulate(c(x, adj[[name]]), "y"), binomial, data, control = glm.control(epsilon = 1e-14, maxit = 100))
  bs <- coef(summary(m)); b <- bs[x, ]; ci <- suppressMessages(confint(m, x))
  f <- glm(reformulate(c(x, adj[[name]]), "y"), binomial, data, method = "brglmFit", epsilon = 1e-10); X <- model.matrix(m); fit <- list(b = coef(f), value = firth_at(X, data$y, coef(f))$value)
  limits <- exp(t(sapply(2:ncol(X), function(k) c(fit$b[k], firth_limit(X, data$y, fit, k, -1), firth_limit(X, data$y, fit, k, 1))))); dimnames(limits) <- list(rownames(bs)[-1], c("firth", "flow", "fhigh"))
  kept <<- c(kept, list(list(wald = bs[-(1:2), , drop = FALSE], penalised = limits[-1, , drop = FALSE])))
  data.frame(exposure = x, model = name, n = nobs(m), events = sum(data$y), or = exp(b[1]), low = exp(b[1] - qnorm(.975) * b[2]), high = exp(b[1] + qnorm(.975) * b[2]), p = b[4],
    plow = exp(ci[1]), phigh = exp(ci[2]), limits[x, , drop = FALSE])
}
first <- d[!(d$y == 1 & yes(d$recurrent)), ]
rows <- rbind(do.call(rbind, lapply(names(adj), function(n) one("igm", n, d))), do.call(rbind, lapply(names(adj), function(n) one("igm", n, first))), one("igg", "crude", d))
rownames(rows) <- NULL
strip <- function(x) { t <- table(d[[x]], d$y); list(pearson = chisq.test(t, correct = FALSE)$p.value, fisher = fisher.test(t), midp = oddsratio.midp(t)$measure[2, ], wald = oddsratio.wald(t)$measure[2, ]) }
tests <- suppressWarnings(list(igm = strip("igm"), igg = strip("igg")))
smd <- c(sex = { p <- tapply(d$female, d$y, mean); diff(p) / sqrt(sum(p * (1 - p)) / 2) }, age = { m <- tapply(d$age, d$y, mean); v <- tapply(d$age, d$y, var); diff(m) / sqrt(sum(v) / 2) })

# further numbers of the supplement: every covariate by maximum likelihood and penalised
supplement <- do.call(rbind, lapply(kept, function(k) { b <- k$wald; data.frame(term = rownames(b), or = exp(b[, 1]), low = exp(b[, 1] - qnorm(.975) * b[, 2]), high = exp(b[, 1] + qnorm(.975) * b[, 2]), p = b[, 4], k$penalised) }))

# reference limits with the interval of ordered values and the exceedance test
exceedance <- function(a, n1, c, n0) sum(exp(lchoose(a:n1 + c, c) + lchoose(n1 - a:n1 + n0 - c - 1, n0 - c - 1) - lchoose(n1 + n0, n0))) # c controls above are fixed by the cut-off
ordered <- function(x, p) { n <- length(x); r <- qbinom(.05, n, p); s <- qbinom(.95, n, p) + 1; c(if (r < 1) -Inf else sort(x)[r], if (s > n) Inf else sort(x)[s]) }
above <- function(x, k) sum(x > k, na.rm = TRUE)
limit <- function(v, p, k) { x <- ctl[[v]]; ca <- d[[v]][d$y == 1]; c(limit = k, ordered(x, p), n = length(x), controls = above(x, k), cases = above(ca, k), p = exceedance(above(ca, k), length(ca), above(x, k), length(x))) }
table4 <- rbind(igm = limit("igm_ps", .99, limits["igm"]), igg = limit("igg_ps", .99, limits["igg"]), fviii = limit("fviii", .90, limits["fviii"]))

# the assay: parametric limit, outliers, partition, zone of imprecision
x <- ctl$igm_ps; ca <- d$igm_ps[d$y == 1]; n <- length(x)
bc <- function(x, l) if (abs(l) < 1e-8) log(x) else (x^l - 1) / l
power <- optimize(function(l) { z <- bc(x, l); -n / 2 * log(mean((z - mean(z))^2)) + (l - 1) * sum(log(x)) }, c(-3, 3), maximum = TRUE, tol = 1e-9)$maximum
back <- function(z) (power * z + 1)^(1 / power)
z <- bc(x, power); m <- mean(z); s <- sd(z); zp <- qnorm(.99); e <- s * sqrt(1 / n + zp^2 / (2 * (n - 1)))
parametric <- back(m + zp * s + c(0, -1, 1) * qnorm(.95) * e)
hinges <- q(z, c(.25, .75)); fences <- back(hinges + c(-1.5, 1.5) * diff(hinges)); flagged <- x < fences[1] | x > fences[2]
sexes <- split(z, ctl$sex); harris <- c(z = abs(diff(sapply(sexes, mean))) / sqrt(sum(sapply(sexes, var) / lengths(sexes))), critical = 3 * sqrt(n / 240), ratio = max(sapply(sexes, sd)) / min(sapply(sexes, sd)))
zone <- sapply(c(5, 10) / 100, function(cv) { r <- limits["igm"] * (1 + c(-1, 1) * qnorm(.975) * cv); c(r, sum(ca >= r[1] & ca <= r[2]), sum(x >= r[1] & x <= r[2])) })
table5 <- data.frame(number = c("n", "needed", "limit", "parametric", "low", "high", "flagged", "fence low", "fence high", "z", "critical", "ratio", "zone 5", "zone 10"),
  value = c(n, ceiling(log(.05) / log(.99)), q(x, .99), parametric, sum(flagged), fences, harris, sprintf("%.1f-%.1f: %d, %d", zone[1, ], zone[2, ], as.integer(zone[3, ]), as.integer(zone[4, ]))))

# the cut-off by every definition, without outliers, by sex; the odds ratio above each
wald <- function(a, b, c, d) { l <- log(a * d / (b * c)); se <- sqrt(1 / a + 1 / b + 1 / c + 1 / d); cbind(or = exp(l), low = exp(l - qnorm(.975) * se), high = exp(l + qnorm(.975) * se)) }
cut <- function(label, k, ca, x) { a <- above(ca, k); c <- above(x, k); w <- wald(a, length(ca) - a, c, length(x) - c); data.frame(label = label, cutoff = k, cases = a, controls = c, w, p = exceedance(a, length(ca), c, length(x))) }
by_sex <- lapply(1:2, function(g) { xs <- x[ctl$sex == g]; list(round(q(xs, .99), 1), ca[d$sex[d$y == 1] == g], xs) })
table6 <- rbind(cut("in use", limits["igm"], ca, x), cut("not rounded", q(x, .99), ca, x),
  do.call(rbind, lapply(1:9, function(t) cut(paste("type", t), round(quantile(x, .99, type = t, names = FALSE), 1), ca, x))),
  cut("without flagged", round(q(x[!flagged], .99), 1), ca, x),
  do.call(rbind, lapply(1:2, function(g) cut(paste("sex", g), by_sex[[g]][[1]], by_sex[[g]][[2]], by_sex[[g]][[3]]))))

# the cut-off taken anew in 999 samples
set.seed(1)
draws <- replicate(999, { cs <- sample(ca, replace = TRUE); xs <- sample(x, replace = TRUE); k <- round(q(xs, .99), 1); c(k, sum(cs > k), sum(xs > k)) })
samples <- list(cutoff = draws[1, ], or = draws[2, ] * (n - draws[3, ]) / ((length(ca) - draws[2, ]) * draws[3, ]), firth = (draws[2, ] + .5) * (n - draws[3, ] + .5) / ((length(ca) - draws[2, ] + .5) * (draws[3, ] + .5)))
table7 <- t(sapply(samples, function(v) sort(v)[c(25, 975)]))

# matching: who could have been a control of whom
same <- outer(d$sex[d$y == 1], ctl$sex, "==") & abs(outer(d$age[d$y == 1], ctl$age, "-")) <= 10
table8 <- c(smd, median = median(rowSums(same)), range(rowSums(same)), none = sum(rowSums(same) == 0))

# the odds ratio along the cut-off
steps <- sort(unique(c(ca, x))); steps <- steps[steps >= q(x, .5)]
a <- sapply(steps, function(k) sum(ca > k)); c <- sapply(steps, function(k) sum(x > k)); filled <- a > 0 & c > 0
curve <- data.frame(k = steps, wald(a, length(ca) - a, c, n - c))[filled, ]

# figures
sweep <- ggplot(curve, aes(x = k, y = or, ymin = low, ymax = high)) + geom_ribbon(alpha = .2) + geom_step() + geom_hline(yintercept = 1, linetype = 2) + geom_vline(xintercept = limits["igm"]) + scale_y_log10() + theme_bw()
svg(file.path(out, "sweep.svg"), 7, 4); print(sweep); invisible(dev.off())
forest <- ggplot(rows, aes(x = or, y = paste(exposure, model, seq_along(or)), xmin = low, xmax = high)) + geom_vline(xintercept = 1, linetype = 2) + geom_pointrange() + scale_x_log10() + theme_bw()
svg(file.path(out, "forest.svg"), 7, 4); print(forest); invisible(dev.off())
svg(file.path(out, "flow.svg"), 5, 6); plot.new(); plot.window(c(0, 1), c(0, nrow(flow)))
for (i in seq_len(nrow(flow))) { rect(.1, nrow(flow) - i + .2, .9, nrow(flow) - i + .8); text(.5, nrow(flow) - i + .5, sprintf("%s: %d cases, %d controls", flow$step[i], flow$cases[i], flow$controls[i])) }
invisible(dev.off())

# the page and the files
html <- function(t) paste0("<table><tr>", paste0("<th>", names(t), "</th>", collapse = ""), "</tr>", paste0("<tr>", apply(t, 1, function(r) paste0("<td>", r, "</td>", collapse = "")), "</tr>", collapse = ""), "</table>")
writeLines(c("<html><body>", html(table1), html(format(rows, digits = 4)), unlist(lapply(list(data.frame(table4), table5, format(table6, digits = 4), data.frame(table7), data.frame(t(table8)), format(supplement, digits = 4)), html)), readLines(file.path(out, "flow.svg")), readLines(file.path(out, "forest.svg")), readLines(file.path(out, "sweep.svg")), "</body></html>"), file.path(out, "report.html"))
write.csv(table1, file.path(out, "table1.csv"), row.names = FALSE); write.csv(rows, file.path(out, "table2.csv"), row.names = FALSE); write.csv(d, file.path(out, "analysis.csv"), row.names = FALSE)

# the numbers by which both sides are compared: address, part, value
models <- paste0("association.igm_positive.", c("crude", "la_and_apa", "all_known_factors", paste0("restricted.first_events.", c("crude", "la_and_apa", "all_known_factors"))), ".odds_ratio")
cutoffs <- paste0("assay.igm_ps.", c("in_use", "not_rounded", "type_1", "type_4", "type_6", "type_8", "type_9", "without_flagged", "part_male", "part_female"))
rows6 <- c(1, 2, 3, 6, 8, 10, 11, 12, 13, 14); tested <- rows6 != 12
reference <- "assay.igm_ps.reference."
compared <- rbind(
  data.frame(address = models, part = "value", value = rows$or[1:6]), data.frame(address = models, part = "low", value = rows$low[1:6]), data.frame(address = models, part = "high", value = rows$high[1:6]),
  data.frame(address = paste0(models, ".casebook"), part = "value", value = rows$firth[1:6]), data.frame(address = paste0(models, ".casebook"), part = "low", value = rows$flow[1:6]), data.frame(address = paste0(models, ".casebook"), part = "high", value = rows$fhigh[1:6]),
  data.frame(address = paste0(cutoffs, ".odds_ratio"), part = "value", value = table6$or[rows6]), data.frame(address = paste0(cutoffs, ".odds_ratio"), part = "high", value = table6$high[rows6]),
  data.frame(address = paste0(cutoffs, ".exceedance")[tested], part = "p", value = table6$p[rows6][tested]),
  data.frame(address = paste0("limits.", c("igm_ps", "igg_ps", "fviii"), ".exceedance"), part = "p", value = table4[, "p"]),
  data.frame(address = paste0(reference, c("percentile", rep("parametric", 3), "lower_fence", "upper_fence", "male_female.z", "male_female.critical_z", "male_female.deviation_ratio")),
    part = c("value", "value", "low", "high", rep("value", 5)), value = c(q(x, .99), parametric, fences, harris)),
  data.frame(address = paste0("matching.", c("sex.standardised_difference", "age.standardised_difference", "eligible_controls.median", "eligible_controls.minimum", "eligible_controls.maximum", "none.count")), part = "value", value = table8))
writeLines(sprintf("%s,%s,%.15g", compared$address, compared$part, compared$value), file.path(out, "numbers.csv"))
