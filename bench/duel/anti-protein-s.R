# SPDX-License-Identifier: Apache-2.0
# The peer of `casebook run studies/anti-protein-s/study.yaml`: what a group would write today in R for
# the same tables and figures, run lean (no pandoc). Arguments: participants.csv, output folder.
# Needs r-base-core, r-cran-epitools, r-cran-brglm2 (penalised answers) and r-cran-ggplot2.
suppressPackageStartupMessages({library(epitools); library(brglm2); library(ggplot2)})
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
one <- function(x, name, data) {
  m <- glm(reformulate(c(x, adj[[name]]), "y"), binomial, data, control = glm.control(epsilon = 1e-14, maxit = 100))
  b <- coef(summary(m))[x, ]; ci <- suppressMessages(confint(m, x))
  f <- glm(reformulate(c(x, adj[[name]]), "y"), binomial, data, method = "brglmFit"); fb <- coef(summary(f))[x, ]
  data.frame(exposure = x, model = name, n = nobs(m), events = sum(data$y), or = exp(b[1]), low = exp(b[1] - qnorm(.975) * b[2]), high = exp(b[1] + qnorm(.975) * b[2]), p = b[4],
    plow = exp(ci[1]), phigh = exp(ci[2]), firth = exp(fb[1]), flow = exp(fb[1] - qnorm(.975) * fb[2]), fhigh = exp(fb[1] + qnorm(.975) * fb[2]))
}
first <- d[!(d$y == 1 & yes(d$recurrent)), ]
rows <- rbind(do.call(rbind, lapply(names(adj), function(n) one("igm", n, d))), do.call(rbind, lapply(names(adj), function(n) one("igm", n, first))), one("igg", "crude", d))
rownames(rows) <- NULL
strip <- function(x) { t <- table(d[[x]], d$y); list(pearson = chisq.test(t, correct = FALSE)$p.value, fisher = fisher.test(t), midp = oddsratio.midp(t)$measure[2, ], wald = oddsratio.wald(t)$measure[2, ]) }
tests <- suppressWarnings(list(igm = strip("igm"), igg = strip("igg")))
smd <- c(sex = { p <- tapply(d$female, d$y, mean); diff(p) / sqrt(sum(p * (1 - p)) / 2) }, age = { m <- tapply(d$age, d$y, mean); v <- tapply(d$age, d$y, var); diff(m) / sqrt(sum(v) / 2) })

# figures
forest <- ggplot(rows, aes(x = or, y = paste(exposure, model, seq_along(or)), xmin = low, xmax = high)) + geom_vline(xintercept = 1, linetype = 2) + geom_pointrange() + scale_x_log10() + theme_bw()
svg(file.path(out, "forest.svg"), 7, 4); print(forest); invisible(dev.off())
svg(file.path(out, "flow.svg"), 5, 6); plot.new(); plot.window(c(0, 1), c(0, nrow(flow)))
for (i in seq_len(nrow(flow))) { rect(.1, nrow(flow) - i + .2, .9, nrow(flow) - i + .8); text(.5, nrow(flow) - i + .5, sprintf("%s: %d cases, %d controls", flow$step[i], flow$cases[i], flow$controls[i])) }
invisible(dev.off())

# the page and the files
html <- function(t) paste0("<table><tr>", paste0("<th>", names(t), "</th>", collapse = ""), "</tr>", paste0("<tr>", apply(t, 1, function(r) paste0("<td>", r, "</td>", collapse = "")), "</tr>", collapse = ""), "</table>")
writeLines(c("<html><body>", html(table1), html(format(rows, digits = 4)), readLines(file.path(out, "flow.svg")), readLines(file.path(out, "forest.svg")), "</body></html>"), file.path(out, "report.html"))
write.csv(table1, file.path(out, "table1.csv"), row.names = FALSE); write.csv(rows, file.path(out, "table2.csv"), row.names = FALSE); write.csv(d, file.path(out, "analysis.csv"), row.names = FALSE)
options(digits = 17)
cat(sprintf("%.15g\n", c(rows$or, rows$low, rows$high)), file = file.path(out, "numbers.txt"), sep = "")
