# SPDX-License-Identifier: Apache-2.0
# Made-up patients: Rscript data.R (R 4.2.2). No person stands behind a row.
set.seed(47)
n <- 120
copies <- sample(0:2, n, TRUE, c(0.42, 0.43, 0.15))
snp309 <- c("TT", "TG", "GG")[copies + 1]
stage <- sample(c("A", "B", "C"), n, TRUE, c(0.45, 0.33, 0.22))
sex <- sample(c("female", "male"), n, TRUE)
age <- round(rnorm(n, 64, 9))
start <- as.Date("2004-01-10") + sample(0:1800, n, TRUE)
rate <- 0.012 * exp(0.35 * copies + 0.6 * (stage == "C") + 0.03 * (age - 64))
to_relapse <- round(rexp(n, rate) * 30.4375) + 3
to_death <- round(rexp(n, 0.55 * rate * exp(0.02 * (age - 64))) * 30.4375) + 20
end <- pmin(as.numeric(as.Date("2012-12-31") - start), round(runif(n, 300, 3600)))
response <- round(rexp(n, 0.35) * 30.4375) + 5
day <- function(at, happened) ifelse(happened, format(start + at), "")
first <- pmin(to_death, end)
relapsed <- to_relapse <= first
died <- to_death <= end
responded <- response < pmin(first, to_relapse) & runif(n) < 0.7
d <- data.frame(id = 1:n, snp309, stage, sex, age, start = format(start),
                response = day(response, responded), relapse = day(to_relapse, relapsed),
                death = day(to_death, died), last_contact = format(start + first))
d$snp309[c(7, 90)] <- ""
d$age[c(15, 31, 64)] <- NA
d$last_contact[22] <- ""
d$death[22] <- ""
d$relapse[22] <- ""
write.csv(d, "data.csv", row.names = FALSE, quote = FALSE, na = "")
