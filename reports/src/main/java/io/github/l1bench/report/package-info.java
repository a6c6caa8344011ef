/** Pages from result files and JMH's JSON: one run, the list of runs, two runs compared. */
package io.github.l1bench.report;
