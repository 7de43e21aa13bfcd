# SPDX-License-Identifier: Apache-2.0
# Run in this folder: Rscript golden.R. Base R; relative expression by hand: Pfaffl's efficiencies,
# the geometric mean of two reference genes (Vandesompele), replicates averaged in cycles. Row 3 and
# 9 (target beyond the limit) and 20 (reference beyond it) are censored: at the limit on the log
# scale, beyond all others in ranks. Row 12 lacks a reference gene.
d <- read.csv("data.csv", colClasses = "character")
out <- character()
put <- function(address, value = NA, low = NA, high = NA, p = NA) {
  number <- function(x) if (is.na(x)) "-" else formatC(x, digits = 17, format = "g")
  out <<- c(out, gsub(" +", " ", paste(address, number(value), number(low), number(high), number(p))))
}
number <- function(x) suppressWarnings(ifelse(x == "Undetermined" | x == ">40", 40, as.numeric(x)))
M <- sapply(d[c("m1", "m2", "m3")], number)
G <- sapply(d[c("gapdh1", "gapdh2")], number)
b <- number(d$b2m); p <- number(d$p53)
slope <- coef(lm(c(18.13, 21.52, 24.95, 28.31) ~ log10(c(1000, 100, 10, 1))))[2]
E <- c(mdm2 = 1.97, gapdh = unname(10^(-1 / slope)), b2m = 2, p53 = 2.04)
mean_cq <- function(x) rowMeans(x, na.rm = TRUE)
norm <- (-mean_cq(G) * log2(E["gapdh"]) - b * log2(E["b2m"])) / 2
mdm2 <- -mean_cq(M) * log2(E["mdm2"]) - norm
mdm2 <- mdm2 - mdm2[1]
tp53 <- -p * log2(E["p53"]) - norm
beyond <- ifelse(rowSums(M >= 40, na.rm = TRUE) > 0, -1, ifelse(rowSums(G >= 40) > 0, 1, 0))
k <- match(d$snp309, c("TT", "TG", "GG")) - 1
ok <- !is.na(mdm2)
fit <- lm(mdm2[ok] ~ k[ok])
s <- summary(fit)$coefficients[2, ]
ci <- confint(fit)[2, ]
a <- "comparison.mdm2_by_snp309"
put(paste0(a, ".additive.mean_ratio"), 2^s[1], 2^ci[1], 2^ci[2], s[4])
put(paste0(a, ".additive.equivalence"),
    p = max(pt((s[1] + 1) / s[2], fit$df.residual, lower.tail = FALSE), pt((s[1] - 1) / s[2], fit$df.residual)))
for (g in 0:2) {
  x <- mdm2[ok & k == g]
  t <- t.test(x)
  put(paste0(a, ".", c("tt", "tg", "gg")[g + 1], ".geometric_mean"), 2^t$estimate, 2^t$conf.int[1], 2^t$conf.int[2])
}
t <- t.test(mdm2[ok & k > 0], mdm2[ok & k == 0])
put(paste0(a, ".dominant.mean_ratio"), 2^(-diff(t$estimate)), 2^t$conf.int[1], 2^t$conf.int[2], t$p.value)
ranked <- ifelse(beyond < 0, -Inf, ifelse(beyond > 0, Inf, mdm2))
kw <- kruskal.test(rank(ranked[ok]), k[ok])
put(paste0(a, ".kruskal_wallis.p"), kw$statistic, p = kw$p.value)
rank53 <- ifelse(rowSums(G >= 40) > 0, Inf, tp53)
both <- ok & !is.na(tp53)
rho <- cor(rank(ranked[both]), rank(rank53[both])); n <- sum(both)
h <- qnorm(0.975) * sqrt((1 + rho^2 / 2) / (n - 3))
put("correlation.mdm2_with_tp53.spearman.rho", rho, tanh(atanh(rho) - h), tanh(atanh(rho) + h),
    2 * pt(-abs(rho * sqrt((n - 2) / (1 - rho^2))), n - 2))
r <- cor.test(mdm2[both], tp53[both])
put("correlation.mdm2_with_tp53.pearson.r", r$estimate, r$conf.int[1], r$conf.int[2], r$p.value)
q <- "expression_quality"
put(paste0(q, ".gapdh_cq.efficiency"), 100 * (E["gapdh"] - 1))
v <- apply(M, 1, function(x) if (sum(!is.na(x)) > 1) var(x, na.rm = TRUE) else NA)
put(paste0(q, ".mdm2_cq.replicate_sd"), sqrt(mean(v, na.rm = TRUE)))
put(paste0(q, ".mdm2_cq.uneven"), sum(sqrt(v) > 0.5, na.rm = TRUE))
put(paste0(q, ".mdm2_cq.beyond"), sum(rowSums(M >= 40, na.rm = TRUE) > 0))
stable <- !is.na(b) & rowSums(G >= 40) == 0
lr <- -mean_cq(G)[stable] * log2(E["gapdh"]) + b[stable] * log2(E["b2m"])
put(paste0(q, ".gapdh_cq.stability"), sd(lr))
put(paste0(q, ".b2m.stability"), sd(lr))
# Replicates nested in samples: aov, method of moments for unequal numbers (Searle 1971).
nested <- function(address, values, row) {
  keep <- !is.na(values); y <- values[keep]; f <- factor(row[keep])
  s <- anova(lm(y ~ f)); msb <- s[1, 3]; msw <- s[2, 3]; df <- s[2, 1]
  size <- (length(y) - sum(table(f)^2) / length(y)) / s[1, 1]
  put(paste0(address, ".within_sd"), sqrt(msw), sqrt(df * msw / qchisq(0.975, df)), sqrt(df * msw / qchisq(0.025, df)))
  put(paste0(address, ".between_sd"), sqrt(max(0, (msb - msw) / size)))
  put(paste0(address, ".replicate_share"), min(100, 100 * msw / msb))
}
q <- "expression_replicates"
fine <- rowSums(M >= 40, na.rm = TRUE) == 0
nested(paste0(q, ".mdm2_cq"), c(M[fine, ]), c(row(M)[fine, ]))
good <- rowSums(G >= 40, na.rm = TRUE) == 0
nested(paste0(q, ".gapdh_cq"), c(G[good, ]), c(row(G)[good, ]))
both <- fine & good & !is.na(b)
nested(paste0(q, ".mdm2"), c((-M * log2(E["mdm2"]) - norm)[both, ]), c(row(M)[both, ]))
writeLines(c(paste0("# Made with ", R.version.string, "; Rscript golden.R"),
  "# address value low high p; - where there is none; 17 significant digits", out), "r-casebook.txt")
