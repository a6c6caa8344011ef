/**
 * Rows beyond one machine, without a cluster's types: proximal Newton by rounds, each one sum over blocks of rows.
 *
 * <pre>
 *   Summary     first round: counts, means and deviations (Chan), X'Y, a stratified sample of rows
 *   Rounds      solve the sample with the suite's own solver for a start; repeat
 *     Look        one round: at a point its loss, gradient X'R, columns of R, sums for the certificate, the curvature of
 *                 a working set on some of the rows; losses at fractions of the step
 *     Certificate the gap from these sums; stop
 *     Model       g' d + d' H d / 2 + lambda |w + d|_1 on the working set, by coordinate descent on the driver
 * </pre>
 *
 * Everything that is summed is summed in a tree over the blocks' numbers ({@link io.github.l1bench.spark.math.TreeSum}), so
 * that the same blocks give the same bits however they are dealt out and in whatever order they are done; and so that
 * rounding grows with the rows of a block and the depth of the tree instead of with n.
 */
package io.github.l1bench.spark.math;
