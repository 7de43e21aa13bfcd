## linear.R - linear regression: coefficients, sequential analysis of variance, F tests, predictions.
HERE <- dirname(sub("--file=", "", grep("--file=", commandArgs(FALSE), value = TRUE))); source(file.path(HERE, "core.R"))
topic("linear", "Linear regression by least squares")
fit <- function(id, ds, f, drop = NULL, note = NULL) {
  d <- get_ds(ds); l <- lm(as.formula(f), d); q <- summary(l); a <- anova(l); k <- seq_len(nrow(a) - 1)
  p <- predict(l, interval = "confidence", se.fit = TRUE)
  w <- suppressWarnings(predict(l, interval = "prediction"))
  n <- seq_len(5)
  e <- list(coef = coef(l)[!is.na(coef(l))], se = q$coefficients[, 2], t = q$coefficients[, 3], p = q$coefficients[, 4],
    lower = confint(l)[!is.na(coef(l)), 1], upper = confint(l)[!is.na(coef(l)), 2], vcov = M(vcov(l, complete = FALSE)),
    r2 = q$r.squared, adj_r2 = q$adj.r.squared, sigma = q$sigma, f = unname(q$fstatistic[1]), df = unname(q$fstatistic[2:3]),
    log_lik = as.numeric(logLik(l)), aic = AIC(l), bic = BIC(l), aliased = A(names(coef(l))[is.na(coef(l))]),
    anova = list(df = A(a$Df[k]), ss = A(a$`Sum Sq`[k]), f = A(a$`F value`[k]), p = A(a$`Pr(>F)`[k])),
    residuals = A(unname(resid(l)[n])), mean = A(unname(p$fit[n, 1])), mean_se = A(unname(p$se.fit[n])),
    mean_lower = A(unname(p$fit[n, 2])), mean_upper = A(unname(p$fit[n, 3])), single_lower = A(unname(w[n, 2])), single_upper = A(unname(w[n, 3])))
  if (!is.null(drop)) { b <- anova(update(l, as.formula(paste(". ~ . -", drop)), data = model.frame(l)), l); e$without <- list(f = b$F[2], df = b$Df[2], p = b$`Pr(>F)`[2]) }
  add(id, "linear regression", e, dataset = paste0("data/", ds, ".csv"), args = c(list(formula = f, level = 0.95), if (!is.null(drop)) list(without = drop)), tol = "tail", note = note)
}
fit("birthwt", "birthwt", "bwt ~ age + lwt + race + smoke + ptl + ht + ui + ftv", "race")
fit("birthwt-interaction", "birthwt", "bwt ~ race + smoke + lwt + race:smoke", "race:smoke")
fit("birthwt-square", "birthwt", "bwt ~ age + I(age^2) + smoke", "smoke")
fit("cats-sexes", "cats", "Hwt ~ Sex + Bwt + Sex:Bwt", "Sex:Bwt")
fit("airquality-missing", "airquality", "Ozone ~ Wind + Temp + Solar.R", "Wind", note = "42 rows with a missing value are left out")
fit("plants-groups", "PlantGrowth", "weight ~ group", "group", note = "one-way analysis of variance")
fit("melanoma", "Melanoma", "thickness ~ age + sex + year", "year")
write_topic()
