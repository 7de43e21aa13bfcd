# SPDX-License-Identifier: Apache-2.0
# Run in this folder: Rscript golden.R
source("../methods.R")
d <- read.csv("data.csv", stringsAsFactors = FALSE, na.strings = c("", "./."))
d$y <- as.numeric(d$group == "patient")
d$female <- as.numeric(d$sex == "female")
d$copies <- match(d$snp, c("T/T", "T/G", "G/G")) - 1
d$o <- match(d$other, c("0/0", "0/1", "1/1")) - 1
d$tg <- as.numeric(d$copies == 1)
d$gg <- as.numeric(d$copies == 2)
d$dom <- as.numeric(d$copies > 0)
d$o1 <- as.numeric(d$o == 1)
d$o2 <- as.numeric(d$o == 2)
d$odom <- as.numeric(d$o > 0)

# the distribution of the heterozygotes given the alleles (Wigginton 2005), all at once
mid_p <- function(x) {
  n <- sum(x)
  b <- 2 * x[3] + x[2]
  h <- seq(b %% 2, min(b, 2 * n - b), 2)
  w <- lfactorial(n) - lfactorial(n - (b + h) / 2) - lfactorial(h) - lfactorial((b - h) / 2) +
    h * log(2) + lfactorial(2 * n - b) + lfactorial(b) - lfactorial(2 * n)
  p <- exp(w)
  at <- p[h == x[2]]
  stopifnot(abs(sum(p) - 1) < 1e-10)
  sum(p[p <= at * (1 + 1e-9)]) - at / 2
}
chi_square <- function(x) {
  n <- sum(x)
  q <- (2 * x[3] + x[2]) / (2 * n)
  e <- n * c((1 - q)^2, 2 * q * (1 - q), q^2)
  s <- sum((x - e)^2 / e)
  c(s, pchisq(s, 1, lower.tail = FALSE))
}
genotypes <- function(name, copies, levels) for (g in c("cases", "controls")) {
  k <- copies[d$y == (g == "cases")]
  x <- tabulate(k[!is.na(k)] + 1, 3)
  at <- function(...) paste("genotypes.snp_other_scarce_same", name, ..., sep = ".")
  for (i in 1:3) {
    put(at(levels[i], g, "count"), x[i])
    put(at(levels[i], g, "percent"), 100 * x[i] / sum(x))
  }
  put(at("call_rate", g, "count"), sum(!is.na(k)))
  put(at("call_rate", g, "percent"), 100 * mean(!is.na(k)))
  put(at("hardy_weinberg", g, "p"), p = mid_p(x))
  put(at("hardy_weinberg", g, "inbreeding"),
      (4 * x[1] * x[3] - x[2]^2) / ((2 * x[1] + x[2]) * (2 * x[3] + x[2])))
  if (name != "scarce") {
    c2 <- chi_square(x)
    put(at("hardy_weinberg", g, "chi_square"), c2[1], p = c2[2])
  }
}
genotypes("snp", d$copies, c("tt", "tg", "gg"))
genotypes("other", d$o, c("aa", "ac", "cc"))
genotypes("scarce", match(d$scarce, c("C/C", "C/T", "T/T")) - 1, c("cc", "ct", "tt"))

