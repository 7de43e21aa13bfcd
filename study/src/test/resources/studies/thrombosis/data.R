# SPDX-License-Identifier: Apache-2.0
# Makes data.csv, people who do not exist: Rscript data.R (R 4.2.2, seed 20260702).
set.seed(20260702)
n <- 240
cases <- 110
group <- c(rep("patient", cases), rep("control", n - cases))
y <- group == "patient"
sex <- sample(c("male", "female"), n, TRUE)
age <- round(pmin(90, pmax(18, rnorm(n, 52, 14))))
la <- ifelse(runif(n) < ifelse(y, 0.22, 0.08), "yes", "no")
marker <- round(exp(rnorm(n, ifelse(y, 1.3, 1.0), 0.6)), 2)
dose <- rbinom(n, 2, ifelse(y, 0.12, 0.06))
fvl <- c("GG", "GA", "AA")[dose + 1]
recurrent <- ifelse(y, ifelse(runif(n) < 0.3, "yes", "no"), "")
rare <- rep("no", n)
rare[which(y)[c(3, 17, 40, 77, 101)]] <- "yes"
stage <- ifelse(y, sample(c("I", "II", "III"), n, TRUE), "")
marker[sample(n, 9)] <- NA
la[sample(n, 6)] <- ""
fvl[sample(n, 4)] <- ""
recurrent[sample(which(y), 3)] <- ""
d <- data.frame(id = sprintf("P%03d", seq_len(n)), group, sex, age, la, marker, fvl, recurrent,
                rare, stage, empty = "", constant = 7)
write.csv(d[order(runif(n)), ], "data.csv", row.names = FALSE, quote = FALSE, na = "")
