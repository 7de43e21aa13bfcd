# SPDX-License-Identifier: Apache-2.0
# The peer of `./dev bench duels`: R's functions on the data that the other side wrote into a folder.
# One process for the whole duel. A line `check NAME` is answered by the numbers, a line `time NAME
# CALLS` by the seconds of each call. Needs r-base-core, r-cran-survival and r-cran-brglm2.
suppressPackageStartupMessages({library(survival); library(brglm2)})
source("bench/duel/firth.R") # both are run from the root of the checkout
folder <- commandArgs(TRUE)[1]
column <- function(name) { f <- file.path(folder, name); readBin(f, "double", file.size(f) / 8, endian = "little") }
frame <- function(prefix, count) {
  d <- as.data.frame(lapply(seq_len(count), function(j) column(paste0(prefix, "-x", j))))
  names(d) <- paste0("x", seq_len(count)); d
}

logistic <- cbind(y = column("logistic-y"), frame("logistic", 10))
matrix10 <- cbind("(Intercept)" = 1, as.matrix(logistic[, -1]))
clogit_data <- cbind(case = column("clogit-y"), set = column("clogit-set"), frame("clogit", 5))
cox <- cbind(time = column("cox-time"), event = column("cox-event"), frame("cox", 5))
cox_order <- order(cox$time)
km <- data.frame(time = column("km-time"), event = column("km-event"))
days <- data.frame(time = ceiling(km$time * 30), event = km$event)
two <- matrix(c(12, 2, 232, 244), 2)
five <- matrix(column("fisher-5x5"), 5, byrow = TRUE)

firth_profile <- function() {
  fit <- firth_fit(matrix10, logistic$y)
  limits <- sapply(2:11, function(k) c(firth_limit(matrix10, logistic$y, fit, k, -1), firth_limit(matrix10, logistic$y, fit, k, 1)))
  list(fit = fit, limits = limits)
}
formula10 <- reformulate(paste0("x", 1:10), "y")
formula5 <- reformulate(paste0("x", 1:5), "Surv(time, event)")
matched <- reformulate(c(paste0("x", 1:5), "strata(set)"), "case")

run <- list(
  logistic = function() glm(formula10, binomial, logistic),
  `logistic-lean` = function() glm.fit(matrix10, logistic$y, family = binomial()),
  firth = function() glm(formula10, binomial, logistic, method = "brglmFit", type = "AS_mean"),
  `firth-profile` = firth_profile,
  clogit = function() clogit(matched, clogit_data),
  cox = function() coxph(formula5, cox),
  `cox-lean` = function() coxph.fit(as.matrix(cox[, 3:7]), Surv(cox$time, cox$event), NULL, NULL, NULL, coxph.control(), NULL, "efron", NULL, resid = FALSE),
  `odds-ratio` = function() fisher.test(two),
  `fisher-5x5` = function() fisher.test(five, workspace = 2e7),
  km = function() survfit(Surv(time, event) ~ 1, km),
  `km-days` = function() survfit(Surv(time, event) ~ 1, days),
  `km-plain` = function() survfit(Surv(time, event) ~ 1, km, conf.type = "none"))

# what is compared: fits with a tight tolerance, so that both sides speak of the same maximum
tight <- glm.control(epsilon = 1e-14, maxit = 100)
errors <- function(V) sqrt(diag(V))
curve <- function(fit, at) c(length(fit$time), fit$surv[at], fit$surv[at] * fit$std.err[at], if (is.null(fit$lower)) NULL else c(fit$lower[at], fit$upper[at]))
places <- function(n) 1 + (0:100 * (n - 2)) %/% 100
numbers <- list(
  logistic = function() { m <- glm(formula10, binomial, logistic, control = tight); c(coef(m), errors(vcov(m))) },
  firth = function() { m <- glm(formula10, binomial, logistic, method = "brglmFit", type = "AS_mean", epsilon = 1e-12, maxit = 1000); c(coef(m), errors(vcov(m))) },
  `firth-profile` = function() { f <- firth_profile(); c(f$fit$b, f$limits) },
  clogit = function() { m <- clogit(matched, clogit_data, control = coxph.control(eps = 1e-13, iter.max = 100)); c(coef(m), errors(vcov(m))) },
  cox = function() { m <- coxph(formula5, cox, control = coxph.control(eps = 1e-13, iter.max = 100)); c(coef(m), errors(vcov(m))) },
  `odds-ratio` = function() { f <- fisher.test(two); c(f$estimate, f$conf.int) },
  `fisher-5x5` = function() run$`fisher-5x5`()$p.value,
  km = function() { f <- run$km(); curve(f, places(length(f$time))) },
  `km-days` = function() { f <- run$`km-days`(); curve(f, places(length(f$time))) },
  `km-plain` = function() { f <- run$`km-plain`(); curve(f, places(length(f$time))) })
numbers$`logistic-lean` <- numbers$logistic
numbers$`cox-lean` <- numbers$cox

cat("R", paste(R.version$major, R.version$minor, sep = "."), "survival", as.character(packageVersion("survival")), "brglm2", as.character(packageVersion("brglm2")), "\n")
flush(stdout())
input <- file("stdin", "r")
while (length(line <- readLines(input, 1)) > 0) {
  words <- strsplit(line, " ")[[1]]
  if (words[1] == "check") {
    answer <- numbers[[words[2]]]()
  } else {
    call <- run[[words[2]]]
    answer <- vapply(seq_len(as.integer(words[3])), function(i) { start <- Sys.time(); call(); as.double(Sys.time()) - as.double(start) }, 0)
  }
  cat(sprintf("%.17g", answer), "\n"); flush(stdout())
}
