# SPDX-License-Identifier: Apache-2.0
# Run in this folder: Rscript golden.R
# P values of three families, raw and adjusted by p.adjust.
source("../methods.R")
d <- read.csv("data.csv", stringsAsFactors = FALSE, na.strings = "")
d$y <- d$group
made <- "Rscript golden.R, 2026-11-22"
n_minus_one <- function(t) {
  n <- sum(t)
  x <- suppressWarnings(chisq.test(t, correct = FALSE))$statistic * (n - 1) / n
  pchisq(unname(x), 1, lower.tail = FALSE)
}
pearson <- function(t) suppressWarnings(chisq.test(t, correct = FALSE))$p.value
ga <- as.numeric(d$fvl == "het")
aa <- as.numeric(d$fvl == "hom")
igg <- as.numeric(d$acl_igg == "yes")
female <- as.numeric(d$sex == 2)
family <- function(addresses, p, method) {
  adjusted <- p.adjust(p, method)
  for (i in seq_along(p)) {
    put(paste0(addresses[i], ".adjusted"), p = adjusted[i])
  }
}
antibodies <- c("acl_igg", "acl_igm", "aps_igg", "b2_igg")
tables <- lapply(antibodies, function(v) table(d[[v]], d$y))
crude <- paste0("association.", antibodies, ".crude.p")

p <- sapply(tables, n_minus_one)
for (i in seq_along(p)) put(crude[i], p = p[i])
family(crude, p, "holm")
described <- c(n_minus_one(table(d$sex, d$y)), t.test(age ~ y, d)$p.value,
               fisher.test(table(d$fvl, d$y))$p.value)
family(paste0("characteristics.", c("sex", "age", "fvl"), ".p"), described, "BH")
models <- c(profile_one(cbind(1, igg, d$age, female), d$y, 2, FALSE)[4],
            profile_one(cbind(1, ga, aa), d$y, 2, TRUE)[4],
            profile_one(cbind(1, ga, aa), d$y, 3, TRUE)[4])
family(c("association.acl_igg.age_and_sex.odds_ratio", "association.fvl.crude.ga.odds_ratio",
         "association.fvl.crude.aa.odds_ratio"), models, "hochberg")
write_golden("r-casebook.txt", made)

family(crude, sapply(tables, pearson), "holm")
write_golden("r-spss14.txt", made)
