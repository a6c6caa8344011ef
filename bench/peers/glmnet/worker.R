# glmnet: mean loss + lambda ||W||_1, as here. It is made for paths: alone, a small lambda is not reached, so it is given
# a path of 20 from lambda max down, and the last is taken.
source(file.path("..", "l1peer.R"))
suppressPackageStartupMessages(library(glmnet))

LAMBDAS <- 20
x <- NULL
y <- NULL

version <- function() paste("glmnet", packageVersion("glmnet"))

load <- function(problem) {
  x <<- if (!is.null(problem$x)) {
    problem$x
  } else {
    Matrix::sparseMatrix(j = problem$indices, p = problem$indptr, x = problem$values,
                         dims = c(problem$n, problem$p), index1 = FALSE)
  }
  y <<- factor(problem$y, levels = 0:(problem$k - 1))
}

fit <- function(problem, setting, seed) {
  thresh <- as.numeric(setting$thresh)
  if (is.na(thresh)) stop("thresh must be a number")
  lambdas <- exp(seq(log(max(problem$lambdamax, problem$lambda * 1.001)), log(problem$lambda), length.out = LAMBDAS))
  lambdas[LAMBDAS] <- problem$lambda
  # By default it stops where the deviance hardly changes, before the last lambda.
  glmnet.control(fdev = 0, devmax = 1)
  glmnet(x, y, family = "multinomial", alpha = 1, lambda = lambdas, thresh = thresh, maxit = 1e6, standardize = FALSE,
         intercept = TRUE, type.multinomial = "ungrouped")
}

answer <- function(problem, model) {
  last <- length(model$lambda)
  if (last != LAMBDAS) stop("glmnet came back with ", last, " of ", LAMBDAS, " lambdas")
  list(
    weights = do.call(rbind, lapply(model$beta, function(b) as.numeric(b[, last]))),
    intercept = as.numeric(model$a0[, last]),
    note = sprintf("%d passes over the coordinates, jerr %d", as.integer(model$npasses), as.integer(model$jerr)))
}

l1peer_serve(version, load, fit, answer)
