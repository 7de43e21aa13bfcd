# SPDX-License-Identifier: Apache-2.0
# Made-up samples: Rscript data.R (R 4.2.2). No person stands behind a row.
set.seed(17)
n <- 40
copies <- sample(0:2, n, TRUE, c(0.4, 0.4, 0.2))
load <- rnorm(n)
level <- 0.4 * copies + rnorm(n, 0, 0.8)
cq <- function(mean, s = 0.12) sprintf("%.2f", mean + rnorm(n, 0, s))
m <- 29 - level - load
d <- data.frame(id = sprintf("s%02d", 1:n), snp309 = c("TT", "TG", "GG")[copies + 1],
  m1 = cq(m), m2 = cq(m), m3 = cq(m), p53 = cq(28 - 0.5 * level - load, 0.6),
  gapdh1 = cq(19 - load), gapdh2 = cq(19 - load), b2m = cq(20 - load, 0.3))
d[3, c("m1", "m2", "m3")] <- "Undetermined"
d$m2[5] <- ""
d$m3[8] <- "31.75"
d$m1[9] <- ">40"
d$b2m[12] <- ""
d$gapdh1[20] <- "40.00"; d$gapdh2[20] <- "40.00"
write.csv(d, "data.csv", row.names = FALSE, quote = FALSE)
