# SPDX-License-Identifier: Apache-2.0
# The imprecision of the controls when the plates stand for days, two plates a day: a nested analysis
# of variance, its components from the mean squares, Satterthwaite's degrees of freedom.
# Run in this folder: Rscript days.R, R 4.2.2, 2026-11-22
source("../methods.R")
readings <- read.csv("readings.csv", colClasses = c(plate = "character", sample = "character"))
readings$day <- ifelse(readings$plate %in% c("1", "4"), "monday", "tuesday")
curve <- deriv(~ a + (d - a) / (1 + exp(-s * (x - m))), c("a", "d", "s", "m"), function(x, a, d, s, m) {})
singles <- NULL
for (p in unique(readings$plate)) {
  own <- readings[readings$plate == p, ]
  own$y <- own$od - mean(own$od[own$kind == "blank"])
  standards <- own[own$kind == "standard", ]
  standards$x <- log(pmax(standards$concentration, 1e-12))
  fit <- nls(y ~ curve(x, a, d, s, m), standards,
    start = list(a = 0, d = 2.8, s = 1.1, m = log(13)),
    control = nls.control(tol = 1e-7, maxiter = 500, minFactor = 1e-12))
  k <- coef(fit)
  for (step in 1:6) {
    at <- curve(standards$x, k["a"], k["d"], k["s"], k["m"])
    k <- k + qr.solve(attr(at, "gradient"), standards$y - as.vector(at))
  }
  inverse <- function(y) exp(k["m"] - log((k["d"] - k["a"]) / (y - k["a"]) - 1) / k["s"])
  controls <- own[own$kind == "control", ]
  singles <- rbind(singles, data.frame(day = controls$day, plate = p, sample = controls$sample,
    value = inverse(controls$y)))
}
for (one in unique(singles$sample)) {
  own <- singles[singles$sample == one, ]
  whole <- anova(lm(value ~ day + day:plate, own))
  square <- whole$`Mean Sq` # between days, between plates, within
  df <- whole$Df
  within <- square[3]
  plates <- max(0, (square[2] - within) / 3)
  days <- max(0, (square[1] - within - 3 * plates) / 6)
  total <- within + plates + days
  # the weights of the mean squares in the total, where a component is not below 0
  run <- if (plates > 0) c(0, 1, -1) / 3 else c(0, 0, 0)
  day <- if (days > 0) (c(1, 0, -1) - 3 * run) / 6 else c(0, 0, 0)
  weight <- c(0, 0, 1) + run + day
  stopifnot(abs(sum(weight * square) / total - 1) < 1e-10)
  total_df <- total^2 / sum((weight * square)^2 / df)
  limits <- function(variance, df) sqrt(df * variance / qchisq(c(0.975, 0.025), df))
  cv <- function(s) 100 * s / mean(own$value)
  place <- paste0("assay.igm.precision.", sub(" ", "_", one), ".")
  put(paste0(place, "mean"), mean(own$value))
  ends <- cv(limits(within, df[3]))
  put(paste0(place, "cv_within_a_plate"), cv(sqrt(within)), ends[1], ends[2])
  put(paste0(place, "cv_between_plates"), cv(sqrt(plates)))
  put(paste0(place, "cv_between_days"), cv(sqrt(days)))
  ends <- cv(limits(total, total_df))
  put(paste0(place, "cv_of_a_single_result"), cv(sqrt(total)), ends[1], ends[2])
}
write_golden("r-days.csv", "Rscript days.R, 2026-11-22")
