# SPDX-License-Identifier: Apache-2.0
# Makes data.csv, people who do not exist: Rscript data.R (R 4.2.2). Pairs by the exposure of case
# and control: 9 both, 21 case only, 8 control only, 22 neither; rare: 5 case only, never control.
pairs <- data.frame(
  case = c(rep("yes", 30), rep("no", 30)),
  control = c(rep("yes", 9), rep("no", 21), rep("yes", 8), rep("no", 22)))
rare <- rep("no", 60)
rare[c(4, 19, 28, 41, 55)] <- "yes"
d <- data.frame(
  id = 1:120,
  pair = rep(1:60, 2),
  group = rep(c("patient", "control"), each = 60),
  exposed = c(pairs$case, pairs$control),
  rare = c(rare, rep("no", 60)))
write.csv(d, "data.csv", row.names = FALSE, quote = FALSE)
