# The worker's side of l1bench's protocol for peers, version 1, in base R: see docs/peers.md. A worker sources this and
# calls l1peer_serve() with four functions:
#   version()                      what does the work, with its version
#   load(problem)                  turns the problem into what the library takes, off the clock
#   fit(problem, setting, seed)    solves it afresh; setting is a list of strings; on the clock
#   answer(problem, fitted)        list(weights = K x p matrix, intercept = K numbers, note = string), off the clock
# A problem is a list of n, p, k, lambda, lambdamax, y (classes from 0), and x, n x p; of a sparse design x is NULL, and
# indptr, indices and values hold its nonzeros by rows (CSR, from 0).

l1peer_say <- function(kind, ...) {
  fields <- list(...)
  words <- gsub("[\t\r\n ]+", " ", vapply(fields, as.character, ""))
  cat(paste(c("l1peer", kind, if (length(fields)) paste0(names(fields), "=", words)), collapse = "\t"), "\n", sep = "",
      file = stdout())
  flush(stdout())
}

l1peer_numbers <- function(file, what, size) {
  stream <- file(file, "rb")
  on.exit(close(stream))
  readBin(stream, what, file.size(file) / size, size = size, endian = "little")
}

l1peer_problem <- function(folder) {
  told <- strsplit(readLines(file.path(folder, "problem.txt")), "=", fixed = TRUE)
  words <- setNames(vapply(told, `[`, "", 2), vapply(told, `[`, "", 1))
  problem <- lapply(as.list(words[c("n", "p", "k", "lambda", "lambdamax")]), as.numeric)
  problem$y <- l1peer_numbers(file.path(folder, "y.i32"), "integer", 4)
  if (words[["storage"]] == "dense") {
    problem$x <- matrix(l1peer_numbers(file.path(folder, "x.f64"), "double", 8), problem$n, problem$p, byrow = TRUE)
  } else {
    # R has no 64-bit integers: the lower half of each is enough below 2^31 nonzeros.
    halves <- l1peer_numbers(file.path(folder, "indptr.i64"), "integer", 4)
    problem$indptr <- halves[seq(1, length(halves), by = 2)]
    problem$indices <- l1peer_numbers(file.path(folder, "indices.i32"), "integer", 4)
    problem$values <- l1peer_numbers(file.path(folder, "values.f64"), "double", 8)
  }
  problem
}

l1peer_write <- function(file, values) {
  stream <- file(file, "wb")
  on.exit(close(stream))
  writeBin(as.double(values), stream, size = 8, endian = "little")
}

# Base R has no monotonic clock; this program holds what it says against its own.
l1peer_clock <- function() as.numeric(Sys.time())

l1peer_cpu <- function() sum(proc.time()[c("user.self", "sys.self")])

l1peer_serve <- function(version, load, fit, answer) {
  tryCatch(
    l1peer_say("hello", protocol = 1, version = version(), runtime = R.version.string),
    error = function(e) {
      l1peer_say("failed", reason = conditionMessage(e))
      quit(status = 3)
    })
  input <- file("stdin", "r")
  problem <- NULL
  fitted <- NULL
  obey <- function(command, words) {
    if (command == "load") {
      problem <<- l1peer_problem(words[1])
      fitted <<- NULL
      load(problem)
      l1peer_say("loaded")
    } else if (command == "solve") {
      if (is.null(problem)) stop("no problem is loaded")
      values <- sub("^[^=]*=", "", words)
      setting <- setNames(as.list(values), sub("=.*", "", words))
      seed <- as.integer(setting$seed)
      setting$seed <- NULL
      fitted <<- NULL
      cpu <- l1peer_cpu()
      start <- l1peer_clock()
      made <- fit(problem, setting, seed)
      seconds <- l1peer_clock() - start
      cpu <- l1peer_cpu() - cpu
      fitted <<- made
      l1peer_say("solved", seconds = sprintf("%.9f", seconds), cpu = sprintf("%.3f", cpu))
    } else if (command == "write") {
      if (is.null(fitted)) stop("nothing is solved")
      result <- answer(problem, fitted)
      l1peer_write(file.path(words[1], "coef.f64"), t(result$weights))
      l1peer_write(file.path(words[1], "intercept.f64"), result$intercept)
      l1peer_say("written", note = result$note)
    } else {
      stop("there is no command ", command)
    }
  }
  while (length(line <- readLines(input, 1)) > 0) {
    words <- strsplit(line, "\t", fixed = TRUE)[[1]]
    if (length(words) > 0 && words[1] == "quit") break
    tryCatch(obey(words[1], words[-1]), error = function(e) {
      message("failed: ", conditionMessage(e))
      l1peer_say("failed", reason = conditionMessage(e))
    })
  }
  l1peer_say("bye")
}
