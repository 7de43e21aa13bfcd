# Makes r.txt: exact intervals by binom.test and poisson.test. R 4.2.2; Rscript r.R > r.txt
# Time on the drug: patient 10 731 days (2000-01-01 to 2001-12-31), patient 2 183 days (to
# 2000-07-01), patient 3 367 days (to 2001-01-01); 365.25 days a year.
years <- (731 + 183 + 367) / 365.25
line <- function(address, value, low, high) cat(sprintf("%s %.12g %.12g %.12g\n", address, value, low, high))
cat(sprintf("# %s: address, value, lower, upper\n", R.version.string))
for (it in list(c("any", 2), c("hypertension", 1))) {
  test <- binom.test(as.integer(it[2]), 3)
  line(sprintf("complications.by_patient.%s.patients.percent", it[1]), 100 * test$estimate, 100 * test$conf.int[1], 100 * test$conf.int[2])
}
for (it in list(c("any", 3), c("hypertension", 2), c("tremor", 1))) {
  test <- poisson.test(as.integer(it[2]), years / 100)
  line(sprintf("complications.by_year.%s.rate", it[1]), test$estimate, test$conf.int[1], test$conf.int[2])
}
