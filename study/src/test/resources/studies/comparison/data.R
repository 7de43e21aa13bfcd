# SPDX-License-Identifier: Apache-2.0
# Made-up samples: Rscript data.R (R 4.2.2). No person stands behind a row.
set.seed(309)
n <- 66
copies <- sample(0:2, n, TRUE, c(0.45, 0.42, 0.13))
snp <- c("TT", "TG", "GG")[copies + 1]
trisomy12 <- ifelse(runif(n) < 0.18, "yes", "no")
stage <- sample(c("A", "B", "C"), n, TRUE, c(0.5, 0.3, 0.2))
z <- rnorm(n)
mdm2 <- round(2^(0.05 * copies + 0.5 * (trisomy12 == "yes") + 0.9 * z), 3)
p53 <- round(2^(0.5 * z + 0.8 * rnorm(n) - 0.3), 3)
b2m <- round(2.4 + 0.7 * (stage == "B") + 1.9 * (stage == "C") + rnorm(n, 0, 0.8), 1)
snp[c(11, 40)] <- ""
mdm2[c(25, 40)] <- NA
write.csv(data.frame(id = 1:n, snp309 = snp, trisomy12, stage, mdm2, p53, b2m), "data.csv",
          row.names = FALSE, quote = FALSE, na = "")
