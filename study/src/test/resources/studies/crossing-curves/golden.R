# SPDX-License-Identifier: Apache-2.0
# Run in this folder: Rscript golden.R. survival (survfit); the restricted mean is the area below its
# curve up to the shorter of the two longest follow-ups, its variance that of print(survfit, rmean = ).
suppressMessages(library(survival))
d <- read.csv("data.csv", stringsAsFactors = FALSE)
event <- d$relapsed == "yes"
z <- qnorm(0.975)
out <- character()
put <- function(address, value = NA, low = NA, high = NA, p = NA) {
  number <- function(x) if (length(x) == 0 || is.na(x)) "-" else formatC(x, digits = 17, format = "g")
  out <<- c(out, gsub(" +", " ", paste(address, number(value), number(low), number(high), number(p))))
}
base <- "survival.relapsed_by_arm"
tau <- min(tapply(d$followed, d$arm, max))
mean_of <- function(one) {
  s <- survfit(Surv(followed, relapsed == "yes") ~ 1, data = d[one, ])
  e <- which(s$n.event > 0 & s$time <= tau)
  cuts <- c(0, s$time[e], tau); level <- c(1, s$surv[e])
  area <- sum(level * diff(cuts))
  rest <- sapply(seq_along(e), function(k) sum((level * diff(cuts))[-(1:k)]))
  risk <- s$n.risk[e]; dead <- s$n.event[e]
  variance <- sum(rest^2 * dead / (risk * (risk - dead)))
  known <- summary(s, rmean = tau)$table  # survival's own answer, to its printed digits
  stopifnot(isTRUE(all.equal(unname(known["rmean"]), area)),
            isTRUE(all.equal(unname(known["se(rmean)"]), sqrt(variance))))
  c(area, variance)
}
for (arm in c("early", "late")) {
  s <- survfit(Surv(followed, relapsed == "yes") ~ 1, data = d[d$arm == arm, ], conf.type = "log-log")
  put(paste0(base, ".", arm, ".n"), sum(d$arm == arm))
  put(paste0(base, ".", arm, ".events"), sum(event & d$arm == arm))
  for (t in c(6, 18)) {
    p <- summary(s, times = t)
    put(paste0(base, ".", arm, ".at_", t), 100 * p$surv, 100 * p$lower, 100 * p$upper)
  }
}
one <- mean_of(d$arm == "late"); other <- mean_of(d$arm == "early")
difference <- one[1] - other[1]; se <- sqrt(one[2] + other[2])
put(paste0(base, ".late.mean_difference"), difference, difference - z * se, difference + z * se,
    2 * pnorm(-abs(difference / se)))
put(paste0(base, ".log_rank"), p = pchisq(survdiff(Surv(followed, event) ~ arm, data = d)$chisq, 1, lower.tail = FALSE))
writeLines(c(paste0("# Made with ", R.version.string, ", survival ", packageVersion("survival"), "; Rscript golden.R"),
  "# address value low high p; - where there is none; 17 significant digits", out), "r-casebook.txt")
