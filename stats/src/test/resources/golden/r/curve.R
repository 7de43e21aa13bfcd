## curve.R - calibration curves (4PL, 5PL) with inverse prediction, and one-compartment kinetics.
## nls finds the curve; Gauss-Newton with the symbolic derivatives of deriv() then runs to the last digits.
HERE <- dirname(sub("--file=", "", grep("--file=", commandArgs(FALSE), value = TRUE))); source(file.path(HERE, "core.R"))
topic("curve", "Nonlinear least squares: calibration curves and kinetics")
P <- c("zero", "infinite", "lnmid", "slope", "asym")
gn <- function(e, pars, data, y, start, w = rep(1, length(y))) {
  f <- deriv(e, pars); b <- start
  at <- function(b) { v <- eval(f, c(as.list(b), data)); list(J = attr(v, "gradient") * sqrt(w), r = (y - as.vector(v)) * sqrt(w)) }
  k <- 1e-2; z <- at(b)                                     # Marquardt
  for (i in 1:5000) { D <- sqrt(colSums(z$J^2)); s <- qr.coef(qr(rbind(z$J, diag(sqrt(k) * D))), c(z$r, rep(0, length(b)))); n <- at(setNames(b + s, pars))
    if (all(is.finite(n$r)) && sum(n$r^2) < sum(z$r^2)) { b <- setNames(b + s, pars); z <- n; k <- k / 5 } else { k <- k * 3; if (k > 1e12) break } }
  for (i in 1:4) { b <- setNames(b + qr.coef(qr(z$J), z$r), pars); z <- at(b) }   # Gauss-Newton
  v <- eval(f, c(as.list(b), data)); J <- attr(v, "gradient") * sqrt(w); r <- (y - as.vector(v)) * sqrt(w); df <- length(y) - length(pars)
  stopifnot(max(abs(crossprod(J, r)) / sqrt(colSums(J^2) * sum(r^2))) < 1e-9)
  list(b = b, V = chol2inv(qr.R(qr(J))) * sum(r^2) / df, rss = sum(r^2), df = df, sigma = sqrt(sum(r^2) / df), f = f)
}
four <- quote(infinite + (zero - infinite) / (1 + exp(slope * (lx - lnmid)))); five <- quote(infinite + (zero - infinite) * (1 + exp(slope * (lx - lnmid)))^(-asym))
inverse <- list(quote(lnmid + log((zero - infinite) / (y - infinite) - 1) / slope), quote(lnmid + log(((zero - infinite) / (y - infinite))^(1 / asym) - 1) / slope))
set.seed(20261122); made <- data.frame(conc = rep(c(0.1, 0.3, 1, 3, 10, 30, 100, 300, 1000), each = 2)); made$density <- round(2.5 - 2.45 * (1 + (made$conc / 12)^1.1)^-0.6 + rnorm(18, 0, 0.012), 3)
elisa <- function(run, five_par = FALSE, weighted = FALSE, ys, m = 1, note = NULL) {
  d <- if (run == "made") made else get_ds("DNase"); if (run != "made") d <- d[d$Run == run, ]; w <- if (weighted) 1 / d$density^2 else rep(1, nrow(d))
  n <- nls(density ~ SSfpl(log(conc), A, B, xmid, scal), d); b <- coef(n); st <- c(zero = b[["A"]], infinite = b[["B"]], lnmid = b[["xmid"]], slope = 1 / b[["scal"]])
  g <- gn(four, P[1:4], list(lx = log(d$conc)), d$density, st, w)
  if (!weighted) { same(unname(g$b), c(b[["A"]], b[["B"]], b[["xmid"]], 1 / b[["scal"]]), 1e-3); same(g$sigma, summary(n)$sigma, 1e-7) }
  if (five_par) g <- gn(five, P, list(lx = log(d$conc)), d$density, c(g$b, asym = 1), w)
  k <- if (five_par) 5 else 4; p <- P[1:k]; e <- if (five_par) five else four; iv <- inverse[[k - 3]]; tq <- qt(.975, g$df)
  f <- deriv(e, p); gi <- deriv(iv, c(p, "y"))
  dose <- lapply(ys, function(y) { v <- eval(gi, c(as.list(g$b), list(y = y))); gr <- attr(v, "gradient"); s <- sqrt(gr[1:k] %*% g$V %*% gr[1:k] + gr[k + 1]^2 * g$sigma^2 / m)[1]; v <- as.vector(v)
    h <- function(lx) { z <- eval(f, c(as.list(g$b), list(lx = lx))); a <- attr(z, "gradient"); abs(y - z[1]) - tq * sqrt(g$sigma^2 / m + (a %*% g$V %*% t(a))[1]) }
    side <- function(sg) { if (h(v + sg * 30) < 0) return(if (sg < 0) 0 else Inf); exp(uniroot(function(z) h(v + sg * z), c(0, 30), tol = 1e-14)$root * sg + v) }
    list(y = y, dose = exp(v), ln_se = s, delta = exp(v + c(-1, 1) * tq * s), inversion = c(side(-1), side(1))) })
  add(paste0(if (five_par) "5pl" else "4pl", if (run == "made") "-" else "-dnase-run-", run, if (weighted) "-weighted" else ""), if (five_par) "five-parameter logistic" else "four-parameter logistic",
    list(coef = g$b, se = setNames(sqrt(diag(g$V)), p), rss = g$rss, sigma = g$sigma, df = g$df, dose = lapply(dose, function(z) z[-1])),
    dataset = if (run != "made") "data/DNase.csv", data = if (run == "made") list(dose = A(d$conc), response = A(d$density)), args = list(run = run, responses = A(ys), replicates = m, weights = if (weighted) "1 / density^2" else "1", level = 0.95), tol = "iter", fields = list(dose = "root"), note = note)
}
elisa("1", ys = c(0.1, 0.5, 1, 1.5), note = "y = infinite + (zero - infinite) / (1 + exp(slope (ln x - lnmid))); intervals of the dose by the delta method on ln x and by inversion of the prediction interval")
elisa("1", ys = c(0.5, 1), m = 2, weighted = TRUE); elisa("5", ys = c(0.2, 1), m = 2); elisa("9", ys = c(0.2, 1, 1.8), m = 3)
elisa("made", ys = c(0.3, 2.2), note = "synthetic, seed 20261122"); elisa("made", five_par = TRUE, ys = c(0.3, 1.2, 2.2), m = 2, note = "synthetic, seed 20261122"); elisa("made", five_par = TRUE, weighted = TRUE, ys = c(0.3, 1.2), m = 1, note = "synthetic, seed 20261122")
fol <- quote(Dose * exp(lKe + lKa - lCl) * (exp(-exp(lKe) * Time) - exp(-exp(lKa) * Time)) / (exp(lKa) - exp(lKe)))
inter <- function(g, e, v) { q <- attr(eval(deriv(e, v), as.list(g$b)), "gradient"); z <- eval(e, as.list(g$b)); s <- sqrt(q %*% g$V %*% t(q))[1]; c(exp(z), exp(z + c(-1, 1) * qt(.975, g$df) * s)) }
for (s in c("1", "2", "4", "7", "10", "12")) { d <- as.data.frame(Theoph[Theoph$Subject == s, ]); n <- nls(conc ~ SSfol(Dose, Time, lKe, lKa, lCl), d)
  g <- gn(fol, names(coef(n)), list(Dose = d$Dose, Time = d$Time), d$conc, coef(n)); same(unname(g$b), unname(coef(n)), 1e-3); v <- names(g$b)
  add(paste0("theophylline-subject-", s), "one compartment, first-order absorption", list(coef = g$b, se = setNames(sqrt(diag(g$V)), v), rss = g$rss, sigma = g$sigma,
    half_life = inter(g, quote(log(log(2)) - lKe), v), clearance = inter(g, quote(lCl), v), volume = inter(g, quote(lCl - lKe), v), area = inter(g, substitute(log(D) - lCl, list(D = d$Dose[1])), v),
    peak_time = inter(g, quote(log((lKa - lKe) / (exp(lKa) - exp(lKe)))), v), peak = inter(g, substitute(log(D) + lKe - lCl - exp(lKe) * (lKa - lKe) / (exp(lKa) - exp(lKe)), list(D = d$Dose[1])), v)),
    data = list(time = A(d$Time), concentration = A(d$conc)), args = list(dose = d$Dose[1], level = 0.95), tol = "iter", note = "datasets::Theoph; dose in mg/kg, concentration in mg/L, time in hours; intervals on the log scale") }
bol <- quote(Dose * exp(lKe - lCl) * exp(-exp(lKe) * Time))
for (s in c("1", "5")) { d <- as.data.frame(Indometh[Indometh$Subject == s, ]); d <- d[d$time >= 1, ]; g <- gn(bol, c("lKe", "lCl"), list(Dose = rep(25, nrow(d)), Time = d$time), d$conc, c(lKe = log(0.3), lCl = log(10))); v <- names(g$b)
  add(paste0("bolus-subject-", s), "one compartment, bolus", list(coef = g$b, se = setNames(sqrt(diag(g$V)), v), rss = g$rss, sigma = g$sigma, half_life = inter(g, quote(log(log(2)) - lKe), v), clearance = inter(g, quote(lCl), v), volume = inter(g, quote(lCl - lKe), v), area = inter(g, quote(log(25) - lCl), v)),
    data = list(time = A(d$time), concentration = A(d$conc)), args = list(dose = 25, level = 0.95), tol = "iter", note = "datasets::Indometh from 1 hour on; dose in mg, concentration in mcg/ml, time in hours") }
write_topic()
