# dosing.R - levels of cyclosporine at steady state and forecasts, Press 2010; base R only.
# Rscript dosing.R > ../dosing.csv
# The level is that of a matrix exponential (scaling and squaring of its series), the forecast the
# minimum of the objective by optim, then Newton steps over central differences.
ex <- function(A) {
  k <- max(0, ceiling(log2(max(abs(A)))) + 6)
  B <- A / 2^k
  E <- S <- diag(nrow(A))
  for (i in 1:24) { S <- S %*% B / i; E <- E + S }
  for (i in seq_len(k)) E <- E %*% E
  E
}
pars <- function(wt, pred, eta) {
  high <- pred >= 20
  c(cl = 15 * (wt / 76)^0.75, vc = 56 * wt / 76, ka = if (high) 2 * 0.45 else 2, f = if (high) 0.5 * 0.78 else 0.5) * exp(eta)
}
level <- function(wt, pred, eta, last, before, hours) {
  p <- pars(wt, pred, eta); q <- 14; vp <- 125
  A <- rbind(c(-p["ka"], 0, 0, 0), c(p["ka"], -p["ka"], 0, 0), c(0, p["ka"], -(p["cl"] + q) / p["vc"], q / vp), c(0, 0, q / p["vc"], -q / vp))
  E <- ex(A * 12)
  d <- function(x) c(x * p["f"], 0, 0, 0)
  s <- solve(diag(4) - E %*% E, d(last) + E %*% d(before))
  1000 * (ex(A * hours) %*% s)[3] / p["vc"]
}
omega <- c(0.03, 0.12, 0.09, 0.02)
objective <- function(eta, wt, pred, obs)
  sum((log(obs$level) - log(mapply(function(l, b, h) level(wt, pred, eta, l, b, h), obs$last, obs$before, obs$hours)))^2) / 0.07 + sum(eta^2 / omega)
map <- function(wt, pred, obs) {
  fn <- function(e) objective(e, wt, pred, obs)
  e <- optim(rep(0, 4), fn, control = list(reltol = 1e-12, maxit = 5000))$par
  h <- 1e-4
  for (step in 1:4) {
    g <- sapply(1:4, function(i) { d <- h * (1:4 == i); (8 * (fn(e + d) - fn(e - d)) - (fn(e + 2 * d) - fn(e - 2 * d))) / (12 * h) })
    H <- outer(1:4, 1:4, Vectorize(function(i, j) { a <- h * 10 * (1:4 == i); b <- h * 10 * (1:4 == j); (fn(e + a + b) - fn(e + a - b) - fn(e - a + b) + fn(e - a - b)) / (400 * h^2) }))
    e <- e - solve(H, g)
  }
  list(eta = e, sd = sqrt(drop(c(1, 0, 0, -1) %*% solve(H / 2, c(1, 0, 0, -1)))))
}
one <- function(id, wt, pred, last, before, hours, levels) {
  obs <- data.frame(last = last, before = before, hours = hours, level = levels)
  m <- map(wt, pred, obs); p <- pars(wt, pred, m$eta)
  cat(paste(c(id, wt, pred, last, before, paste(hours, collapse = ";"), paste(levels, collapse = ";"), sprintf("%.12g", c(level(wt, pred, rep(0, 4), last, before, 12), m$eta, p["cl"] / p["f"], level(wt, pred, m$eta, last, before, 12), m$sd))), collapse = ","), "\n", sep = "")
}
cat("# made by golden/r/dosing.R, ", R.version.string, ", base R; typical to 12 digits, forecasts to 7, sd to 5\n", sep = "")
cat("id,weight,prednisolone,last,before,hours,levels,typical,eta_cl,eta_vc,eta_ka,eta_f,cl_f,c12,sd\n")
one("c12-145", 70, 0, 100, 100, 12, 145)
one("c12-260", 70, 0, 100, 100, 12, 260)
one("c12-60", 70, 0, 100, 100, 12, 60)
one("c12-145-prednisolone", 70, 20, 100, 100, 12, 145)
one("c10-260", 70, 0, 100, 100, 10, 260)
one("c12-145-c2-900", 70, 0, 100, 100, c(12, 2), c(145, 900))
one("unequal", 55, 10, 50, 75, c(0, 2, 13), c(120, 500, 90))
one("light", 49, 25, 75, 50, c(3, 11), c(310, 70))
one("heavy", 120, 0, 175, 150, 13.5, 400)
one("far", 76, 0, 100, 100, c(12, 1, 3), c(30, 2500, 40))
