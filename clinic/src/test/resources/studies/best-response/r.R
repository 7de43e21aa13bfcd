# Makes r.txt: exact intervals of proportions by binom.test. R 4.2.2; Rscript r.R > r.txt
shares <- list(
  c("response.best.as_of_2000_12_31.response.percent", 4, 7),
  c("response.best.as_of_2000_12_31.complete.percent", 3, 7),
  c("response.best.as_of_2002_12_31.response.percent", 5, 8),
  c("response.best.as_of_2002_12_31.lost.percent", 3, 5),
  c("response.best.as_of_2000_12_31.maintained.percent", 4, 4),
  c("response.by_definition.itp_iwg_2009.response.percent", 2, 4),
  c("response.by_definition.itp_iwg_2009.drug_dependent.percent", 0, 4))
cat(sprintf("# binom.test of %s: address, percentage, lower, upper\n", R.version.string))
for (share in shares) {
  test <- binom.test(as.integer(share[2]), as.integer(share[3]))
  cat(sprintf("%s %.12g %.12g %.12g\n", share[1], 100 * test$estimate, 100 * test$conf.int[1], 100 * test$conf.int[2]))
}
