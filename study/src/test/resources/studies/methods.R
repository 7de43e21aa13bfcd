# SPDX-License-Identifier: Apache-2.0
# What the golden scripts of these studies share: odds ratios with profile, Wald, score and
# Firth intervals, each solved to full double precision. Base R only; brglm2 checks Firth's
# estimates.

out <- character()
put <- function(address, value = NA, low = NA, high = NA, p = NA) {
  number <- function(x) if (is.na(x)) "-" else formatC(x, digits = 17, format = "g")
  line <- paste(address, number(value), number(low), number(high), number(p))
  out <<- c(out, gsub(" +", " ", line))
}

write_golden <- function(file, made) {
  head <- c(
    paste0("# Made with ", R.version.string, ", brglm2 ", packageVersion("brglm2"), "; ", made),
    "# address value low high p; - where there is none; 17 significant digits")
  writeLines(c(head, out), file)
  out <<- character()
}

z <- qnorm(0.975)

root <- function(f, from, towards) {
  # a root of f beyond from in the direction of towards, bracketed by doubling
  step <- towards
  near <- from
  while (f(from + step) < 0) {
    near <- from + step
    step <- 2 * step
  }
  ends <- sort(c(near, from + step))
  uniroot(f, ends, tol = 1e-15, maxiter = 10000)$root
}

# the log-likelihood of a logistic model with its derivatives; penalised by log det / 2
evaluate <- function(X, y, b, firth) {
  eta <- drop(X %*% b)
  p <- plogis(eta)
  w <- p * (1 - p)
  I <- crossprod(X, X * w)
  ll <- sum(y * plogis(eta, log.p = TRUE) + (1 - y) * plogis(-eta, log.p = TRUE))
  r <- y - p
  if (firth) {
    h <- rowSums((X %*% solve(I)) * X) * w
    r <- r + h * (0.5 - p)
    ll <- ll + 0.5 * as.numeric(determinant(I)$modulus)
  }
  list(ll = ll, score = drop(crossprod(X, r)), I = I)
}

maximise <- function(X, y, firth, fixed = integer(), b = rep(0, ncol(X))) {
  free <- setdiff(seq_len(ncol(X)), fixed)
  e <- evaluate(X, y, b, firth)
  for (i in 1:2000) {
    if (length(free) == 0) break
    step <- solve(e$I[free, free, drop = FALSE], e$score[free])
    # a whole scoring step overshoots twofold where one person makes a group of their own
    s <- if (firth) 0.5 else 1
    repeat {
      nb <- b
      nb[free] <- b[free] + s * step
      ne <- evaluate(X, y, nb, firth)
      if (ne$ll >= e$ll - 1e-12 * (1 + abs(e$ll)) || s < 1e-9) break
      s <- s / 2
    }
    b <- nb
    e <- ne
    if (max(abs(s * step)) < 1e-14 * (1 + max(abs(b)))) break
  }
  list(b = b, ll = e$ll, I = e$I)
}

profile_one <- function(X, y, j, firth) {
  top <- maximise(X, y, firth)
  if (!firth) {
    check <- coef(glm(y ~ X - 1, family = binomial, control = glm.control(epsilon = 1e-14)))
    stopifnot(max(abs(check - top$b)) < 1e-8)
  } else {
    check <- suppressWarnings(
      glm(y ~ X - 1, family = binomial, method = brglm2::brglmFit, type = "AS_mean",
          control = list(epsilon = 1e-10, maxit = 10000)))
    if (check$converged) stopifnot(max(abs(coef(check) - top$b)) < 1e-6)
    else message("brglm2 did not converge; not compared")
  }
  held <- function(v) {
    b <- top$b
    b[j] <- v
    maximise(X, y, firth, fixed = j, b = b)$ll
  }
  distance <- function(v) 2 * (top$ll - held(v)) - z^2
  se <- sqrt(solve(top$I)[j, j])
  low <- root(distance, top$b[j], -z * se)
  high <- root(distance, top$b[j], z * se)
  p <- pchisq(2 * (top$ll - held(0)), 1, lower.tail = FALSE)
  exp(c(top$b[j], low, high, log(p)))
}

