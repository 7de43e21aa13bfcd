## poisson.R - Poisson regression with offset; glm at epsilon 1e-14, profile limits by root finding in the deviance.
HERE <- dirname(sub("--file=", "", grep("--file=", commandArgs(FALSE), value = TRUE))); source(file.path(HERE, "core.R"))
topic("poisson", "Poisson regression with offset")
ctl <- glm.control(epsilon = 1e-14, maxit = 200)
profile_limits <- function(g, X, y, o) {
  d0 <- deviance(g); b <- coef(g); s <- sqrt(diag(vcov(g)))
  f <- function(j, v) { oo <- o + v * X[, j]; Z <- X[, -j, drop = FALSE]
    (if (ncol(Z) == 0) sum(poisson()$dev.resids(y, exp(oo), 1)) else deviance(glm.fit(Z, y, offset = oo, family = poisson(), control = ctl))) - d0 - qchisq(0.95, 1) }
  t(sapply(seq_along(b), function(j) sapply(c(-1, 1), function(sg) uniroot(function(z) f(j, b[j] + sg * z * s[j]), c(0.5, 6), tol = 1e-13)$root * sg * s[j] + b[j])))
}
fit <- function(id, ds, f, offset = NULL, prepare = NULL, note = NULL) {
  d <- get_ds(ds); if (ds == "Melanoma") d$died <- as.numeric(d$status == 1); if (ds == "veteran") d$died <- as.numeric(d$status == 1)
  if (ds == "esoph") d$people <- d$ncases + d$ncontrols
  d <- d[complete.cases(d), ]; d$o <- if (is.null(offset)) 0 else log(d[[offset]])
  g <- glm(as.formula(f), family = poisson(), data = d, offset = o, control = ctl); X <- model.matrix(g); q <- summary(g)
  # glm takes its covariance from the weights of the last step but one: three steps of Newton, and the covariance at the end
  b <- coef(g); for (i in 1:3) { mu <- as.vector(exp(X %*% b + d$o)); q0 <- qr(sqrt(mu) * X, LAPACK = TRUE); b <- b + setNames(qr.coef(q0, (g$y - mu) / sqrt(mu)), names(b)) }
  same(unname(b), unname(coef(g)), 1e-7); mu <- as.vector(exp(X %*% b + d$o)); V <- chol2inv(qr.R(qr(sqrt(mu) * X))); se <- setNames(sqrt(diag(V)), names(b)); z <- b / se; same(unname(se), unname(q$coefficients[, 2]), 1e-6)
  n0 <- update(g, . ~ 1); t1 <- drop1(g, test = "LRT"); L <- profile_limits(g, X, g$y, d$o)
  e <- list(terms = A(names(coef(g))), coef = b, se = se, z = z, p = 2 * pnorm(-abs(z)),
    rate_ratio = exp(b), wald_lower = exp(b - qnorm(.975) * se), wald_upper = exp(b + qnorm(.975) * se),
    profile_lower = setNames(exp(L[, 1]), names(coef(g))), profile_upper = setNames(exp(L[, 2]), names(coef(g))), vcov = M(V),
    deviance = deviance(g), null_deviance = g$null.deviance, log_lik = as.numeric(logLik(g)), aic = AIC(g), bic = BIC(g), df_residual = df.residual(g),
    pearson = sum(residuals(g, "pearson")^2), fitted_first = A(unname(fitted(g)[1:5])), lr_chisq = g$null.deviance - deviance(g),
    term_lr = setNames(t1$LRT[-1], rownames(t1)[-1]), term_p = setNames(t1$`Pr(>Chi)`[-1], rownames(t1)[-1]))
  add(id, "Poisson regression", e, dataset = paste0("data/", ds, ".csv"), args = c(list(formula = f, level = 0.95), if (!is.null(offset)) list(offset = paste0("log(", offset, ")"))), tol = "iter", fields = list(profile_lower = "root", profile_upper = "root"), note = note)
}
fit("insects", "InsectSprays", "count ~ spray", note = "one factor, two counts of 0")
fit("esoph", "esoph", "ncases ~ agegp + alcgp + tobgp", "people", note = "offset ln(cases + controls); treatment contrasts; people = ncases + ncontrols")
fit("melanoma-rate", "Melanoma", "died ~ sex + age + thickness + ulcer", "time", note = "deaths per day at risk, the exponential model; died = status 1")
fit("veteran-rate", "veteran", "died ~ trt + celltype + karno", "time", note = "died = status 1")
write_topic()
