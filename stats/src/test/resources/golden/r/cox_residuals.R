# Residuals of Cox models with late entries, ties and strata: writes cox_residuals.csv.
library(survival)
start <- c(0, 0, 1, 0, 2, 0, 3, 0, 0, 1, 0, 0)
stop <- c(3, 5, 5, 5, 6, 8, 8, 9, 9, 10, 11, 12)
event <- c(1, 1, 0, 1, 1, 1, 1, 1, 1, 0, 1, 0)
x <- c(1, 0, 1, 1, 0, 1, 0, 0, 1, 0, 1, 0)
z <- c(2, 3, 1, 5, 4, 2, 6, 3, 1, 2, 4, 3)
stratum <- c(0, 0, 0, 0, 1, 1, 1, 0, 1, 1, 0, 1)
cat("# Made by r/cox_residuals.R with R ", as.character(getRversion()), ", survival ",
    as.character(packageVersion("survival")), ", on ", format(Sys.Date()), "; 13 digits\n", sep = "")
cat("ties,row,martingale,deviance,score.x,score.z,dfbeta.x,dfbeta.z,schoenfeld.x,schoenfeld.z\n")
# the rows of Schoenfeld residuals
ends <- which(event == 1)
ends <- ends[order(stratum[ends], stop[ends])]
for (ties in c("efron", "breslow")) {
  fit <- coxph(Surv(start, stop, event) ~ x + z + strata(stratum), ties = ties,
               control = coxph.control(eps = 1e-15, toler.chol = 1e-16, iter.max = 60))
  m <- residuals(fit, "martingale")
  d <- residuals(fit, "deviance")
  s <- residuals(fit, "score")
  b <- residuals(fit, "dfbeta")
  r <- residuals(fit, "schoenfeld")
  for (i in seq_along(m)) {
    here <- if (i %in% ends) r[match(i, ends), ] else c(0, 0)
    numbers <- sprintf("%.13g", c(m[i], d[i], s[i, ], b[i, ], here))
    cat(ties, ",", i, ",", paste(numbers, collapse = ","), "\n", sep = "")
  }
}
