# Firth's Cox regression by direct maximisation: survival's own log partial likelihood and information
# at a given point (coxph with iter.max = 0), plus half the log determinant. The gradient is taken
# numerically (Richardson's extrapolation of central differences, good to about 1e-11), and Newton's
# method goes on until a step is below 1e-11. Made with R 4.2.2, survival 3.5.3 (Debian 12):
#   Rscript cox_firth.R ../../third-party > ../cox_firth.csv
suppressPackageStartupMessages(library(survival))
folder <- commandArgs(TRUE)[1]
firth <- function(id, f, d, ties) {
  at <- function(b) suppressWarnings(coxph(f, d, ties = ties, init = b, control = coxph.control(iter.max = 0)))
  value <- function(b) { m <- at(b); m$loglik[2] - as.double(determinant(vcov(m))$modulus) / 2 }
  slope <- function(b, j) {
    e <- replace(b * 0, j, 1); s <- sqrt(vcov(at(b))[j, j])
    t <- sapply(0.1 * s / 2^(0:4), function(h) (value(b + h * e) - value(b - h * e)) / (2 * h))
    for (k in 1:4) t <- (4^k * t[-1] - t[-length(t)]) / (4^k - 1)
    t
  }
  b <- rep(0, length(coef(coxph(f, d, ties = ties, control = coxph.control(iter.max = 1)))))
  for (i in 1:500) {
    step <- drop(vcov(at(b)) %*% sapply(seq_along(b), function(j) slope(b, j)))
    b <- b + step * min(1, 1 / max(abs(step)))
    if (max(abs(step)) < 1e-11) break
  }
  names <- names(coef(at(b))); se <- sqrt(diag(vcov(at(b))))
  cat(sprintf("%s,%s,%s,%.17g,%.17g,%.17g\n", id, ties, names, b, se, value(b)), sep = "")
}
cat("# Made by r/cox_firth.R with R 4.2.2, survival 3.5.3, on 2026-11-22; 17 digits, of which about 10 hold\n")
cat("case,ties,term,coefficient,standard_error,penalized_log_likelihood\n")
options(warn = -1)
o <- read.csv(file.path(folder, "ovarian", "ovarian.csv")); v <- read.csv(file.path(folder, "veteran", "veteran.csv"))
z <- data.frame(time = 1:6, status = c(1, 1, 1, 0, 0, 0), x = c(1, 1, 1, 0, 0, 0))
for (ties in c("efron", "breslow")) {
  firth("monotone", Surv(time, status) ~ x, z, ties)
  firth("ovarian", Surv(futime, fustat) ~ age + rx, o, ties)
  firth("veteran", Surv(time, status) ~ karno + age + diagtime, v, ties)
}
