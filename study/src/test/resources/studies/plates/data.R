# SPDX-License-Identifier: Apache-2.0
# Makes data.csv and readings.csv: invented persons, and what a plate reader would have read of them.
# Rscript data.R, R 4.2.2, 2026-11-22
set.seed(41)
n <- 120
group <- rep(c("control", "patient"), each = n / 2)
id <- sprintf("P%03d", seq_len(n))
level <- exp(rnorm(n, log(4.2), 0.75))
raised <- group == "patient" & runif(n) < 0.25
level[raised] <- level[raised] * 6
data <- data.frame(id, group, sex = sample(c("f", "m"), n, TRUE), age = round(runif(n, 24, 75)))
write.csv(data, "data.csv", row.names = FALSE, quote = FALSE)

od <- function(c, middle) 0.06 + 2.75 * plogis(1.15 * (log(c) - log(middle)))
read <- function(y) sprintf("%.3f", y * exp(rnorm(length(y), 0, 0.025)) + rnorm(length(y), 0, 0.006))
names <- outer(LETTERS[1:8], 1:12, paste0)
order <- sample(n)
rows <- NULL
for (p in 1:4) {
  middle <- 13 * exp(rnorm(1, 0, 0.08))
  drift <- exp(rnorm(1, 0, 0.06)) # samples and controls, not the standards
  well <- as.vector(t(names))
  standards <- rep(c(0, 0.5, 1, 2, 4, 8, 16, 32, 64), each = 2)
  who <- order[((p - 1) * 30 + 1):(p * 30)]
  kind <- c(rep("blank", 2), rep("standard", 18), rep("control", 6), rep("sample", 60))
  sample <- c(rep("", 20), rep(c("low pool", "high pool"), each = 3), rep(id[who], each = 2))
  concentration <- c(rep("", 2), format(standards, trim = TRUE, drop0trailing = TRUE), rep("", 66))
  truth <- c(rep(0, 2), standards, drift * rep(c(5, 24), each = 3), drift * rep(level[who], each = 2))
  y <- read(od(truth, middle) + 0.045)
  y[1:2] <- sprintf("%.3f", 0.045 + 0.06 + rnorm(2, 0, 0.003))
  rows <- rbind(rows, data.frame(plate = p, well = well[1:86], kind, sample, concentration,
    unit = ifelse(kind == "standard", "AU", ""), od = y))
}
write.csv(rows, "readings.csv", row.names = FALSE, quote = FALSE)
