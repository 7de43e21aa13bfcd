# SPDX-License-Identifier: Apache-2.0
# Run in this folder: Rscript golden.R. Base R: t.test, lm, kruskal.test, wilcox.test, power.t.test's
# noncentral t, cor.test; formulas by hand where R has no function. Writes r-casebook.txt.
source("../methods.R")
write_golden <- function(file, made) {
  writeLines(c(paste0("# Made with ", R.version.string, "; ", made),
    "# address value low high p; - where there is none; 17 significant digits"), file)
  cat(out, file = file, sep = "\n", append = TRUE)
}
d <- read.csv("data.csv", na.strings = "", stringsAsFactors = FALSE)

# what a difference of means (or a slope) says: ratio or difference, equivalence, detectable effect
contrast <- function(address, estimate, se, df, p, margin, log) {
  back <- if (log) exp else identity
  word <- if (log) "ratio" else "difference"
  ci <- estimate + c(-1, 1) * qt(0.975, df) * se
  put(paste0(address, ".mean_", word), back(estimate), back(ci[1]), back(ci[2]), p)
  if (!is.na(margin)) {
    m <- if (log) log(margin) else margin
    put(paste0(address, ".equivalence"),
        p = max(pt((estimate + m) / se, df, lower.tail = FALSE), pt((estimate - m) / se, df)))
  }
  lambda <- uniroot(function(l) pt(qt(0.975, df), df, l, lower.tail = FALSE) - 0.8, c(0, 20),
                    tol = 1e-13)$root
  put(paste0(address, ".detectable_", word), back(lambda * se))
}
welch <- function(address, x, y, margin, log) {
  if (log) { x <- log(x); y <- log(y) }
  t <- t.test(x, y)
  contrast(address, unname(t$estimate[1] - t$estimate[2]), t$stderr, unname(t$parameter), t$p.value,
           margin, log)
}
slope <- function(address, y, copies, margin, log) {
  fit <- lm((if (log) log(y) else y) ~ copies)
  s <- summary(fit)$coefficients[2, ]
  contrast(address, s[1], s[2], fit$df.residual, s[4], margin, log)
}
group <- function(address, x, log) {
  q <- quantile(x, c(0.5, 0.25, 0.75), type = 6, names = FALSE)
  put(paste0(address, ".n"), length(x))
  put(paste0(address, ".median"), q[1])
  put(paste0(address, ".lower_quartile"), q[2])
  put(paste0(address, ".upper_quartile"), q[3])
  t <- t.test(if (log) log(x) else x)
  if (log) put(paste0(address, ".geometric_mean"), exp(t$estimate), exp(t$conf.int[1]), exp(t$conf.int[2]))
  else put(paste0(address, ".mean"), t$estimate, t$conf.int[1], t$conf.int[2])
}
# Jonckheere-Terpstra: statistic, mean and variance with ties (Hollander and Wolfe 1999, p. 212)
jonckheere <- function(groups) {
  j <- 0; k <- length(groups)
  for (a in 1:(k - 1)) for (b in (a + 1):k)
    j <- j + sum(outer(groups[[b]], groups[[a]], ">")) + sum(outer(groups[[b]], groups[[a]], "==")) / 2
  n <- lengths(groups); N <- sum(n); t <- table(unlist(groups))
  f <- function(x) sum(x * (x - 1) * (2 * x + 5))
  g <- function(x) sum(x * (x - 1) * (x - 2)); h <- function(x) sum(x * (x - 1))
  v <- (N * (N - 1) * (2 * N + 5) - f(n) - f(t)) / 72 + g(n) * g(t) / (36 * N * (N - 1) * (N - 2)) +
    h(n) * h(t) / (8 * N * (N - 1))
  z <- (j - (N^2 - sum(n^2)) / 4) / sqrt(v)
  c(z, 2 * pnorm(-abs(z)))
}

