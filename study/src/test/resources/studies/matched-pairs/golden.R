# SPDX-License-Identifier: Apache-2.0
# Run in this folder: Rscript golden.R. 21 and 8 discordant pairs: the conditional odds ratio is
# 21/8; mid-P limits are roots of the binomial mid-P tails.
source("../methods.R")
b <- 21
c <- 8
n <- b + c
l <- log(b / c)
ll <- function(v) b * v - n * log1p(exp(v))
distance <- function(v) 2 * (ll(l) - ll(v)) - z^2
p_lr <- pchisq(2 * (ll(l) - ll(0)), 1, lower.tail = FALSE)
profile <- base::c(exp(base::c(l, root(distance, l, -1), root(distance, l, 1))), p_lr)
se <- sqrt(1 / b + 1 / c)
wald <- base::c(exp(l + base::c(0, -z, z) * se), 2 * pnorm(-abs(l / se)))
mid <- 2 * (pbinom(c - 1, n, 0.5) + dbinom(c, n, 0.5) / 2)
numbers <- function(four) {
  statistic("association.exposed.matched.odds_ratio", four)
  put("association.exposed.matched.pairs.mcnemar", p = mid)
  put("association.exposed.matched.pairs.mcnemar_exact", p = binom.test(b, n)$p.value)
  chi <- mcnemar.test(matrix(base::c(9, c, b, 22), 2), correct = FALSE)
  put("association.exposed.matched.pairs.mcnemar_chi_square", chi$statistic, p = chi$p.value)
  upper <- function(q) 1 - pbinom(b, n, q) + dbinom(b, n, q) / 2
  lower <- function(q) pbinom(b - 1, n, q) + dbinom(b, n, q) / 2
  one <- function(f) uniroot(function(q) f(q) - 0.025, base::c(1e-9, 1 - 1e-9), tol = 1e-15)$root
  q <- base::c(one(upper), one(lower))
  put("association.exposed.matched.pairs.odds_ratio", b / c, q[1] / (1 - q[1]), q[2] / (1 - q[2]),
      mid)
  # 5 and 0 discordant pairs: half of the probability observed stays in the tail
  h <- 0.5
  low <- uniroot(function(q) q^5 / 2 - 0.025, base::c(1e-9, 1 - 1e-9), tol = 1e-15)$root
  if (identical(four, profile)) {
    m <- h^(1 / 5)
    put("association.rare.matched.odds_ratio", m / (1 - m), low / (1 - low), p = 2 * h^5 / 2)
  }
}
made <- "Rscript golden.R, 2026-11-22"
numbers(profile)
write_golden("r-casebook.txt", made)
numbers(wald)
write_golden("r-spss14.txt", made)
