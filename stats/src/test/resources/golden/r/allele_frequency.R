# Likelihood interval of an allele frequency without Hardy-Weinberg equilibrium: the likelihood of the
# three genotypes with P(BB) + P(AB) / 2 = p is maximised over P(AB) by search (optimize), and the limits
# are roots of the deviance. Base R only; made with R 4.2.2:
#   Rscript allele_frequency.R > ../allele_frequency.csv
xlogy <- function(x, y) ifelse(x == 0, 0, x * log(pmax(y, 0)))
deviance <- function(x, p) {
  n <- sum(x)
  value <- function(h) xlogy(x[1], 1 - p - h / 2) + xlogy(x[2], h) + xlogy(x[3], p - h / 2)
  top <- 2 * min(p, 1 - p)
  best <- if (top > 0) optimize(value, c(0, top), maximum = TRUE, tol = 1e-14)$objective else value(0)
  best <- max(best, value(top), value(0))
  2 * (sum(xlogy(x, x / n)) - best)
}
limits <- function(x, level) {
  q <- qchisq(level, 1)
  share <- (x[2] + 2 * x[3]) / (2 * sum(x))
  f <- function(p) deviance(x, p) - q
  low <- if (share == 0) 0 else uniroot(f, c(1e-15, share), tol = 1e-15, maxiter = 10000)$root
  high <- if (share == 1) 1 else uniroot(f, c(share, 1 - 1e-15), tol = 1e-15, maxiter = 10000)$root
  c(share, low, high)
}
cat("# Made by r/allele_frequency.R with", R.version.string, "on 2026-11-22; 17 digits, of which about 9 hold\n")
cat("aa,ab,bb,level,share,low,high\n")
for (x in list(c(82, 141, 37), c(38, 80, 48), c(298, 489, 213), c(1469, 138, 5), c(40, 20, 40),
               c(10, 80, 10), c(1, 1, 1), c(3, 0, 2), c(0, 7, 0), c(12, 0, 0), c(0, 3, 9)))
  for (level in c(0.95, 0.99)) {
    r <- suppressWarnings(limits(x, level))
    cat(paste(c(x, level, trimws(formatC(r, digits = 17, format = "g"))), collapse = ","), "\n", sep = "")
  }
