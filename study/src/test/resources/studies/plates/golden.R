# SPDX-License-Identifier: Apache-2.0
# Values of the samples by nls, one curve of four parameters a plate, and the precision of the
# controls by a nested analysis of variance. Run in this folder: Rscript golden.R, R 4.2.2, 2026-11-22
source("../methods.R")
readings <- read.csv("readings.csv", colClasses = c(plate = "character", sample = "character"))
# with its derivatives, as those by differences hold half of the digits only
curve <- deriv(~ a + (d - a) / (1 + exp(-s * (x - m))), c("a", "d", "s", "m"), function(x, a, d, s, m) {})
values <- singles <- NULL
for (p in unique(readings$plate)) {
  own <- readings[readings$plate == p, ]
  own$y <- own$od - mean(own$od[own$kind == "blank"])
  standards <- own[own$kind == "standard", ]
  # no concentration is 1e-12: the share of the curve there is below 1e-13
  standards$x <- log(pmax(standards$concentration, 1e-12))
  fit <- nls(y ~ curve(x, a, d, s, m), standards,
    start = list(a = 0, d = 2.8, s = 1.1, m = log(13)),
    control = nls.control(tol = 1e-7, maxiter = 500, minFactor = 1e-12))
  k <- coef(fit)
  for (step in 1:6) { # nls stops a few digits early
    at <- curve(standards$x, k["a"], k["d"], k["s"], k["m"])
    k <- k + qr.solve(attr(at, "gradient"), standards$y - as.vector(at))
  }
  left <- standards$y - as.vector(at)
  variance <- sum(left^2) / (nrow(standards) - 4)
  inverse <- function(y) exp(k["m"] - log((k["d"] - k["a"]) / (y - k["a"]) - 1) / k["s"])
  place <- paste0("assay.igm.calibration.plate_", p, ".")
  error <- sqrt(variance * solve(crossprod(attr(at, "gradient")))[4, 4])
  t <- qt(0.975, nrow(standards) - 4)
  put(paste0(place, "midpoint"), exp(k["m"]), exp(k["m"] - t * error), exp(k["m"] + t * error))
  put(paste0(place, "slope"), k["s"])
  put(paste0(place, "residual_sd"), sqrt(variance))
  # every value at which a reading like the one made would not be surprising
  covariance <- variance * solve(crossprod(attr(at, "gradient")))
  surprise <- function(x, y, wells) {
    there <- curve(x, k["a"], k["d"], k["s"], k["m"])
    g <- attr(there, "gradient")
    abs(y - as.vector(there)) - t * sqrt(variance / wells + drop(g %*% covariance %*% t(g)))
  }
  widths <- NULL
  for (one in unique(own$sample[own$kind == "sample"])) {
    wells <- sum(own$sample == one)
    y <- mean(own$y[own$sample == one])
    if (y > k["a"] && y < k["d"] && inverse(y) >= 0.5 && inverse(y) <= 64) {
      x <- log(inverse(y))
      end <- function(towards) {
        step <- 0.01
        while (surprise(x + towards * step, y, wells) < 0) step <- step + 0.01
        uniroot(surprise, x + towards * c(step - 0.01, step), y, wells, tol = 1e-15)$root
      }
      widths <- c(widths, 50 * (exp(end(1)) - exp(end(-1))) / exp(x))
    }
    value <- if (y <= k["a"]) 0 else if (y >= k["d"]) Inf else inverse(y)
    values <- rbind(values, data.frame(sample = one,
      value = min(max(value, 0.5), 64), side = if (value < 0.5) "<" else if (value > 64) ">" else "="))
  }
  put(paste0(place, "interval_of_a_value"), median(widths))
  for (c in c(0.5, 1, 2, 4, 8, 16, 32, 64)) {
    recovery <- 100 * inverse(mean(standards$y[standards$concentration == c])) / c
    put(paste0("assay.igm.recovery.standard_", sub(".", "_", c, fixed = TRUE), ".recovery_on_plate_", p), recovery)
  }
  controls <- own[own$kind == "control", ]
  singles <- rbind(singles, data.frame(plate = p, sample = controls$sample, value = inverse(controls$y)))
}
for (one in unique(singles$sample)) {
  own <- singles[singles$sample == one, ]
  square <- anova(lm(value ~ plate, own))$`Mean Sq`
  df <- anova(lm(value ~ plate, own))$Df
  within <- square[2]
  between <- max(0, (square[1] - within) / 3)
  total <- within + between
  total_df <- total^2 / ((square[1] / 3)^2 / df[1] + (2 / 3 * within)^2 / df[2])
  limits <- function(variance, df) sqrt(df * variance / qchisq(c(0.975, 0.025), df))
  cv <- function(s) 100 * s / mean(own$value)
  place <- paste0("assay.igm.precision.", sub(" ", "_", one), ".")
  put(paste0(place, "mean"), mean(own$value))
  ends <- cv(limits(within, df[2]))
  put(paste0(place, "cv_within_a_plate"), cv(sqrt(within)), ends[1], ends[2])
  put(paste0(place, "cv_between_plates"), cv(sqrt(between)))
  ends <- cv(limits(total, total_df))
  put(paste0(place, "cv_of_a_single_result"), cv(sqrt(total)), ends[1], ends[2])
}
write_golden("r-casebook.txt", "Rscript golden.R, 2026-11-22")
text <- function(x) { for (c in names(x)) if (is.numeric(x[[c]])) x[[c]] <- sprintf("%.17g", x[[c]]); x }
write.csv(text(values), "r-values.csv", row.names = FALSE, quote = FALSE)