wald_one <- function(X, y, j) {
  top <- maximise(X, y, FALSE)
  se <- sqrt(solve(top$I)[j, j])
  c(exp(top$b[j] + c(0, -z, z) * se), 2 * pnorm(-abs(top$b[j] / se)))
}

# a table 2x2, cases first, exposed first
woolf <- function(a, b, c, d) {
  l <- log(a * d / (b * c))
  se <- sqrt(1 / a + 1 / b + 1 / c + 1 / d)
  c(exp(l + c(0, -z, z) * se), 2 * pnorm(-abs(l / se)))
}

# the interval that inverts the N-1 chi-square (Miettinen and Nurminen)
score <- function(a, b, c, d) {
  a <- as.numeric(a)
  n1 <- a + as.numeric(b)
  n0 <- c + as.numeric(d)
  m1 <- a + c
  n <- n1 + n0
  chi <- function(theta) {
    k <- exp(theta)
    # the first cell that gives this odds ratio with the same margins
    f <- function(x) log(x) + log(n0 - m1 + x) - log(m1 - x) - log(n1 - x) - theta
    e <- 1e-13 * n
    x <- uniroot(f, c(max(0, m1 - n0) + e, min(n1, m1) - e), tol = 1e-15, maxiter = 10000)$root
    (a - x)^2 * (1 / x + 1 / (n1 - x) + 1 / (m1 - x) + 1 / (n0 - m1 + x)) * (n - 1) / n - z^2
  }
  l <- log(a * d / (b * c))
  p <- pchisq((n - 1) * (a * d - b * c)^2 / (n1 * n0 * m1 * (b + d)), 1, lower.tail = FALSE)
  c(exp(c(l, root(chi, l, -0.1), root(chi, l, 0.1))), p)
}

statistic <- function(address, four) put(address, four[1], four[2], four[3], four[4])

# what R itself prints: the profile interval beside the Wald p-value; glm and confint must agree
# with the solved limits to what their own tolerances keep
r_one <- function(X, y, j) {
  four <- profile_one(X, y, j, FALSE)
  g <- glm(y ~ X - 1, family = binomial, control = glm.control(epsilon = 1e-14, maxit = 100))
  # fitted once more from its own coefficients, so that the standard errors are of the last step
  g <- suppressWarnings(update(g, start = coef(g)))
  printed <- suppressMessages(exp(confint(g, parm = j)))
  stopifnot(max(abs(log(printed / four[2:3]))) < 5e-3)
  c(four[1:3], wald_one(X, y, j)[4])
}

r_crude <- function(t) {
  r_one(cbind(1, rep(c(1, 0, 1, 0), t)), rep(c(1, 1, 0, 0), t), 2)
}

# Stata's cc: ad / bc, the central exact interval, the p-value of Pearson's test
stata_crude <- function(t) {
  a <- t[1]
  n1 <- t[1] + t[2]
  n0 <- t[3] + t[4]
  m <- t[1] + t[3]
  x <- max(0, m - n0):min(n1, m)
  w <- lchoose(n1, x) + lchoose(n0, m - x)
  tail <- function(theta, keep) {
    l <- w + theta * x
    log(sum(exp(l[keep] - max(l)))) - log(sum(exp(l - max(l))))
  }
  l <- log(a * t[4] / (t[2] * t[3]))
  low <- root(function(theta) log(0.025) - tail(theta, x >= a), l, -0.1)
  high <- root(function(theta) log(0.025) - tail(theta, x <= a), l, 0.1)
  p <- chisq.test(matrix(t, 2), correct = FALSE)$p.value
  # fisher.test keeps three to four digits
  printed <- fisher.test(matrix(t, 2))$conf.int
  stopifnot(max(abs(log(printed) - c(low, high))) < 5e-3)
  c(exp(c(l, low, high)), p)
}
