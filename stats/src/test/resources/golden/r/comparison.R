# Noncentral t, detectable differences, equivalence of a slope, exact Kruskal-Wallis, the largest of
# several trends: R 4.2.2, base packages only. Writes comparison.csv beside the other golden files.
# Run in this folder: Rscript comparison.R
stopifnot(getRversion() >= "4.2")
out <- file("../comparison.csv", "w")
line <- function(kind, ...) {
  v <- vapply(list(...), function(x) format(x, digits = 17, trim = TRUE), "")
  writeLines(paste(c(kind, v), collapse = ","), out)
}
writeLines(paste0("# ", R.version.string, ", r/comparison.R: kind, arguments, expected; 17 digits"), out)

# P(T <= t) with df and noncentrality; R's series has an absolute error near 1e-12
for (df in c(1, 2.5, 4, 17.3, 120, 4000)) for (ncp in c(0, 0.7, 2.8, 6)) for (t in c(-1, 0.3, 2.1, 5))
  line("noncentral", df, ncp, t, pt(t, df, ncp))

# the difference of two groups of n with standard deviation s that power.t.test finds with a power
for (n in c(3, 5, 12, 40, 300)) for (s in c(0.4, 1.7)) for (power in c(0.8, 0.9)) for (alpha in c(0.05, 0.01)) {
  found <- power.t.test(n = n, sd = s, power = power, sig.level = alpha, tol = 1e-13)$delta
  line("detectable", n, s, power, alpha, found)
}

# exact Kruskal-Wallis by going through all deals
exact <- function(x, g) {
  sizes <- as.vector(table(g))
  r <- rank(x)
  stat <- function(r, g) sum(tapply(r, g, sum)^2 / sizes)
  seen <- stat(r, g)
  all <- 0; reached <- 0
  first <- combn(length(x), sizes[1])
  for (i in seq_len(ncol(first))) {
    rest <- setdiff(seq_along(x), first[, i])
    second <- combn(length(rest), sizes[2])
    for (j in seq_len(ncol(second))) {
      h <- rep(3, length(x)); h[first[, i]] <- 1; h[rest[second[, j]]] <- 2
      all <- all + 1
      reached <- reached + (stat(r, h) >= seen - 1e-9)
    }
  }
  reached / all
}
samples <- list(
  list(x = c(2.9, 3.0, 2.5, 3.8, 2.7, 4.0, 2.4, 2.8, 3.4), g = rep(1:3, c(3, 3, 3))),
  list(x = c(1, 2, 2, 3, 5, 5, 8, 9), g = rep(1:3, c(2, 3, 3))),
  list(x = c(4, 4, 4, 1, 7, 6.5), g = rep(1:3, c(1, 2, 3))))
for (s in samples) {
  line("kruskal", paste(s$x, collapse = " "), paste(s$g, collapse = " "),
       kruskal.test(s$x, s$g)$p.value, exact(s$x, s$g))
}

# equivalence of a slope within -m and m: lm, two one-sided t tests
x <- c(0, 0, 0, 1, 1, 1, 2, 2, 2, 1); y <- c(1.2, 0.8, 1.1, 1.0, 1.4, 0.9, 1.3, 1.05, 1.6, 1.15)
fit <- summary(lm(y ~ x))$coefficients["x", ]
for (m in c(0.2, 0.4, 1)) {
  p <- max(pt((fit[1] + m) / fit[2], 8, lower.tail = FALSE), pt((fit[1] - m) / fit[2], 8))
  line("slope", m, fit[1], fit[2], 8, p)
}

# the largest of additive, dominant and recessive trends over all 7! orders of the values
values <- c(0.3, -1.1, 0.8, 1.9, 0.2, 2.4, 1.3); copies <- c(0, 0, 0, 1, 1, 2, 2)
codes <- cbind(copies, copies > 0, copies > 1)
permutations <- function(v) {
  if (length(v) == 1) return(matrix(v))
  do.call(rbind, lapply(seq_along(v), function(i) cbind(v[i], permutations(v[-i]))))
}
orders <- permutations(values)
stat <- function(v) max(abs(cor(v, codes))) * sqrt(length(v) - 1)
all <- apply(orders, 1, stat)
line("largest", stat(values), mean(all >= stat(values) - 1e-9))
close(out)
