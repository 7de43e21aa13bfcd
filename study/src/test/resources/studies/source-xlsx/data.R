# Writes data.csv and data.xlsx with the same made-up people: Rscript data.R
# R 4.2, package openxlsx.
set.seed(20261122)
n <- 120
first <- as.Date("2003-01-01")
d <- data.frame(
  id = sprintf("P%03d", seq_len(n)),
  group = rep(c("control", "patient"), each = n / 2),
  sex = sample(c("male", "female"), n, TRUE),
  age = round(runif(n, 20, 80), 1),
  sampled = first + sample(0:900, n, TRUE),
  la = runif(n) < rep(c(0.15, 0.35), each = n / 2),
  marker = round(rlnorm(n, 1, 0.5), 2),
  fvl = sample(c("GG", "GA", "AA"), n, TRUE, c(0.8, 0.18, 0.02)))
d$marker[c(7, 70)] <- NA
d$la[5] <- NA
csv <- d
csv$la <- ifelse(d$la, "TRUE", "FALSE")
write.csv(csv, "data.csv", row.names = FALSE, na = "", quote = FALSE)
openxlsx::write.xlsx(d, "data.xlsx", sheetName = "people", keepNA = FALSE, overwrite = TRUE)
