# SPDX-License-Identifier: Apache-2.0
# Makes data.csv (synthetic persons with values missing) and imputed.csv (by mice, 8 imputations).
# Rscript data.R, R 4.2.2 with mice 3.15.0, 2026-11-22. The bundled study crp-fracture holds the same
# persons with 20 imputations: Rscript data.R 20, and data.csv is its participants.csv.
suppressMessages(library(mice))
sets <- as.integer(c(commandArgs(TRUE), 8)[1])
set.seed(309)
n <- 260
group <- rep(0:1, each = n / 2)
id <- sprintf("H%03d", seq_len(n))
sex <- factor(sample(c("male", "female"), n, TRUE, c(0.4, 0.6)), c("male", "female"))
age <- round(rnorm(n, 71 + 3 * group, 8))
smoking <- factor(c("never", "former", "current")[1 + rbinom(n, 2, 0.25 + 0.12 * group)],
  c("never", "former", "current"))
bmi <- round(rnorm(n, 26.5 - 1.4 * group + 0.02 * (age - 70), 3.6), 1)
crp <- round(exp(rnorm(n, 0.6 + 0.45 * group + 0.05 * (bmi - 26), 0.9)), 2)
data <- data.frame(id, group, sex, age, bmi, smoking, crp)
data$bmi[runif(n) < plogis(-2.6 + 0.06 * (age - 71) + 0.7 * group)] <- NA
data$smoking[runif(n) < 0.09] <- NA
data$crp[runif(n) < plogis(-2 - 0.5 * group + 0.4 * (sex == "female"))] <- NA
write.csv(data, "data.csv", row.names = FALSE, quote = FALSE, na = "")

data$group <- factor(data$group)
method <- make.method(data)
predictors <- make.predictorMatrix(data)
predictors[, "id"] <- 0
imputed <- mice(data, m = sets, maxit = 10, method = method, predictorMatrix = predictors,
  seed = 20261122, printFlag = FALSE)
long <- complete(imputed, "long", include = TRUE)
write.csv(long, "imputed.csv", row.names = FALSE, quote = FALSE, na = "")
