# SPDX-License-Identifier: Apache-2.0
# Firth's fit and profile limits as in logistf's R code (Heinze and Ploner): each step solves with the
# information, a limit is found by the iteration of Venzon and Moolgavkar.
firth_at <- function(X, y, b) {
  p <- drop(plogis(X %*% b)); W <- p * (1 - p); XW <- X * sqrt(W); I <- crossprod(XW)
  R <- chol(I); h <- colSums(backsolve(R, t(XW), transpose = TRUE)^2)
  list(I = I, U = drop(crossprod(X, y - p + h * (0.5 - p))), value = sum(log(ifelse(y == 1, p, 1 - p))) + sum(log(diag(R))))
}
firth_fit <- function(X, y) {
  b <- rep(0, ncol(X)); now <- firth_at(X, y, b)
  for (i in 1:100) {
    step <- solve(now$I, now$U); step <- step * min(1, 5 / max(abs(step)))
    repeat { b1 <- b + step; then <- firth_at(X, y, b1); if (then$value >= now$value - 1e-12) break; step <- step / 2 }
    b <- b1; now <- then
    if (max(abs(now$U)) < 1e-8) break
  }
  list(b = b, value = now$value, V = solve(now$I))
}
firth_limit <- function(X, y, fit, k, which) {
  goal <- fit$value - qchisq(0.95, 1) / 2; b <- fit$b
  for (i in 1:200) {
    now <- firth_at(X, y, b); V <- solve(now$I)
    u <- drop(V %*% now$U); lambda2 <- 2 * (now$value - goal + sum(now$U * u) / 2) / V[k, k]
    lambda <- which * sqrt(max(0, lambda2))
    step <- drop(V %*% (now$U + lambda * (seq_along(b) == k)))
    step <- step * min(1, 5 / max(abs(step))); b <- b + step
    if (max(abs(step)) < 1e-8) break
  }
  b[k]
}