models <- function(base, d) {
  d <- d[!is.na(d$mdm2) & !is.na(d$snp309), ]
  k <- match(d$snp309, c("TT", "TG", "GG")) - 1
  y <- d$mdm2
  for (i in 0:2) group(paste0(base, ".", c("tt", "tg", "gg")[i + 1]), y[k == i], TRUE)
  slope(paste0(base, ".additive"), y, k, 2, TRUE)
  welch(paste0(base, ".tg"), y[k == 1], y[k == 0], 2, TRUE)
  welch(paste0(base, ".gg"), y[k == 2], y[k == 0], 2, TRUE)
  welch(paste0(base, ".dominant"), y[k > 0], y[k == 0], 2, TRUE)
  welch(paste0(base, ".recessive"), y[k == 2], y[k < 2], 2, TRUE)
  kw <- kruskal.test(y, k)
  put(paste0(base, ".kruskal_wallis.p"), kw$statistic, p = kw$p.value)
  if (nrow(d) >= 50) {
    j <- jonckheere(split(y, k))
    put(paste0(base, ".jonckheere_terpstra.p"), j[1], p = j[2])
  }
  codes <- cbind(k, k > 0, k > 1)
  put(paste0(base, ".largest_of_models.p"), max(abs(cor(log(y), codes))) * sqrt(length(y) - 1))
}
models("comparison.mdm2_by_snp309", d)
models("comparison.mdm2_by_snp309.restricted.without_trisomy_12", d[d$trisomy12 == "no", ])

stages <- split(d$b2m, d$stage)
for (s in c("A", "B", "C")) group(paste0("comparison.b2m_by_stage.", tolower(s)), stages[[s]], FALSE)
welch("comparison.b2m_by_stage.b", stages$B, stages$A, 0.5, FALSE)
welch("comparison.b2m_by_stage.c", stages$C, stages$A, 0.5, FALSE)
kw <- kruskal.test(stages)
put("comparison.b2m_by_stage.kruskal_wallis.p", kw$statistic, p = kw$p.value)
j <- jonckheere(stages)
put("comparison.b2m_by_stage.jonckheere_terpstra.p", j[1], p = j[2])

e <- d[!is.na(d$mdm2), ]
welch("comparison.mdm2_by_trisomy12.yes", e$mdm2[e$trisomy12 == "yes"], e$mdm2[e$trisomy12 == "no"], NA, TRUE)
w <- wilcox.test(e$mdm2[e$trisomy12 == "no"], e$mdm2[e$trisomy12 == "yes"],
                 exact = !anyDuplicated(e$mdm2))
put("comparison.mdm2_by_trisomy12.mann_whitney.p", p = w$p.value)

# correlations
bonett <- function(rho, n) tanh(atanh(rho) + c(-1, 1) * z * sqrt((1 + rho^2 / 2) / (n - 3)))
spearman <- function(address, x, y) {
  n <- length(x)
  rho <- cor(x, y, method = "spearman")
  t <- rho * sqrt((n - 2) / (1 - rho^2))
  ci <- bonett(rho, n)
  p <- if (n <= 9) NA else 2 * pt(-abs(t), n - 2)
  put(paste0(address, ".spearman.rho"), rho, ci[1], ci[2], p)
}
pearson <- function(address, x, y) {
  t <- cor.test(x, y)
  put(paste0(address, ".pearson.r"), t$estimate, t$conf.int[1], t$conf.int[2], t$p.value)
}
partial <- function(address, x, y, given) {
  k <- ncol(given); n <- length(x)
  r <- cor(resid(lm(x ~ given)), resid(lm(y ~ given)))
  t <- r * sqrt((n - 2 - k) / (1 - r^2))
  ci <- tanh(atanh(r) + c(-1, 1) * z / sqrt(n - 3 - k))
  put(address, r, ci[1], ci[2], 2 * pt(-abs(t), n - 2 - k))
}
base <- "correlation.mdm2_with_p53"
spearman(base, e$mdm2, e$p53)
pearson(base, log(e$mdm2), log(e$p53))
given <- cbind(e$b2m, e$stage == "B", e$stage == "C")
partial(paste0(base, ".adjusted.partial_pearson.r"), log(e$mdm2), log(e$p53), given)
partial(paste0(base, ".adjusted.partial_spearman.rho"), rank(e$mdm2), rank(e$p53), apply(given, 2, rank))
for (l in c("no", "yes")) spearman(paste0(base, ".by_", l), e$mdm2[e$trisomy12 == l], e$p53[e$trisomy12 == l])
partial(paste0(base, ".within.partial_spearman.rho"), rank(e$mdm2), rank(e$p53), cbind(e$trisomy12 == "yes"))
a <- e[e$stage == "A", ]
spearman(paste0(base, ".restricted.stage_a"), a$mdm2, a$p53)
pearson(paste0(base, ".restricted.stage_a"), log(a$mdm2), log(a$p53))
spearman("correlation.p53_with_b2m", d$p53, d$b2m)
pearson("correlation.p53_with_b2m", d$p53, d$b2m)
write_golden("r-casebook.txt", "Rscript golden.R")
