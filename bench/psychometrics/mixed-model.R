# Fits one mixed model with lme4 and prints what it took and found: Rscript mixed-model.R RATINGS.csv FORMULA
# Reading the file and loading the package are not counted.
suppressMessages(library(lme4))
arguments <- commandArgs(trailingOnly = TRUE)
ratings <- read.csv(arguments[1], colClasses = c("factor", "factor", "factor", "numeric"))
seconds <- system.time(fit <- lmer(as.formula(arguments[2]), ratings, REML = TRUE))[["elapsed"]]
components <- as.data.frame(VarCorr(fit))
cat("seconds", format(seconds, digits = 15), "\n")
cat("logLikelihood", format(as.numeric(logLik(fit)), digits = 15), "\n")
for (row in seq_len(nrow(components))) cat(components$grp[row], format(components$vcov[row], digits = 15), "\n")
