/**
 * Apache Spark's side: rows become blocks on executors, a round becomes a job; the commands. The mathematics is in {@link
 * io.github.l1bench.spark.math}, which knows no Spark.
 */
package io.github.l1bench.spark;