model <- function(names, rows = rep(TRUE, nrow(d))) {
  m <- d[rows, c("y", names)]
  m <- m[complete.cases(m), ]
  list(X = cbind(1, as.matrix(m[, names])), y = m$y)
}
ml <- function(address, names, rows = rep(TRUE, nrow(d)), j = 2) {
  m <- model(names, rows)
  statistic(address, profile_one(m$X, m$y, j, FALSE))
}
crude <- function(address, x, rows = rep(TRUE, nrow(d))) {
  k <- rows & !is.na(x)
  a <- x[k] == 1
  y <- d$y[k] == 1
  t <- as.numeric(c(sum(a & y), sum(!a & y), sum(a & !y), sum(!a & !y)))
  statistic(address, score(t[1], t[2], t[3], t[4]))
}
associations <- function(tail, rows, sets) {
  at <- function(m, ...) paste(c("association.snp", m, tail, ...), collapse = ".")
  ml(at("additive", "crude.odds_ratio"), "copies", rows)
  crude(at("dominant", "crude.odds_ratio"), d$dom, rows)
  crude(at("recessive", "crude.odds_ratio"), d$gg, rows)
  crude(at("overdominant", "crude.odds_ratio"), d$tg, rows)
  tt <- ifelse(d$copies == 2, NA, d$copies)
  crude(at("codominant", "crude.tg.odds_ratio"), tt, rows)
  crude(at("codominant", "crude.gg.odds_ratio"), ifelse(d$copies == 1, NA, d$copies / 2), rows)
  for (set in names(sets)) {
    ml(at("additive", set, "odds_ratio"), c("copies", sets[[set]]), rows)
    ml(at("dominant", set, "odds_ratio"), c("dom", sets[[set]]), rows)
    ml(at("recessive", set, "odds_ratio"), c("gg", sets[[set]]), rows)
    ml(at("overdominant", set, "odds_ratio"), c("tg", sets[[set]]), rows)
    ml(at("codominant", set, "tg.odds_ratio"), c("tg", "gg", sets[[set]]), rows)
    ml(at("codominant", set, "gg.odds_ratio"), c("tg", "gg", sets[[set]]), rows, j = 3)
  }
  k <- rows & !is.na(d$copies)
  counts <- table(d$copies[k], d$y[k])
  trend <- prop.trend.test(counts[, 2], rowSums(counts), score = 0:2)
  put(at("additive", "crude.cochran_armitage"), p = trend$p.value)
  put(at("codominant", "crude.p"), chisq.test(counts)$statistic, p = chisq.test(counts)$p.value)
  z <- function(s) sqrt(unname(prop.trend.test(counts[, 2], rowSums(counts), score = s)$statistic))
  top <- max(z(c(0, 0, 1)), z(0:2), z(c(0, 1, 1)))
  put(paste(c("association.snp", tail, "max3.p"), collapse = "."), top)
  # the trivariate normal distribution of the three statistics: two of them make the third
  n <- rowSums(counts) / sum(counts)
  covariance <- function(s, t) sum(n * s * t) - sum(n * s) * sum(n * t)
  s <- list(c(0, 0, 1), 0:2 / 2, c(0, 1, 1))
  r <- covariance(s[[1]], s[[3]]) / sqrt(covariance(s[[1]], s[[1]]) * covariance(s[[3]], s[[3]]))
  w <- sapply(c(1, 3), function(i) sqrt(covariance(s[[i]], s[[i]]) / covariance(s[[2]], s[[2]])) / 2)
  # inside: |a| < top, |b| < top, |w1 a + w2 b| < top, where b given a is normal
  inside <- function(a) sapply(a, function(a) {
    low <- max(-top, (-top - w[1] * a) / w[2])
    high <- min(top, (top - w[1] * a) / w[2])
    sd <- sqrt(1 - r^2)
    dnorm(a) * max(0, pnorm((high - r * a) / sd) - pnorm((low - r * a) / sd))
  })
  # the integrand has corners where the third statistic cuts in
  corners <- sort(unique(pmin(top, pmax(-top, c(-top, top, (top - w[2] * top) / w[1],
                                                -(top - w[2] * top) / w[1])))))
  total <- sum(sapply(seq_len(length(corners) - 1), function(i)
    integrate(inside, corners[i], corners[i + 1], rel.tol = 1e-13, abs.tol = 0,
              subdivisions = 2000)$value))
  put(paste(c("association.snp", tail, "max3.p.integrated"), collapse = "."), top, p = 1 - total)
}
all <- rep(TRUE, nrow(d))
sets <- list(age_and_sex = c("age", "female"), other_snp = c("age", "female", "o1", "o2"))
associations(character(), all, sets)
# among men the covariates of both sets are constant in part: only crude and age
associations(c("restricted", "men"), d$sex == "male", list())
ml("association.codings.dominant.recessive.odds_ratio", c("dom", "o2"))
ml("association.codings.dominant.overdominant.odds_ratio", c("dom", "o1"))
ml("association.codings.dominant.carrier.odds_ratio", c("dom", "odom"))
ml("association.codings.dominant.additive.odds_ratio", c("dom", "o"))
write_golden("r-casebook.txt", "Rscript golden.R, 2026-11-22")
