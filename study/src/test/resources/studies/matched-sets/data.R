# SPDX-License-Identifier: Apache-2.0
# Makes data.csv, people who do not exist: Rscript data.R (R 4.2.2, seed 20261130). Sets of one or
# two cases with one to three controls, matched on sex and on age within 5 years; a case names no
# set, its own id is the name.
set.seed(20261130)
rows <- list()
add <- function(id, group, set, sex, age, smoker, crp) {
  grade <- sample(c("none", "mild", "severe"), 1,
                  prob = if (group == "patient") c(0.4, 0.3, 0.3) else c(0.55, 0.3, 0.15))
  rows[[length(rows) + 1]] <<- data.frame(id, group, set, sex, age, smoker, crp, grade)
}
person <- 0
for (s in 1:60) {
  sex <- sample(c("male", "female"), 1)
  age <- round(runif(1, 30, 75))
  frailty <- rnorm(1, 0, 0.8)
  name <- sprintf("C%02d", s)
  draw <- function(case) {
    smoker <- ifelse(runif(1) < plogis(-0.7 + frailty + 0.9 * case), "yes", "no")
    crp <- round(exp(rnorm(1, 1 + 0.35 * case + 0.2 * frailty, 0.6)), 1)
    list(smoker = smoker, crp = crp)
  }
  d <- draw(TRUE)
  add(name, "patient", "", sex, age, d$smoker, d$crp)
  if (s %% 12 == 0) {
    d <- draw(TRUE)
    add(paste0(name, "b"), "patient", name, sex, age + sample(-5:5, 1), d$smoker, d$crp)
  }
  for (k in seq_len(1 + s %% 3)) {
    person <- person + 1
    d <- draw(FALSE)
    add(sprintf("K%03d", person), "control", name, sex, age + sample(-5:5, 1), d$smoker, d$crp)
  }
}
d <- do.call(rbind, rows)
d$crp[sample(nrow(d), 5)] <- NA
d$set[d$id == "K014"] <- ""        # a control of no set
d$set[d$id == "K029"] <- "C99"     # a control whose case is not in the data
d$consent <- "yes"
d$consent[d$id %in% c("C04", "C17", "K040")] <- "no"   # excluded: their sets lose a case, a control
write.csv(d[order(runif(nrow(d))), ], "data.csv", row.names = FALSE, quote = FALSE, na = "")
