/** Experiments: solvers on a data set under rules to stop, each run watched, certified and turned into a result. */
package io.github.l1bench.experiment;
