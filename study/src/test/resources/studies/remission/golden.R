# SPDX-License-Identifier: Apache-2.0
# Run in this folder: Rscript golden.R; the functions are those of ../survival/golden.R.
only_functions <- TRUE
source("../survival/golden.R")
d <- read.csv("data.csv")
base <- "survival.relapsed_by_arm"
for (profile in c("casebook", "r", "spss14", "sas", "stata")) {
  one <- d$arm == "6-MP"; event <- d$relapsed == "yes"
  curve(paste0(base, ".placebo"), d$weeks[!one], event[!one], c(10, 20), profile)
  curve(paste0(base, ".6_mp"), d$weeks[one], event[one], c(10, 20), profile)
  followup(base, d$weeks, event, profile)
  logrank(base, d$weeks, event, factor(one))
  hazard(paste0(base, ".6_mp.crude.hazard_ratio"), d$weeks, event, cbind(one), 1, profile)
  zph(paste0(base, ".crude.proportional_hazards"), d$weeks, event, cbind(one), profile)
  write_golden(paste0("r-", profile, ".txt"))
}
